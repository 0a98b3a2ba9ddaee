//! Checks the parts of a file against the grammar, and finds the `$ref`s in them.
//!
//! Later code relies on the result: it reads parts without checking their shapes again.

use super::grammar::{
    Kind, Names, Shape, is_extension,
    openapi::{DISCRIMINATOR, SCHEMA},
};
use crate::{
    diagnostics::{Problem, nearest},
    model::source::Place,
};
use indexmap::IndexMap;
use serde_json::{Map, Value};

/// The deepest nesting of parts. Later phases recurse, and the stack of a test's thread, 2 MiB in a
/// debug build, must be enough for them.
const DEEPEST: usize = 40;

/// The findings about a file, in the dialect that it is written in.
#[derive(Debug, Default)]
pub(super) struct Findings {
    /// The kinds of all objects, by pointer.
    pub parts: IndexMap<String, &'static Kind>,
    pub references: Vec<Reference>,
    pub problems: Vec<Problem>,
}

/// A `$ref`.
#[derive(Clone, Debug)]
pub(super) struct Reference {
    /// The object whose `$ref` this is.
    pub place: Place,
    pub text: String,
    /// The kind of part that it must lead to.
    pub kind: &'static Kind,
}

/// Checks `value` at `place`, which must be an object of `kind`.
pub(super) fn check(kind: &'static Kind, value: &Value, place: &Place, findings: &mut Findings) {
    Check { findings, depth: 0 }.part(kind, value, place);
}

struct Check<'a> {
    findings: &'a mut Findings,
    depth: usize,
}

impl Check<'_> {
    fn part(&mut self, kind: &'static Kind, value: &Value, place: &Place) {
        let Value::Object(object) = value else {
            return self.mismatch(kind.name, value, place);
        };
        // An earlier `$ref` into the file may have led here.
        if self.findings.parts.insert(place.pointer.clone(), kind).is_some() {
            return;
        }
        if self.depth == DEEPEST {
            let message = format!("this is nested more than {DEEPEST} levels deep");
            let problem = Problem::new(place.clone(), message)
                .with_hint("move inner schemas to components/schemas and refer to them with $ref");
            self.findings.problems.push(problem);
            return;
        }
        self.depth += 1;
        if let Some(reference) = object.get("$ref").filter(|_| kind.field("$ref").is_none()) {
            self.reference(kind, reference, place);
        } else {
            self.required(kind, object, place);
        }
        self.fields(kind, object, place);
        if kind.name == DISCRIMINATOR.name {
            self.mapping(object, place);
        }
        self.depth -= 1;
    }

    /// A discriminator maps values to references, or to plain names of schemas.
    fn mapping(&mut self, discriminator: &Map<String, Value>, place: &Place) {
        let mapping = discriminator.get("mapping").and_then(Value::as_object);
        for (value, target) in mapping.into_iter().flatten() {
            if let Some(text) = target.as_str().filter(|it| it.contains(['#', '/'])) {
                let place = place.child("mapping").child(value);
                let text = text.to_owned();
                self.findings.references.push(Reference { place, text, kind: &SCHEMA });
            }
        }
    }

    fn reference(&mut self, kind: &'static Kind, reference: &Value, place: &Place) {
        let here = place.child("$ref");
        match reference {
            _ if !kind.referable => {
                self.problem(here, format!("a $ref cannot take the place of {}", kind.name));
            }
            Value::String(text) => {
                let reference = Reference { place: place.clone(), text: text.clone(), kind };
                self.findings.references.push(reference);
            }
            other => self.mismatch("a string", other, &here),
        }
    }

    fn required(&mut self, kind: &Kind, object: &Map<String, Value>, place: &Place) {
        for field in kind.required_fields() {
            if object.get(field).is_none_or(Value::is_null) {
                self.problem(place.clone(), format!("{} needs {field:?}", kind.name));
            }
        }
        for violation in kind.rule.into_iter().flat_map(|rule| rule(object)) {
            let place = violation.field.map_or_else(|| place.clone(), |field| place.child(field));
            self.problem(place, violation.message);
        }
    }

    fn fields(&mut self, kind: &'static Kind, object: &Map<String, Value>, place: &Place) {
        for (name, value) in object {
            match kind.field(name) {
                // YAML's `description:` without a value is null, and some tools write nulls.
                Some(_) if value.is_null() => {}
                // Most fields are scalars. Checking them here saves building their places.
                Some(shape) if is_valid_scalar(shape, value) => {}
                Some(shape) => self.shape(shape, value, &place.child(name)),
                None if name != "$ref" && !is_extension(name) => {
                    self.misspelt(kind, name, object, place)
                }
                None => {}
            }
        }
    }

    /// Reports an unknown field if its name looks like a typo. Other unknown fields are ignored.
    fn misspelt(&mut self, kind: &Kind, name: &str, object: &Map<String, Value>, place: &Place) {
        let absent = kind.field_names().filter(|field| !object.contains_key(*field));
        // Short names resemble each other without being typos.
        if let Some(field) = nearest(name, absent).filter(|_| name.len() > 4) {
            let message = format!("{} has no field {name:?}", kind.name);
            let problem = Problem::new(place.child(name), message)
                .of_key()
                .with_hint(format!("did you mean {field:?}?"));
            self.findings.problems.push(problem);
        }
    }

    fn shape(&mut self, shape: Shape, value: &Value, place: &Place) {
        match (shape, value) {
            _ if is_valid_scalar(shape, value) => {}
            (Shape::Choice(choices), Value::String(text)) => self.choice(choices, text, place),
            (Shape::Part(kind) | Shape::FlagOrPart(kind), value) => self.part(kind, value, place),
            (Shape::List(each), Value::Array(items)) => {
                for (index, item) in items.iter().enumerate() {
                    self.shape(*each, item, &place.child(index));
                }
            }
            (Shape::Map(names, each), Value::Object(entries)) => {
                self.entries(names, *each, entries, place);
            }
            (shape, value) => self.mismatch(expected(shape), value, place),
        }
    }

    fn entries(&mut self, names: Names, each: Shape, entries: &Map<String, Value>, place: &Place) {
        for (name, entry) in entries.iter().filter(|(name, _)| names.names_entry(name)) {
            let place = place.child(name);
            if let Some(message) = names.problem(name) {
                self.findings.problems.push(Problem::new(place.clone(), message).of_key());
            }
            self.shape(each, entry, &place);
        }
    }

    fn choice(&mut self, choices: &[&'static str], text: &str, place: &Place) {
        if choices.contains(&text) {
            return;
        }
        let message = format!("expected one of {}, found {text:?}", choices.join(", "));
        let mut problem = Problem::new(place.clone(), message);
        if let Some(choice) = nearest(text, choices.iter().copied()) {
            problem = problem.with_hint(format!("did you mean {choice:?}?"));
        }
        self.findings.problems.push(problem);
    }

    fn mismatch(&mut self, expected: &str, found: &Value, place: &Place) {
        let message = format!("expected {expected}, found {}", described(found));
        let mut problem = Problem::new(place.clone(), message);
        if let Some(hint) = mismatch_hint(expected, found, place) {
            problem = problem.with_hint(hint);
        }
        self.findings.problems.push(problem);
    }

    fn problem(&mut self, place: Place, message: String) {
        self.findings.problems.push(Problem::new(place, message));
    }
}

