//! Structured changes to JSON values, and changes to text.

use proptest::{collection::vec, prelude::*, sample::Index};
use serde_json::{Map, Value, json};

/// A change to one node of a value.
#[derive(Clone, Debug)]
pub struct Mutation {
    node: Index,
    change: Change,
}

#[derive(Clone, Debug)]
enum Change {
    Remove,
    Rename(String),
    /// The node becomes a copy of another one.
    Copy(Index),
    Replace(Value),
    /// The node moves into this many arrays or objects.
    Nest(u8, bool),
    Edit(Vec<Edit>),
}

/// One to four changes; texts come from `words` or are random.
pub fn mutations(words: &'static [&'static str]) -> impl Strategy<Value = Vec<Mutation>> {
    let change = prop_oneof![
        3 => Just(Change::Remove),
        2 => text(words).prop_map(Change::Rename),
        3 => any::<Index>().prop_map(Change::Copy),
        6 => value(words).prop_map(Change::Replace),
        1 => (1u8.., any::<bool>()).prop_map(|(depth, array)| Change::Nest(depth, array)),
        3 => edits().prop_map(Change::Edit),
    ];
    let mutation = (any::<Index>(), change).prop_map(|(node, change)| Mutation { node, change });
    vec(mutation, 1..5)
}

/// A text from `words`, or a random one.
pub fn text(words: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop_oneof![
        3 => proptest::sample::select(words).prop_map(str::to_owned),
        1 => any::<String>(),
        1 => "[ -~]{0,12}",
    ]
}

/// A JSON value of any kind.
pub fn value(words: &'static [&'static str]) -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-2i64..3).prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        text(words).prop_map(Value::from),
        text(words).prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 8, 3, move |inner| {
        prop_oneof![
            vec(inner.clone(), 0..3).prop_map(Value::from),
            vec((text(words), inner), 0..3)
                .prop_map(|entries| Value::Object(entries.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

/// Applies the changes in order.
pub fn mutate(value: &mut Value, mutations: &[Mutation]) {
    for Mutation { node, change } in mutations {
        let pointers = pointers(value);
        let pointer = &pointers[node.index(pointers.len())];
        let (parent, key) = pointer.rsplit_once('/').unwrap_or_default();
        let key = key.replace("~1", "/").replace("~0", "~");
        match change {
            Change::Remove | Change::Rename(_) => match value.pointer_mut(parent) {
                Some(Value::Object(entries)) => {
                    if let (Some(old), Change::Rename(name)) = (entries.remove(&key), change) {
                        entries.insert(name.clone(), old);
                    }
                }
                Some(Value::Array(items)) => {
                    if let (Ok(index), Change::Remove) = (key.parse::<usize>(), change) {
                        items.remove(index);
                    }
                }
                _ => {}
            },
            Change::Copy(other) => {
                let other = value.pointer(&pointers[other.index(pointers.len())]).cloned();
                set(value, pointer, other.unwrap_or_default());
            }
            Change::Replace(new) => set(value, pointer, new.clone()),
            Change::Nest(depth, array) => {
                let old = value.pointer(pointer).cloned().unwrap_or_default();
                let nested = (0..*depth).fold(old, |inner, _| match array {
                    true => json!([inner]),
                    false => json!({ &*key: inner }),
                });
                set(value, pointer, nested);
            }
            Change::Edit(edits) => {
                let text = value.pointer(pointer).and_then(Value::as_str).map(str::to_owned);
                if let Some(text) = text {
                    set(value, pointer, Value::from(edited(&text, edits)));
                }
            }
        }
    }
}

fn set(value: &mut Value, pointer: &str, new: Value) {
    if let Some(node) = value.pointer_mut(pointer) {
        *node = new;
    }
}

/// The pointers of all nodes of a value, its own first.
fn pointers(value: &Value) -> Vec<String> {
    fn collect(value: &Value, pointer: String, found: &mut Vec<String>) {
        match value {
            Value::Object(entries) => {
                for (key, value) in entries {
                    let key = key.replace('~', "~0").replace('/', "~1");
                    collect(value, format!("{pointer}/{key}"), found);
                }
            }
            Value::Array(items) => {
                for (index, value) in items.iter().enumerate() {
                    collect(value, format!("{pointer}/{index}"), found);
                }
            }
            _ => {}
        }
        found.push(pointer);
    }
    let mut found = Vec::new();
    collect(value, String::new(), &mut found);
    found
}

/// A change to a text at one of its characters.
#[derive(Clone, Debug)]
pub struct Edit {
    at: Index,
    edit: EditKind,
}

#[derive(Clone, Debug)]
enum EditKind {
    Delete,
    Insert(char),
    Replace(char),
    /// The text ends here.
    Truncate,
    /// Repeats the text that follows.
    Repeat,
}

/// One to five edits.
pub fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let character = || {
        prop_oneof![
            4 => proptest::sample::select(CHARACTERS),
            1 => any::<char>(),
        ]
    };
    let edit = prop_oneof![
        3 => Just(EditKind::Delete),
        4 => character().prop_map(EditKind::Insert),
        4 => character().prop_map(EditKind::Replace),
        1 => Just(EditKind::Truncate),
        1 => Just(EditKind::Repeat),
    ];
    vec((any::<Index>(), edit).prop_map(|(at, edit)| Edit { at, edit }), 1..6)
}

/// Characters that mean something in JSON, YAML, URLs, headers or Rust.
const CHARACTERS: &[char] = &[
    '"', '\'', '\\', '{', '}', '[', ']', ':', ',', ' ', '\n', '\r', '\t', '\0', '#', '&', '*', '!',
    '|', '>', '%', '@', '/', '?', '=', ';', '.', '-', '+', '0', '9', 'e', 'Z', 'a', '_', '~', 'é',
    '\u{feff}', '\u{2028}', '😀',
];

/// Applies the edits in order.
pub fn edited(text: &str, edits: &[Edit]) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    for Edit { at, edit } in edits {
        let at = at.index(characters.len() + 1);
        let exists = at < characters.len();
        match edit {
            EditKind::Delete if exists => drop(characters.remove(at)),
            EditKind::Replace(character) if exists => characters[at] = *character,
            EditKind::Insert(character) => characters.insert(at, *character),
            EditKind::Truncate => characters.truncate(at),
            EditKind::Repeat => characters.extend_from_within(at..),
            EditKind::Delete | EditKind::Replace(_) => {}
        }
    }
    characters.into_iter().collect()
}
