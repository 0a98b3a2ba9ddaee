//! Where things stand in descriptions.

use std::{borrow::Cow, fmt, sync::Arc};

/// A place in a description: which file, and the JSON pointer (RFC 6901) in it.
///
/// The pointer is that of the description in OpenAPI 3.0 form, whatever form the file has.
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

    /// The place of an entry of the mapping, or of an item of the sequence, that stands here.
    pub fn child(&self, token: impl fmt::Display) -> Self {
        let mut child = self.clone();
        push_token(&mut child.pointer, &token.to_string());
        child
    }

    /// Whether this is `other`, or a place below it.
    pub fn is_in(&self, other: &Self) -> bool {
        let below = self.pointer.strip_prefix(&other.pointer);
        self.file == other.file && below.is_some_and(|it| it.is_empty() || it.starts_with('/'))
    }

    /// The name or the index under which this place stands in its parent; the root has none.
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
    for character in token.chars() {
        match character {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            other => pointer.push(other),
        }
    }
}

/// The tokens of a JSON pointer, from the root down.
pub fn tokens(pointer: &str) -> impl DoubleEndedIterator<Item = Cow<'_, str>> {
    // What stands in front of the first slash is no token: it is empty in every pointer.
    let tokens = pointer.split_once('/').map(|(_, tokens)| tokens.split('/'));
    tokens.into_iter().flatten().map(unescape)
}

fn unescape(token: &str) -> Cow<'_, str> {
    if token.contains('~') {
        // In this order: `~01` stands for `~1`, not for a slash.
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
