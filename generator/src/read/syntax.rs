//! The syntax of YAML and JSON texts.

use crate::{diagnostics::Position, model::source::push_token};
use serde::de::{self, DeserializeSeed, Visitor};
use serde_json::{Map, Value};
use std::{
    cell::RefCell,
    fmt::{self, Display},
};

/// Parses the contents of the file at `path`. Adds keys that appear twice in a mapping to
/// `repeated`.
pub(super) fn parse(
    path: &str,
    text: &str,
    repeated: &mut Vec<String>,
) -> Result<Value, SyntaxError> {
    let keys = RefCell::default();
    let mut value = parse_tree(path, text, Tree { repeated: &keys })?;
    if text.contains("<<") {
        merge(&mut value, "")?;
    }
    *repeated = keys.take();
    Ok(value)
}

/// The reason why a text is not YAML or JSON.
pub(super) struct SyntaxError {
    pub message: String,
    pub position: Option<Where>,
}

/// The position of a syntax error, as far as it is known.
pub(super) enum Where {
    Position(Position),
    Pointer(String),
}

fn parse_tree(path: &str, text: &str, tree: Tree<'_>) -> Result<Value, SyntaxError> {
    if path.ends_with(".json") {
        return parse_json(text, tree);
    }
    // Most JSON is YAML. If a text is neither, YAML's error is the better one.
    if text.trim_start().starts_with('{')
        && let Ok(value) = parse_json(text, tree)
    {
        return Ok(value);
    }
    tree.repeated.borrow_mut().clear();
    parse_yaml(text, tree)
}

fn parse_json(text: &str, tree: Tree<'_>) -> Result<Value, SyntaxError> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let value = tree.deserialize(&mut deserializer).and_then(|it| deserializer.end().map(|()| it));
    value.map_err(|error| SyntaxError::of_json(&error, text))
}

fn parse_yaml(text: &str, tree: Tree<'_>) -> Result<Value, SyntaxError> {
    let value = tree.deserialize(serde_yaml::Deserializer::from_str(text));
    value.map_err(|error| SyntaxError::of_yaml(&error))
}

/// Carries out YAML's merge keys: `<<: *anchor` adds the entries of the mapping at the anchor, or
/// of several.
fn merge(value: &mut Value, pointer: &str) -> Result<(), SyntaxError> {
    let below = |token: &str| {
        let mut pointer = pointer.to_owned();
        push_token(&mut pointer, token);
        pointer
    };
    match value {
        Value::Array(items) => {
            let mut items = items.iter_mut().enumerate();
            items.try_for_each(|(index, item)| merge(item, &below(&index.to_string())))
        }
        Value::Object(entries) => {
            entries.iter_mut().try_for_each(|(key, value)| merge(value, &below(key)))?;
            let bases = match entries.shift_remove("<<") {
                Some(Value::Array(bases)) => bases,
                Some(base) => vec![base],
                None => Vec::new(),
            };
            for base in bases {
                let Value::Object(base) = base else {
                    let message = "a merge key (`<<`) needs a mapping".to_owned();
                    return Err(SyntaxError {
                        message,
                        position: Some(Where::Pointer(below("<<"))),
                    });
                };
                for (key, value) in base {
                    entries.entry(key).or_insert(value);
                }
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

impl SyntaxError {
    fn of_json(error: &serde_json::Error, text: &str) -> Self {
        let (line, column) = (error.line(), error.column());
        // serde_json counts lines by line feeds, and columns in bytes.
        let line_start: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
        let mut at = (line_start + column.saturating_sub(1)).min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        Self::new(error, (line, column), Position::after(&text[..at]))
    }

    fn of_yaml(error: &serde_yaml::Error) -> Self {
        match error.location() {
            Some(at) => {
                let (line, column) = (at.line(), at.column());
                Self::new(error, (line, column), Position { line, column })
            }
            None => Self { message: error.to_string(), position: None },
        }
    }

    /// serde puts the position into the message; ours shows it in front.
    fn new(error: &impl Display, (line, column): (usize, usize), position: Position) -> Self {
        let message =
            error.to_string().replacen(&format!(" at line {line} column {column}"), "", 1);
        Self { message, position: Some(Where::Position(position)) }
    }
}

/// Reads a [`Value`] as serde_json does, but without losing anything: it records repeated keys, and
/// refuses numbers that JSON does not have.
#[derive(Clone, Copy)]
struct Tree<'a> {
    repeated: &'a RefCell<Vec<String>>,
}

impl<'de> DeserializeSeed<'de> for Tree<'_> {
    type Value = Value;

    fn deserialize<D: de::Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Tree<'_> {
    type Value = Value;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a mapping, a list, a string, a number, true, false or null")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    /// serde_yaml has no value for a file with only comments.
    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    /// An integer of more than 64 bits becomes a float and loses precision, as in JSON.
    fn visit_i128<E: de::Error>(self, value: i128) -> Result<Value, E> {
        self.visit_f64(value as f64)
    }

    fn visit_u128<E: de::Error>(self, value: u128) -> Result<Value, E> {
        self.visit_f64(value as f64)
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Value, E> {
        let number = serde_json::Number::from_f64(value);
        number.map(Value::Number).ok_or_else(|| E::custom(format!("JSON has no number {value}")))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: de::SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut array = Vec::new();
        while let Some(item) = items.next_element_seed(self)? {
            array.push(item);
        }
        Ok(array.into())
    }

    fn visit_map<A: de::MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        // YAML's `200:` is `"200"` in JSON.
        while let Some(key) = entries.next_key::<String>()? {
            let value = entries.next_value_seed(self)?;
            if object.insert(key.clone(), value).is_some() {
                self.repeated.borrow_mut().push(key);
            }
        }
        Ok(object.into())
    }

    /// serde_yaml presents a tagged value as an enum.
    fn visit_enum<A: de::EnumAccess<'de>>(self, value: A) -> Result<Value, A::Error> {
        let (tag, _) = value.variant::<String>()?;
        Err(de::Error::custom(format!("the tag !{tag} is not supported")))
    }
}
