//! How the value of a parameter is written: its style, in the words of OpenAPI and of Swagger.

use super::extensions::{flag, text};
use crate::model::{
    description::Type,
    wire::{ListFormat, ParameterStyle},
};
use openapiv3::{Parameter, PathStyle, QueryStyle};

/// The form of a parameter's value, or what is not supported.
pub fn of(parameter: &Parameter, ty: &Type) -> Result<Option<ParameterStyle>, &'static str> {
    let data = parameter.parameter_data_ref();
    let is_list = matches!(ty, Type::Array(_));
    let mut raw = flag(&data.extensions, "x-ms-skip-url-encoding");
    let list = match parameter {
        Parameter::Path { style: PathStyle::Label | PathStyle::Matrix, .. } => {
            return Err("a path parameter of the style `label` or `matrix`");
        }
        Parameter::Query { style: QueryStyle::DeepObject, .. } => {
            return Err("a query parameter of the style `deepObject`");
        }
        Parameter::Query { style, allow_reserved, .. } => {
            raw |= allow_reserved;
            query_list(style, data.explode)
        }
        Parameter::Cookie { .. } => {
            raw = false;
            match data.explode {
                Some(false) => ListFormat::Commas,
                _ if is_list => return Err("a cookie for each item of an array"),
                _ => ListFormat::Commas,
            }
        }
        Parameter::Header { .. } => {
            raw = false;
            ListFormat::Commas
        }
        Parameter::Path { .. } => ListFormat::Commas,
    };
    match (is_list, raw) {
        (true, true) => Err("an array that is not encoded"),
        (true, false) => {
            let stated = text(&data.extensions, "x-collectionFormat");
            Ok(Some(ParameterStyle::List(collection_format(stated.as_deref()).unwrap_or(list))))
        }
        (false, true) => Ok(Some(ParameterStyle::Raw)),
        (false, false) => Ok(None),
    }
}

/// The `explode` of a style that has a separator is false unless it is said otherwise.
fn query_list(style: &QueryStyle, explode: Option<bool>) -> ListFormat {
    match (style, explode) {
        (QueryStyle::Form, None) | (_, Some(true)) => ListFormat::Each,
        (QueryStyle::SpaceDelimited, _) => ListFormat::Spaces,
        (QueryStyle::PipeDelimited, _) => ListFormat::Pipes,
        _ => ListFormat::Commas,
    }
}

/// The `collectionFormat` of Swagger, which is an extension where OpenAPI has no style for it.
pub fn collection_format(name: Option<&str>) -> Option<ListFormat> {
    Some(match name? {
        "csv" => ListFormat::Commas,
        "ssv" => ListFormat::Spaces,
        "tsv" => ListFormat::Tabs,
        "pipes" => ListFormat::Pipes,
        "multi" => ListFormat::Each,
        _ => return None,
    })
}
