//! Paths and operations.

use super::{
    Conversion, Object,
    body::{FormField, RequestBody},
    texts,
};
use crate::read::{
    grammar::{Names, Shape, openapi::PATH_ITEM},
    moves::below,
};
use serde_json::Value;

/// The parameters of a path item or an operation, sorted by what they become.
#[derive(Default)]
struct Parameters<'a> {
    /// Parameters in the path, the query and the headers, already converted.
    plain: Vec<Value>,
    body: Option<RequestBody<'a>>,
    form: Vec<FormField<'a>>,
}

impl<'a> Conversion<'a> {
    /// Converts the path items of `paths`, which is at `at` in the file and in the document.
    pub(super) fn paths(&mut self, paths: &'a Object, at: &str) -> Value {
        let mut converted = Object::new();
        for (path, item) in paths {
            let item = match item {
                Value::Object(item) if Names::Paths.names_entry(path) => {
                    self.path_item(item, &below(at, [path])).into()
                }
                other => other.clone(),
            };
            converted.insert(path.clone(), item);
        }
        converted.into()
    }

    pub(super) fn path_item(&mut self, item: &'a Object, at: &str) -> Object {
        let shared = self.parameters(item, at);
        let mut converted = Object::new();
        for (field, value) in item {
            let is_operation = matches!(PATH_ITEM.field(field), Some(Shape::Part(_)));
            let value = match value {
                Value::Object(operation) if is_operation => {
                    self.operation(operation, &below(at, [field]), &shared).into()
                }
                _ if field == "parameters" => shared.plain.clone().into(),
                other => other.clone(),
            };
            converted.insert(field.clone(), value);
        }
        converted
    }

    /// `shared` are the parameters of the path item.
    fn operation(&mut self, operation: &'a Object, at: &str, shared: &Parameters<'a>) -> Object {
        let own = self.parameters(operation, at);
        let mut body = self.operation_body(operation, at, shared, &own);
        let mut converted = Object::new();
        for (field, value) in operation {
            match (&**field, value) {
                ("consumes" | "produces", _) => continue,
                ("parameters", _) => {
                    converted.insert(field.clone(), own.plain.clone().into());
                }
                ("schemes", Value::Array(_)) => {
                    let schemes = texts(operation, "schemes").unwrap_or_default();
                    let to = below(at, ["servers"]);
                    self.moves.added(&to, &below(at, ["schemes"]));
                    converted.insert("servers".to_owned(), self.servers(&schemes, &to).into());
                }
                ("responses", Value::Object(responses)) => {
                    if let Some(body) = body.take() {
                        converted.insert("requestBody".to_owned(), body.into());
                    }
                    let produces =
                        texts(operation, "produces").unwrap_or_else(|| self.global("produces"));
                    let responses = self.responses(responses, &below(at, [field]), &produces);
                    converted.insert(field.clone(), responses);
                }
                _ => {
                    converted.insert(field.clone(), value.clone());
                }
            }
        }
        self.keep_content_types(operation, &mut converted, at);
        converted
    }

    /// Keeps the content types of missing bodies as extensions. Those of other bodies are in their
    /// `content`.
    fn keep_content_types(&mut self, operation: &Object, converted: &mut Object, at: &str) {
        let has_body = converted.contains_key("requestBody");
        let mut responses =
            converted.get("responses").and_then(Value::as_object).into_iter().flatten();
        let has_content =
            responses.any(|(_, it)| it.get("content").is_some() || it.get("$ref").is_some());
        let kept = [("consumes", "x-consumes", has_body), ("produces", "x-produces", has_content)];
        for (field, extension, is_said) in kept {
            if let Some(types) = operation.get(field).filter(|_| !is_said) {
                self.moves.moved(&below(at, [field]), &below(at, [extension]));
                converted.insert(extension.to_owned(), types.clone());
            }
        }
    }

    fn operation_body(
        &mut self,
        operation: &'a Object,
        at: &str,
        shared: &Parameters<'a>,
        own: &Parameters<'a>,
    ) -> Option<Object> {
        let consumes = texts(operation, "consumes").unwrap_or_else(|| self.global("consumes"));
        let to = below(at, ["requestBody"]);
        let inherited = shared.body.as_ref().filter(|_| own.form.is_empty());
        if let Some(body) = own.body.as_ref().or(inherited) {
            return Some(self.body_of_operation(body, &to, &consumes));
        }
        let overridden =
            |field: &&FormField<'_>| own.form.iter().any(|own| own.name() == field.name());
        let fields = shared.form.iter().filter(|field| !overridden(field)).chain(&own.form);
        let fields: Vec<_> = fields.collect();
        (!fields.is_empty()).then(|| self.form(&fields, &to, &consumes))
    }

    /// Sorts the `parameters` of the path item or operation at `at`.
    fn parameters(&mut self, owner: &'a Object, at: &str) -> Parameters<'a> {
        let mut parameters = Parameters::default();
        let items = owner.get("parameters").and_then(Value::as_array);
        for (index, item) in items.into_iter().flatten().enumerate() {
            let from = below(at, ["parameters", &index.to_string()]);
            let Some(resolved) = self.resolve(item, &from) else { continue };
            match resolved.value.get("in").and_then(Value::as_str) {
                Some("body") => parameters.body = Some(RequestBody { from, resolved }),
                Some("formData") => {
                    parameters.form.push(FormField { from, parameter: resolved.value });
                }
                _ => {
                    // Body parameters leave gaps, so the parameters behind them move up.
                    let to = below(at, ["parameters", &parameters.plain.len().to_string()]);
                    self.moves.moved(&from, &to);
                    let converted = match (resolved.referred, item) {
                        (true, reference) => reference.clone(),
                        (false, _) => self.parameter(resolved.value, &from, &to).into(),
                    };
                    parameters.plain.push(converted);
                }
            }
        }
        parameters
    }
}
