//! Moves: the parts of a file that have another pointer in the document.

use crate::model::source::push_token;
use std::collections::HashMap;

/// The moves between a file and its document. A part that is not recorded moves with the part
/// around it.
#[derive(Debug, Default)]
pub(super) struct Moves {
    /// From the file to the document, for `$ref`s.
    targets: HashMap<String, String>,
    /// From the document to the file, for problems.
    sources: HashMap<String, String>,
}

impl Moves {
    /// Records that `from` in the file became `to` in the document. If it became several parts,
    /// `$ref`s lead to the first one.
    pub fn moved(&mut self, from: &str, to: &str) {
        self.targets.entry(from.to_owned()).or_insert_with(|| to.to_owned());
        self.added(to, from);
    }

    /// Records that `to` is new in the document, and exists because of `from` in the file.
    pub fn added(&mut self, to: &str, from: &str) {
        self.sources.insert(to.to_owned(), from.to_owned());
    }

    /// The pointer in the document of the part at `source` in the file.
    pub fn target(&self, source: &str) -> String {
        rebased(&self.targets, source)
    }

    /// The pointer in the file of the part at `target` in the document.
    pub fn source(&self, target: &str) -> String {
        rebased(&self.sources, target)
    }
}

/// Replaces the longest prefix of `pointer` that has moved.
fn rebased(moves: &HashMap<String, String>, pointer: &str) -> String {
    let mut end = pointer.len();
    loop {
        if let Some(base) = moves.get(&pointer[..end]) {
            return format!("{base}{}", &pointer[end..]);
        }
        match pointer[..end].rfind('/') {
            Some(slash) => end = slash,
            None => return pointer.to_owned(),
        }
    }
}

/// The pointer to a part below `pointer`.
pub(super) fn below<const N: usize>(pointer: &str, tokens: [&str; N]) -> String {
    let mut below = pointer.to_owned();
    tokens.into_iter().for_each(|token| push_token(&mut below, token));
    below
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_move_counts() {
        let mut moves = Moves::default();
        moves.moved("/definitions", "/components/schemas");
        moves.moved("/parameters/Body", "/components/requestBodies/Body");
        moves
            .moved("/parameters/Body/schema", "/components/requestBodies/Body/content/a~1b/schema");
        moves
            .moved("/parameters/Body/schema", "/components/requestBodies/Body/content/c~1d/schema");
        moves.added("/servers", "/host");

        assert_eq!(moves.target("/definitions/A/items"), "/components/schemas/A/items");
        assert_eq!(moves.source("/components/schemas/A/items"), "/definitions/A/items");
        let second = "/components/requestBodies/Body/content/c~1d/schema";
        assert_eq!(moves.source(&below(second, ["items"])), "/parameters/Body/schema/items");
        assert_eq!(moves.target("/parameters/Body/schema"), second.replace("c~1d", "a~1b"));
        assert_eq!(moves.source("/servers/0/url"), "/host/0/url");
        assert_eq!(moves.target("/host"), "/host");
        assert_eq!(moves.target("/definitionsX"), "/definitionsX");
    }
}
