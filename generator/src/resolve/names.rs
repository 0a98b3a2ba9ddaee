//! Names: from those of a description to those of Rust.

use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};
use std::collections::HashSet;

/// The name of a type or an enum's variant.
pub fn type_name(text: &str) -> String {
    let name = text.to_upper_camel_case();
    valid(&name).unwrap_or_else(|rest| format!("Value{rest}"))
}

/// The name of a type in `models`, whose file also names what [`TAKEN_BY_MODELS`] lists.
pub fn model_name(text: &str) -> String {
    let name = type_name(text);
    if TAKEN_BY_MODELS.contains(&name.as_str()) { format!("{name}Model") } else { name }
}

/// The name of a field, an argument, a method or a module.
pub fn field_name(text: &str) -> String {
    let name = text.to_snake_case();
    let name = valid(&name).unwrap_or_else(|rest| format!("value_{rest}"));
    if KEYWORDS.contains(&name.as_str()) { format!("{name}_") } else { name }
}

/// The name's ASCII, for a file's name should have no other; an error when no name begins so.
fn valid(name: &str) -> Result<String, String> {
    let valid: String =
        name.chars().filter(|it| it.is_ascii_alphanumeric() || *it == '_').collect();
    if valid.starts_with(|it: char| it.is_ascii_alphabetic()) { Ok(valid) } else { Err(valid) }
}

/// The name of a constant.
pub fn constant_name(text: &str) -> String {
    text.to_shouty_snake_case()
}

/// Names of one scope, each given once: what comes later and would be the same gets a number.
#[derive(Default)]
pub struct NamePool {
    taken: HashSet<String>,
}

impl NamePool {
    /// A scope in which these names mean something already.
    pub fn with(taken: &[&str]) -> Self {
        Self { taken: taken.iter().map(|name| (*name).to_owned()).collect() }
    }

    /// The name that stands for `name` in this scope.
    pub fn claim(&mut self, name: String) -> String {
        let mut free = name.clone();
        let mut number = 1;
        while !self.taken.insert(free.clone()) {
            number += 1;
            free = format!("{name}{number}");
        }
        free
    }
}

impl NamePool {
    /// The same for a name that something else stands beside, with this ending.
    pub fn claim_with(&mut self, name: String, ending: &str) -> String {
        let mut free = self.claim(name.clone());
        while !self.taken.insert(format!("{free}{ending}")) {
            free = self.claim(name.clone());
        }
        free
    }
}

/// What serde's `rename_all = "camelCase"` makes of a field.
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

/// What the file of the models imports, or has from the prelude.
const TAKEN_BY_MODELS: &[&str] = &[
    "Box",
    "Clone",
    "Collection",
    "Copy",
    "Debug",
    "Default",
    "Deserialize",
    "Eq",
    "Err",
    "From",
    "Hash",
    "HashMap",
    "Into",
    "IntoIterator",
    "Iterator",
    "None",
    "OffsetDateTime",
    "Ok",
    "Option",
    "PartialEq",
    "Patch",
    "Result",
    "SafeDebug",
    "Self",
    "Send",
    "Serialize",
    "Some",
    "String",
    "ToOwned",
    "ToString",
    "TryFrom",
    "Value",
    "Vec",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_rust() {
        assert_eq!(type_name("threadCreationDate"), "ThreadCreationDate");
        assert_eq!(type_name("1080p"), "Value1080p");
        assert_eq!(type_name("+"), "Value");
        assert_eq!(type_name("x²"), "X");
        assert_eq!(model_name("result"), "ResultModel");
        assert_eq!(field_name("bookId"), "book_id");
        assert_eq!(field_name("type"), "type_");
        assert_eq!(field_name("2fa"), "value_2fa");
        assert_eq!(constant_name("send_message"), "SEND_MESSAGE");
    }

    #[test]
    fn a_name_is_given_once() {
        let mut scope = NamePool::with(&["new"]);
        assert_eq!(scope.claim("new".to_owned()), "new2");
        assert_eq!(scope.claim("id".to_owned()), "id");
        assert_eq!(scope.claim("id".to_owned()), "id2");
    }

    #[test]
    fn fields_are_renamed_as_serde_does() {
        for (field, wire) in [("id", "id"), ("created_on", "createdOn"), ("type_", "type")] {
            assert_eq!(serde_camel_case(field), wire);
        }
    }
}
