//! One file: its text, its value, and where the parts of the value stand in the text.

use super::position::Positions;
use crate::diagnostics::{Diagnostic, Diagnostics, Location};
use serde::de::{self, DeserializeSeed, Visitor};
use serde_json::{Map, Value};
use std::{
    cell::RefCell,
    fmt::{self, Display},
    sync::{Arc, OnceLock},
};

/// A YAML or JSON file, as it is written.
#[derive(Debug)]
pub(super) struct Source {
    pub path: Arc<str>,
    pub value: Value,
    text: String,
    positions: OnceLock<Positions>,
}

impl Source {
    /// Parses `text`, the contents of the file at `path`, whose top level must be a mapping.
    pub fn parse(path: &str, text: &str, diagnostics: &mut Diagnostics) -> Option<Self> {
        // Editors on Windows begin files with a byte order mark.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if text.trim().is_empty() {
            diagnostics.error(Location::file(path), "the file is empty");
            return None;
        }
        let repeated = RefCell::default();
        let value = match parse(path, text, Tree { repeated: &repeated }) {
            Ok(value) => value,
            Err(error) => {
                diagnostics.push(error.diagnostic(path));
                return None;
            }
        };
        let source =
            Self { path: path.into(), value, text: text.to_owned(), positions: OnceLock::new() };
        if !repeated.borrow().is_empty() {
            source.report_repeated(&repeated.borrow(), diagnostics);
            return None;
        }
        if !source.value.is_object() {
            diagnostics
                .error(source.location(""), "the top level must be a mapping")
                .hint("a description begins with `openapi: 3.0.3`");
            return None;
        }
        Some(source)
    }

    /// Where the part at `pointer` stands, or the nearest part around it that is in the file.
    pub fn location(&self, mut pointer: &str) -> Location {
        while self.value.pointer(pointer).is_none() {
            pointer = &pointer[..pointer.rfind('/').unwrap_or(0)];
        }
        self.positions().location(&self.path, pointer)
    }

    fn positions(&self) -> &Positions {
        self.positions.get_or_init(|| Positions::scan(&self.text))
    }

    fn report_repeated(&self, keys: &[String], diagnostics: &mut Diagnostics) {
        let message = |key: &str| format!("the key {key:?} stands twice in one mapping");
        let repeated = &self.positions().repeated;
        for repeated in repeated {
            let location = Location {
                file: self.path.to_string(),
                line: Some(repeated.again.line),
                column: Some(repeated.again.column),
                pointer: repeated.pointer.clone(),
            };
            diagnostics
                .error(location, message(&repeated.key()))
                .hint(format!("it stands first at line {}", repeated.first.line));
        }
        // The scanner gives up on some texts that serde takes.
        if repeated.is_empty() {
            for key in keys {
                diagnostics.error(Location::file(&*self.path), message(key));
            }
        }
    }
}

fn parse(path: &str, text: &str, tree: Tree<'_>) -> Result<Value, SyntaxError> {
    if path.ends_with(".json") {
        return parse_json(text, tree);
    }
    // JSON is nearly a part of YAML; what is in neither is better explained as YAML.
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
    let value = tree.deserialize(&mut deserializer)?;
    deserializer.end()?;
    Ok(value)
}

fn parse_yaml(text: &str, tree: Tree<'_>) -> Result<Value, SyntaxError> {
    let mut value = tree.deserialize(serde_yaml::Deserializer::from_str(text))?;
    merge(&mut value)?;
    Ok(value)
}

/// Carries out YAML's merge keys: `<<: *anchor` stands for the entries of the mapping at the
/// anchor, or of several.
fn merge(value: &mut Value) -> Result<(), SyntaxError> {
    match value {
        Value::Array(items) => items.iter_mut().try_for_each(merge),
        Value::Object(entries) => {
            entries.values_mut().try_for_each(merge)?;
            let bases = match entries.shift_remove("<<") {
                Some(Value::Array(bases)) => bases,
                Some(base) => vec![base],
                None => Vec::new(),
            };
            for base in bases {
                let Value::Object(base) = base else {
                    let message = "a merge key (`<<`) takes a mapping".to_owned();
                    return Err(SyntaxError { message, position: None });
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

/// Why a text is no YAML or JSON.
struct SyntaxError {
    message: String,
    position: Option<(usize, usize)>,
}

impl SyntaxError {
    /// serde's errors name the position in their texts; ours have it in front.
    fn new(error: impl Display, position: Option<(usize, usize)>) -> Self {
        let mut message = error.to_string();
        if let Some((line, column)) = position {
            message = message.replacen(&format!(" at line {line} column {column}"), "", 1);
        }
        Self { message, position }
    }

    fn diagnostic(self, path: &str) -> Diagnostic {
        let mut location = Location::file(path);
        (location.line, location.column) = self.position.unzip();
        Diagnostic { location, message: self.message, hint: None }
    }
}

impl From<serde_json::Error> for SyntaxError {
    fn from(error: serde_json::Error) -> Self {
        let position = (error.line(), error.column());
        Self::new(error, Some(position))
    }
}

impl From<serde_yaml::Error> for SyntaxError {
    fn from(error: serde_yaml::Error) -> Self {
        let position = error.location().map(|location| (location.line(), location.column()));
        Self::new(error, position)
    }
}

/// Reads a [`Value`] as serde_json does, except that nothing gets lost on the way: repeated keys
/// are noted, and numbers that JSON does not have are refused.
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
        out.write_str("a mapping, a list, text, a number, true, false or null")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    /// serde_yaml has no value at all where a file has only comments.
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

    /// An integer that needs more than 64 bits keeps its size, as in JSON, and loses precision.
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

    /// serde_yaml hands over a value with a tag of its author as an enum.
    fn visit_enum<A: de::EnumAccess<'de>>(self, value: A) -> Result<Value, A::Error> {
        let (tag, _) = value.variant::<String>()?;
        Err(de::Error::custom(format!("the tag !{tag} has no meaning in a description")))
    }
}
