//! The generator never panics, whatever stands in its input: every case of `descriptions/` and `spec/`,
//! with something removed, misplaced, or replaced by something else.
//!
//! The mutations are the same in each run. A failure tells which one it was.

use serde_json::{Value, json};
use std::{
    collections::BTreeMap,
    panic::{self, AssertUnwindSafe, catch_unwind},
};
use tests::cases::{Case, texts, workspace};

/// How often each file is mutated.
const ROUNDS: u64 = 12;

#[test]
fn mutated_input_is_generated_or_refused() {
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let mut panics = Vec::new();
    let mut refused = 0;
    let mut count = 0;
    for case in Case::all("descriptions").into_iter().chain([spec()]) {
        for (path, text) in &case.files {
            let Ok(original) = serde_yaml::from_str::<Value>(text) else { continue };
            for round in 0..ROUNDS {
                let mut value = original.clone();
                let mutation =
                    mutate(&mut value, &mut Dice::of(&format!("{}/{path}", case.name), round));
                let mut mutated = case.clone();
                mutated.files.insert(path.clone(), value.to_string());
                count += 1;
                match catch_unwind(AssertUnwindSafe(|| mutated.generate().is_err())) {
                    Ok(is_refused) => refused += usize::from(is_refused),
                    Err(_) => panics.push(format!("{}/{path}: {mutation}", case.name)),
                }
            }
        }
    }
    panic::set_hook(hook);
    assert!(panics.is_empty(), "{} panics:\n{}", panics.len(), panics.join("\n"));
    // Mutations that all are refused, or none, would show nothing.
    assert!(refused > count / 5 && refused < count, "{refused} of {count} are refused");
}

/// `spec/` as a case: its `sdk.yaml` and descriptions.
fn spec() -> Case {
    let files: BTreeMap<String, String> = texts(&workspace().join("spec"));
    Case { name: "spec".to_owned(), files }
}

/// Changes one node of a value, and tells which and how.
fn mutate(value: &mut Value, dice: &mut Dice) -> String {
    let nodes = pointers(value);
    let pointer = dice.pick(&nodes).clone();
    let other: &String = dice.pick(&nodes);
    let other = value.pointer(other).cloned().unwrap_or_default();
    let (parent, _) = pointer.rsplit_once('/').unwrap_or_default();
    let key = pointer.rsplit('/').next().unwrap_or_default().replace("~1", "/").replace("~0", "~");
    match (dice.roll(4), value.pointer_mut(parent)) {
        (0, Some(Value::Object(entries))) => {
            entries.remove(&key);
            format!("{pointer} is removed")
        }
        (1, Some(Value::Object(entries))) => {
            let text = *dice.pick(TEXTS);
            if let Some(value) = entries.remove(&key) {
                entries.insert(text.to_owned(), value);
            }
            format!("{pointer} is called {text:?}")
        }
        _ => {
            let new = match dice.roll(3) {
                0 => other,
                1 => json!(*dice.pick(TEXTS)),
                _ => dice.pick(&values()).clone(),
            };
            let told = format!("{pointer} is {new}");
            if let Some(node) = value.pointer_mut(&pointer) {
                *node = new;
            }
            told
        }
    }
}

/// Texts that mean something in a description, or in Rust.
const TEXTS: &[&str] = &[
    "",
    "x",
    "a b",
    "1",
    "-",
    "type",
    "Self",
    "m²",
    "object",
    "array",
    "#/components/schemas/Book",
    "{",
    "/{a}/{b",
    "x-y",
    "date-time",
    "default",
    "\"",
    "`",
    "crate::x",
];

fn values() -> [Value; 12] {
    [
        Value::Null,
        json!(true),
        json!(7),
        json!(-1.5),
        json!([]),
        json!({}),
        json!(["x"]),
        json!([{}]),
        json!({ "x": 1 }),
        json!({ "type": "object", "properties": { "x": {} } }),
        json!({ "type": "string", "enum": [] }),
        json!({ "allOf": [{ "type": "string" }, {}] }),
    ]
}

/// The pointers of all nodes below a value.
fn pointers(value: &Value) -> Vec<String> {
    fn collect(value: &Value, pointer: &str, found: &mut Vec<String>) {
        let children: Vec<(String, &Value)> = match value {
            Value::Object(entries) => entries
                .iter()
                .map(|(key, value)| (key.replace('~', "~0").replace('/', "~1"), value))
                .collect(),
            Value::Array(items) => {
                items.iter().enumerate().map(|(index, value)| (index.to_string(), value)).collect()
            }
            _ => Vec::new(),
        };
        for (key, value) in children {
            let pointer = format!("{pointer}/{key}");
            collect(value, &pointer, found);
            found.push(pointer);
        }
    }
    let mut found = Vec::new();
    collect(value, "", &mut found);
    found
}

/// Numbers that look random, and are the same in each run (SplitMix64).
struct Dice(u64);

impl Dice {
    fn of(name: &str, round: u64) -> Self {
        // FNV-1a, which is the same on every machine.
        let hash = name.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Self(hash.wrapping_add(round))
    }

    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) as usize % sides
    }

    fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.roll(items.len())]
    }
}
