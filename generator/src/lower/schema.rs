//! One schema, without those inside of it.
//!
//! Not the one of openapiv3: that reads all schemas inside along with each, and keeps `type`,
//! `oneOf` and what a type does not need apart, where descriptions have them side by side.

use super::extensions::MsEnum;
use crate::model::description::Constraints;
use serde::Deserialize;
use serde_json::{Map, Value};

/// What a schema says of itself.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Schema {
    #[serde(rename = "type")]
    pub kind: Option<String>,
    pub format: Option<String>,
    pub description: Option<String>,
    pub deprecated: bool,
    pub nullable: bool,
    pub read_only: bool,
    pub write_only: bool,
    #[serde(rename = "enum")]
    pub values: Vec<Value>,
    pub required: Vec<String>,
    pub minimum: Option<f64>,
    pub maximum: Option<f64>,
    pub exclusive_minimum: bool,
    pub exclusive_maximum: bool,
    pub min_length: Option<usize>,
    pub max_length: Option<usize>,
    pub min_items: Option<usize>,
    pub max_items: Option<usize>,
    pub pattern: Option<String>,
    #[serde(rename = "x-ms-client-name")]
    client_name: Option<Value>,
    #[serde(rename = "x-ms-enum")]
    ms_enum: Option<Value>,
}

impl Schema {
    /// The name that the description wants in clients.
    pub fn client_name(&self) -> Option<String> {
        self.client_name.as_ref()?.as_str().map(str::to_owned)
    }

    /// `x-ms-enum`.
    pub fn ms_enum(&self) -> Option<serde_json::Result<MsEnum>> {
        self.ms_enum.clone().map(serde_json::from_value)
    }

    /// The values that it may have, but for `null`.
    pub fn known_values(&self) -> Vec<&Value> {
        let mut known: Vec<&Value> = Vec::new();
        for value in self.values.iter().filter(|value| !value.is_null()) {
            if !known.contains(&value) {
                known.push(value);
            }
        }
        known
    }

    /// What a value must satisfy, and its type does not say.
    pub fn constraints(&self) -> Constraints {
        let is_enum = matches!(self.kind.as_deref(), None | Some("string" | "integer"));
        let values = if is_enum { Vec::new() } else { self.known_values() };
        Constraints {
            minimum: self.minimum,
            maximum: self.maximum,
            exclusive_minimum: self.exclusive_minimum,
            exclusive_maximum: self.exclusive_maximum,
            min_length: self.min_length,
            max_length: self.max_length,
            min_items: self.min_items,
            max_items: self.max_items,
            pattern: self.pattern.clone(),
            values: values.into_iter().map(Value::to_string).collect(),
        }
    }
}

/// The `$ref` that a schema is, with words of its own or without, and where in it that stands.
pub fn reference(value: &Value) -> Option<(&str, &'static [&'static str])> {
    if let Some(reference) = value.get("$ref") {
        return Some((reference.as_str()?, &[]));
    }
    let [only] = value.get("allOf")?.as_array()?.as_slice() else { return None };
    let own =
        ["properties", "discriminator", "additionalProperties", "oneOf", "anyOf", "not", "enum"];
    let says_more = own.iter().any(|key| value.get(key).is_some())
        || value.get("x-ms-discriminator-value").is_some();
    if says_more { None } else { Some((only.get("$ref")?.as_str()?, &["allOf", "0"])) }
}

/// Whether a schema is of objects, as far as it says so itself.
pub fn is_object(value: &Value) -> bool {
    let keys = ["properties", "allOf", "additionalProperties", "discriminator"];
    value.get("type").and_then(Value::as_str) == Some("object")
        || value.get("type").is_none() && keys.iter().any(|key| value.get(key).is_some())
}

/// Whether a schema is of something else than objects.
pub fn is_scalar(value: &Value) -> bool {
    let kind = value.get("type").and_then(Value::as_str);
    kind.is_some_and(|kind| kind != "object")
        || kind.is_none() && (value.get("enum").is_some() || value.get("items").is_some())
}

/// The name of `oneOf` or `anyOf` in a schema, where that is one of types and not of constraints,
/// as `oneOf: [{ required: [a] }, { required: [b] }]`, which is for the service to check.
pub fn choice_of(value: &Value) -> Option<&'static str> {
    ["oneOf", "anyOf"].into_iter().find(|key| {
        let parts = value.get(key).and_then(Value::as_array);
        parts.is_some_and(|parts| !parts.is_empty() && !parts.iter().all(is_constraint))
    })
}

fn is_constraint(value: &Value) -> bool {
    let words = ["required", "title", "description", "minProperties", "maxProperties", "not"];
    let keys = value.as_object().into_iter().flat_map(Map::keys);
    value.get("required").is_some() && keys.into_iter().all(|key| words.contains(&key.as_str()))
}

/// The schema without what differs where it stands and not in its type.
pub fn type_of(value: &Value) -> Value {
    let mut value = without_words(value);
    if let Value::Object(entries) = &mut value {
        entries.retain(|key, _| !matches!(key.as_str(), "nullable" | "readOnly" | "default"));
    }
    value
}

/// The schema without its words, which may differ between two files that mean the same.
fn without_words(value: &Value) -> Value {
    match value {
        Value::Object(entries) => {
            let entries = entries.iter().filter(|(key, value)| {
                !matches!(key.as_str(), "description" | "example" | "title") || value.is_object()
            });
            entries.map(|(key, value)| (key.clone(), without_words(value))).collect()
        }
        Value::Array(items) => items.iter().map(without_words).collect(),
        value => value.clone(),
    }
}
