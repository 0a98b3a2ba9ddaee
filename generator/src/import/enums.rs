//! The words about the values of an enum, in `x-ms-enum`.

use super::{
    merge::{NEW, child},
    write::Notes,
};
use serde_json::{Map, Value, json};

/// Copies the words of `old`, a schema, about its values into `new`, its successor. New values get
/// a place for words.
pub(super) fn describe_values(
    old: &Map<String, Value>,
    new: &mut Map<String, Value>,
    at: &str,
    notes: &mut Notes,
) {
    let Some(described) = described(old).filter(|_| old.get("enum") != new.get("enum")) else {
        return;
    };
    let sources = self::described(new).cloned().unwrap_or_default();
    let values = new.get("enum").and_then(Value::as_array).cloned().unwrap_or_default();
    let Some(Value::Object(extension)) = new.get_mut("x-ms-enum") else { return };
    let find = |entries: &[Value], value: &Value| {
        entries.iter().find(|it| it.get("value") == Some(value)).cloned()
    };
    let mut entries = Vec::new();
    for (index, value) in values.iter().enumerate() {
        let known = find(described, value);
        if known.is_none() {
            let values = child(&child(at, "x-ms-enum"), "values");
            notes.insert(child(&values, &index.to_string()), NEW);
        }
        let entry = known.or_else(|| find(&sources, value));
        entries.push(entry.unwrap_or_else(|| json!({ "value": value })));
    }
    extension.insert("values".to_owned(), entries.into());
}

/// The words of a schema about its values.
pub(super) fn described(schema: &Map<String, Value>) -> Option<&Vec<Value>> {
    schema.get("x-ms-enum")?.get("values")?.as_array()
}
