//! Schemas. The dialects differ little here.

use super::Object;
use serde_json::{Value, json};

/// Converts one schema in place, without those inside it. Returns the new fields, each with the
/// field that it replaces.
pub(in crate::read) fn convert(schema: &mut Object) -> Vec<(&'static str, &'static str)> {
    let mut moves = Vec::new();
    if let Some(discriminator @ Value::String(_)) = schema.get_mut("discriminator") {
        *discriminator = json!({ "propertyName": discriminator.take() });
        moves.push(("discriminator", "discriminator"));
    }
    if schema.get("type").is_some_and(|name| name == "file") {
        schema.insert("type".to_owned(), "string".into());
        schema.insert("format".to_owned(), "binary".into());
        moves.push(("format", "type"));
    }
    for (old, new) in [("x-nullable", "nullable"), ("collectionFormat", "x-collectionFormat")] {
        if let Some(value) = schema.shift_remove(old) {
            schema.insert(new.to_owned(), value);
            moves.push((new, old));
        }
    }
    moves
}
