//! Choices: `oneOf` and `anyOf` without a discriminator.
//!
//! A choice becomes an enum if every JSON value determines its type. Otherwise the value
//! stays JSON, because a wrong guess could lose a part of it.

use super::{
    Lowering,
    schema::{choice_of, is_object, is_scalar},
};
use crate::{
    model::{
        description::{Choice, ChoiceVariant, Type, TypeKind},
        source::Place,
        wire::JsonKind,
    },
    read::Node,
};
use serde_json::Value;
use std::collections::HashSet;

/// An alternative, and the JSON by which its values are recognized.
struct Alternative<'a> {
    schema: Node<'a>,
    kind: JsonKind,
    /// The properties that an object may have; `None` if it may have any.
    known: Option<HashSet<&'a str>>,
}

impl<'a> Lowering<'a> {
    /// The type of a schema with the keyword `list`, which is `oneOf` or `anyOf`.
    pub fn lower_choice(&mut self, schema: &Node<'a>, name: &str, list: &str) -> Type {
        let has_both = schema.has("oneOf") && schema.has("anyOf");
        if schema.has("properties") || schema.has("allOf") || has_both {
            return Type::Any;
        }
        let parts: Vec<Node> = schema.items(list).filter(|it| !is_null(it)).collect();
        if let [only] = parts.as_slice() {
            let only = self.schema(only.clone());
            return self.lower_schema(&only, name);
        }
        if let Some(ty) = self.lower_strings(schema, &parts, name) {
            return ty;
        }
        let alternatives: Option<Vec<_>> =
            parts.into_iter().map(|it| self.alternative(it)).collect();
        let Some(alternatives) = alternatives.and_then(|it| in_order(it, list)) else {
            return Type::Any;
        };
        let (name, is_new) = self.reserve(schema, name);
        if self.definitions.contains_key(&schema.place) {
            self.definitions.insert(schema.place.clone(), Some(Type::Named(name.clone())));
        }
        if !is_new {
            return Type::Named(name);
        }
        let mut variants = Vec::new();
        for Alternative { schema, kind, .. } in alternatives {
            let ty = self.lower_schema_as_written(schema, &format!("{name}{}", suffix(&kind)));
            variants.push(ChoiceVariant { kind, ty });
        }
        self.define(schema, &name, TypeKind::Choice(Choice { variants }))
    }

    /// A choice of strings is a string, or an open enum of those that its parts list.
    fn lower_strings(&mut self, schema: &Node<'a>, parts: &[Node<'a>], name: &str) -> Option<Type> {
        let (mut enums, mut path) = (Vec::new(), Vec::new());
        if !parts.iter().all(|it| self.find_strings(it, &mut enums, &mut path)) {
            return None;
        }
        let [only] = enums.as_slice() else {
            return Some(match enums.is_empty() {
                true => Type::String(None),
                false => self.lower_enums(schema, name, &enums),
            });
        };
        let Some(part) = parts.iter().find(|it| it.is(only)) else {
            // The enum is inside of another choice of strings, which is open, or may be closed.
            let inner = parts.iter().find(|it| choice_of(self.target(it).value).is_some());
            return Some(inner.map_or(Type::String(None), |it| {
                let inner = self.schema(it.clone());
                self.lower_schema(&inner, name)
            }));
        };
        self.lower_enum_or_else(part, name, true)
    }

    /// Finds the enums of a choice of strings, and of those inside of it. Returns `false` if the
    /// choice has other values.
    fn find_strings(
        &self,
        part: &Node<'a>,
        enums: &mut Vec<Node<'a>>,
        path: &mut Vec<Place>,
    ) -> bool {
        let target = self.target(part);
        if let Some(list) = choice_of(target.value) {
            if path.contains(&target.place) {
                return false;
            }
            path.push(target.place.clone());
            let mut inner = target.items(list).filter(|it| !is_null(it));
            let are_strings = inner.all(|it| self.find_strings(&it, enums, path));
            path.pop();
            return are_strings && !target.has("properties") && !target.has("allOf");
        }
        let listed = target.list("enum");
        let is_string = match target.text("type") {
            None => !listed.is_empty() && listed.iter().all(Value::is_string),
            kind => kind == Some("string"),
        };
        if is_string && !listed.is_empty() && !enums.iter().any(|it| it.is(&target)) {
            enums.push(target);
        }
        is_string
    }

    /// `None` for a schema whose values may have several JSON kinds.
    fn alternative(&self, schema: Node<'a>) -> Option<Alternative<'a>> {
        let parts = self.parts(&self.target(&schema));
        if parts.iter().any(|it| choice_of(it.value).is_some() || it.has("not")) {
            return None;
        }
        if let Some(scalar) = parts.iter().find(|it| is_scalar(it.value)) {
            return Some(Alternative { schema, kind: kind_of(scalar)?, known: None });
        }
        if !parts.iter().any(|it| is_object(it.value)) {
            return None;
        }
        let keys = |it: &Node<'a>| it.value.get("properties")?.as_object().map(|it| it.keys());
        let names = parts.iter().filter_map(keys).flatten().map(String::as_str).collect();
        let required = parts.iter().flat_map(|it| it.list("required")).filter_map(Value::as_str);
        let kind = JsonKind::Object(required.map(str::to_owned).collect());
        let is_open = |it: &Node| {
            let additional = it.value.get("additionalProperties");
            additional.is_some_and(|it| *it != Value::Bool(false))
        };
        let known = (!parts.iter().any(is_open)).then_some(names);
        Some(Alternative { schema, kind, known })
    }
}

