//! Schemas, in which the two forms differ little.

use super::Object;
use serde_json::{Value, json};

/// Converts one schema, where it stands, and leaves those inside of it alone. Returns the fields
/// that are new, each with the field that it has been.
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
