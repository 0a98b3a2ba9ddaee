//! Finds the line and the column of a JSON pointer in a YAML or JSON text.
//!
//! serde knows values but not where they stand, so the text is scanned a second time, and only
//! when there is a problem to show.

use crate::{
    diagnostics::Location,
    model::source::{push_token, tokens},
};
use saphyr_parser::{Event, Marker, Parser};
use std::collections::HashMap;

/// Where the parts of a text stand, by JSON pointer: an entry of a mapping where its key stands,
/// an item of a sequence where it begins.
#[derive(Debug, Default)]
pub(super) struct Positions {
    by_pointer: HashMap<String, Position>,
    /// Keys that stand in their mapping once more, in the order of the text.
    pub repeated: Vec<Repeated>,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Position {
    /// The first line is 1.
    pub line: usize,
    /// In characters; the first column is 1.
    pub column: usize,
}

#[derive(Debug)]
pub(super) struct Repeated {
    pub pointer: String,
    pub first: Position,
    pub again: Position,
}

impl Location {
    /// Looks up `pointer` in `text`, the contents of the file at `path`. What is not in the text
    /// has the position of the nearest part around it.
    pub fn find(path: &str, text: &str, pointer: &str) -> Self {
        Positions::scan(text).location(path, pointer)
    }
}

impl Positions {
    /// Scans as far as the scanner understands the text.
    pub fn scan(text: &str) -> Self {
        let text = without_surrogates(text.strip_prefix('\u{feff}').unwrap_or(text));
        let mut scan = Scan::default();
        let mut parser = Parser::new_from_str(&text);
        while let Some(Ok((event, span))) = parser.next_event() {
            if event == Event::DocumentEnd {
                break;
            }
            scan.event(event, span.start);
        }
        scan.positions
    }

    pub fn location(&self, path: &str, pointer: &str) -> Location {
        let position = self.nearest(pointer);
        Location {
            file: path.to_owned(),
            line: position.map(|position| position.line),
            column: position.map(|position| position.column),
            pointer: pointer.to_owned(),
        }
    }

    fn nearest(&self, mut pointer: &str) -> Option<Position> {
        loop {
            if let Some(position) = self.by_pointer.get(pointer) {
                return Some(*position);
            }
            pointer = &pointer[..pointer.rfind('/')?];
        }
    }
}

/// JSON writes a character beyond the basic plane as two escapes that no YAML scanner takes; other
/// escapes of the same length leave every position as it is.
fn without_surrogates(text: &str) -> String {
    let mut parts = text.split("\\u");
    let mut clean = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        clean.push_str("\\u");
        let is_surrogate = matches!(
            part.as_bytes(),
            [b'd' | b'D', b'8'..=b'9' | b'a'..=b'f' | b'A'..=b'F', _, _, ..]
        );
        match part.get(4..) {
            Some(rest) if is_surrogate => clean.extend(["003f", rest]),
            _ => clean.push_str(part),
        }
    }
    clean
}

/// The scan of one document, and what is open in it.
#[derive(Default)]
struct Scan {
    positions: Positions,
    open: Vec<Collection>,
}

/// A mapping or a sequence whose end is yet to come. A pointer that is `None` belongs to what has
/// none: a key that is no text, and what stands below it.
enum Collection {
    Mapping { pointer: Option<String>, key: Option<Key> },
    Sequence { pointer: Option<String>, next: usize },
}

/// The key whose value comes next.
struct Key {
    pointer: Option<String>,
    start: Marker,
}

impl Scan {
    fn event(&mut self, event: Event<'_>, start: Marker) {
        match event {
            Event::Scalar(text, ..) => {
                self.node(Some(&text), start);
            }
            Event::Alias(_) => {
                self.node(None, start);
            }
            Event::MappingStart(..) => {
                let pointer = self.node(None, start);
                self.open.push(Collection::Mapping { pointer, key: None });
            }
            Event::SequenceStart(..) => {
                let pointer = self.node(None, start);
                self.open.push(Collection::Sequence { pointer, next: 0 });
            }
            Event::MappingEnd | Event::SequenceEnd => {
                self.open.pop();
            }
            Event::Nothing
            | Event::StreamStart
            | Event::StreamEnd
            | Event::DocumentStart(_)
            | Event::DocumentEnd => {}
        }
    }

    /// Takes the beginning of a node, which is a key when it stands where a key is due. Returns
    /// its pointer.
    fn node(&mut self, text: Option<&str>, start: Marker) -> Option<String> {
        let (pointer, start) = match self.open.last_mut() {
            None => (Some(String::new()), start),
            Some(Collection::Sequence { pointer, next }) => {
                *next += 1;
                (child(pointer.as_deref(), &(*next - 1).to_string()), start)
            }
            Some(Collection::Mapping { pointer, key }) => match key.take() {
                Some(key) => (key.pointer, key.start),
                None => {
                    let pointer = text.and_then(|text| child(pointer.as_deref(), text));
                    *key = Some(Key { pointer, start });
                    return None;
                }
            },
        };
        self.record(pointer.as_deref()?, start);
        pointer
    }

    fn record(&mut self, pointer: &str, start: Marker) {
        let position = Position { line: start.line(), column: start.col() + 1 };
        if let Some(first) = self.positions.by_pointer.get(pointer) {
            let repeated = Repeated { pointer: pointer.to_owned(), first: *first, again: position };
            self.positions.repeated.push(repeated);
        } else {
            self.positions.by_pointer.insert(pointer.to_owned(), position);
        }
    }
}

fn child(pointer: Option<&str>, token: &str) -> Option<String> {
    let mut child = pointer?.to_owned();
    push_token(&mut child, token);
    Some(child)
}

impl Repeated {
    /// The key that is repeated.
    pub fn key(&self) -> String {
        tokens(&self.pointer).last().unwrap_or_default().into_owned()
    }
}
