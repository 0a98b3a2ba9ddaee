//! What is wrong with descriptions, collected so that one run shows all of it.
//!
//! Phases report a [`Problem`] at a place of a document. Reading knows which part of which text that
//! is, and makes it a [`Diagnostic`] at a [`Location`]. `draw` shows it to people, `json` to tools.

mod draw;
mod json;
mod location;
mod nearest;

pub use location::{Location, Part, Position, Span};
pub use nearest::nearest;

use crate::model::source::Place;
use indexmap::{IndexMap, IndexSet};
use std::{fmt, sync::Arc};

/// The problems found so far, and the files that they are in.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    /// By their paths, in the order in which they were read.
    /// Boxed, because what may fail is handed on as a whole.
    files: Box<IndexMap<String, SourceFile>>,
    /// What two ways lead to is one problem.
    collected: IndexSet<Diagnostic>,
}

/// What is known of a file beside its problems.
#[derive(Clone, Debug, Default)]
struct SourceFile {
    /// Empty for what could not be read.
    text: Arc<str>,
    /// The `$ref` that led to the file.
    reached_from: Option<Location>,
}

/// One problem, as the user sees it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Diagnostic {
    pub location: Location,
    pub message: String,
    /// What would help.
    pub hint: Option<String>,
}

/// A problem at a place in the description, for code that does not know lines and columns;
/// [`Documents::report`](crate::read::Documents::report) looks them up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub place: Place,
    pub part: Part,
    pub message: String,
    pub hint: Option<String>,
}

impl Diagnostics {
    /// Notes that a file has been read, and its text, of which problems show lines.
    pub fn read(&mut self, path: &str, text: Arc<str>) {
        self.files.entry(path.to_owned()).or_default().text = text;
    }

    /// Notes the `$ref` that led to a file.
    pub fn reached(&mut self, path: &str, from: Location) {
        self.files.entry(path.to_owned()).or_default().reached_from.get_or_insert(from);
    }

    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.files.entry(diagnostic.location.file.clone()).or_default();
        self.collected.insert(diagnostic);
    }

    pub fn is_empty(&self) -> bool {
        self.collected.is_empty()
    }

    pub fn len(&self) -> usize {
        self.collected.len()
    }

    /// The problems by file in the order of reading, by line and by column; problems of one place in
    /// the order of their finding.
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut sorted: Vec<_> = self.collected.iter().collect();
        sorted.sort_by_key(|it| (self.files.get_index_of(&it.location.file), it.location.span));
        sorted
    }

    fn file(&self, location: &Location) -> Option<&SourceFile> {
        self.files.get(&location.file)
    }
}

/// As on a terminal without colours.
impl fmt::Display for Diagnostics {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.drawn(&annotate_snippets::Renderer::plain()))
    }
}

impl std::error::Error for Diagnostics {}

impl Diagnostic {
    pub fn new(location: Location, message: impl Into<String>) -> Self {
        Self { location, message: message.into(), hint: None }
    }

    /// Says what would help.
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

impl Problem {
    pub fn new(place: Place, message: impl Into<String>) -> Self {
        Self { place, part: Part::Value, message: message.into(), hint: None }
    }

    /// Says what would help.
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// The problem is with the name of the entry, not with what the entry says.
    pub fn of_key(mut self) -> Self {
        self.part = Part::Key;
        self
    }

    /// The problem for the user, once the location of its place is known.
    pub fn at(self, location: Location) -> Diagnostic {
        Diagnostic { location, message: self.message, hint: self.hint }
    }
}
