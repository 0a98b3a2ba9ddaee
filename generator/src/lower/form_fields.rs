//! Bodies that are forms. Their fields become parameters of the call.

use super::{
    Lowering, media_types::essence, operations::Found, parameter_style::collection_format,
    parameters::inline_name,
};
use crate::{
    model::{
        description::{Parameter, Type},
        source::Place,
        wire::{BodyFormat, ListFormat, ParameterLocation, ParameterStyle},
    },
    read::Node,
};
use indexmap::IndexMap;
use serde_json::Value;
use std::collections::HashSet;

impl<'a> Lowering<'a> {
    /// The schemas of all bodies that are forms. They become no types unless something else refers
    /// to it.
    pub fn form_schemas(&mut self, found: &[Found<'a>]) -> HashSet<Place> {
        let contents = found.iter().filter_map(|it| it.body.as_ref());
        let media_types = contents.flat_map(|it| it.entries("content"));
        let forms = media_types.filter(|(name, _)| {
            let name = essence(name);
            matches!(&*name, "multipart/form-data" | "application/x-www-form-urlencoded")
        });
        let schemas = forms.filter_map(|(_, it)| self.resolve(it.get("schema")?));
        schemas.map(|it| it.place).collect()
    }

    /// The fields of the form in a media type.
    pub fn lower_form_fields(
        &mut self,
        media_type: &Node<'a>,
        id: &str,
        format: BodyFormat,
    ) -> Vec<Parameter> {
        let mut fields = Fields::default();
        if let Some(schema) = media_type.get("schema") {
            self.collect_fields(schema, &mut fields);
        }
        let mut parameters = Vec::new();
        for (name, node) in fields.properties {
            let encoding = media_type.get("encoding").and_then(|it| it.get(name));
            if let Some(field) = self.lower_field(node, name, id, format, encoding.as_ref()) {
                let required = fields.required.contains(name);
                parameters.push(Parameter { required, ..field });
            }
        }
        parameters
    }

    /// Returns `true` if the description names the fields of a form.
    pub fn has_fields(&mut self, schema: &Node<'a>) -> bool {
        let mut fields = Fields::default();
        self.collect_fields(schema.clone(), &mut fields);
        !fields.properties.is_empty()
    }

    /// Collects the properties of an object and of its bases.
    fn collect_fields(&mut self, schema: Node<'a>, fields: &mut Fields<'a>) {
        let Some(schema) = self.resolve(schema) else { return };
        if !fields.seen.insert(schema.place.clone()) {
            return;
        }
        for base in schema.items("allOf") {
            self.collect_fields(base, fields);
        }
        fields.properties.extend(schema.entries("properties"));
        fields.required.extend(schema.list("required").iter().filter_map(Value::as_str));
    }

    fn lower_field(
        &mut self,
        node: Node<'a>,
        name: &str,
        id: &str,
        format: BodyFormat,
        encoding: Option<&Node<'a>>,
    ) -> Option<Parameter> {
        let has_entries = |it: &Node| it.entries("headers").next().is_some();
        if encoding.is_some_and(has_entries) {
            self.refuse(&node.place, "a form field with headers");
        }
        if node.flag("readOnly") {
            return None;
        }
        let schema = self.schema(node);
        let node = &schema.node;
        let (ty, style) = match self.file(node.clone()) {
            Some(ty) if format == BodyFormat::Multipart => (ty, Some(ParameterStyle::File)),
            Some(_) => {
                self.refuse(&node.place, "a file in a form that is not `multipart/form-data`");
                return None;
            }
            None => {
                let ty = self.lower_schema(&schema, &inline_name(id, name));
                let style = self.field_style(&ty, node, encoding);
                match style {
                    Some(ParameterStyle::Json) => (ty.as_written(), style),
                    _ => (ty, style),
                }
            }
        };
        if let Some(what) = self.unsendable(&ty, style) {
            self.refuse(&node.place, &format!("{what} in a form"));
            return None;
        }
        Some(Parameter {
            name: name.to_owned(),
            client_name: node.text("x-ms-client-name").map(str::to_owned),
            place: node.place.clone(),
            docs: node.text("description").map(str::to_owned),
            deprecated: node.flag("deprecated"),
            location: ParameterLocation::Form,
            required: false,
            ty,
            style,
            constant: None,
            constraints: schema.constraints(),
            media_type: encoding
                .and_then(file_type)
                .filter(|_| style == Some(ParameterStyle::File)),
        })
    }

    /// The type of a field that is a file, or an array of files.
    fn file(&mut self, schema: Node<'a>) -> Option<Type> {
        let schema = self.resolve(schema)?;
        match (schema.text("type"), schema.text("format")) {
            (Some("file"), _) | (Some("string"), Some("binary")) => Some(Type::Bytes),
            (Some("array"), _) => match self.file(schema.get("items")?)? {
                Type::Bytes => Some(Type::Array(Box::new(Type::Bytes))),
                _ => None,
            },
            _ => None,
        }
    }

    /// The style of a field. An array of strings is one field for each item. Values with a
    /// structure are JSON (OpenAPI 3.0.3, "Special Considerations for `multipart` Content").
    fn field_style(
        &self,
        ty: &Type,
        node: &Node<'a>,
        encoding: Option<&Node<'a>>,
    ) -> Option<ParameterStyle> {
        let style = matches!(ty, Type::Array(_)).then(|| {
            let encoded = encoding.map(|it| match it.text("style") {
                _ if it.flag("explode") => ListFormat::Each,
                Some("spaceDelimited") => ListFormat::Spaces,
                Some("pipeDelimited") => ListFormat::Pipes,
                Some("form") => ListFormat::Commas,
                _ => ListFormat::Each,
            });
            let stated = collection_format(node.text("x-collectionFormat"));
            ParameterStyle::List(stated.or(encoded).unwrap_or(ListFormat::Each))
        });
        match self.unsendable(ty, style) {
            Some(_) => Some(ParameterStyle::Json),
            None => style,
        }
    }
}

/// The media type in an encoding, unless there are several.
fn file_type(encoding: &Node) -> Option<String> {
    let text = encoding.text("contentType")?;
    (!text.contains(['*', ','])).then(|| text.trim().to_owned())
}

/// The fields of a form that have been found so far.
#[derive(Default)]
struct Fields<'a> {
    properties: IndexMap<&'a str, Node<'a>>,
    required: HashSet<&'a str>,
    /// The schemas that have been looked at.
    seen: HashSet<Place>,
}
