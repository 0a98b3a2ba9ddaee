//! Finds the units of the overlays that a crate uses.

use super::table::{Edges, ITEMS, MEMBERS, Rule, UNITS};
use proc_macro2::{TokenStream, TokenTree};
use std::{
    collections::BTreeSet,
    fmt::{Display, Write},
};

/// The overlay items that some files of a crate use.
#[derive(Clone, Debug, Default)]
pub struct Uses {
    units: BTreeSet<usize>,
    calls: BTreeSet<usize>,
}

impl Uses {
    /// Adds an item, by its path below `crate::runtime`.
    pub fn add_item(&mut self, path: &str) {
        if let Ok(found) = ITEMS.binary_search_by_key(&path, |(path, _)| path) {
            self.units.extend(ITEMS[found].1);
        }
    }

    /// Adds the members that rendered code calls: `.name`, `Type::name`, or `::name` after `>`.
    pub fn add_calls(&mut self, tokens: TokenStream) {
        // The end of the current path. One buffer serves a whole file of names.
        let mut path = String::new();
        for token in tokens {
            match token {
                // The contents of an attribute call nothing, and most attributes are docs.
                TokenTree::Group(_) if path == "#" => path.clear(),
                TokenTree::Group(group) => {
                    path.clear();
                    self.add_calls(group.stream());
                }
                TokenTree::Ident(ident) => {
                    let start = path.len();
                    push(&mut path, &ident);
                    if start > 0 {
                        self.calls.extend(MEMBERS.binary_search(&&*path));
                    }
                    path.drain(..start);
                }
                TokenTree::Punct(punct) => match punct.as_char() {
                    ':' => path.push(':'),
                    start @ ('.' | '#') => {
                        path.clear();
                        path.push(start);
                    }
                    _ => path.clear(),
                },
                // `quote!` reads `self.0.#name` as `self` `.` `0.` and the name.
                TokenTree::Literal(literal) => {
                    path.clear();
                    push(&mut path, &literal);
                    path.replace_range(.., if path == "0." { "." } else { "" });
                }
            }
        }
    }

    pub fn add(&mut self, edges: &Edges) {
        self.units.extend(edges.needs);
        self.calls.extend(edges.calls);
    }

    pub fn extend(&mut self, other: &Self) {
        self.units.extend(&other.units);
        self.calls.extend(&other.calls);
    }

    /// The units that were added.
    pub fn units(&self) -> impl Iterator<Item = usize> {
        self.units.iter().copied()
    }

    /// Marks the units that a crate with these uses has.
    pub fn reach(&self) -> Vec<bool> {
        let mut search = Search {
            reached: vec![false; UNITS.len()],
            called: vec![false; MEMBERS.len()],
            open: Vec::new(),
        };
        self.calls.iter().for_each(|member| search.called[*member] = true);
        self.units.iter().for_each(|unit| search.reach(*unit));
        while !search.open.is_empty() {
            search.follow_edges();
            search.apply_rules();
        }
        search.reached
    }
}

fn push(path: &mut String, token: &impl Display) {
    write!(path, "{token}").expect("writing to a String cannot fail");
}

struct Search {
    reached: Vec<bool>,
    called: Vec<bool>,
    /// Units whose edges have not been followed.
    open: Vec<usize>,
}

impl Search {
    fn reach(&mut self, unit: usize) {
        if !self.reached[unit] {
            self.reached[unit] = true;
            self.open.push(unit);
        }
    }

    fn follow_edges(&mut self) {
        while let Some(unit) = self.open.pop() {
            let edges = &UNITS[unit].edges;
            edges.calls.iter().for_each(|member| self.called[*member] = true);
            edges.needs.iter().for_each(|unit| self.reach(*unit));
        }
    }

    fn apply_rules(&mut self) {
        for (index, unit) in UNITS.iter().enumerate() {
            let holds = match unit.rule {
                Rule::Named => false,
                Rule::WithAll(units) => units.iter().all(|unit| self.reached[*unit]),
                Rule::Called(unit, members) => {
                    self.reached[unit] && members.iter().any(|member| self.called[*member])
                }
            };
            if holds {
                self.reach(index);
            }
        }
    }
}
