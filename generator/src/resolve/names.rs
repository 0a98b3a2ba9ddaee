//! Names: from those of a description to those of Rust.

use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};
use std::collections::HashSet;

/// The name of a type or of an enum's variant.
pub fn type_name(text: &str) -> String {
    let name = text.to_upper_camel_case();
    valid(&name).unwrap_or_else(|rest| format!("Value{rest}"))
}

/// The name of a type in `models`. It never shadows a name of the prelude.
pub fn model_name(text: &str) -> String {
    not_of_prelude(type_name(text), "Model")
}

/// The name of a call's builder. It never shadows a name of the prelude.
pub fn builder_name(text: &str) -> String {
    not_of_prelude(type_name(text), "Call")
}

/// The name of the struct that is the body of a call.
pub fn body_name(builder: &str) -> String {
    format!("{builder}{BODY}")
}

/// The ending of a body's name.
pub const BODY: &str = "Body";

fn not_of_prelude(name: String, ending: &str) -> String {
    if PRELUDE.contains(&name.as_str()) { format!("{name}{ending}") } else { name }
}

/// The name of a field, an argument, a method or a module.
pub fn field_name(text: &str) -> String {
    let name = text.to_snake_case();
    let name = valid(&name).unwrap_or_else(|rest| format!("value_{rest}"));
    if KEYWORDS.contains(&name.as_str()) { format!("{name}_") } else { name }
}

/// The ASCII characters of a name, because it can become the name of a file. Fails if no name can
/// begin with the first of them.
fn valid(name: &str) -> Result<String, String> {
    let valid: String =
        name.chars().filter(|it| it.is_ascii_alphanumeric() || *it == '_').collect();
    if valid.starts_with(|it: char| it.is_ascii_alphabetic()) { Ok(valid) } else { Err(valid) }
}

/// The name of a constant.
pub fn constant_name(text: &str) -> String {
    text.to_shouty_snake_case()
}

/// A set of names in which each is used once. A name that is already in use gets a number.
#[derive(Default)]
pub struct NamePool {
    used: HashSet<String>,
}

impl NamePool {
    /// A pool in which these names are already in use.
    pub fn with<S: Into<String>>(used: impl IntoIterator<Item = S>) -> Self {
        Self { used: used.into_iter().map(Into::into).collect() }
    }

    /// The name, with a number if it is already in use.
    pub fn claim(&mut self, name: String) -> String {
        let mut free = name.clone();
        let mut number = 1;
        while !self.used.insert(free.clone()) {
            number += 1;
            free = format!("{name}{number}");
        }
        free
    }

    /// The name, with a number if the name or the name with `ending` is already in use.
    pub fn claim_with(&mut self, name: String, ending: &str) -> String {
        let mut free = self.claim(name.clone());
        while !self.used.insert(format!("{free}{ending}")) {
            free = self.claim(name.clone());
        }
        free
    }
}

/// The name that serde's `rename_all = "camelCase"` derives for a field.
pub fn serde_camel_case(field: &str) -> String {
    let mut words = field.split('_');
    let mut name = words.next().unwrap_or_default().to_owned();
    for word in words {
        let mut letters = word.chars();
        name.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        name.push_str(letters.as_str());
    }
    name
}

/// The strict and reserved keywords of the 2024 edition.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate",
    "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl",
    "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref",
    "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// The types, traits and variants of `std::prelude::rust_2024`, and `Self`.
const PRELUDE: &[&str] = &[
    "AsMut",
    "AsRef",
    "AsyncFn",
    "AsyncFnMut",
    "AsyncFnOnce",
    "Box",
    "Clone",
    "Copy",
    "Default",
    "DoubleEndedIterator",
    "Drop",
    "Eq",
    "Err",
    "ExactSizeIterator",
    "Extend",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromIterator",
    "Future",
    "Into",
    "IntoFuture",
    "IntoIterator",
    "Iterator",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Self",
    "Send",
    "Sized",
    "Some",
    "String",
    "Sync",
    "ToOwned",
    "ToString",
    "TryFrom",
    "TryInto",
    "Unpin",
    "Vec",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_identifiers() {
        assert_eq!(type_name("threadCreationDate"), "ThreadCreationDate");
        assert_eq!(type_name("1080p"), "Value1080p");
        assert_eq!(type_name("+"), "Value");
        assert_eq!(type_name("x²"), "X");
        assert_eq!(field_name("bookId"), "book_id");
        assert_eq!(field_name("type"), "type_");
        assert_eq!(field_name("2fa"), "value_2fa");
        assert_eq!(constant_name("send_message"), "SEND_MESSAGE");
    }

    #[test]
    fn names_of_the_prelude_get_an_ending() {
        assert_eq!(model_name("result"), "ResultModel");
        assert_eq!(builder_name("drop"), "DropCall");
        assert_eq!(builder_name("Error"), "Error");
    }

    #[test]
    fn a_name_is_claimed_once() {
        let mut pool = NamePool::with(["new"]);
        assert_eq!(pool.claim("new".to_owned()), "new2");
        assert_eq!(pool.claim("id".to_owned()), "id");
        assert_eq!(pool.claim("id".to_owned()), "id2");
    }

    #[test]
    fn fields_are_renamed_as_serde_does() {
        for (field, wire) in [("id", "id"), ("created_on", "createdOn"), ("type_", "type")] {
            assert_eq!(serde_camel_case(field), wire);
        }
    }
}
