//! The result of a comparison.

use super::element::{Aspect, Kind, Level};
use crate::diagnostics::Diagnostics;
use serde::Serialize;

/// All changes, the most serious first.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    pub old: String,
    pub new: String,
    /// The highest level of the changes; `None` if there are none.
    pub verdict: Option<Level>,
    pub changes: Vec<Change>,
    /// The problems of the parts that are left out of the old and of the new description.
    #[serde(skip)]
    pub unsupported: [Diagnostics; 2],
}

/// A change of one element.
#[derive(Clone, Debug, Serialize)]
pub struct Change {
    pub level: Level,
    pub what: What,
    pub kind: Kind,
    /// The names of the elements around it, from the outside: an operation, its body.
    pub within: Vec<String>,
    /// The element in the old description, if it was there.
    pub old: Option<Side>,
    /// The element in the new description, if it is there.
    pub new: Option<Side>,
    /// The effect on clients that are built already: `they do not send it`.
    pub built: &'static str,
    /// The changed aspects of an element that is in both.
    pub aspects: Vec<AspectChange>,
}

/// The kind of a [`Change`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum What {
    Added,
    Removed,
    /// A guess: the element probably has a new name.
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
    /// How the element appears in Rust.
    pub rust: String,
}

/// The change of one aspect.
#[derive(Clone, Debug, Serialize)]
pub struct AspectChange {
    pub aspect: Aspect,
    pub level: Level,
    /// The value in the description, before and after.
    pub said: Values,
    /// The value in Rust, before and after.
    pub rust: Values,
}

/// A value before and after; `None` if there is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Values {
    pub old: Option<String>,
    pub new: Option<String>,
}

impl Report {
    pub(super) fn new(
        [old, new]: [&str; 2],
        mut changes: Vec<Change>,
        unsupported: [Diagnostics; 2],
    ) -> Self {
        changes.sort_by_key(|it| std::cmp::Reverse(it.level));
        let verdict = changes.first().map(|it| it.level);
        Self { old: old.to_owned(), new: new.to_owned(), verdict, changes, unsupported }
    }

    /// The number of changes of a level.
    pub fn count(&self, level: Level) -> usize {
        self.changes.iter().filter(|it| it.level == level).count()
    }
}

impl Change {
    /// Returns `true` if the element kept its name and only moved.
    pub(super) fn is_moved(&self) -> bool {
        let [old, new] = [&self.old, &self.new].map(|it| it.as_ref().map(|it| &it.name));
        self.what == What::Renamed && old == new
    }

    /// Returns `true` if only titles and descriptions have changed.
    pub fn is_words(&self) -> bool {
        self.what == What::Changed && self.aspects.iter().all(|it| it.aspect == Aspect::Words)
    }
}

impl Side {
    /// `file:line:column`, as editors and terminals understand it.
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
