//! What a comparison has found.

use super::element::{Aspect, Kind, Level};
use serde::Serialize;

/// All changes, the most serious first.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    pub old: String,
    pub new: String,
    /// The highest level of the changes; `None` when there are none.
    pub verdict: Option<Level>,
    pub changes: Vec<Change>,
}

/// A change of one element.
#[derive(Clone, Debug, Serialize)]
pub struct Change {
    pub level: Level,
    pub what: What,
    pub kind: Kind,
    /// The names of what the element is in, from the outside: an operation, its body.
    pub within: Vec<String>,
    /// The element in the old description, if it was there.
    pub old: Option<Side>,
    /// The element in the new description, if it is there.
    pub new: Option<Side>,
    /// What has changed of an element that is in both.
    pub aspects: Vec<AspectChange>,
}

/// What has happened to an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum What {
    Added,
    Removed,
    /// Most likely; it is a guess.
    Renamed,
    Changed,
}

/// An element in one of the descriptions.
#[derive(Clone, Debug, Serialize)]
pub struct Side {
    /// The name in the description.
    pub name: String,
    pub file: String,
    /// The first line is 1.
    pub line: Option<usize>,
    /// In characters; the first column is 1.
    pub column: Option<usize>,
    /// The JSON pointer in the file as it is written.
    pub pointer: String,
    /// What it is in Rust.
    pub rust: String,
}

/// What has changed of an element.
#[derive(Clone, Debug, Serialize)]
pub struct AspectChange {
    pub aspect: Aspect,
    pub level: Level,
    /// What the description says, before and after.
    pub said: Values,
    /// What it is in Rust, before and after.
    pub rust: Values,
}

/// A value before and after; `None` is nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Values {
    pub old: Option<String>,
    pub new: Option<String>,
}

impl Report {
    pub(super) fn new(old: &str, new: &str, mut changes: Vec<Change>) -> Self {
        changes.sort_by_key(|it| std::cmp::Reverse(it.level));
        let verdict = changes.first().map(|it| it.level);
        Self { old: old.to_owned(), new: new.to_owned(), verdict, changes }
    }

    /// How many changes there are of a level.
    pub fn count(&self, level: Level) -> usize {
        self.changes.iter().filter(|it| it.level == level).count()
    }
}

impl Change {
    /// Whether it has the same name in another place: of two with one name, who knows which is which.
    pub(super) fn is_moved(&self) -> bool {
        let [old, new] = [&self.old, &self.new].map(|it| it.as_ref().map(|it| &it.name));
        self.what == What::Renamed && old == new
    }

    /// Whether nothing has changed but titles and descriptions.
    pub fn is_words(&self) -> bool {
        self.what == What::Changed && self.aspects.iter().all(|it| it.aspect == Aspect::Words)
    }
}

impl Side {
    /// `file:line:column`, as editors and terminals take it.
    pub fn position(&self) -> String {
        let numbers = [self.line, self.column].into_iter().flatten();
        numbers.fold(self.file.clone(), |text, number| format!("{text}:{number}"))
    }
}

impl Values {
    pub fn differ(&self) -> bool {
        self.old != self.new
    }
}
