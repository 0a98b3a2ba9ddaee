//! Where the entries of a YAML text stand in its lines, so that lines can be kept as they are.

use saphyr_parser::{Event, Marker, Parser};
use std::ops::Range;

/// What stands at one place of a text.
#[derive(Debug)]
pub(super) enum Outline {
    /// The entries of a mapping that has a line for each, by their keys.
    Mapping(Vec<Entry>),
    /// The items of a sequence that has a line for each. They have no keys.
    Sequence(Vec<Entry>),
    /// Anything else: it is kept or replaced as a whole.
    Leaf,
}

/// An entry of a mapping or an item of a sequence.
#[derive(Debug)]
pub(super) struct Entry {
    pub key: String,
    /// The line where it begins with its key or its dash.
    pub head: usize,
    /// How deep the key or the dash stands, in characters.
    pub column: usize,
    /// Its lines, and the comments and the blank lines before it.
    pub lines: Range<usize>,
    pub value: Outline,
}

impl Outline {
    /// `None` when the text is no block mapping, or cannot be scanned.
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

    /// Settles which of the lines `within` belong to which entry.
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

/// Where the comments and the blank lines before an entry begin, not before the line `first`.
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

    /// What `event` begins.
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
                // A key that is no text is none of a description's.
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

    /// The dash of the item that begins at a marker: in its line, or above.
    fn dash(&self, at: Marker) -> Option<(usize, usize)> {
        let head = at.line() - 1;
        let before: String = self.lines.get(head)?.chars().take(at.col()).collect();
        // An item may have another sequence's dash before its own: its own is the last one.
        before.rfind('-').map(|column| (head, column))
    }

    fn character(&self, at: Marker) -> Option<char> {
        self.lines.get(at.line() - 1)?.chars().nth(at.col())
    }
}
