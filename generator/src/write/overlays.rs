//! Which overlays a crate has: those that something in it names.

use proc_macro2::{TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};

/// The overlays, by their modules, that these sources name, and those that such overlays name in
/// turn. `overlays` has the text of all there are, by module: `call`, `folder::overlay`.
pub fn needed<'a>(
    sources: impl Iterator<Item = &'a str>,
    overlays: &'a BTreeMap<String, String>,
) -> BTreeSet<String> {
    let mut needed = BTreeSet::new();
    let mut unread: Vec<&str> = sources.collect();
    while let Some(source) = unread.pop() {
        let Ok(tokens) = source.parse::<TokenStream>() else { continue };
        let mut paths = BTreeSet::new();
        crate_paths(tokens, &mut paths);
        for path in paths {
            let Some(module) = path.strip_prefix("runtime::") else { continue };
            if let Some(overlay) = overlays.get(module)
                && needed.insert(module.to_owned())
            {
                unread.push(overlay);
            }
        }
    }
    needed
}

/// The first three segments of each path that starts at the crate's root: `a`, `a::b` and `a::b::c`
/// of `crate::a::b::c::D`, also inside of groups and of strings, where serde has paths.
fn crate_paths(tokens: TokenStream, paths: &mut BTreeSet<String>) {
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Ident(ident) if ident == "crate" => {
                let mut rest = Vec::new();
                while let Some(next) = tokens.next_if(is_of_path) {
                    rest.push(next);
                }
                add(&[], &rest, paths);
                for token in rest {
                    if let TokenTree::Group(group) = token {
                        crate_paths(group.stream(), paths);
                    }
                }
            }
            TokenTree::Group(group) => crate_paths(group.stream(), paths),
            TokenTree::Literal(literal) => {
                let text = literal.to_string();
                if let Some(path) = text.trim_matches('"').strip_prefix("crate::")
                    && let Ok(tokens) = path.parse::<TokenStream>()
                {
                    add(&[], &tokens.into_iter().collect::<Vec<_>>(), paths);
                }
            }
            _ => {}
        }
    }
}

fn is_of_path(token: &TokenTree) -> bool {
    match token {
        TokenTree::Punct(punct) => punct.as_char() == ':',
        TokenTree::Ident(_) => true,
        TokenTree::Group(group) => group.delimiter() == proc_macro2::Delimiter::Brace,
        TokenTree::Literal(_) => false,
    }
}

/// Adds the path of these tokens, which stand behind `before`.
fn add(before: &[String], tokens: &[TokenTree], paths: &mut BTreeSet<String>) {
    let mut path = before.to_vec();
    for token in tokens {
        match token {
            TokenTree::Ident(ident) if path.len() < 3 => {
                path.push(ident.to_string());
                paths.insert(path.join("::"));
            }
            TokenTree::Group(group) => {
                let members: Vec<TokenTree> = group.stream().into_iter().collect();
                let is_comma =
                    |it: &TokenTree| matches!(it, TokenTree::Punct(it) if it.as_char() == ',');
                for member in members.split(is_comma) {
                    add(&path, member, paths);
                }
                return;
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlays_are_found_however_they_are_named() {
        let overlays = [
            ("call", "use crate::runtime::{failure::refused, header, folder::{overlay::E}};"),
            ("failure", ""),
            ("header", "$crate::runtime::wire::decode()"),
            ("wire", ""),
            ("timestamp", ""),
            ("folder::overlay", ""),
            ("pager", "use crate::runtime::call;"),
        ];
        let overlays: BTreeMap<String, String> =
            overlays.into_iter().map(|(a, b)| (a.to_owned(), b.to_owned())).collect();
        let of =
            |source: &str| needed([source].into_iter(), &overlays).into_iter().collect::<Vec<_>>();
        let all = ["call", "failure", "folder::overlay", "header", "wire"];
        assert_eq!(of("fn f() { crate::runtime::call::Call::new() }"), all);
        assert_eq!(of("#[serde(with = \"crate::runtime::timestamp\")] struct A;"), ["timestamp"]);
        assert!(of("/// crate::runtime::call\nstruct A; use other::call;").is_empty());
    }
}
