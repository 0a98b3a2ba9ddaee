//! Parameters that are sent in the body.

use super::{
    Conversion, Object, Resolved, or_json,
    parameter::{Serialization, Split},
};
use crate::read::{
    grammar::{Kind, openapi},
    moves::below,
};
use serde_json::{Value, json};

/// The body parameter of an operation or a path item.
pub(super) struct RequestBody<'a> {
    /// Its place in this file, even if it is only a `$ref`.
    pub from: String,
    pub resolved: Resolved<'a>,
}

/// A form parameter of an operation or a path item.
pub(super) struct FormField<'a> {
    /// Its place in this file, even if it is only a `$ref`.
    pub from: String,
    pub parameter: &'a Object,
}

const FORM_TYPES: [&str; 2] = ["multipart/form-data", "application/x-www-form-urlencoded"];

impl<'a> Conversion<'a> {
    /// The kind that a parameter becomes. Parameters in bodies become request bodies.
    pub(super) fn parameter_kind(&self, parameter: &'a Value, from: &str) -> &'static Kind {
        let resolved = self.resolve(parameter, from);
        match resolved.and_then(|resolved| resolved.value.get("in")?.as_str()) {
            Some("body" | "formData") => &openapi::REQUEST_BODY,
            _ => &openapi::PARAMETER,
        }
    }

    /// A named parameter, which belongs to no operation.
    pub(super) fn named_parameter(
        &mut self,
        parameter: &'a Object,
        from: &str,
        to: &str,
    ) -> Object {
        let consumes = self.global("consumes");
        match parameter.get("in").and_then(Value::as_str) {
            Some("body") => self.request_body(parameter, from, to, &consumes),
            Some("formData") => {
                let field = FormField { from: from.to_owned(), parameter };
                self.form(&[&field], to, &consumes)
            }
            Some(_) => self.parameter(parameter, from, to),
            // A `$ref` to another parameter.
            None => parameter.clone(),
        }
    }

    /// The body of an operation that takes the content types `consumes`.
    pub(super) fn body_of_operation(
        &mut self,
        body: &RequestBody<'a>,
        to: &str,
        consumes: &[String],
    ) -> Object {
        let RequestBody { from, resolved } = body;
        self.moves.moved(from, to);
        if !resolved.referred {
            return self.request_body(resolved.value, from, to, consumes);
        }
        if self.says_the_same(&resolved.place, "consumes", consumes) {
            return self.reference_to(&resolved.place, []);
        }
        // The shared body has other content types than this operation, so only its schema is
        // shared.
        let mut parameter = resolved.value.clone();
        parameter
            .insert("schema".to_owned(), self.reference_to(&resolved.place, ["schema"]).into());
        self.request_body(&parameter, from, to, consumes)
    }

    /// Converts the body parameter at `from` in the file to the request body at `to`.
    fn request_body(
        &mut self,
        parameter: &Object,
        from: &str,
        to: &str,
        consumes: &[String],
    ) -> Object {
        let mut body = Object::new();
        for (field, value) in parameter {
            match &**field {
                "in" => {}
                "name" => {
                    self.moves.moved(&below(from, ["name"]), &below(to, ["x-ms-requestBody-name"]));
                    body.insert("x-ms-requestBody-name".to_owned(), value.clone());
                }
                "schema" => {
                    let mut content = Object::new();
                    for content_type in or_json(consumes) {
                        let schema = below(to, ["content", content_type, "schema"]);
                        self.moves.moved(&below(from, ["schema"]), &schema);
                        content.insert(content_type.to_owned(), json!({ "schema": value }));
                    }
                    body.insert("content".to_owned(), content.into());
                }
                _ => {
                    body.insert(field.clone(), value.clone());
                }
            }
        }
        body
    }

    /// Converts form parameters to the request body at `to`: an object with a property for each.
    pub(super) fn form(
        &mut self,
        fields: &[&FormField<'a>],
        to: &str,
        consumes: &[String],
    ) -> Object {
        let content_types = form_types(fields, consumes);
        let mut media_type = json!({ "schema": { "type": "object", "properties": {} } });
        let mut required = Vec::new();
        for field in fields {
            let (name, split) = (field.name(), Split::new(field.parameter));
            if field.parameter.get("required") == Some(&Value::Bool(true)) {
                required.push(name);
            }
            for content_type in &content_types {
                let property = below(to, ["content", content_type, "schema", "properties", name]);
                self.moves.moved(&field.from, &property);
            }
            let Serialization { style, extension } = split.serialization("formData");
            if let Some((style, explode)) = style {
                media_type["encoding"][name] = json!({ "style": style, "explode": explode });
            }
            let mut property = split.into_property();
            if let Some(format) = extension {
                property.insert("x-collectionFormat".to_owned(), format.into());
            }
            media_type["schema"]["properties"][name] = property.into();
        }
        if !required.is_empty() {
            media_type["schema"]["required"] = required.clone().into();
        }
        let content: Object =
            content_types.iter().map(|&name| (name.to_owned(), media_type.clone())).collect();
        let mut body = Object::new();
        body.insert("content".to_owned(), content.into());
        if !required.is_empty() {
            body.insert("required".to_owned(), true.into());
        }
        body
    }
}

impl FormField<'_> {
    pub(super) fn name(&self) -> &str {
        self.parameter.get("name").and_then(Value::as_str).unwrap_or_default()
    }
}

/// The content types of a form. The content types that a description states for all bodies often
/// exclude forms.
fn form_types<'a>(fields: &[&FormField<'_>], consumes: &'a [String]) -> Vec<&'a str> {
    let stated: Vec<_> =
        consumes.iter().map(String::as_str).filter(|name| FORM_TYPES.contains(name)).collect();
    let has_file = fields.iter().any(|field| field.parameter.get("type") == Some(&json!("file")));
    match (stated.is_empty(), has_file) {
        (false, _) => stated,
        (true, true) => vec![FORM_TYPES[0]],
        (true, false) => vec![FORM_TYPES[1]],
    }
}
