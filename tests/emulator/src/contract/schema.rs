//! OpenAPI 3.0 schemas as JSON Schema. They are a dialect of draft 4: siblings of a `$ref` do not
//! count, and `exclusiveMinimum` is a boolean. Only `nullable` and `format` need a translation.

use serde_json::{Value, json};

/// Translates `nullable` and the integer formats, everywhere in a file.
pub(super) fn to_json_schema(mut value: Value) -> Value {
    if value["nullable"] == true {
        allow_null(&mut value);
    }
    let range = match value["format"].as_str() {
        Some("int32") => Some((i64::from(i32::MIN), i64::from(i32::MAX))),
        Some("int64") => Some((i64::MIN, i64::MAX)),
        _ => None,
    };
    if let (Some((minimum, maximum)), Some(schema)) = (range, value.as_object_mut()) {
        schema.entry("minimum").or_insert(minimum.into());
        schema.entry("maximum").or_insert(maximum.into());
    }
    map_children(value, to_json_schema)
}

/// Allows `null` for every optional property, as the service does in requests.
pub(super) fn nullable_options(mut value: Value) -> Value {
    let required = value["required"].clone();
    let is_required =
        |name: &str| required.as_array().is_some_and(|names| names.iter().any(|it| it == name));
    if let Some(properties) = value.get_mut("properties").and_then(Value::as_object_mut) {
        let optional = properties.iter_mut().filter(|(name, _)| !is_required(name));
        optional.for_each(|(_, property)| allow_null(property));
    }
    map_children(value, nullable_options)
}

/// Allows `null` for every property and every value of a map, as a merge patch does.
pub(super) fn nullable(mut value: Value) -> Value {
    if let Some(properties) = value.get_mut("properties").and_then(Value::as_object_mut) {
        properties.values_mut().for_each(allow_null);
    }
    if let Some(values @ Value::Object(_)) = value.get_mut("additionalProperties") {
        allow_null(values);
    }
    map_children(value, nullable)
}

fn allow_null(schema: &mut Value) {
    if let Some(name @ Value::String(_)) = schema.get_mut("type") {
        *name = json!([name, "null"]);
        if let Some(values) = schema.get_mut("enum").and_then(Value::as_array_mut) {
            values.push(Value::Null);
        }
    } else if schema.get("$ref").is_some() || schema.get("allOf").is_some() {
        *schema = json!({ "anyOf": [schema, { "type": "null" }] });
    }
}

fn map_children(mut value: Value, change: fn(Value) -> Value) -> Value {
    match &mut value {
        Value::Object(object) => {
            object.values_mut().for_each(|child| *child = change(child.take()))
        }
        Value::Array(items) => items.iter_mut().for_each(|child| *child = change(child.take())),
        _ => {}
    }
    value
}
