//! One schema: its `$ref`, and the keywords that tell what kind of schema it is.

use super::Lowering;
use crate::{model::description::Constraints, read::Node};
use serde_json::{Map, Value};

/// A schema where it is used: in a property, a parameter, a body.
pub struct Schema<'a> {
    /// The schema as it is written here.
    pub node: Node<'a>,
    /// The target of its `$ref`, or the schema itself.
    pub target: Node<'a>,
    /// `true` if `null` is one of its values.
    pub nullable: bool,
}

impl<'a> Lowering<'a> {
    pub fn schema(&self, node: Node<'a>) -> Schema<'a> {
        let target = self.target(&node);
        let nullable = self.is_nullable(&node, &target);
        Schema { node, target, nullable }
    }

    /// The target of its `$ref`, or the schema itself. A `$ref` beside other
    /// keywords is wrapped in `allOf`.
    pub fn target(&self, node: &Node<'a>) -> Node<'a> {
        let Some((reference, is_wrapped)) = reference(node.value) else { return node.clone() };
        let from = match is_wrapped {
            true => &node.place.child("allOf").child(0),
            false => &node.place,
        };
        // A `$ref` that leads nowhere was reported when the document was read.
        self.documents.follow(from, reference).unwrap_or_else(|_| node.clone())
    }

    fn is_nullable(&self, node: &Node<'a>, target: &Node<'a>) -> bool {
        let says_so = |it: &Node| it.flag("nullable") || it.list("enum").contains(&Value::Null);
        let mut alternatives = ["oneOf", "anyOf"].into_iter().flat_map(|list| target.items(list));
        says_so(node)
            || says_so(target)
            || alternatives.any(|alternative| says_so(&self.target(&alternative)))
    }
}

impl Schema<'_> {
    /// Returns `true` if the schema is only a `$ref`, perhaps with a description beside it.
    pub fn is_reference(&self) -> bool {
        !self.node.is(&self.target)
    }

    /// The constraints that the schema states itself; those of a `$ref`'s target belong to its
    /// type.
    pub fn constraints(&self) -> Constraints {
        match self.is_reference() {
            true => Constraints::default(),
            false => constraints(&self.node),
        }
    }
}

fn constraints(schema: &Node) -> Constraints {
    let number = |key| schema.value.get(key).and_then(Value::as_f64);
    let count = |key| schema.value.get(key).and_then(Value::as_u64)?.try_into().ok();
    let is_enum = matches!(schema.text("type"), None | Some("string" | "integer"));
    let values = if is_enum { Vec::new() } else { known_values(schema) };
    Constraints {
        minimum: number("minimum"),
        maximum: number("maximum"),
        exclusive_minimum: schema.flag("exclusiveMinimum"),
        exclusive_maximum: schema.flag("exclusiveMaximum"),
        min_length: count("minLength"),
        max_length: count("maxLength"),
        min_items: count("minItems"),
        max_items: count("maxItems"),
        pattern: schema.text("pattern").map(str::to_owned),
        values: values.into_iter().map(Value::to_string).collect(),
    }
}

/// The values in `enum`, each once and without `null`.
pub fn known_values<'a>(schema: &Node<'a>) -> Vec<&'a Value> {
    let mut known: Vec<&Value> = Vec::new();
    for value in schema.list("enum").iter().filter(|value| !value.is_null()) {
        if !known.contains(&value) {
            known.push(value);
        }
    }
    known
}

/// The `$ref` of a schema without other constraints on its values, and whether it is wrapped in
/// `allOf`.
fn reference(value: &Value) -> Option<(&str, bool)> {
    if let Some(reference) = value.get("$ref") {
        return Some((reference.as_str()?, false));
    }
    let [only] = value.get("allOf")?.as_array()?.as_slice() else { return None };
    let own = [
        "properties",
        "discriminator",
        "additionalProperties",
        "oneOf",
        "anyOf",
        "not",
        "enum",
        "x-ms-discriminator-value",
    ];
    let says_more = own.iter().any(|key| value.get(key).is_some());
    if says_more { None } else { Some((only.get("$ref")?.as_str()?, true)) }
}

/// Returns `true` if the schema's own keywords say that its values are objects.
pub fn is_object(value: &Value) -> bool {
    let keys = ["properties", "allOf", "additionalProperties", "discriminator"];
    match value.get("type").and_then(Value::as_str) {
        Some(kind) => kind == "object",
        None => value.get("type").is_none() && keys.iter().any(|key| value.get(key).is_some()),
    }
}

/// Returns `true` if the schema's own keywords say that its values are not objects.
pub fn is_scalar(value: &Value) -> bool {
    match value.get("type").and_then(Value::as_str) {
        Some(kind) => kind != "object",
        None => value.get("enum").is_some() || value.get("items").is_some(),
    }
}

/// The keyword `oneOf` or `anyOf` of a schema, if it lists types. A list of constraints, such as
/// `oneOf: [{ required: [a] }, { required: [b] }]`, is for the service to check.
pub fn choice_of(value: &Value) -> Option<&'static str> {
    ["oneOf", "anyOf"].into_iter().find(|key| {
        let parts = value.get(key).and_then(Value::as_array);
        parts.is_some_and(|parts| !parts.is_empty() && !parts.iter().all(is_constraint))
    })
}

fn is_constraint(value: &Value) -> bool {
    let words = ["required", "title", "description", "minProperties", "maxProperties", "not"];
    let mut keys = value.as_object().into_iter().flat_map(Map::keys);
    value.get("required").is_some() && keys.all(|key| words.contains(&key.as_str()))
}

/// Returns `true` if two schemas define the same type: they differ at most in their words and in
/// keywords about the place where the type is used.
pub fn is_same_type(a: &Value, b: &Value) -> bool {
    let of_use = |key: &str| matches!(key, "nullable" | "readOnly" | "default");
    are_equal(a, b, &|key, value| of_use(key) || is_words(key, value))
}

/// Words may differ between two files that mean the same.
fn is_words(key: &str, value: &Value) -> bool {
    matches!(key, "description" | "example" | "title") && !value.is_object()
}

/// Returns `true` if two values are equal without the entries that `is_ignored` at the top, and
/// without words below it.
fn are_equal(a: &Value, b: &Value, is_ignored: &dyn Fn(&str, &Value) -> bool) -> bool {
    match (a, b) {
        (Value::Object(a), Value::Object(b)) => {
            let kept = |it: &Map<String, Value>| {
                it.iter().filter(|(key, value)| !is_ignored(key, value)).count()
            };
            let mut entries = a.iter().filter(|(key, value)| !is_ignored(key, value));
            kept(a) == kept(b)
                && entries.all(|(key, value)| {
                    let other = b.get(key).filter(|other| !is_ignored(key, other));
                    other.is_some_and(|other| are_equal(value, other, &is_words))
                })
        }
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| are_equal(a, b, &is_words))
        }
        (a, b) => a == b,
    }
}
