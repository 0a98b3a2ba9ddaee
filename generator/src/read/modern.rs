//! OpenAPI 3.1 and 3.2 in the form of OpenAPI 3.0, so that later steps know one form.
//!
//! Schemas of OpenAPI 3.1 are those of JSON Schema 2020-12. A keyword that 3.0 has in another form is
//! rewritten. One that only restricts values is removed: the service checks it. Webhooks are not
//! read, because clients do not receive them.

use super::grammar::{
    Kind, Shape,
    openapi::{DESCRIPTION, SCHEMA},
};
use serde_json::{Map, Value, json};

type Object = Map<String, Value>;

/// Keywords that only restrict values.
const RESTRICTIONS: &[&str] = &[
    "contains",
    "dependentRequired",
    "dependentSchemas",
    "else",
    "if",
    "maxContains",
    "minContains",
    "propertyNames",
    "then",
    "unevaluatedItems",
    "unevaluatedProperties",
];

/// The keywords about values of one type.
const OF_TYPES: &[(&str, &[&str])] = &[
    ("array", &["items", "maxItems", "minItems", "uniqueItems"]),
    (
        "object",
        &["additionalProperties", "maxProperties", "minProperties", "properties", "required"],
    ),
    ("string", &["format", "maxLength", "minLength", "pattern"]),
];

/// Rewrites a part of a description, and everything below it.
pub(super) fn simplify(kind: &Kind, value: &mut Value) {
    if kind.name == SCHEMA.name
        && let Value::Bool(allowed) = *value
    {
        // `true` allows every value, and `false` none.
        *value = if allowed { json!({}) } else { json!({ "not": {} }) };
    }
    let Value::Object(object) = value else { return };
    if kind.name == SCHEMA.name {
        schema(object);
    }
    if kind.name == DESCRIPTION.name {
        object.insert("openapi".to_owned(), json!("3.0.3"));
        object.entry("paths").or_insert_with(|| json!({}));
    }
    for (name, value) in object.iter_mut() {
        if let Some(shape) = kind.field(name) {
            simplify_shape(shape, value);
        }
    }
}

fn simplify_shape(shape: Shape, value: &mut Value) {
    match (shape, value) {
        (Shape::FlagOrPart(_), Value::Bool(_)) => {}
        (Shape::Part(kind) | Shape::FlagOrPart(kind), value) => simplify(kind, value),
        (Shape::List(each), Value::Array(items)) => {
            items.iter_mut().for_each(|item| simplify_shape(*each, item));
        }
        (Shape::Map(names, each), Value::Object(entries)) => {
            let entries = entries.iter_mut().filter(|(name, _)| names.names_entry(name));
            entries.for_each(|(_, entry)| simplify_shape(*each, entry));
        }
        _ => {}
    }
}

fn schema(schema: &mut Object) {
    schema.retain(|name, _| !RESTRICTIONS.contains(&name.as_str()));
    limits(schema);
    content(schema);
    patterns(schema);
    if let Some(value) = schema.shift_remove("const") {
        schema.insert("enum".to_owned(), json!([value]));
    }
    if schema.shift_remove("prefixItems").is_some() {
        // The items differ, so each is any value.
        schema.insert("items".to_owned(), json!({}));
    }
    types(schema);
}

/// `exclusiveMinimum: 1` becomes `minimum: 1` with `exclusiveMinimum: true`.
fn limits(schema: &mut Object) {
    for (exclusive, limit) in [("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")] {
        if let Some(value @ Value::Number(_)) = schema.get(exclusive).cloned() {
            schema.insert(limit.to_owned(), value);
            schema.insert(exclusive.to_owned(), json!(true));
        }
    }
}

/// Strings that hold bytes: `contentEncoding` and `contentMediaType` become a `format`.
fn content(schema: &mut Object) {
    let encoding = schema.shift_remove("contentEncoding");
    let media_type = schema.shift_remove("contentMediaType");
    let is_json = media_type.as_ref().and_then(Value::as_str) == Some("application/json");
    if is_json && encoding.is_none() {
        // A string with JSON. Events keep its schema.
        return;
    }
    schema.shift_remove("contentSchema");
    let format = match encoding.as_ref().and_then(Value::as_str) {
        Some("base64") => "byte",
        Some("base64url") => "base64url",
        None if media_type.is_some() => "binary",
        _ => return,
    };
    schema.entry("format").or_insert_with(|| json!(format));
    schema.entry("type").or_insert_with(|| json!("string"));
}

/// The properties whose names match a pattern are further properties.
fn patterns(schema: &mut Object) {
    let Some(Value::Object(patterns)) = schema.shift_remove("patternProperties") else { return };
    let mut patterns = patterns.into_iter().map(|(_, value)| value);
    let further = match (patterns.next(), patterns.next()) {
        (Some(only), None) => only,
        _ => json!(true),
    };
    if schema.get("additionalProperties").is_none_or(|it| *it == json!(false)) {
        schema.insert("additionalProperties".to_owned(), further);
    }
}

/// A list of types becomes one type, `nullable`, or a choice.
fn types(schema: &mut Object) {
    let mut types = match schema.get("type") {
        Some(Value::Array(types)) => types.clone(),
        Some(Value::String(one)) if one == "null" => vec![json!("null")],
        _ => return,
    };
    let before = types.len();
    types.retain(|it| *it != "null");
    schema.shift_remove("type");
    if types.is_empty() {
        schema.insert("enum".to_owned(), json!([null]));
        return;
    }
    if types.len() < before {
        schema.insert("nullable".to_owned(), json!(true));
    }
    let is_combined = ["allOf", "anyOf", "enum", "oneOf"].iter().any(|it| schema.contains_key(*it));
    match types.as_slice() {
        [only] => drop(schema.insert("type".to_owned(), only.clone())),
        _ if is_combined => {}
        several => {
            let choices: Vec<Value> = several.iter().map(|ty| choice(schema, ty)).collect();
            for (_, keywords) in OF_TYPES {
                schema.retain(|name, _| !keywords.contains(&name.as_str()));
            }
            schema.insert("oneOf".to_owned(), choices.into());
        }
    }
}

/// The schema of the values of one type.
fn choice(schema: &Object, ty: &Value) -> Value {
    let of_type = OF_TYPES.iter().find(|(name, _)| ty == name).map_or(&[][..], |it| it.1);
    let keywords = of_type.iter().filter_map(|name| Some((*name, schema.get(*name)?)));
    let mut choice = json!({ "type": ty });
    keywords.for_each(|(name, value)| choice[name] = value.clone());
    choice
}
