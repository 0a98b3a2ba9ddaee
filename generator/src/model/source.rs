//! Places in descriptions.

use std::{
    borrow::Cow,
    fmt::{self, Write as _},
    sync::Arc,
};

/// A place in a description: which file, and the JSON pointer (RFC 6901) in it.
///
/// The pointer is the one in the OpenAPI 3.0 document, even if the file is written in Swagger 2.0.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    pub file: Arc<str>,
    pub pointer: String,
}

impl Place {
    pub fn new(file: impl Into<Arc<str>>, pointer: impl Into<String>) -> Self {
        Self { file: file.into(), pointer: pointer.into() }
    }

    /// The whole of `file`.
    pub fn root(file: impl Into<Arc<str>>) -> Self {
        Self::new(file, "")
    }

    /// The place of an entry of the mapping, or of an item of the list, at this place.
    pub fn child(&self, token: impl fmt::Display) -> Self {
        let mut pointer = String::with_capacity(self.pointer.len() + 24);
        pointer.push_str(&self.pointer);
        pointer.push('/');
        // Writing to a string does not fail.
        let _ = write!(Escaped(&mut pointer), "{token}");
        Self { file: self.file.clone(), pointer }
    }

    /// Returns `true` if this is `other`, or a place below it.
    pub fn is_in(&self, other: &Self) -> bool {
        let below = self.pointer.strip_prefix(&other.pointer);
        self.file == other.file && below.is_some_and(|it| it.is_empty() || it.starts_with('/'))
    }

    /// The last token of the pointer: a name or an index. The root has none.
    pub fn name(&self) -> Option<Cow<'_, str>> {
        tokens(&self.pointer).last()
    }
}

impl Default for Place {
    fn default() -> Self {
        Self::root("")
    }
}

impl fmt::Display for Place {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}#{}", self.file, self.pointer)
    }
}

/// Appends a token to a JSON pointer.
pub fn push_token(pointer: &mut String, token: &str) {
    pointer.push('/');
    push_escaped(pointer, token);
}

fn push_escaped(pointer: &mut String, token: &str) {
    let mut rest = token;
    while let Some(at) = rest.find(['~', '/']) {
        pointer.push_str(&rest[..at]);
        pointer.push_str(if rest[at..].starts_with('~') { "~0" } else { "~1" });
        rest = &rest[at + 1..];
    }
    pointer.push_str(rest);
}

/// A writer that escapes the tokens of a pointer.
struct Escaped<'a>(&'a mut String);

impl fmt::Write for Escaped<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        push_escaped(self.0, text);
        Ok(())
    }
}

/// The tokens of a JSON pointer, from the root down.
pub fn tokens(pointer: &str) -> impl DoubleEndedIterator<Item = Cow<'_, str>> {
    // A pointer begins with a slash, unless it is empty.
    let tokens = pointer.split_once('/').map(|(_, tokens)| tokens.split('/'));
    tokens.into_iter().flatten().map(unescape)
}

fn unescape(token: &str) -> Cow<'_, str> {
    if token.contains('~') {
        // The order matters: `~01` means `~1`, not a slash.
        Cow::Owned(token.replace("~1", "/").replace("~0", "~"))
    } else {
        Cow::Borrowed(token)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_escaped_and_read_back() {
        let names = ["paths", "/books/{id}", "~1", "", "a b"];
        let place = names.iter().fold(Place::root("library.yaml"), |place, name| place.child(name));
        assert_eq!(place.to_string(), "library.yaml#/paths/~1books~1{id}/~01//a b");
        assert_eq!(tokens(&place.pointer).collect::<Vec<_>>(), names);
        assert_eq!(place.child(3).name().unwrap(), "3");
    }

    #[test]
    fn the_root_has_no_name() {
        assert_eq!(Place::root("library.yaml").name(), None);
        assert_eq!(tokens("").count(), 0);
        assert_eq!(tokens("/").collect::<Vec<_>>(), [""]);
    }
}
