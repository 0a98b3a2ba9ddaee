//! How the value of a parameter is written: `style` and `explode` of OpenAPI, `collectionFormat` of
//! Swagger.

use crate::{
    model::{
        description::Type,
        wire::{Expansion, ExpansionKind, ListFormat, ParameterLocation, ParameterStyle},
    },
    read::Node,
};
use serde_json::Value;

/// The style of a parameter's value, or the reason why it is not supported. A value with a structure
/// is an object, or anything else that has no text of its own.
pub fn of(
    parameter: &Node,
    location: ParameterLocation,
    ty: &Type,
    is_structured: bool,
) -> Result<Option<ParameterStyle>, &'static str> {
    let explode = parameter.value.get("explode").and_then(Value::as_bool);
    let is_list = matches!(ty, Type::Array(_));
    let is_raw = match location {
        ParameterLocation::Path | ParameterLocation::Query => {
            parameter.flag("x-ms-skip-url-encoding") || parameter.flag("allowReserved")
        }
        _ => false,
    };
    let expanded = expansion(parameter, location, is_list, is_structured);
    if is_raw && (is_list || expanded.is_some()) {
        return Err("an array or object without URL encoding");
    }
    if let Some(kind) = expanded {
        let explode = explode.unwrap_or(kind == ExpansionKind::Form);
        return Ok(Some(ParameterStyle::Expanded(Expansion { kind, explode })));
    }
    let list = match location {
        ParameterLocation::Query => query_list(parameter.text("style"), explode),
        ParameterLocation::Cookie if is_list && explode != Some(false) => {
            return Err("a cookie for each item of an array");
        }
        _ => ListFormat::Commas,
    };
    match (is_list, is_raw) {
        (true, _) => {
            let stated = collection_format(parameter.text("x-collectionFormat"));
            Ok(Some(ParameterStyle::List(stated.unwrap_or(list))))
        }
        (false, true) => Ok(Some(ParameterStyle::Raw)),
        (false, false) => Ok(None),
    }
}

/// The expansion of a value that has no simpler form.
fn expansion(
    parameter: &Node,
    location: ParameterLocation,
    is_list: bool,
    is_structured: bool,
) -> Option<ExpansionKind> {
    match (location, parameter.text("style")) {
        (ParameterLocation::Path, Some("label")) => Some(ExpansionKind::Label),
        (ParameterLocation::Path, Some("matrix")) => Some(ExpansionKind::Matrix),
        // Swagger's other separators than commas have no style in a path.
        (ParameterLocation::Path, _) if parameter.has("x-collectionFormat") => None,
        (ParameterLocation::Path, _) if is_list || is_structured => Some(ExpansionKind::Simple),
        (ParameterLocation::Query, Some("deepObject")) => Some(ExpansionKind::DeepObject),
        (ParameterLocation::Query, _) if is_structured => Some(ExpansionKind::Form),
        (ParameterLocation::Header, _) if is_structured => Some(ExpansionKind::Simple),
        _ => None,
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
