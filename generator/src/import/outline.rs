//! The lines of the entries of a YAML text, so that they can be kept as they are.

use saphyr_parser::{Event, Marker, Parser};
use std::ops::Range;

/// The structure of one value of a text.
#[derive(Debug)]
pub(super) enum Outline {
    /// The entries of a block mapping, by key.
    Mapping(Vec<Entry>),
    /// The items of a block sequence, which have no keys.
    Sequence(Vec<Entry>),
    /// Any other value. It is kept or replaced as a whole.
    Leaf,
}

/// An entry of a mapping or an item of a sequence.
#[derive(Debug)]
pub(super) struct Entry {
    pub key: String,
    /// The line of its key or its dash.
    pub head: usize,
    /// The column of the key or the dash, in characters.
    pub column: usize,
    /// Its lines, with the comments and blank lines before it.
    pub lines: Range<usize>,
    pub value: Outline,
}

impl Outline {
    /// Returns `None` if the text is not a block mapping, or cannot be scanned.
    pub fn of(text: &str) -> Option<Self> {
        let lines: Vec<&str> = text.lines().collect();
        let mut scan = Scan { lines: &lines, parser: Parser::new_from_str(text) };
        loop {
            let (event, start) = scan.next()?;
            match event {
                Event::StreamStart | Event::DocumentStart(_) => {}
                event => {
                    let mut outline = scan.node(&event, start)?;
                    outline.close(&lines, 0..lines.len());
                    return matches!(outline, Self::Mapping(_)).then_some(outline);
                }
            }
        }
    }

    /// Assigns the lines `within` to the entries.
    fn close(&mut self, lines: &[&str], within: Range<usize>) {
        let (Self::Mapping(entries) | Self::Sequence(entries)) = self else { return };
        let mut end = within.end;
        for index in (0..entries.len()).rev() {
            let above = index.checked_sub(1).map_or(within.start, |it| entries[it].head + 1);
            let entry = &mut entries[index];
            entry.lines = lead(lines, entry, above)..end;
            entry.value.close(lines, entry.head + 1..end);
            end = entry.lines.start;
        }
    }
}

/// The first of the comments and blank lines before an entry, but not before the line `first`.
fn lead(lines: &[&str], entry: &Entry, first: usize) -> usize {
    let belongs = |line: &str| {
        let text = line.trim_start();
        text.is_empty() || text.starts_with('#') && line.len() - text.len() == entry.column
    };
    let mut start = entry.head;
    while start > first && belongs(lines[start - 1]) {
        start -= 1;
    }
    start
}

struct Scan<'a> {
    lines: &'a [&'a str],
    parser: Parser<'a, saphyr_parser::StrInput<'a>>,
}

impl<'a> Scan<'a> {
    fn next(&mut self) -> Option<(Event<'a>, Marker)> {
        let (event, span) = self.parser.next_event()?.ok()?;
        Some((event, span.start))
    }

    /// The value that begins with `event`.
    fn node(&mut self, event: &Event<'_>, start: Marker) -> Option<Outline> {
        match event {
            Event::MappingStart(..) => self.entries(start, true),
            Event::SequenceStart(..) => self.entries(start, false),
            _ => Some(Outline::Leaf),
        }
    }

    fn entries(&mut self, start: Marker, is_mapping: bool) -> Option<Outline> {
        let is_flow = self.character(start).is_some_and(|it| "{[".contains(it));
        let mut entries: Vec<Entry> = Vec::new();
        loop {
            let (event, mut at) = self.next()?;
            if matches!(event, Event::MappingEnd | Event::SequenceEnd) {
                break;
            }
            let (mut key, mut event) = (String::new(), event);
            let head = at;
            if is_mapping {
                // A description has no key that is not a scalar.
                let Event::Scalar(text, ..) = event else { return None };
                key = text.into_owned();
                (event, at) = self.next()?;
            }
            let value = self.node(&event, at)?;
            let (head, column) = match is_mapping || is_flow {
                true => (head.line() - 1, head.col()),
                false => self.dash(head)?,
            };
            entries.push(Entry { key, head, column, lines: head..head, value });
        }
        let is_apart = entries.windows(2).all(|it| it[0].head < it[1].head);
        Some(match (is_flow || !is_apart || entries.is_empty(), is_mapping) {
            (true, _) => Outline::Leaf,
            (false, true) => Outline::Mapping(entries),
            (false, false) => Outline::Sequence(entries),
        })
    }

    /// The dash of the item that begins at a marker: on its line, or above.
    fn dash(&self, at: Marker) -> Option<(usize, usize)> {
        let head = at.line() - 1;
        let before: String = self.lines.get(head)?.chars().take(at.col()).collect();
        // The dash of an outer sequence may come first; the item's own dash is the last one.
        before.rfind('-').map(|column| (head, column))
    }

    fn character(&self, at: Marker) -> Option<char> {
        self.lines.get(at.line() - 1)?.chars().nth(at.col())
    }
}
