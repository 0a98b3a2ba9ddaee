//! No input makes reading panic or hang, and valid documents can be read by openapiv3.

use super::{openapi, problems, try_read};
use crate::{
    diagnostics::Part,
    model::source::{Place, push_token},
};
use openapiv3::OpenAPI;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

const OPENAPI: &str = include_str!("everything.openapi.yaml");
const SWAGGER: &str = include_str!("everything.swagger.yaml");
const FRAGMENT: &str = "\
Thing: { type: object, properties: { self: { $ref: '#/Thing', title: T }, alias: { $ref: '#/Alias' } } }
Alias: { $ref: '#/Thing', description: dropped }
";

#[test]
fn the_mutated_descriptions_are_valid() {
    for text in [OPENAPI, SWAGGER] {
        assert_eq!(read_and_look(text), Outcome::Read);
    }
}

#[test]
fn parts_can_be_missing_or_have_wrong_types() {
    let replacements = [
        Value::Null,
        json!(true),
        json!(-1.5e300),
        json!("text"),
        json!([]),
        json!({}),
        json!([[{}], null]),
        json!({ "$ref": "#/components/schemas/Thing" }),
        json!({ "$ref": "#/paths/~1things/post" }),
        json!({ "$ref": "" }),
        json!({ "$ref": {}, "type": "string" }),
    ];
    let mut accepted = 0;
    for text in [OPENAPI, SWAGGER] {
        let whole: Value = serde_yaml::from_str(text).unwrap();
        let mut pointers = Vec::new();
        collect_pointers(&whole, "", &mut pointers);
        for (index, pointer) in pointers.iter().enumerate() {
            let mut without = whole.clone();
            remove(&mut without, pointer);
            accepted += usize::from(read_and_look(&without.to_string()) == Outcome::Read);
            // One value for each part: all of them take half a minute in a debug build.
            for replacement in replacements.iter().cycle().skip(index).take(1) {
                let mut mutated = whole.clone();
                *mutated.pointer_mut(pointer).unwrap() = replacement.clone();
                accepted += usize::from(read_and_look(&mutated.to_string()) == Outcome::Read);
            }
        }
    }
    // Most parts are optional. This fails if everything is refused.
    assert!(accepted > 200, "{accepted}");
}

#[test]
fn texts_can_end_anywhere() {
    for text in [OPENAPI, SWAGGER] {
        for end in (0..text.len()).step_by(7).filter(|end| text.is_char_boundary(*end)) {
            read_and_look(&text[..end]);
        }
    }
}

#[test]
fn texts_can_be_garbled() {
    let mut random = Random(1);
    let snippets = [
        "\t", ":", "- ", "{", "]", "&a ", "*a", "'", "\"", "|\n", "? ", "#", "\0", "%", "!x ",
        "\u{2028}", "<<: ", "~",
    ];
    for text in [OPENAPI, SWAGGER] {
        for _ in 0..400 {
            let mut garbled = text.to_owned();
            for _ in 0..1 + random.below(3) {
                let at = random.below(garbled.len());
                if garbled.is_char_boundary(at) {
                    garbled.insert_str(at, snippets[random.below(snippets.len())]);
                }
            }
            read_and_look(&garbled);
        }
    }
}

#[test]
fn depth_is_limited() {
    let nested = |depth: usize, open: &str, close: &str| {
        let schema = format!("{}{{}}{}", open.repeat(depth), close.repeat(depth));
        openapi(&format!("components: {{ schemas: {{ A: {schema} }} }}"))
    };
    for (open, close) in
        [("{\"items\": ", "}"), ("{\"additionalProperties\": ", "}"), ("{\"allOf\": [", "]}")]
    {
        assert_eq!(read_and_look(&nested(36, open, close)), Outcome::Read);
        let problems = problems(&[("a.yaml", &nested(45, open, close))]);
        assert!(problems.contains("this is nested more than 40 levels deep"), "{problems}");
        for depth in [200, 2_000] {
            assert_eq!(read_and_look(&nested(depth, open, close)), Outcome::Refused);
        }
    }
    let json = format!("{{\"openapi\":{}", "[".repeat(100_000));
    assert!(try_read(&[("a.json", &json)]).is_err());
}

