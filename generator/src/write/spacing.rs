//! Blank lines between items.
//!
//! Rendered items are apart, except imports and declarations of modules. The units of an overlay
//! are apart as in its source.

use crate::templates::Unit;
use proc_macro2::{Ident, Span, TokenStream};
use std::mem;
use syn::{
    File as Syntax, ImplItem, ImplItemMacro, Item, ItemMacro, ItemMod, Macro, MacroDelimiter,
};

/// Marks the places of blank lines between items and methods, because prettyplease prints none.
pub fn mark_blank_lines(syntax: &mut Syntax) {
    syntax.items = space_items(mem::take(&mut syntax.items));
    if !syntax.attrs.is_empty() {
        syntax.items.insert(0, blank_item());
    }
}

/// Replaces the marks in the printed text with blank lines.
pub fn print_blank_lines(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len());
    for line in text.lines() {
        spaced.push_str(if line.trim_start() == MARK { "" } else { line });
        spaced.push('\n');
    }
    spaced
}

/// The mark of a blank line: a macro that prettyplease prints on a line of its own.
const MARK: &str = "blank_line! {}";

fn blank_macro() -> Macro {
    Macro {
        path: Ident::new("blank_line", Span::call_site()).into(),
        bang_token: Default::default(),
        delimiter: MacroDelimiter::Brace(Default::default()),
        tokens: TokenStream::new(),
    }
}

fn blank_item() -> Item {
    let mac = blank_macro();
    Item::Macro(ItemMacro { attrs: Vec::new(), ident: None, mac, semi_token: None })
}

fn blank_method() -> ImplItem {
    let mac = blank_macro();
    ImplItem::Macro(ImplItemMacro { attrs: Vec::new(), mac, semi_token: None })
}

fn space_items(items: Vec<Item>) -> Vec<Item> {
    let mut spaced: Vec<Item> = Vec::with_capacity(items.len() * 2);
    for mut item in items {
        match &mut item {
            Item::Impl(it) => it.items = space_methods(mem::take(&mut it.items)),
            Item::Mod(ItemMod { content: Some((_, items)), .. }) => {
                *items = space_items(mem::take(items));
            }
            _ => {}
        }
        if spaced.last().is_some_and(|last| !are_together(last, &item)) {
            spaced.push(blank_item());
        }
        spaced.push(item);
    }
    spaced
}

fn space_methods(items: Vec<ImplItem>) -> Vec<ImplItem> {
    let mut spaced: Vec<ImplItem> = Vec::with_capacity(items.len() * 2);
    for item in items {
        let are_types =
            matches!((spaced.last(), &item), (Some(ImplItem::Type(_)), ImplItem::Type(_)));
        if !spaced.is_empty() && !are_types {
            spaced.push(blank_method());
        }
        spaced.push(item);
    }
    spaced
}

/// Returns `true` for two imports, and for two declarations of modules without docs.
fn are_together(a: &Item, b: &Item) -> bool {
    match (a, b) {
        (Item::Use(a), Item::Use(b)) => a.vis == b.vis,
        (Item::Mod(a), Item::Mod(b)) => {
            [a, b].iter().all(|it| it.content.is_none() && it.attrs.is_empty()) && a.vis == b.vis
        }
        _ => false,
    }
}

/// A unit of an overlay, as a crate has it.
pub struct Printed {
    pub unit: &'static Unit,
    /// The line with its `cfg` attribute.
    pub condition: Option<String>,
}

/// Writes the units of an overlay. An `impl` or a trait is open until its last member.
pub fn write_units(text: &mut String, units: impl Iterator<Item = Printed>) {
    let mut units = units.peekable();
    let mut is_first = true;
    while let Some(Printed { unit, condition }) = units.next() {
        if unit.is_apart && !is_first {
            text.push('\n');
        }
        let indent = if unit.is_member { "    " } else { "" };
        for line in condition.as_deref().into_iter().chain([unit.text]) {
            text.push_str(indent);
            text.push_str(line);
        }
        let is_followed = units.peek().is_some_and(|next| next.unit.is_member);
        text.push_str(match unit {
            Unit { is_open: true, .. } if !is_followed => "}\n",
            Unit { is_member: true, .. } if !is_followed => "\n}\n",
            _ => "\n",
        });
        is_first = unit.is_open && is_followed;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::templates::{Edges, Rule};

    const UNIT: Unit = Unit {
        text: "",
        is_apart: true,
        is_member: false,
        is_open: false,
        imports: &[],
        rule: Rule::Named,
        edges: Edges { needs: &[], calls: &[] },
    };

    #[test]
    fn units_are_apart_as_in_their_source_and_impls_are_closed() {
        const UNITS: &[Unit] = &[
            Unit { text: "struct A;", ..UNIT },
            Unit { text: "use A as B;", is_apart: false, ..UNIT },
            Unit { text: "impl A {", is_open: true, ..UNIT },
            Unit { text: "fn a() {}", is_member: true, ..UNIT },
            Unit { text: "fn b() {}", is_member: true, ..UNIT },
            Unit { text: "impl B {", is_open: true, ..UNIT },
            Unit { text: "fn c() {}", ..UNIT },
        ];
        let mut text = String::new();
        let condition = |unit: &Unit| unit.text.contains("fn b").then(|| "#[cfg(b)]\n".to_owned());
        let printed = UNITS.iter().map(|unit| Printed { unit, condition: condition(unit) });
        write_units(&mut text, printed);
        assert_eq!(
            text,
            "\
struct A;
use A as B;

impl A {
    fn a() {}

    #[cfg(b)]
    fn b() {}
}

impl B {}

fn c() {}
"
        );
    }
}
