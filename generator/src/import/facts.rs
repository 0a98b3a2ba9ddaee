//! The facts of a part of a description, without its words.

use crate::{
    model::source::Place,
    read::{
        Documents,
        grammar::{Kind, Shape},
    },
};
use serde_json::{Map, Value, json};

/// Reduces parts of documents to facts: values that are equal if the parts mean the same.
pub(super) struct Facts<'a> {
    pub documents: &'a Documents,
    /// The identity of the schema that a `$ref` leads to.
    pub identity: fn(&Place) -> String,
}

/// Schemas with the same name are equal, in any file.
pub(super) fn by_name(place: &Place) -> String {
    place.name().unwrap_or_default().into_owned()
}

/// Schemas with the same name in the same file are equal.
pub(super) fn by_place(place: &Place) -> String {
    place.to_string()
}

/// Returns `true` if a field of a part of this kind only explains the part.
pub(super) fn is_words(kind: &Kind, field: &str) -> bool {
    match field {
        "title" | "summary" | "description" | "example" | "examples" | "externalDocs" => true,
        "x-ms-examples" | "x-ms-summary" | "x-example" | "x-examples" => true,
        "openapi" | "tags" => kind.name == "a description",
        "termsOfService" | "contact" | "license" => kind.name == "an info object",
        _ => false,
    }
}

/// Returns `true` if a field states a default.
pub(super) fn is_default(field: &str, value: &Value) -> bool {
    match field {
        "required" | "deprecated" | "nullable" | "readOnly" | "writeOnly" | "uniqueItems"
        | "exclusiveMinimum" | "exclusiveMaximum" | "allowEmptyValue" | "allowReserved" => {
            *value == Value::Bool(false)
        }
        "parameters" => value.as_array().is_some_and(Vec::is_empty),
        _ => value.is_null(),
    }
}

impl Facts<'_> {
    /// The facts of `value`, a part of `kind` in `file`.
    pub fn of(&self, kind: &Kind, file: &str, value: &Value) -> Value {
        let Value::Object(part) = value else { return value.clone() };
        let mut facts = Map::new();
        match self.target(kind, file, value) {
            Some(target) if kind.name == "a schema" => {
                facts.insert("$ref".to_owned(), (self.identity)(&target).into());
            }
            Some(target) => {
                let value = self.documents.value(&target).unwrap_or(&Value::Null);
                return self.of(kind, &target.file, value);
            }
            None => {}
        }
        for (name, value) in part {
            if is_words(kind, name) || is_default(name, value) || facts.contains_key(name) {
                continue;
            }
            let value = match (&**name, kind.field(name)) {
                ("x-ms-enum", _) => of_enum(value),
                ("required", Some(Shape::List(_))) => sorted(value),
                ("mapping", Some(_)) => self.mapping(file, value),
                (_, Some(shape)) => self.shape(shape, file, value),
                (_, None) => value.clone(),
            };
            facts.insert(name.clone(), value);
        }
        facts.retain(|name, value| name != "mapping" || *value != json!({}));
        unwrapped(facts)
    }

    /// The target of `value` if it is a `$ref`, or else `value`.
    pub fn resolved<'a>(&'a self, kind: &Kind, file: &str, value: &'a Value) -> &'a Value {
        let target = self.target(kind, file, value);
        target.and_then(|it| self.documents.value(&it)).unwrap_or(value)
    }

    /// The target of a part that is a `$ref`.
    pub fn target(&self, kind: &Kind, file: &str, value: &Value) -> Option<Place> {
        let reference = value.get("$ref").filter(|_| kind.referable)?.as_str()?;
        Some(self.documents.follow(&Place::root(file), reference).ok()?.place)
    }

    fn shape(&self, shape: Shape, file: &str, value: &Value) -> Value {
        match (shape, value) {
            (Shape::Part(kind) | Shape::FlagOrPart(kind), value) => self.of(kind, file, value),
            (Shape::List(each), Value::Array(items)) => {
                items.iter().map(|item| self.shape(*each, file, item)).collect()
            }
            (Shape::Map(names, each), Value::Object(entries)) => {
                let facts = entries.iter().map(|(name, entry)| match names.names_entry(name) {
                    true => (name.clone(), self.shape(*each, file, entry)),
                    false => (name.clone(), entry.clone()),
                });
                Value::Object(facts.collect())
            }
            (_, value) => value.clone(),
        }
    }

    /// The mapping of a discriminator without the entries that repeat what the schemas say. Its
    /// strings may be `$ref`s.
    fn mapping(&self, file: &str, value: &Value) -> Value {
        let entries = value.as_object().into_iter().flatten().filter_map(|(name, text)| {
            let reference = text.as_str().filter(|it| it.contains('#'));
            let target = reference
                .and_then(|it| Some(self.documents.follow(&Place::root(file), it).ok()?.place));
            let Some(target) = target else { return Some((name.clone(), text.clone())) };
            let schema = self.documents.value(&target);
            let said = schema.and_then(|it| it.get("x-ms-discriminator-value"));
            let goes_without_saying = match said {
                Some(said) => said == name,
                None => target.name().as_deref() == Some(&**name),
            };
            (!goes_without_saying).then(|| (name.clone(), (self.identity)(&target).into()))
        });
        Value::Object(entries.collect())
    }
}

/// `x-ms-enum` without the explanations of values.
fn of_enum(value: &Value) -> Value {
    let mut facts = value.clone();
    let Some(Value::Array(values)) = facts.get_mut("values") else { return facts };
    for value in &mut *values {
        if let Value::Object(value) = value {
            value.shift_remove("description");
        }
    }
    // An entry without a name of its own repeats a value of `enum`.
    values.retain(|it| it.as_object().is_none_or(|it| it.keys().any(|key| key != "value")));
    if values.is_empty()
        && let Value::Object(facts) = &mut facts
    {
        facts.shift_remove("values");
    }
    facts
}

fn sorted(names: &Value) -> Value {
    let mut names: Vec<_> = names.as_array().into_iter().flatten().map(Value::to_string).collect();
    names.sort();
    json!(names)
}

/// A schema with only one `$ref` in its `allOf` means the same as that `$ref`.
fn unwrapped(mut facts: Map<String, Value>) -> Value {
    let only = match facts.get("allOf").and_then(Value::as_array).map(Vec::as_slice) {
        Some([Value::Object(only)]) if only.len() == 1 => only.get("$ref").cloned(),
        _ => None,
    };
    let has_own = ["type", "properties", "required"].iter().any(|it| facts.contains_key(*it));
    if let Some(reference) = only.filter(|_| !has_own) {
        facts.shift_remove("allOf");
        facts.insert("$ref".to_owned(), reference);
    }
    facts.into()
}
