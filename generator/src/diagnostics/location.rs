//! Locations in files, as their authors see them.

use std::fmt;

/// A location in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Location {
    /// The path, relative if the user gave a relative one.
    pub file: String,
    /// `None` for the whole file.
    pub span: Option<Span>,
    /// The JSON pointer in the file as it is written. Empty for the whole file, and if the text
    /// could not be parsed.
    pub pointer: String,
}

/// A range of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    pub start: Position,
    /// Behind the last character; the same as `start` if the end is not known.
    pub end: Position,
}

/// The position of a character in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Position {
    /// The first line is 1. Lines end with a line feed, a carriage return, or both (YAML 1.2).
    pub line: usize,
    /// In characters (Unicode scalar values); the first column is 1.
    pub column: usize,
}

/// The part of a mapping's entry that a problem is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Part {
    /// The value if it is a scalar; the key of a value that takes several lines.
    #[default]
    Value,
    Key,
}

impl Location {
    /// The location of a whole file.
    pub fn file(path: impl Into<String>) -> Self {
        Self { file: path.into(), ..Self::default() }
    }
}

/// `file:line:column`, as editors and terminals understand it.
impl fmt::Display for Location {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.file)?;
        match self.span {
            Some(Span { start, .. }) => write!(out, ":{}:{}", start.line, start.column),
            None => Ok(()),
        }
    }
}

impl Position {
    /// The position behind `before`, the beginning of a text.
    pub fn after(before: &str) -> Self {
        let last = lines(before).last().unwrap_or_default();
        Self { line: lines(before).count(), column: last.chars().count() + 1 }
    }
}

impl From<Position> for Span {
    fn from(start: Position) -> Self {
        Self { start, end: start }
    }
}

/// The lines of a text without their ends, including the one behind the last end.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let Some(end) = text.find(['\n', '\r']) else { return rest.take() };
        let width = if text[end..].starts_with("\r\n") { 2 } else { 1 };
        rest = Some(&text[end + width..]);
        Some(&text[..end])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_line_end_counts_once() {
        let text = "a\nbé\r\n\rc";
        assert_eq!(lines(text).collect::<Vec<_>>(), ["a", "bé", "", "c"]);
        assert_eq!(lines("").collect::<Vec<_>>(), [""]);
        assert_eq!(Position::after(""), Position { line: 1, column: 1 });
        assert_eq!(Position::after("a\nbé"), Position { line: 2, column: 3 });
        assert_eq!(Position::after(text), Position { line: 4, column: 2 });
    }
}
