//! Writes the graph as Rust constants.

use crate::{
    link::{Linked, Node, Rule},
    split::{Import, Kind, Source},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

/// The contents of the file that `generator/src/templates/table.rs` includes.
pub fn table(
    linked: &Linked,
    package: &BTreeMap<String, String>,
    stand_alone: &BTreeMap<String, String>,
) -> String {
    let called = linked.nodes.iter().filter_map(|node| match &node.rule {
        Rule::Called(_, names) => Some(names),
        _ => None,
    });
    let called: BTreeSet<&str> = called.flatten().map(String::as_str).collect();
    let called: Vec<&str> = called.into_iter().collect();
    let units = linked.sources.iter().flat_map(|it| &it.units);
    let mut table = String::new();
    constant(&mut table, "MEMBERS: &[&str]", called.iter().map(|name| format!("{name:?}")));
    constant(&mut table, "OVERLAYS: &[Overlay]", overlays(linked));
    constant(
        &mut table,
        "UNITS: &[Unit]",
        units.zip(&linked.nodes).map(|(unit, node)| {
            let rule = match &node.rule {
                Rule::Named => "Rule::Named".to_owned(),
                Rule::WithAll(units) => format!("Rule::WithAll(&{:?})", list(units)),
                Rule::Called(unit, names) => {
                    format!("Rule::Called({unit}, &[{}])", numbers(&called, names).join(", "))
                }
            };
            format!(
                "Unit {{ text: {:?}, is_apart: {}, is_member: {}, is_open: {}, imports: &{:?}, \
                 rule: {rule}, edges: {} }}",
                unit.text,
                unit.is_apart,
                unit.parent.is_some(),
                unit.text.ends_with('{'),
                list(&node.imports),
                edges(&called, node),
            )
        }),
    );
    let item =
        |(path, units): (&String, &BTreeSet<usize>)| format!("({path:?}, &{:?})", list(units));
    constant(&mut table, "ITEMS: &[(&str, &[usize])]", linked.items.iter().map(item));
    let extensions = linked.extensions.iter().map(|(extension, node)| {
        let (name, text) = (&extension.name, &extension.text);
        format!(
            "Extension {{ name: {name:?}, text: {text:?}, exports: &{:?}, edges: {} }}",
            extension.exports,
            edges(&called, node),
        )
    });
    constant(&mut table, "EXTENSIONS: &[Extension]", extensions);
    let file = |(path, text): (&String, &String)| format!("({path:?}, {text:?})");
    constant(&mut table, "PACKAGE: &[(&str, &str)]", package.iter().map(file));
    constant(&mut table, "STAND_ALONE: &[(&str, &str)]", stand_alone.iter().map(file));
    table
}

fn overlays(linked: &Linked) -> impl Iterator<Item = String> {
    let mut first = 0;
    linked.sources.iter().map(move |source| {
        let units = first..first + source.units.len();
        first = units.end;
        let imports: Vec<String> = source.imports.iter().map(import).collect();
        let (module, docs) = (&source.module, &source.docs);
        format!(
            "Overlay {{ module: {module:?}, docs: {docs:?}, imports: &[{}], units: {units:?}, \
             types: &{:?}, re_exports: &{:?} }}",
            imports.join(", "),
            public(source, |kind| matches!(kind, Kind::Type { .. })),
            public(source, |kind| matches!(kind, Kind::ReExport { .. })),
        )
    })
}

fn public(source: &Source, is: impl Fn(&Kind) -> bool) -> Vec<&str> {
    let kinds = source.units.iter().map(|unit| &unit.kind).filter(|kind| is(kind));
    let names = kinds.filter_map(|kind| match kind {
        Kind::Type { name, is_public: true } | Kind::ReExport { name, is_public: true } => {
            Some(name.as_str())
        }
        _ => None,
    });
    names.collect()
}

fn import(import: &Import) -> String {
    let (last, module) = import.path.split_last().expect("a path has segments");
    let name = match &import.name {
        Some(name) if name == last => name.clone(),
        Some(name) => format!("{last} as {name}"),
        None => format!("{last} as _"),
    };
    format!("Import {{ module: {:?}, name: {name:?} }}", module.join("::"))
}

fn edges(called: &[&str], node: &Node) -> String {
    let needs = list(&node.needs);
    let calls = numbers(called, &node.calls).join(", ");
    format!("Edges {{ needs: &{needs:?}, calls: &[{calls}] }}")
}

fn numbers<'a>(called: &[&str], names: impl IntoIterator<Item = &'a String>) -> Vec<String> {
    let number = |name: &String| called.binary_search(&name.as_str()).ok();
    names.into_iter().filter_map(number).map(|it| it.to_string()).collect()
}

fn list(set: &BTreeSet<usize>) -> Vec<usize> {
    set.iter().copied().collect()
}

fn constant(table: &mut String, declared: &str, elements: impl Iterator<Item = String>) {
    let elements: Vec<String> = elements.map(|it| format!("    {it},\n")).collect();
    writeln!(table, "pub const {declared} = &[\n{}];", elements.concat())
        .expect("writing to a String cannot fail");
}
