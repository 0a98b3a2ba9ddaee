//! The names in the tokens of a unit.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::collections::BTreeSet;

/// The names that some code mentions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mentions {
    /// Paths, also those in strings, as serde has them. A name alone is a path of one segment.
    pub paths: BTreeSet<Vec<String>>,
    /// Lower-case names of one segment that are not called: variables, or functions as values.
    pub values: BTreeSet<String>,
    /// Names of called methods, as `.name`, and names after a type that is not a path, as `::name`.
    pub members: BTreeSet<String>,
}

impl Mentions {
    pub fn of(tokens: TokenStream) -> Self {
        let mut mentions = Self::default();
        mentions.walk(tokens);
        mentions
    }

    pub fn extend(&mut self, other: Self) {
        self.paths.extend(other.paths);
        self.values.extend(other.values);
        self.members.extend(other.members);
    }

    fn walk(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            at += 1;
            match token {
                // A doc comment is an attribute.
                TokenTree::Punct(punct) if punct.as_char() == '#' => {
                    at += skipped_doc(&tokens[at..])
                }
                TokenTree::Group(group) => self.walk(group.stream()),
                TokenTree::Literal(literal) => self.string(&literal.to_string()),
                TokenTree::Ident(ident) => {
                    let (path, length) = path(&tokens[at - 1..]);
                    let before = before(&tokens[..at - 1]);
                    at += length - 1;
                    match before {
                        // A field.
                        Before::Dot if !is_call(&tokens[at..]) => {}
                        Before::Dot => {
                            self.members.insert(format!(".{ident}"));
                        }
                        Before::Colons => {
                            self.members.insert(format!("::{ident}"));
                        }
                        // The name of a definition, or of a lifetime.
                        Before::Keyword | Before::Quote => {}
                        // The name of a field, an argument or a variable with a type.
                        Before::Other if path.len() == 1 && is_colon(&tokens, at) => {}
                        Before::Other if path.len() == 1 && is_value(&tokens[at - 1..]) => {
                            self.values.insert(ident.to_string());
                        }
                        Before::Other => {
                            self.paths.insert(path);
                        }
                    }
                }
                TokenTree::Punct(_) => {}
            }
        }
    }

    fn string(&mut self, literal: &str) {
        if let Some(path) = literal.strip_prefix("\"crate::").and_then(|it| it.strip_suffix('"')) {
            let segments = ["crate"].into_iter().chain(path.split("::"));
            self.paths.insert(segments.map(str::to_owned).collect());
        }
    }
}

enum Before {
    Dot,
    Colons,
    Keyword,
    Quote,
    Other,
}

fn before(tokens: &[TokenTree]) -> Before {
    let is = |back: usize, char: char| {
        let token = tokens.len().checked_sub(back).map(|at| &tokens[at]);
        matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == char)
    };
    match tokens.last() {
        // Not a range, and not the rest of a struct.
        Some(TokenTree::Punct(_)) if is(1, '.') && !is(2, '.') => Before::Dot,
        Some(TokenTree::Punct(_)) if is(1, ':') && is(2, ':') => Before::Colons,
        Some(TokenTree::Punct(_)) if is(1, '\'') => Before::Quote,
        Some(TokenTree::Ident(ident)) if ident == "fn" || ident == "type" => Before::Keyword,
        _ => Before::Other,
    }
}

/// Returns `true` if the first token is a lower-case name, and the next ones neither call it nor
/// import it.
fn is_value(tokens: &[TokenTree]) -> bool {
    let name = tokens[0].to_string();
    let is_macro = matches!(tokens.get(1), Some(TokenTree::Punct(it)) if it.as_char() == '!');
    name.starts_with(|it: char| it.is_lowercase()) && !is_macro && !is_call(&tokens[1..])
}

/// Returns `true` if these tokens after a name make it a call: arguments, or type arguments.
fn is_call(tokens: &[TokenTree]) -> bool {
    match tokens.first() {
        Some(TokenTree::Group(group)) => group.delimiter() == Delimiter::Parenthesis,
        Some(TokenTree::Punct(punct)) => punct.as_char() == ':',
        _ => false,
    }
}

/// The path that begins with the first token, and how many tokens it has.
fn path(tokens: &[TokenTree]) -> (Vec<String>, usize) {
    let mut segments = vec![tokens[0].to_string()];
    let mut length = 1;
    while let [TokenTree::Punct(a), TokenTree::Punct(b), TokenTree::Ident(ident), ..] =
        &tokens[length..]
        && a.as_char() == ':'
        && b.as_char() == ':'
    {
        segments.push(ident.to_string());
        length += 3;
    }
    (segments, length)
}

fn is_colon(tokens: &[TokenTree], at: usize) -> bool {
    let is = |at| matches!(tokens.get(at), Some(TokenTree::Punct(punct)) if punct.as_char() == ':');
    is(at) && !is(at + 1)
}

/// How many of the tokens after a `#` belong to a doc comment.
fn skipped_doc(tokens: &[TokenTree]) -> usize {
    match tokens {
        [TokenTree::Group(group), ..] if group.delimiter() == Delimiter::Bracket => {
            let first = group.stream().into_iter().next();
            let is_doc = matches!(first, Some(TokenTree::Ident(ident)) if ident == "doc");
            usize::from(is_doc)
        }
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(code: &str) -> Mentions {
        Mentions::of(code.parse().expect("the test has Rust"))
    }

    #[test]
    fn paths_are_found_in_code_macros_and_strings() {
        let paths =
            of("a::b(c); $crate::runtime::d!(); #[serde(with = \"crate::runtime::e\")]").paths;
        let paths: Vec<String> = paths.iter().map(|path| path.join("::")).collect();
        assert_eq!(paths, ["a::b", "crate::runtime::d", "crate::runtime::e", "serde"]);
    }

    #[test]
    fn members_follow_a_dot_or_a_type() {
        let mentions = of("a.b(); a.k; <C as D>::e(); F::<G>::h(); 1..i; Self { ..j }");
        assert_eq!(mentions.members.into_iter().collect::<Vec<_>>(), [".b", "::e", "::h"]);
        let paths: Vec<String> = mentions.paths.iter().map(|path| path.join("::")).collect();
        assert_eq!(paths, ["C", "D", "F", "G", "Self"]);
    }

    #[test]
    fn docs_definitions_lifetimes_and_names_of_fields_are_no_mentions() {
        let paths = of("/// crate::a\nfn b<'c>(c: D) { E { f: g } type F = H; }").paths;
        let paths: Vec<String> = paths.iter().map(|path| path.join("::")).collect();
        assert_eq!(paths, ["D", "E", "H"]);
    }
}