/// Returns `true` if the value fits the shape and nothing in it needs a check of its own.
fn is_valid_scalar(shape: Shape, value: &Value) -> bool {
    match (shape, value) {
        (Shape::Data, _)
        | (Shape::Text, Value::String(_))
        | (Shape::Flag | Shape::FlagOrPart(_), Value::Bool(_))
        | (Shape::Number, Value::Number(_)) => true,
        (Shape::Count, Value::Number(number)) => number.is_u64(),
        _ => false,
    }
}

fn expected(shape: Shape) -> &'static str {
    match shape {
        Shape::Data => "a value",
        Shape::Text | Shape::Choice(_) => "a string",
        Shape::Flag => "true or false",
        Shape::Number => "a number",
        Shape::Count => "an integer that is not negative",
        Shape::Part(kind) | Shape::FlagOrPart(kind) => kind.name,
        Shape::List(_) => "a list",
        Shape::Map(..) => "a mapping",
    }
}

fn described(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(flag) => flag.to_string(),
        Value::Number(number) => format!("the number {number}"),
        Value::String(text) if text.chars().count() > 40 => "a long string".to_owned(),
        Value::String(text) => format!("the string {text:?}"),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "a mapping".to_owned(),
    }
}

fn mismatch_hint(expected: &str, found: &Value, place: &Place) -> Option<String> {
    match (expected, found, place.name().as_deref()) {
        ("a string", Value::Array(_), Some("type")) => {
            Some("a schema has one type; add `nullable: true` if null is allowed".to_owned())
        }
        (
            "true or false",
            Value::Number(_),
            Some(name @ ("exclusiveMinimum" | "exclusiveMaximum")),
        ) => {
            let limit = if name == "exclusiveMinimum" { "minimum" } else { "maximum" };
            Some(format!("write `{limit}: {found}` and `{name}: true`"))
        }
        ("a string", Value::Number(_) | Value::Bool(_), _) => {
            Some(format!("put it in quotes: \"{found}\""))
        }
        ("true or false", Value::String(text), _) if matches!(&**text, "true" | "false") => {
            Some("write it without quotes".to_owned())
        }
        (_, Value::Null, _) => Some("write a value, at least `{}`".to_owned()),
        _ => None,
    }
}
