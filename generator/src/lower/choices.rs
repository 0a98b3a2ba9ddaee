//! Choices: `oneOf` and `anyOf` without a discriminator.
//!
//! They become an enum if the form of a JSON value tells which of its types it is of. If it does not,
//! the value stays JSON: a guess could lose a part of it.

use super::{
    Lowering,
    schema::{Schema, choice_of, is_object, is_scalar},
};
use crate::model::{
    description::{Choice, ChoiceVariant, Type, TypeKind},
    source::Place,
    wire::JsonKind,
};
use serde_json::Value;
use std::collections::HashSet;

/// What tells the values of a schema from those of others.
struct Shape {
    place: Place,
    form: JsonKind,
    /// The properties that an object may have; `None` if it may have any.
    known: Option<HashSet<String>>,
}

impl Lowering<'_> {
    /// The type of a schema that lists others in `list`.
    pub fn lower_choice(&mut self, place: &Place, name: &str, schema: &Schema, list: &str) -> Type {
        let has = |key: &str| self.documents.value(place).and_then(|it| it.get(key)).is_some();
        if has("properties") || has("allOf") || has("oneOf") && has("anyOf") {
            return Type::Any;
        }
        let parts: Vec<Place> =
            self.items(&place.child(list)).into_iter().filter(|it| !self.is_null(it)).collect();
        if let [only] = parts.as_slice() {
            return self.lower_schema(only, name);
        }
        if let Some(ty) = self.lower_texts(&parts, name) {
            return ty;
        }
        let shapes: Option<Vec<Shape>> = parts.iter().map(|part| self.shape(part)).collect();
        let Some(shapes) = shapes.and_then(|shapes| in_order(shapes, list)) else {
            return Type::Any;
        };
        let (name, is_new) = self.reserve(place, name);
        if self.aliases.contains_key(place) {
            self.aliases.insert(place.clone(), Some(Type::Named(name.clone())));
        }
        if !is_new {
            return Type::Named(name);
        }
        let mut variants = Vec::new();
        for Shape { place, form, .. } in shapes {
            let inline = format!("{name}{}", form_name(&form));
            let ty = self.lower_schema_as_written(&place, &inline);
            variants.push(ChoiceVariant { form, ty });
        }
        self.define(place, &name, schema, TypeKind::Choice(Choice { variants }))
    }

    /// Texts of several forms are a text; a text beside an enum of texts is an enum that may grow.
    fn lower_texts(&mut self, parts: &[Place], name: &str) -> Option<Type> {
        let mut known = None;
        for part in parts {
            let schema: Schema = self.get(&self.target(part))?;
            if schema.kind.as_deref() != Some("string") {
                return None;
            }
            if !schema.values.is_empty() && known.replace((part.clone(), schema)).is_some() {
                return Some(Type::String(None));
            }
        }
        match known {
            Some((part, schema)) if self.target(&part) == part => {
                self.lower_enum_that_may_grow(&part, name, &schema, true)
            }
            _ => Some(Type::String(None)),
        }
    }

    /// Whether a schema has no value but `null`.
    fn is_null(&self, place: &Place) -> bool {
        let values = self.documents.value(place).and_then(|it| it.get("enum")?.as_array());
        values.is_some_and(|values| values.iter().all(Value::is_null))
    }

    /// `None` for what may be of more than one form.
    fn shape(&self, place: &Place) -> Option<Shape> {
        let parts = self.parts(&self.target(place));
        let value = |place: &Place| self.documents.value(place).unwrap_or(&Value::Null);
        if parts.iter().any(|it| choice_of(value(it)).is_some() || value(it).get("not").is_some()) {
            return None;
        }
        let place = place.clone();
        if let Some(scalar) = parts.iter().map(value).find(|it| is_scalar(it)) {
            return Some(Shape { place, form: form_of(scalar)?, known: None });
        }
        if !parts.iter().map(value).any(is_object) {
            return None;
        }
        let keys = |place: &Place| self.entries(&place.child("properties")).into_iter();
        let names = parts.iter().flat_map(keys).map(|(name, _)| name).collect();
        let required = parts.iter().filter_map(|it| value(it).get("required")?.as_array());
        let required = required.flatten().filter_map(|it| it.as_str().map(str::to_owned)).collect();
        let is_open = |it: &Place| {
            value(it).get("additionalProperties").is_some_and(|it| *it != Value::Bool(false))
        };
        let known = (!parts.iter().any(is_open)).then_some(names);
        Some(Shape { place, form: JsonKind::Object(required), known })
    }
}

/// The shapes in an order in which the first that fits is the right one.
fn in_order(mut shapes: Vec<Shape>, list: &str) -> Option<Vec<Shape>> {
    let objects = shapes.iter().filter(|it| matches!(it.form, JsonKind::Object(_))).count();
    // A value of `anyOf` may be of two objects at once.
    if objects > 1 && list == "anyOf" {
        return None;
    }
    let mut ordered: Vec<Shape> = Vec::new();
    while !shapes.is_empty() {
        let is_next = |at: &usize| {
            let mut others = shapes.iter().enumerate().filter(|(other, _)| other != at);
            others.all(|(_, other)| does_not_fit(&shapes[*at], other))
        };
        let next = (0..shapes.len()).find(is_next)?;
        ordered.push(shapes.remove(next));
    }
    Some(ordered)
}

/// Whether no value of `other` would be taken for one of `shape`.
fn does_not_fit(shape: &Shape, other: &Shape) -> bool {
    match (&shape.form, &other.form) {
        (JsonKind::Object(required), JsonKind::Object(_)) => {
            let known = other.known.as_ref();
            known.is_some_and(|known| required.iter().any(|name| !known.contains(name)))
        }
        (JsonKind::Integer, JsonKind::Number) | (JsonKind::Number, JsonKind::Integer) => false,
        (shape, other) => shape != other,
    }
}

fn form_of(value: &Value) -> Option<JsonKind> {
    let first = value.get("enum").and_then(|it| it.get(0));
    Some(match value.get("type").and_then(Value::as_str) {
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

/// What an inline type of this form is called.
fn form_name(form: &JsonKind) -> &'static str {
    match form {
        JsonKind::Array => "List",
        JsonKind::Boolean => "Flag",
        JsonKind::Integer | JsonKind::Number => "Number",
        JsonKind::Object(_) => "Object",
        JsonKind::Text => "Text",
    }
}
