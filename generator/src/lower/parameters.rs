//! Parameters: what a request carries outside of its body.

use super::{Lowering, extensions};
use crate::model::{
    api::{Parameter, ParameterLocation, TimestampFormat, Type},
    source::Place,
};
use indexmap::IndexMap;
use openapiv3::{ParameterSchemaOrContent, Schema};

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
        let (place, parameter) = self.resolve::<openapiv3::Parameter>(place)?;
        let location = match &parameter {
            openapiv3::Parameter::Query { .. } => ParameterLocation::Query,
            openapiv3::Parameter::Header { .. } => ParameterLocation::Header,
            openapiv3::Parameter::Path { .. } => ParameterLocation::Path,
            openapiv3::Parameter::Cookie { .. } => {
                self.refuse(&place, "a cookie parameter");
                return None;
            }
        };
        if let Some(what) = odd_style(&parameter) {
            self.refuse(&place, what);
        }
        let data = parameter.parameter_data();
        let name = &data.name;
        let is_header = location == ParameterLocation::Header;
        if is_header && SET_BY_PIPELINE.contains(&name.to_ascii_lowercase().as_str()) {
            return None;
        }
        let schema_place = place.child("schema");
        let ty = match &data.format {
            ParameterSchemaOrContent::Schema(_) => {
                let inline =
                    format!("{}{}", heck::AsUpperCamelCase(id), heck::AsUpperCamelCase(name));
                self.lower_schema(&schema_place, &inline)
            }
            ParameterSchemaOrContent::Content(_) => {
                self.refuse(&place.child("content"), "a parameter with a content type");
                return None;
            }
        };
        // Of a schema with a problem nothing is known.
        if self
            .resolve::<serde_json::Value>(&schema_place)
            .is_some_and(|(it, _)| self.has_problem_in(&it))
        {
            return None;
        }
        if let Some(what) = unsendable(&ty, location) {
            self.refuse(&place, &format!("{what} as a parameter"));
            return None;
        }
        let schema: Option<Schema> = match self.documents.value(&schema_place) {
            Some(value) if value.get("$ref").is_none() => self.get(&schema_place),
            _ => None,
        };
        Some(Parameter {
            name: name.clone(),
            client_name: extensions::text(&data.extensions, "x-ms-client-name"),
            docs: data.description.clone(),
            location,
            required: data.required,
            ty,
            constraints: schema.as_ref().map(super::schemas::constraints).unwrap_or_default(),
            place,
        })
    }
}

/// How a parameter is written that is not written as the others.
fn odd_style(parameter: &openapiv3::Parameter) -> Option<&'static str> {
    use openapiv3::{Parameter, PathStyle};
    match parameter {
        Parameter::Path { style: PathStyle::Label | PathStyle::Matrix, .. } => {
            Some("a path parameter of the style `label` or `matrix`")
        }
        Parameter::Query { allow_reserved: true, .. } => Some("`allowReserved`"),
        _ => None,
    }
}

/// What a value is that has no form outside of a body.
fn unsendable(ty: &Type, location: ParameterLocation) -> Option<&'static str> {
    match ty {
        Type::Any => Some("a value of any type"),
        Type::Array(_) => Some("an array"),
        Type::Map(_) => Some("an object"),
        Type::Bytes => Some("bytes"),
        Type::Timestamp(TimestampFormat::Rfc1123) => Some("an RFC 1123 timestamp"),
        Type::Timestamp(_) if location != ParameterLocation::Query => Some("a timestamp"),
        _ => None,
    }
}
