//! Writes values as YAML for people, in the style of `spec/`.
//!
//! The writers of serde_yaml and saphyr do not fold long strings, leave no blank lines, and use
//! quotes differently from a person.

use super::scalar::{line, scalar};
use crate::model::source::{push_token, tokens};
use indexmap::IndexMap;
use serde_json::Value;

/// The maximum width of a line.
pub(super) const WIDTH: usize = 100;

/// Comments to add above parts, by pointer.
pub(super) type Notes = IndexMap<String, &'static str>;

/// A whole file.
pub(super) fn document(root: &Value, notes: &Notes) -> String {
    let mut writer = Writer { lines: Vec::new(), notes };
    writer.collection(root, 0, &mut String::new());
    writer.lines.join("\n") + "\n"
}

/// The lines of an entry `key` of a mapping, or of an item of a sequence if there is no key,
/// indented by `indent`. `pointer` is that of the value.
pub(super) fn part(
    key: Option<&str>,
    value: &Value,
    indent: usize,
    pointer: &str,
    notes: &Notes,
) -> Vec<String> {
    let mut writer = Writer { lines: Vec::new(), notes };
    let lead = key.map_or_else(|| "-".to_owned(), |key| format!("{}:", line(key)));
    writer.part(&lead, value, indent, &mut pointer.to_owned());
    writer.lines
}

/// The line of a comment.
pub(super) fn comment(note: &str, indent: usize) -> String {
    format!("{}# {note}", " ".repeat(indent))
}

/// Returns `true` if there are blank lines between the entries of the mapping at `pointer`: at the
/// top, in paths, and in components.
pub(super) fn is_spaced(pointer: &str) -> bool {
    let mut tokens = tokens(pointer);
    match tokens.next().as_deref() {
        None => true,
        Some("paths" | "x-ms-paths" | "components") => tokens.count() <= 1,
        Some(_) => false,
    }
}

struct Writer<'a> {
    lines: Vec<String>,
    notes: &'a Notes,
}

impl Writer<'_> {
    fn collection(&mut self, value: &Value, indent: usize, pointer: &mut String) {
        match value {
            Value::Object(entries) => {
                for (index, (key, value)) in entries.iter().enumerate() {
                    if index > 0 && is_spaced(pointer) {
                        self.lines.push(String::new());
                    }
                    let lead = format!("{}:", line(key));
                    at(pointer, key, |pointer| self.part(&lead, value, indent, pointer));
                }
            }
            Value::Array(items) => {
                for (index, value) in items.iter().enumerate() {
                    at(pointer, &index.to_string(), |pointer| {
                        self.part("-", value, indent, pointer);
                    });
                }
            }
            _ => {}
        }
    }

    /// Writes the value behind `lead`: a key, or the dash of an item.
    fn part(&mut self, lead: &str, value: &Value, indent: usize, pointer: &mut String) {
        if let Some(note) = self.notes.get(pointer) {
            self.lines.push(comment(note, indent));
        }
        let margin = " ".repeat(indent);
        let column = indent + lead.len() + 1;
        if let Some(flow) = flow(lead, value).filter(|it| column + it.len() <= WIDTH) {
            self.lines.push(format!("{margin}{lead} {flow}"));
        } else if is_collection(value) {
            let first = self.lines.len();
            if lead != "-" {
                self.lines.push(format!("{margin}{lead}"));
            }
            self.collection(value, indent + 2, pointer);
            if lead == "-" {
                let text = |it: &&mut String| !it.trim_start().starts_with('#');
                let head = self.lines[first..].iter_mut().find(text);
                head.into_iter().for_each(|it| it.replace_range(indent..=indent, "-"));
            }
        } else {
            let text = scalar(value, column, indent + 2);
            let lines = format!("{margin}{lead} {text}");
            self.lines.extend(lines.split('\n').map(str::to_owned));
        }
    }
}

/// A value that fits on one line: an empty one, or the tags of an operation.
fn flow(lead: &str, value: &Value) -> Option<String> {
    match value {
        Value::Object(entries) if entries.is_empty() => Some("{}".to_owned()),
        Value::Array(items) if items.is_empty() => Some("[]".to_owned()),
        Value::Array(_) if lead == "tags:" => in_brackets(value),
        _ => None,
    }
}

/// A list of strings on one line.
pub(super) fn in_brackets(list: &Value) -> Option<String> {
    let words = list.as_array()?.iter();
    let words = words.map(|it| it.as_str().filter(|it| is_word(it)).map(line));
    Some(format!("[{}]", words.collect::<Option<Vec<_>>>()?.join(", ")))
}

/// Returns `true` if the string contains no character that ends an item in brackets.
fn is_word(text: &str) -> bool {
    text.chars().all(|it| it.is_ascii_alphanumeric() || "-_. ".contains(it))
}

fn is_collection(value: &Value) -> bool {
    value.is_object() || value.is_array()
}

fn at(pointer: &mut String, token: &str, act: impl FnOnce(&mut String)) {
    let length = pointer.len();
    push_token(pointer, token);
    act(pointer);
    pointer.truncate(length);
}