/// Returns `true` if `null` is the only value of a schema.
fn is_null(schema: &Node) -> bool {
    let values = schema.value.get("enum").and_then(Value::as_array);
    values.is_some_and(|values| values.iter().all(Value::is_null))
}

/// Sorts the alternatives so that the first one that fits a value is the right one.
fn in_order<'a>(mut rest: Vec<Alternative<'a>>, list: &str) -> Option<Vec<Alternative<'a>>> {
    let objects = rest.iter().filter(|it| matches!(it.kind, JsonKind::Object(_))).count();
    // A value of `anyOf` may be of two objects at once.
    if objects > 1 && list == "anyOf" {
        return None;
    }
    let mut ordered: Vec<Alternative> = Vec::new();
    while !rest.is_empty() {
        let is_next = |at: &usize| {
            let mut others = rest.iter().enumerate().filter(|(other, _)| other != at);
            others.all(|(_, other)| does_not_fit(&rest[*at], other))
        };
        let next = (0..rest.len()).find(is_next)?;
        ordered.push(rest.remove(next));
    }
    Some(ordered)
}

/// Returns `true` if no value of `other` can be mistaken for one of `first`.
fn does_not_fit(first: &Alternative, other: &Alternative) -> bool {
    match (&first.kind, &other.kind) {
        (JsonKind::Object(required), JsonKind::Object(_)) => {
            let known = other.known.as_ref();
            known.is_some_and(|known| required.iter().any(|name| !known.contains(&**name)))
        }
        (JsonKind::Integer, JsonKind::Number) | (JsonKind::Number, JsonKind::Integer) => false,
        (first, other) => first != other,
    }
}

fn kind_of(scalar: &Node) -> Option<JsonKind> {
    let first = scalar.list("enum").first();
    Some(match scalar.text("type") {
        Some("array") => JsonKind::Array,
        Some("boolean") => JsonKind::Boolean,
        Some("integer") => JsonKind::Integer,
        Some("number") => JsonKind::Number,
        Some("string") => JsonKind::Text,
        _ if first.is_some_and(Value::is_string) => JsonKind::Text,
        _ if first.is_some_and(Value::is_i64) => JsonKind::Integer,
        _ => return None,
    })
}

/// The end of the name of an inline alternative.
fn suffix(kind: &JsonKind) -> &'static str {
    match kind {
        JsonKind::Array => "List",
        JsonKind::Boolean => "Flag",
        JsonKind::Integer | JsonKind::Number => "Number",
        JsonKind::Object(_) => "Object",
        JsonKind::Text => "Text",
    }
}
