//! The text of a `$ref`: a file, and a JSON pointer in it.

use crate::{
    diagnostics::{Problem, nearest},
    model::source::{Place, push_token, tokens},
};
use serde_json::Value;
use std::sync::Arc;

/// The reason why a `$ref` cannot be followed.
#[derive(Debug)]
pub(super) struct BadReference {
    pub message: String,
    pub hint: Option<String>,
}

impl BadReference {
    pub fn new(message: String, hint: Option<String>) -> Self {
        Self { message, hint }
    }

    /// The problem at the place of the `$ref`.
    pub fn at(self, place: Place) -> Problem {
        Problem { hint: self.hint, ..Problem::new(place, self.message) }
    }
}

/// The place that a `$ref` in `file` names. There may be nothing at this place.
pub(super) fn target(file: &Arc<str>, reference: &str) -> Result<Place, BadReference> {
    let (path, fragment) = reference.split_once('#').unwrap_or((reference, ""));
    if has_scheme(path) || path.starts_with("//") {
        return Err(BadReference::new(
            format!("the $ref {reference:?} is a URL; only files are read"),
            Some("download the file and refer to it by a relative path".to_owned()),
        ));
    }
    let pointer = percent_decoded(fragment);
    if !pointer.is_empty() && !pointer.starts_with('/') {
        return Err(BadReference::new(
            format!(
                "the $ref {reference:?} needs a JSON pointer after the `#`, which begins with `/`"
            ),
            Some(format!("write `{path}#/components/schemas/{pointer}`")),
        ));
    }
    let pointer = if pointer.contains('~') { canonical(&pointer) } else { pointer };
    let file = match path.is_empty() {
        true => file.clone(),
        false => beside(file, &percent_decoded(path)).into(),
    };
    Ok(Place { file, pointer })
}

/// The pointer with its escapes in canonical form.
fn canonical(pointer: &str) -> String {
    let mut canonical = String::new();
    tokens(pointer).for_each(|token| push_token(&mut canonical, &token));
    canonical
}

/// The path that `relative`, written in `file`, refers to.
pub fn beside(file: &str, relative: &str) -> String {
    match directory(file) {
        _ if relative.starts_with('/') => normalized(relative),
        "" if file.starts_with('/') => normalized(&format!("/{relative}")),
        "" => normalized(relative),
        directory => normalized(&format!("{directory}/{relative}")),
    }
}

/// The path without `.`, and without each `..` that can be resolved, so that a file has one name.
pub(super) fn normalized(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "." => {}
            "" if !parts.is_empty() => {}
            ".." if parts.last().is_some_and(|last| !matches!(*last, "" | "..")) => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// The directory of `path`; `""` for the directory that paths are relative to.
pub(super) fn directory(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(directory, _)| directory)
}

/// The relative path from `file` to `other`; empty if they are the same file.
pub(crate) fn relative(file: &str, other: &str) -> String {
    if file == other {
        return String::new();
    }
    let (mut from, mut to) = (directory(file), other);
    // Drops the directories that both have in common.
    while let (Some((mine, rest)), Some((theirs, others))) = (split_first(from), to.split_once('/'))
        && mine == theirs
    {
        (from, to) = (rest, others);
    }
    let up = from.split('/').filter(|part| !part.is_empty()).count();
    format!("{}{to}", "../".repeat(up))
}

/// Splits the first directory off a path.
fn split_first(path: &str) -> Option<(&str, &str)> {
    (!path.is_empty()).then(|| path.split_once('/').unwrap_or((path, "")))
}

/// A suggestion for a `$ref` to nothing.
pub(super) fn did_you_mean(root: &Value, place: &Place, reference: &str) -> Option<String> {
    let path = reference.split_once('#').map_or(reference, |(path, _)| path);
    let pointer = misspelt(root, &place.pointer).or_else(|| misplaced(root, &place.pointer))?;
    Some(format!("did you mean \"{path}#{pointer}\"?"))
}

/// `pointer` with its first wrong name replaced by the most similar one that exists.
fn misspelt(root: &Value, pointer: &str) -> Option<String> {
    let mut value = root;
    let mut corrected = String::new();
    for token in tokens(pointer) {
        let entries = value.as_object()?;
        let name = match entries.get_key_value(&*token) {
            Some((name, _)) => name,
            None => nearest(&token, entries.keys().map(String::as_str))?,
        };
        push_token(&mut corrected, name);
        value = &entries[name];
    }
    Some(corrected)
}

/// The definition with the name at the end of `pointer`, where either dialect has it. Authors mix
/// the two up.
fn misplaced(root: &Value, pointer: &str) -> Option<String> {
    let name = tokens(pointer).last()?;
    let homes = ["/components/schemas", "/components/parameters", "/components/responses"];
    let swagger_homes = ["/definitions", "/parameters", "/responses"];
    for home in homes.into_iter().chain(swagger_homes) {
        let mut candidate = home.to_owned();
        push_token(&mut candidate, &name);
        if root.pointer(&candidate).is_some() {
            return Some(candidate);
        }
    }
    None
}

/// Returns `true` if the path begins like a URI: `https:`, `file:`, `urn:`.
fn has_scheme(path: &str) -> bool {
    path.split_once(':').is_some_and(|(scheme, _)| {
        scheme.len() > 1
            && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
    })
}

/// Decodes percent-escapes; other text stays as it is.
fn percent_decoded(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [byte, after @ ..] = rest {
        let escaped = match (byte, after) {
            (b'%', [high, low, ..]) => hex(*high).zip(hex(*low)).map(|(high, low)| high * 16 + low),
            _ => None,
        };
        bytes.push(escaped.unwrap_or(*byte));
        rest = if escaped.is_some() { &after[2..] } else { after };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}
