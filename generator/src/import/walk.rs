//! A walk through the parts of a document.

use crate::read::grammar::{Kind, Shape};
use serde_json::{Map, Value};

/// Calls `visit` with every part of `value`, which is of `kind`, and with the part's kind. Outer
/// parts come first.
pub(super) fn each_part(
    kind: &'static Kind,
    value: &mut Value,
    visit: &mut dyn FnMut(&'static Kind, &mut Map<String, Value>),
) {
    let Value::Object(part) = value else { return };
    visit(kind, part);
    for (name, value) in part {
        if let Some(shape) = kind.field(name) {
            each_of_shape(shape, value, visit);
        }
    }
}

fn each_of_shape(
    shape: Shape,
    value: &mut Value,
    visit: &mut dyn FnMut(&'static Kind, &mut Map<String, Value>),
) {
    match (shape, value) {
        (Shape::Part(kind) | Shape::FlagOrPart(kind), value) => each_part(kind, value, visit),
        (Shape::List(each), Value::Array(items)) => {
            items.iter_mut().for_each(|item| each_of_shape(*each, item, visit));
        }
        (Shape::Map(names, each), Value::Object(entries)) => {
            for (_, entry) in entries.iter_mut().filter(|(name, _)| names.names_entry(name)) {
                each_of_shape(*each, entry, visit);
            }
        }
        _ => {}
    }
}

/// The section of `components` for parts of a kind, if there is one.
pub(super) fn section(kind: &Kind) -> Option<&'static str> {
    match kind.name {
        "a schema" => Some("schemas"),
        "a parameter" => Some("parameters"),
        "a request body" => Some("requestBodies"),
        "a response" => Some("responses"),
        "a header" => Some("headers"),
        "a security scheme" => Some("securitySchemes"),
        _ => None,
    }
}
