//! Prints the model as text for review.

use similar::TextDiff;
use std::{fmt::Debug, iter::Peekable, str::Chars};

/// The maximum width of a line.
const WIDTH: usize = 100;

/// Prints the debug output of a value without places and without absent, false or empty fields.
/// Everything that fits is on one line.
pub fn model_text(value: &impl Debug) -> String {
    let text = format!("{value:?}");
    let mut lines = String::new();
    let value = Parser { rest: text.chars().peekable() }.value().without_what_says_nothing();
    value.write(0, "", &mut lines);
    lines
}

/// Returns the difference between the texts of two named values; empty if they are equal.
pub fn difference(first: (&str, &impl Debug), second: (&str, &impl Debug)) -> String {
    let texts = (model_text(first.1), model_text(second.1));
    let diff = TextDiff::from_lines(&texts.0, &texts.1);
    diff.unified_diff().header(first.0, second.0).to_string()
}

/// A part of debug output.
enum Part {
    /// A number, a text, or a name.
    Leaf(String),
    /// `Name { a: b }`, `Name(a)` or `[a]`: the opening, the entries, and the closing.
    Group { open: String, entries: Vec<(Option<String>, Part)>, close: &'static str },
}

impl Part {
    fn without_what_says_nothing(self) -> Self {
        let Self::Group { open, entries, close } = self else { return self };
        let mut entries = entries.into_iter().filter_map(|(name, part)| {
            let part = part.without_what_says_nothing();
            let is_said =
                name.is_none() || !part.says_nothing() && name.as_deref() != Some("place");
            is_said.then_some((name, part))
        });
        match &*open {
            "Some(" => entries.next().map_or(Self::Leaf(open), |(_, part)| part),
            _ => match (open.strip_suffix('('), entries.collect::<Vec<_>>()) {
                (Some(name), entries) if entries.iter().all(|(_, part)| part.says_nothing()) => {
                    Self::Leaf(name.to_owned())
                }
                (_, entries) => Self::Group { entries, open, close },
            },
        }
    }

    fn says_nothing(&self) -> bool {
        match self {
            Self::Leaf(text) => matches!(&**text, "None" | "false"),
            Self::Group { entries, close, .. } => *close != ")" && entries.is_empty(),
        }
    }

    fn write(&self, indent: usize, behind: &str, lines: &mut String) {
        let line = self.line();
        let is_short = indent + line.len() + behind.len() <= WIDTH;
        match self {
            Self::Group { open, entries, close } if !is_short => {
                lines.push_str(open);
                lines.push('\n');
                for (name, part) in entries {
                    let name = name.as_ref().map(|name| format!("{name}: ")).unwrap_or_default();
                    lines.push_str(&" ".repeat(indent + 2));
                    lines.push_str(&name);
                    // A name makes the line longer, but does not indent its value.
                    let behind = " ".repeat(name.len()) + ",";
                    part.write(indent + 2, &behind, lines);
                    lines.push_str(",\n");
                }
                lines.push_str(&" ".repeat(indent));
                lines.push_str(close);
            }
            _ => lines.push_str(&line),
        }
    }

    fn line(&self) -> String {
        let Self::Group { open, entries, close } = self else {
            let Self::Leaf(text) = self else { return String::new() };
            return text.clone();
        };
        let entries = entries.iter().map(|(name, part)| match name {
            Some(name) => format!("{name}: {}", part.line()),
            None => part.line(),
        });
        let entries = entries.collect::<Vec<_>>().join(", ");
        match (*close, entries.is_empty()) {
            ("}", true) => open.trim_end_matches(" {").to_owned(),
            ("}", false) => format!("{open} {entries} }}"),
            _ => format!("{open}{entries}{close}"),
        }
    }
}

/// Parses derived debug output on one line.
struct Parser<'a> {
    rest: Peekable<Chars<'a>>,
}

impl Parser<'_> {
    fn value(&mut self) -> Part {
        if self.rest.peek() == Some(&'"') {
            return Part::Leaf(self.text());
        }
        let mut open = self.name();
        let close = match self.rest.peek().copied() {
            Some('[') => "]",
            Some('(') => ")",
            Some(' ') if self.rest.clone().nth(1) == Some('{') => {
                self.rest.next();
                open.push(' ');
                "}"
            }
            _ => return Part::Leaf(open),
        };
        open.extend(self.rest.next());
        Part::Group { open, entries: self.entries(close), close }
    }

    fn entries(&mut self, close: &str) -> Vec<(Option<String>, Part)> {
        let mut entries = Vec::new();
        loop {
            while self.rest.next_if(|it| matches!(it, ' ' | ',')).is_some() {}
            if self.rest.next_if(|it| close.starts_with(*it)).is_some()
                || self.rest.peek().is_none()
            {
                return entries;
            }
            let name = (close == "}").then(|| self.name());
            if name.is_some() {
                self.rest.by_ref().take(2).for_each(drop);
            }
            entries.push((name, self.value()));
        }
    }

    fn name(&mut self) -> String {
        let mut name = String::new();
        while let Some(next) = self.rest.next_if(|it| !" ,:()[]{}\"".contains(*it)) {
            name.push(next);
        }
        name
    }

    /// A text in quotes, with its escapes.
    fn text(&mut self) -> String {
        let mut text = String::new();
        text.extend(self.rest.next());
        while let Some(next) = self.rest.next() {
            text.push(next);
            match next {
                '"' => break,
                '\\' => text.extend(self.rest.next()),
                _ => {}
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug)]
    #[expect(dead_code, reason = "they are shown")]
    enum Shape {
        Round { radius: Option<f64>, hollow: bool, names: Vec<&'static str>, place: u8 },
        Plain(Option<Box<Shape>>),
        Bare,
    }

    #[test]
    fn what_says_nothing_is_left_out_and_what_is_short_stands_in_a_line() {
        let round = |names| Shape::Round { radius: Some(-1.5), hollow: false, names, place: 7 };
        assert_eq!(
            model_text(&round(vec!["a\"], {b"])),
            r#"Round { radius: -1.5, names: ["a\"], {b"] }"#
        );
        let bare = Shape::Round { radius: None, hollow: false, names: vec![], place: 7 };
        assert_eq!(model_text(&[Shape::Plain(None), Shape::Bare, bare]), "[Plain, Bare, Round]");
        let long = "x".repeat(40);
        let names: Vec<&'static str> = vec![long.leak(); 2];
        let expected = format!(
            "Plain(\n  Round {{\n    radius: -1.5,\n    names: [\"{0}\", \"{0}\"],\n  }},\n)",
            names[0]
        );
        assert_eq!(model_text(&Shape::Plain(Some(Box::new(round(names))))), expected);
    }
}
