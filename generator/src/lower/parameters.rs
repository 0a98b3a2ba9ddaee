//! Parameters: what a request carries outside of its body.

use super::{Lowering, extensions, parameter_style};
use crate::model::{
    description::{Parameter, Type},
    source::Place,
    wire::{ParameterLocation, ParameterStyle},
};
use indexmap::IndexMap;
use openapiv3::ParameterSchemaOrContent;

/// The headers that the pipeline sets itself: the description may have them, callers do not.
const SET_BY_PIPELINE: &[&str] =
    &["accept", "authorization", "content-type", "x-ms-client-request-id"];

/// The parameters of an operation.
pub struct Parameters {
    pub parameters: Vec<Parameter>,
    pub takes_api_version: bool,
    /// The names of those with a problem, which is reported: the description has them all the same.
    pub refused: Vec<String>,
}

impl Lowering<'_> {
    /// The parameters of the path's item and of the operation, which override those.
    pub fn lower_parameters(&mut self, item: &Place, operation: &Place, id: &str) -> Parameters {
        let mut found: IndexMap<(String, ParameterLocation), Parameter> = IndexMap::new();
        let mut takes_api_version = false;
        let mut refused = Vec::new();
        for list in [item.child("parameters"), operation.child("parameters")] {
            let count =
                self.documents.value(&list).and_then(|it| it.as_array()).map_or(0, Vec::len);
            for index in 0..count {
                let place = list.child(index);
                let Some(parameter) = self.lower_parameter(&place, id) else {
                    refused.extend(self.name_of(&place));
                    continue;
                };
                let is_query = parameter.location == ParameterLocation::Query;
                if is_query && parameter.name == "api-version" {
                    takes_api_version = true;
                    continue;
                }
                found.insert((parameter.name.clone(), parameter.location), parameter);
            }
        }
        Parameters { parameters: found.into_values().collect(), takes_api_version, refused }
    }

    /// The name of what stands at the place of a parameter.
    fn name_of(&mut self, place: &Place) -> Option<String> {
        let (_, parameter) = self.resolve::<serde_json::Value>(place)?;
        Some(parameter.get("name")?.as_str()?.to_owned())
    }

    fn lower_parameter(&mut self, place: &Place, id: &str) -> Option<Parameter> {
        let (place, described) = self.resolve::<openapiv3::Parameter>(place)?;
        let location = match &described {
            openapiv3::Parameter::Query { .. } => ParameterLocation::Query,
            openapiv3::Parameter::Header { .. } => ParameterLocation::Header,
            openapiv3::Parameter::Path { .. } => ParameterLocation::Path,
            openapiv3::Parameter::Cookie { .. } => ParameterLocation::Cookie,
        };
        let data = described.parameter_data_ref();
        let is_header = location == ParameterLocation::Header;
        if is_header && SET_BY_PIPELINE.contains(&data.name.to_ascii_lowercase().as_str()) {
            return None;
        }
        if data.extensions.contains_key("x-ms-header-collection-prefix") {
            self.refuse(&place, "`x-ms-header-collection-prefix`");
            return None;
        }
        let (schema, is_json) = self.parameter_schema(&place, data)?;
        // Azure's clients ask for the version once, so that it is no enum of each operation. Where
        // it is no part of the query it is the one of the description.
        let names_version = data.name.eq_ignore_ascii_case("api-version");
        let is_version = names_version && location == ParameterLocation::Query;
        let constant = match (names_version, data.required) {
            (true, _) if is_version => None,
            (true, _) => self.get(&self.entry().child("info").child("version")),
            (false, true) => self.constant(&schema),
            (false, false) => None,
        };
        let ty = match constant.is_some() || is_version {
            true => Type::String(None),
            false => self.lower_schema(&schema, &inline_name(id, &data.name)),
        };
        // Of a schema with a problem nothing is known.
        let resolved = self.resolve::<serde_json::Value>(&schema);
        if resolved.is_some_and(|(it, _)| self.has_problem_in(&it)) {
            return None;
        }
        let form = match is_json {
            true => Ok(Some(ParameterStyle::Json)),
            false => parameter_style::of(&described, &ty),
        };
        let refused = match form {
            Ok(form) => self.unsendable(&ty, form).map(|what| format!("{what} as a parameter")),
            Err(what) => Some(what.to_owned()),
        };
        if let Some(what) = refused {
            self.refuse(&place, &what);
            return None;
        }
        Some(Parameter {
            name: data.name.clone(),
            client_name: extensions::text(&data.extensions, "x-ms-client-name"),
            docs: data.description.clone(),
            deprecated: data.deprecated.unwrap_or_default(),
            location,
            required: data.required,
            ty,
            form: form.unwrap_or_default(),
            constant,
            constraints: self.constraints(&schema),
            place,
        })
    }

    /// Where the schema of a parameter stands, and whether its value is written as JSON.
    fn parameter_schema(
        &mut self,
        place: &Place,
        data: &openapiv3::ParameterData,
    ) -> Option<(Place, bool)> {
        let ParameterSchemaOrContent::Content(content) = &data.format else {
            return Some((place.child("schema"), false));
        };
        let place = place.child("content");
        match content.keys().find(|it| super::media_types::essence(it) == "application/json") {
            Some(json) => Some((place.child(json).child("schema"), true)),
            None => {
                self.refuse(&place, "a parameter of another content type than JSON");
                None
            }
        }
    }

    /// The only value that a schema allows; none if the service may come to know others.
    pub fn constant(&mut self, schema: &Place) -> Option<String> {
        let (_, schema) = self.resolve::<serde_json::Value>(schema)?;
        let grows = schema.pointer("/x-ms-enum/modelAsString").and_then(|it| it.as_bool());
        match schema.get("enum")?.as_array()?.as_slice() {
            _ if grows == Some(true) => None,
            [serde_json::Value::String(only)] => Some(only.clone()),
            [only @ (serde_json::Value::Number(_) | serde_json::Value::Bool(_))] => {
                Some(only.to_string())
            }
            _ => None,
        }
    }

    /// What a value is that has no form outside of a body.
    pub fn unsendable(&self, ty: &Type, form: Option<ParameterStyle>) -> Option<&'static str> {
        match (form, ty) {
            (Some(ParameterStyle::File), _) => None,
            (Some(ParameterStyle::Json), ty) => {
                ty.has_encoded().then_some("JSON of timestamps or bytes")
            }
            (Some(ParameterStyle::List(_)), Type::Array(item)) => match &**item {
                Type::Array(_) => Some("an array of arrays"),
                item => self.unsendable(item, None),
            },
            (_, Type::Any) => Some("a value of any type"),
            (_, Type::BytesUrl) => Some("bytes of `format: base64url`"),
            (_, Type::Nullable(_)) => Some("`null`"),
            (_, Type::Array(_)) => Some("an array"),
            (_, Type::Map(_)) => Some("an object"),
            (_, Type::Named(name)) => {
                let definition = self.types.get(name).and_then(Option::as_ref);
                let is_enum = definition.is_none_or(|it| {
                    matches!(it.kind, crate::model::description::TypeKind::Enum(_))
                });
                (!is_enum).then_some("an object")
            }
            _ => None,
        }
    }
}

/// The name of a type that has none of its own.
pub fn inline_name(id: &str, name: &str) -> String {
    format!("{}{}", heck::AsUpperCamelCase(id), heck::AsUpperCamelCase(name))
}
