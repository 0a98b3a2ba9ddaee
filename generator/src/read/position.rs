//! Finds the line and column of a JSON pointer in a YAML or JSON text.
//!
//! serde knows values but not their positions. So the text is scanned a second time, but only if
//! there is a problem to show.

use crate::{
    diagnostics::{Location, Part, Position, Span},
    model::source::push_token,
};
use saphyr_parser::{Event, Marker, Parser, ScalarStyle};
use std::collections::HashMap;

/// The positions of the parts of a text, by JSON pointer.
#[derive(Debug, Default)]
pub(super) struct Positions {
    by_pointer: HashMap<String, Extent>,
    /// The keys that appear again in the same mapping, in the order of the text.
    pub repeated: Vec<Repeated>,
}

/// The position of a part of a text.
#[derive(Clone, Copy, Debug)]
struct Extent {
    /// The key of a mapping's entry, or the beginning of a list's item.
    key: Span,
    /// The value, if it is a scalar that is not empty.
    scalar: Option<Span>,
}

#[derive(Debug)]
pub(super) struct Repeated {
    pub pointer: String,
    pub first: Span,
    pub again: Span,
}

impl Positions {
    /// Scans the text as far as the scanner understands it.
    pub fn scan(text: &str) -> Self {
        let text = without_surrogates(text);
        let mut scan = Scan::default();
        let mut parser = Parser::new_from_str(&text);
        while let Some(Ok((event, span))) = parser.next_event() {
            if event == Event::DocumentEnd {
                break;
            }
            scan.event(event, span);
        }
        scan.positions
    }

    /// The position of `pointer`, or of the nearest part around it that is in the text.
    pub fn location(&self, path: &str, pointer: &str, part: Part) -> Location {
        let span = match self.by_pointer.get(pointer) {
            Some(Extent { scalar: Some(scalar), .. }) if part == Part::Value => Some(*scalar),
            Some(extent) => Some(extent.key),
            None => self.nearest(pointer),
        };
        Location { file: path.to_owned(), span, pointer: pointer.to_owned() }
    }

    fn nearest(&self, mut pointer: &str) -> Option<Span> {
        loop {
            pointer = &pointer[..pointer.rfind('/')?];
            if let Some(extent) = self.by_pointer.get(pointer) {
                return Some(extent.key);
            }
        }
    }
}

/// Replaces surrogates. JSON writes a character beyond the basic plane as two escapes that no YAML
/// scanner accepts. Other escapes of the same length keep every position as it is.
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

/// The scan of one document, with the collections that are still open.
#[derive(Default)]
struct Scan {
    positions: Positions,
    open: Vec<Collection>,
}

/// A mapping or a sequence that has not ended. The pointer is `None` if the collection is below a
/// key that is not a string.
enum Collection {
    Mapping { pointer: Option<String>, key: Option<Key> },
    Sequence { pointer: Option<String>, next: usize },
}

/// A key whose value comes next.
struct Key {
    pointer: Option<String>,
    span: Span,
}

impl Scan {
    fn event(&mut self, event: Event<'_>, span: saphyr_parser::Span) {
        match event {
            Event::Scalar(text, style, ..) => {
                let is_one_line = !matches!(style, ScalarStyle::Literal | ScalarStyle::Folded);
                let scalar = Some(Span { start: position(span.start), end: position(span.end) })
                    .filter(|it| is_one_line && it.end > it.start);
                self.node(Some(&text), span.start, scalar);
            }
            Event::Alias(_) => {
                self.node(None, span.start, None);
            }
            Event::MappingStart(..) => {
                let pointer = self.node(None, span.start, None);
                self.open.push(Collection::Mapping { pointer, key: None });
            }
            Event::SequenceStart(..) => {
                let pointer = self.node(None, span.start, None);
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

    /// Takes the beginning of a node, which may be a key. Returns the pointer of the node.
    fn node(&mut self, text: Option<&str>, start: Marker, scalar: Option<Span>) -> Option<String> {
        let here = scalar.unwrap_or_else(|| position(start).into());
        let (pointer, key) = match self.open.last_mut() {
            None => (Some(String::new()), here),
            Some(Collection::Sequence { pointer, next }) => {
                *next += 1;
                (child(pointer.as_deref(), &(*next - 1).to_string()), here)
            }
            Some(Collection::Mapping { pointer, key }) => match key.take() {
                Some(key) => (key.pointer, key.span),
                None => {
                    let pointer = text.and_then(|text| child(pointer.as_deref(), text));
                    *key = Some(Key { pointer, span: here });
                    return None;
                }
            },
        };
        self.record(pointer.as_deref()?, Extent { key, scalar });
        pointer
    }

    fn record(&mut self, pointer: &str, extent: Extent) {
        if let Some(first) = self.positions.by_pointer.get(pointer) {
            let pointer = pointer.to_owned();
            let repeated = Repeated { pointer, first: first.key, again: extent.key };
            self.positions.repeated.push(repeated);
        } else {
            self.positions.by_pointer.insert(pointer.to_owned(), extent);
        }
    }
}

fn position(marker: Marker) -> Position {
    Position { line: marker.line(), column: marker.col() + 1 }
}

fn child(pointer: Option<&str>, token: &str) -> Option<String> {
    let mut child = pointer?.to_owned();
    push_token(&mut child, token);
    Some(child)
}
