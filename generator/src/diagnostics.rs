//! What is wrong with descriptions, collected so that one run shows all of it.

use crate::model::source::Place;
use std::fmt;

/// The problems found so far.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    collected: Vec<Diagnostic>,
}

/// One problem, as the user sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    pub location: Location,
    pub message: String,
    /// What would help.
    pub hint: Option<String>,
}

/// A place in a file, as its author sees it.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Location {
    /// The path, relative when the user gave a relative one.
    pub file: String,
    /// The first line is 1.
    pub line: Option<usize>,
    /// In characters; the first column is 1.
    pub column: Option<usize>,
    /// The JSON pointer in the file as it is written. Empty for the whole file, and where the
    /// text could not be read.
    pub pointer: String,
}

/// A problem at a place in the description, for code that does not know lines and columns;
/// [`Documents::report`](crate::read::Documents::report) looks them up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub place: Place,
    pub message: String,
    pub hint: Option<String>,
}

impl Diagnostics {
    /// Adds a problem, and returns it for a [`hint`](Diagnostic::hint).
    pub fn error(&mut self, location: Location, message: impl Into<String>) -> &mut Diagnostic {
        self.push(Diagnostic { location, message: message.into(), hint: None })
    }

    pub fn push(&mut self, diagnostic: Diagnostic) -> &mut Diagnostic {
        self.collected.push(diagnostic);
        self.collected.last_mut().expect("one has just been pushed")
    }

    pub fn is_empty(&self) -> bool {
        self.collected.is_empty()
    }

    pub fn len(&self) -> usize {
        self.collected.len()
    }

    /// The problems by file, line and column; problems of one place in the order of their finding.
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut sorted: Vec<_> = self.collected.iter().collect();
        sorted.sort_by(|a, b| a.location.cmp(&b.location));
        sorted
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, diagnostic) in self.sorted().into_iter().enumerate() {
            let separator = if index == 0 { "" } else { "\n" };
            writeln!(out, "{separator}{diagnostic}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Diagnostics {}

impl Diagnostic {
    /// Says what would help.
    pub fn hint(&mut self, hint: impl Into<String>) -> &mut Self {
        self.hint = Some(hint.into());
        self
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: error: {}", self.location, self.message)?;
        if !self.location.pointer.is_empty() {
            write!(out, "\n    at {}", self.location.pointer)?;
        }
        if let Some(hint) = &self.hint {
            write!(out, "\n  help: {hint}")?;
        }
        Ok(())
    }
}

impl Location {
    /// The whole of a file.
    pub fn file(path: impl Into<String>) -> Self {
        Self { file: path.into(), ..Self::default() }
    }
}

/// `file:line:column`, as editors and terminals take it.
impl fmt::Display for Location {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.file)?;
        for number in [self.line, self.column].into_iter().flatten() {
            write!(out, ":{number}")?;
        }
        Ok(())
    }
}

impl Problem {
    pub fn new(place: Place, message: impl Into<String>) -> Self {
        Self { place, message: message.into(), hint: None }
    }

    /// Says what would help.
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// The problem for the user, once the location of its place is known.
    pub fn at(self, location: Location) -> Diagnostic {
        Diagnostic { location, message: self.message, hint: self.hint }
    }
}

/// The candidate that a misspelt `name` most likely stands for, for "did you mean".
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // One slip in three characters is a misspelling; more is another name.
    let allowed = (name.chars().count() / 3).max(1);
    let scored =
        candidates.into_iter().map(|candidate| (edit_distance(name, candidate), candidate));
    let (distance, candidate) = scored.min_by_key(|(distance, _)| *distance)?;
    (distance <= allowed && distance < name.chars().count()).then_some(candidate)
}

/// How many characters must be added, removed or replaced to make one name the other; case does
/// not count (Levenshtein).
fn edit_distance(from: &str, to: &str) -> usize {
    let from: Vec<char> = from.to_lowercase().chars().collect();
    let to: Vec<char> = to.to_lowercase().chars().collect();
    // Neither is a name: spare the quadratic work.
    if from.len().max(to.len()) > 200 {
        return usize::MAX;
    }
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (removed, from) in from.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = removed + 1;
        for (added, to) in to.iter().enumerate() {
            let replaced = diagonal + usize::from(from != to);
            diagonal = row[added + 1];
            row[added + 1] = replaced.min(row[added] + 1).min(row[added + 1] + 1);
        }
    }
    row[to.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn location(file: &str, line: usize, column: usize) -> Location {
        let pointer = "/paths".to_owned();
        Location { file: file.to_owned(), line: Some(line), column: Some(column), pointer }
    }

    #[test]
    fn one_block_per_problem_in_the_order_of_the_files() {
        let mut diagnostics = Diagnostics::default();
        diagnostics.error(location("b.yaml", 1, 1), "second file");
        diagnostics.error(location("a.yaml", 12, 3), "later line");
        diagnostics.error(location("a.yaml", 2, 9), "earlier line").hint("did you mean `this`?");
        diagnostics.error(Location::file("a.yaml"), "whole file");
        assert_eq!(diagnostics.len(), 4);
        assert_eq!(
            diagnostics.to_string(),
            "\
a.yaml: error: whole file

a.yaml:2:9: error: earlier line
    at /paths
  help: did you mean `this`?

a.yaml:12:3: error: later line
    at /paths

b.yaml:1:1: error: second file
    at /paths
"
        );
    }

    #[test]
    fn nearest_forgives_slips_and_nothing_else() {
        let names = ["BookShelf", "BookPage", "Error"];
        assert_eq!(nearest("BookShef", names), Some("BookShelf"));
        assert_eq!(nearest("bookpage", names), Some("BookPage"));
        assert_eq!(nearest("Participant", names), None);
        assert_eq!(nearest("a", ["b"]), None);
        assert_eq!(nearest("", ["b"]), None);
        assert_eq!(nearest(&"x".repeat(100_000), [&*"y".repeat(100_000)]), None);
    }
}
