//! Responses.

use super::{Conversion, Object, or_json};
use crate::read::{grammar::Names, moves::below};
use serde_json::{Value, json};

impl<'a> Conversion<'a> {
    /// Converts the responses of an operation, at `at`, with the content types `produces`.
    pub(super) fn responses(
        &mut self,
        responses: &'a Object,
        at: &str,
        produces: &[String],
    ) -> Value {
        let mut converted = Object::new();
        for (code, item) in responses {
            let response = match Names::StatusCodes.names_entry(code) {
                true => self.response_of_operation(item, &below(at, [code]), produces),
                false => None,
            };
            converted.insert(code.clone(), response.map_or_else(|| item.clone(), Value::from));
        }
        converted.into()
    }

    /// Converts a response of an operation; `None` if it stays as it is.
    fn response_of_operation(
        &mut self,
        item: &'a Value,
        at: &str,
        produces: &[String],
    ) -> Option<Object> {
        let resolved = self.resolve(item, at)?;
        if !resolved.referred {
            return Some(self.response(resolved.value, at, at, produces));
        }
        let has_schema = resolved.value.contains_key("schema");
        if !has_schema || self.says_the_same(&resolved.place, "produces", produces) {
            return None;
        }
        // The shared response has other content types than this operation, so only its schema is
        // shared.
        let mut response = resolved.value.clone();
        let schema = self.reference_to(&resolved.place, ["schema"]);
        response.insert("schema".to_owned(), schema.into());
        Some(self.response(&response, at, at, produces))
    }

    /// Converts the response at `from` in the file to the one at `to` in the document.
    pub(super) fn response(
        &mut self,
        response: &Object,
        from: &str,
        to: &str,
        produces: &[String],
    ) -> Object {
        let mut converted = Object::new();
        for (field, value) in response {
            match (&**field, value) {
                // `content` is filled in below.
                ("schema" | "examples", _) => {
                    converted.entry("content").or_insert_with(|| json!({}));
                }
                ("headers", Value::Object(headers)) => {
                    let headers = self.headers(headers, &below(from, [field]), &below(to, [field]));
                    converted.insert(field.clone(), headers);
                }
                _ => {
                    converted.insert(field.clone(), value.clone());
                }
            }
        }
        let mut content = Object::new();
        if let Some(schema) = response.get("schema") {
            for content_type in content_types(schema, produces) {
                let to = below(to, ["content", content_type, "schema"]);
                self.moves.moved(&below(from, ["schema"]), &to);
                content.insert(content_type.to_owned(), json!({ "schema": schema }));
            }
        }
        if let Some(Value::Object(examples)) = response.get("examples") {
            let has_body = response.contains_key("schema");
            for (content_type, example) in examples {
                let from = below(from, ["examples", content_type]);
                if has_body && !content.contains_key(content_type) {
                    // The response does not have this content type, so the example must not be in
                    // `content`.
                    self.moves.moved(&from, &below(to, ["x-examples", content_type]));
                    let others = converted.entry("x-examples").or_insert_with(|| json!({}));
                    others[content_type] = example.clone();
                    continue;
                }
                self.moves.moved(&from, &below(to, ["content", content_type, "example"]));
                let media_type = content.entry(content_type).or_insert_with(|| json!({}));
                media_type["example"] = example.clone();
            }
        }
        match content.is_empty() {
            true => converted.shift_remove("content"),
            false => converted.insert("content".to_owned(), content.into()),
        };
        converted
    }

    fn headers(&mut self, headers: &Object, from: &str, to: &str) -> Value {
        let mut converted = Object::new();
        for (name, header) in headers {
            if let Value::Object(header) = header {
                let header = self.header(header, &below(from, [name]), &below(to, [name]));
                converted.insert(name.clone(), header.into());
            }
        }
        converted.into()
    }
}

/// The content types of a response with this schema.
fn content_types<'a>(schema: &Value, produces: &'a [String]) -> Vec<&'a str> {
    let is_file = schema.get("type").is_some_and(|name| name == "file");
    if is_file && produces.is_empty() {
        vec!["application/octet-stream"]
    } else {
        or_json(produces)
    }
}
