//! Values with a structure outside of bodies: `style` and `explode` of OpenAPI, which follow RFC 6570,
//! section 3.2.

use crate::runtime::{
    pipeline::{NAME, SEGMENT, push_encoded},
    query::Text,
};
use percent_encoding::AsciiSet;
use serde::Serialize;
use serde_json::{Map, Value};

/// The style of a parameter.
#[allow(dead_code, reason = "an API uses some of them")]
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Style {
    /// `a,b`, in a path.
    Simple,
    /// `a,b`, in a header, where nothing is percent-encoded.
    Header,
    /// `.a.b`.
    Label,
    /// `;name=a,b`.
    Matrix,
    /// `name=a,b`.
    Form,
    /// `name[key]=a`.
    DeepObject,
}

/// Writes a value as the parameter `name`, percent-encoded. `null` is written as nothing.
pub(crate) fn expand<T: Serialize>(style: Style, explode: bool, name: &str, value: T) -> Text {
    let value = serde_json::to_value(value).map_err(|_| "cannot be written as text")?;
    let expansion = Expansion { style, explode, name: encoded(name, NAME) };
    Ok(match value {
        Value::Null => String::new(),
        value if style == Style::DeepObject => {
            let mut pairs = Vec::new();
            nest(expansion.name, value, &mut pairs);
            pairs.join("&")
        }
        Value::Array(items) => expansion.list(items),
        Value::Object(entries) => expansion.object(entries),
        scalar => expansion.scalar(&scalar),
    })
}

struct Expansion {
    style: Style,
    explode: bool,
    name: String,
}

impl Expansion {
    fn scalar(&self, value: &Value) -> String {
        self.named(self.text(value))
    }

    fn list(&self, items: Vec<Value>) -> String {
        let items = items.iter().filter(|it| !it.is_null()).map(|it| self.text(it));
        match (self.explode, self.style) {
            (true, Style::Matrix | Style::Form) => {
                let each: Vec<String> = items.map(|it| self.named(it)).collect();
                each.join(self.separator())
            }
            _ => {
                let joined = items.collect::<Vec<_>>().join(self.separator());
                if joined.is_empty() { joined } else { self.named(joined) }
            }
        }
    }

    fn object(&self, entries: Map<String, Value>) -> String {
        let entries = entries.iter().filter(|(_, value)| !value.is_null());
        let pair = |(key, value): (&String, &Value)| {
            let between = if self.explode { '=' } else { ',' };
            format!("{}{between}{}", self.escaped(key), self.text(value))
        };
        let pairs: Vec<String> = entries.map(pair).collect();
        match (self.explode, self.style) {
            _ if pairs.is_empty() => String::new(),
            (true, Style::Matrix) => pairs.iter().map(|it| format!(";{it}")).collect(),
            (true, Style::Form) => pairs.join("&"),
            _ => self.named(pairs.join(self.separator())),
        }
    }

    /// The text with the name of the parameter, where the style has it.
    fn named(&self, text: String) -> String {
        match self.style {
            Style::Simple | Style::Header | Style::DeepObject => text,
            Style::Label => format!(".{text}"),
            Style::Matrix => format!(";{}={text}", self.name),
            Style::Form => format!("{}={text}", self.name),
        }
    }

    /// The text between values.
    fn separator(&self) -> &'static str {
        match (self.style, self.explode) {
            (Style::Label, true) => ".",
            (Style::Matrix, true) => "",
            (Style::Form, true) => "&",
            _ => ",",
        }
    }

    fn text(&self, value: &Value) -> String {
        self.escaped(&plain(value))
    }

    fn escaped(&self, text: &str) -> String {
        match self.style {
            Style::Header => text.to_owned(),
            _ => encoded(text, SEGMENT),
        }
    }
}

/// Collects the pairs of a `deepObject`. OpenAPI does not define arrays in it; `name[]` is the form
/// that most servers read.
fn nest(name: String, value: Value, pairs: &mut Vec<String>) {
    match value {
        Value::Null => {}
        Value::Array(items) => {
            items.into_iter().for_each(|it| nest(format!("{name}[]"), it, pairs));
        }
        Value::Object(entries) => {
            for (key, value) in entries {
                nest(format!("{name}[{}]", encoded(&key, NAME)), value, pairs);
            }
        }
        scalar => pairs.push(format!("{name}={}", encoded(&plain(&scalar), SEGMENT))),
    }
}

/// The text of a string, or the JSON of any other value.
fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn encoded(text: &str, set: &'static AsciiSet) -> String {
    let mut encoded = String::new();
    push_encoded(&mut encoded, text, set);
    encoded
}
