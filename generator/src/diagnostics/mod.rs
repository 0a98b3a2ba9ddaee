//! Problems with descriptions, collected so that one run shows all of them.
//!
//! Phases report a [`Problem`] at a place in a document. Reading knows the location of the place in
//! a file, and turns the problem into a [`Diagnostic`]. `draw` shows diagnostics to people, `json`
//! to tools.

mod draw;
mod json;
mod location;
mod nearest;
mod scope;

pub use location::{Location, Part, Position, Span};
pub use nearest::nearest;
pub use scope::{LeftOut, Scope};

use crate::model::source::Place;
use indexmap::IndexMap;
use scope::Scopes;
use std::{fmt, sync::Arc};

/// The problems found so far, with the files that they are in.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    /// By path, in the order of reading. Boxed, because this is the error type of many functions.
    files: Box<IndexMap<String, SourceFile>>,
    /// A map, because the same problem can be found twice.
    collected: IndexMap<Diagnostic, Scopes>,
    /// `true` if they do not stop the run.
    are_warnings: bool,
}

/// A file of which problems are shown.
#[derive(Clone, Debug, Default)]
struct SourceFile {
    /// Empty if the file could not be read.
    text: Arc<str>,
    /// The `$ref` that led to the file.
    reached_from: Option<Location>,
}

/// One problem, as the user sees it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Diagnostic {
    pub location: Location,
    pub message: String,
    /// A suggestion.
    pub hint: Option<String>,
}

/// A problem at a place in a document, for code that does not know lines and columns.
/// [`Documents::report`](crate::read::Documents::report) looks them up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub place: Place,
    pub part: Part,
    pub message: String,
    pub hint: Option<String>,
    pub scope: Scope,
}

impl Diagnostics {
    /// Records the text of a file, to show lines of it.
    pub fn read(&mut self, path: &str, text: Arc<str>) {
        self.files.entry(path.to_owned()).or_default().text = text;
    }

    /// Records the `$ref` that led to a file.
    pub fn reached(&mut self, path: &str, from: Location) {
        self.files.entry(path.to_owned()).or_default().reached_from.get_or_insert(from);
    }

    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.push_in(diagnostic, Scope::Description);
    }

    pub fn push_in(&mut self, diagnostic: Diagnostic, scope: Scope) {
        self.files.entry(diagnostic.location.file.clone()).or_default();
        self.collected.entry(diagnostic).or_default().add(scope);
    }

    pub fn is_empty(&self) -> bool {
        self.collected.is_empty()
    }

    pub fn len(&self) -> usize {
        self.collected.len()
    }

    /// The problems in the order of reading, of lines and of columns. Problems at one location stay
    /// in the order of their discovery.
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut sorted: Vec<_> = self.collected.keys().collect();
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

    /// Adds a suggestion.
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

impl Problem {
    pub fn new(place: Place, message: impl Into<String>) -> Self {
        let (part, scope) = (Part::Value, Scope::Description);
        Self { place, part, message: message.into(), hint: None, scope }
    }

    /// Adds a suggestion.
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Marks the problem as one of the entry's name, not of its value.
    pub fn of_key(mut self) -> Self {
        self.part = Part::Key;
        self
    }

    /// Limits the problem to a part of the description.
    pub fn in_scope(mut self, scope: Scope) -> Self {
        self.scope = scope;
        self
    }

    /// The diagnostic for this problem, whose place is at `location`.
    pub fn at(self, location: Location) -> Diagnostic {
        Diagnostic { location, message: self.message, hint: self.hint }
    }
}
