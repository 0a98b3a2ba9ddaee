//! How the value of a parameter is written: `style` and `explode` of OpenAPI, `collectionFormat` of
//! Swagger.

use crate::{
    model::{
        description::Type,
        wire::{ListFormat, ParameterLocation, ParameterStyle},
    },
    read::Node,
};
use serde_json::Value;

/// The style of a parameter's value, or the reason why it is not supported.
pub fn of(
    parameter: &Node,
    location: ParameterLocation,
    ty: &Type,
) -> Result<Option<ParameterStyle>, &'static str> {
    let is_list = matches!(ty, Type::Array(_));
    let explode = parameter.value.get("explode").and_then(Value::as_bool);
    let mut raw = parameter.flag("x-ms-skip-url-encoding");
    let list = match (location, parameter.text("style")) {
        (ParameterLocation::Path, Some("label" | "matrix")) => {
            return Err("a path parameter with the style `label` or `matrix`");
        }
        (ParameterLocation::Query, Some("deepObject")) => {
            return Err("a query parameter with the style `deepObject`");
        }
        (ParameterLocation::Query, style) => {
            raw |= parameter.flag("allowReserved");
            query_list(style, explode)
        }
        (ParameterLocation::Cookie, _) => {
            raw = false;
            if is_list && explode != Some(false) {
                return Err("a cookie for each item of an array");
            }
            ListFormat::Commas
        }
        (ParameterLocation::Header, _) => {
            raw = false;
            ListFormat::Commas
        }
        (ParameterLocation::Path | ParameterLocation::Form, _) => ListFormat::Commas,
    };
    match (is_list, raw) {
        (true, true) => Err("an array without URL encoding"),
        (true, false) => {
            let stated = collection_format(parameter.text("x-collectionFormat"));
            Ok(Some(ParameterStyle::List(stated.unwrap_or(list))))
        }
        (false, true) => Ok(Some(ParameterStyle::Raw)),
        (false, false) => Ok(None),
    }
}

/// `explode` is true by default for the style `form`, and false for the others.
fn query_list(style: Option<&str>, explode: Option<bool>) -> ListFormat {
    match (style, explode) {
        (None | Some("form"), None) | (_, Some(true)) => ListFormat::Each,
        (Some("spaceDelimited"), _) => ListFormat::Spaces,
        (Some("pipeDelimited"), _) => ListFormat::Pipes,
        _ => ListFormat::Commas,
    }
}

/// Swagger's `collectionFormat`. Documents keep it as `x-collectionFormat` if OpenAPI has no style
/// that means the same.
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
