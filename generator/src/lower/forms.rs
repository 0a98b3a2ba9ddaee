//! Bodies that are forms: their fields are parameters of the call.

use super::{
    Lowering, extensions, media_types::essence, parameter_style::collection_format,
    parameters::inline_name,
};
use crate::model::{
    description::{Parameter, Type},
    source::Place,
    wire::{BodyFormat, ListFormat, ParameterLocation, ParameterStyle},
};
use indexmap::IndexMap;
use openapiv3::{Encoding, MediaType, QueryStyle, SchemaData};
use serde_json::Value;
use std::collections::HashSet;

impl Lowering<'_> {
    /// The fields of the form that a media type is.
    pub fn lower_form(
        &mut self,
        media_type: &Place,
        id: &str,
        format: BodyFormat,
    ) -> Vec<Parameter> {
        let encodings = self.get::<MediaType>(media_type).map(|it| it.encoding).unwrap_or_default();
        let mut fields = IndexMap::new();
        let mut required = HashSet::new();
        let schema = media_type.child("schema");
        self.form_fields(&schema, &mut fields, &mut required, &mut HashSet::new());
        if fields.is_empty() {
            self.refuse(&schema, "a form without fields");
        }
        let mut parameters = Vec::new();
        for (name, place) in fields {
            let encoding = encodings.get(&name);
            let field = self.form_field(&place, &name, id, format, encoding);
            parameters
                .extend(field.map(|it| Parameter { required: required.contains(&it.name), ..it }));
        }
        parameters
    }

    /// The places of the properties of an object, of its bases too, and which are required.
    fn form_fields(
        &mut self,
        place: &Place,
        fields: &mut IndexMap<String, Place>,
        required: &mut HashSet<String>,
        seen: &mut HashSet<Place>,
    ) {
        let Some((place, schema)) = self.resolve::<Value>(place) else { return };
        if !seen.insert(place.clone()) {
            return;
        }
        let bases = schema.get("allOf").and_then(Value::as_array).map_or(0, Vec::len);
        for index in 0..bases {
            self.form_fields(&place.child("allOf").child(index), fields, required, seen);
        }
        fields.extend(self.entries(&place.child("properties")));
        let names = schema.get("required").and_then(Value::as_array).into_iter().flatten();
        required.extend(names.filter_map(Value::as_str).map(str::to_owned));
    }

    fn form_field(
        &mut self,
        place: &Place,
        name: &str,
        id: &str,
        format: BodyFormat,
        encoding: Option<&Encoding>,
    ) -> Option<Parameter> {
        if encoding.is_some_and(|it| !it.headers.is_empty()) {
            self.refuse(place, "a part of a form with headers");
        }
        let data = self.schema_data(place);
        if data.read_only {
            return None;
        }
        let (ty, form) = match self.file(place) {
            Some(ty) if format == BodyFormat::Multipart => (ty, Some(ParameterStyle::File)),
            Some(_) => {
                self.refuse(place, "a file in a form that is not `multipart/form-data`");
                return None;
            }
            None => {
                let ty = self.lower_schema(place, &inline_name(id, name));
                let form = self.field_form(&ty, &data, encoding);
                (ty, form)
            }
        };
        if let Some(what) = self.unsendable(&ty, form) {
            self.refuse(place, &format!("{what} in a form"));
            return None;
        }
        Some(Parameter {
            name: name.to_owned(),
            client_name: extensions::text(&data.extensions, "x-ms-client-name"),
            place: place.clone(),
            docs: data.description,
            deprecated: data.deprecated,
            location: ParameterLocation::Form,
            required: false,
            ty,
            form,
            constant: None,
            constraints: self.constraints(place),
        })
    }

    /// What a schema says besides what its values are.
    fn schema_data(&mut self, place: &Place) -> SchemaData {
        match self.documents.value(place).is_some_and(|it| it.get("$ref").is_none()) {
            true => self.get::<openapiv3::Schema>(place).map(|it| it.schema_data),
            false => None,
        }
        .unwrap_or_default()
    }

    /// The type of a field that is a file, or an array of files.
    fn file(&mut self, place: &Place) -> Option<Type> {
        let (place, schema) = self.resolve::<Value>(place)?;
        let text = |name: &str| schema.get(name).and_then(Value::as_str);
        match (text("type"), text("format")) {
            (Some("file"), _) | (Some("string"), Some("binary")) => Some(Type::Bytes),
            (Some("array"), _) => match self.file(&place.child("items"))? {
                Type::Bytes => Some(Type::Array(Box::new(Type::Bytes))),
                _ => None,
            },
            _ => None,
        }
    }

    /// Arrays of texts are fields of their own, and what has structure is JSON (OpenAPI 3.0.3,
    /// "Special Considerations for `multipart` Content").
    fn field_form(
        &self,
        ty: &Type,
        data: &SchemaData,
        encoding: Option<&Encoding>,
    ) -> Option<ParameterStyle> {
        let form = match ty {
            Type::Array(_) => {
                let stated = extensions::text(&data.extensions, "x-collectionFormat");
                let list = encoding.map(|it| match (&it.style, it.explode) {
                    (Some(QueryStyle::SpaceDelimited), false) => ListFormat::Spaces,
                    (Some(QueryStyle::PipeDelimited), false) => ListFormat::Pipes,
                    (Some(QueryStyle::Form), false) => ListFormat::Commas,
                    _ => ListFormat::Each,
                });
                let list =
                    collection_format(stated.as_deref()).or(list).unwrap_or(ListFormat::Each);
                Some(ParameterStyle::List(list))
            }
            _ => None,
        };
        match self.unsendable(ty, form) {
            Some(_) => Some(ParameterStyle::Json),
            None => form,
        }
    }

    /// The schemas with a name that are forms: no model is made of one unless something else
    /// refers to it.
    pub fn forms(&mut self, entry: &Place) -> HashSet<Place> {
        let mut forms = HashSet::new();
        for (_, item) in self.entries(&entry.child("paths")) {
            let Some((item, _)) = self.resolve::<Value>(&item) else { continue };
            for (_, operation) in self.entries(&item) {
                let Some((body, _)) = self.resolve::<Value>(&operation.child("requestBody")) else {
                    continue;
                };
                for (name, media_type) in self.entries(&body.child("content")) {
                    let is_form = matches!(
                        &*essence(&name),
                        "multipart/form-data" | "application/x-www-form-urlencoded"
                    );
                    if is_form {
                        let schema = self.resolve::<Value>(&media_type.child("schema"));
                        forms.extend(schema.map(|(place, _)| place));
                    }
                }
            }
        }
        forms
    }
}