#[test]
fn aliases_cannot_grow_without_bound() {
    let mut bomb = "x-a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n".to_owned();
    for level in 1..12 {
        let items = vec![format!("*a{}", level - 1); 9].join(", ");
        bomb.push_str(&format!("x-a{level}: &a{level} [{items}]\n"));
    }
    assert_eq!(
        problems(&[("a.yaml", &openapi(&bomb))]),
        "a.yaml: error: repetition limit exceeded\n"
    );
    assert!(problems(&[("a.yaml", &openapi("x-a: &a [*a]"))]).contains("recursion limit exceeded"));
}

#[test]
fn long_chains_of_aliases_are_followed() {
    let mut schemas = String::new();
    for index in 0..2000 {
        schemas.push_str(&format!(
            "    A{index}: {{ $ref: '#/components/schemas/A{}' }}\n",
            index + 1
        ));
    }
    let text = openapi(&format!("components:\n  schemas:\n{schemas}    A2000: {{}}\n"));
    let documents = try_read(&[("a.yaml", &text)]).unwrap();
    let target = documents.follow(&Place::root("a.yaml"), "#/components/schemas/A0").unwrap();
    assert_eq!(target.place.name().unwrap(), "A2000");
}

#[derive(Debug, PartialEq)]
enum Outcome {
    Read,
    Refused,
}

/// Reads a text, then looks at all of the result, as the later phases do.
fn read_and_look(text: &str) -> Outcome {
    let begun = Instant::now();
    let outcome = match try_read(&[("a.yaml", text), ("parts.yaml", FRAGMENT)]) {
        Err(diagnostics) => {
            assert!(!diagnostics.to_string().is_empty());
            Outcome::Refused
        }
        Ok(documents) => {
            serde_json::from_value::<OpenAPI>(documents.entry().root.clone())
                .unwrap_or_else(|error| panic!("{error} in {text}"));
            for document in documents.iter() {
                look_around(&documents, &Place::root(document.path.clone()), &document.root);
            }
            Outcome::Read
        }
    };
    assert!(begun.elapsed() < Duration::from_secs(20), "{text}");
    outcome
}

/// Looks up every place, and follows every `$ref`.
fn look_around(documents: &crate::read::Documents, place: &Place, value: &Value) {
    let location = documents.location(place, Part::Value);
    assert!(location.span.is_some(), "{place} has no line");
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                look_around(documents, &place.child(index), item);
            }
        }
        Value::Object(entries) => {
            if let Some(Value::String(reference)) = entries.get("$ref") {
                let _ = documents.follow(place, reference);
            }
            for (name, entry) in entries {
                look_around(documents, &place.child(name), entry);
            }
        }
        _ => {}
    }
}

fn collect_pointers(value: &Value, pointer: &str, pointers: &mut Vec<String>) {
    pointers.push(pointer.to_owned());
    let mut child = |token: &str, value: &Value| {
        let mut pointer = pointer.to_owned();
        push_token(&mut pointer, token);
        collect_pointers(value, &pointer, pointers);
    };
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| child(&index.to_string(), item));
        }
        Value::Object(entries) => entries.iter().for_each(|(name, entry)| child(name, entry)),
        _ => {}
    }
}

fn remove(root: &mut Value, pointer: &str) {
    let Some((parent, _)) = pointer.rsplit_once('/') else { return };
    let name = Place::new("", pointer).name().unwrap().into_owned();
    match root.pointer_mut(parent).unwrap() {
        Value::Array(items) => {
            items.remove(name.parse().unwrap());
        }
        Value::Object(entries) => {
            entries.shift_remove(&name);
        }
        _ => unreachable!("the parent of a value is a collection"),
    }
}

/// A linear congruential generator, which gives the same numbers in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound
    }
}
