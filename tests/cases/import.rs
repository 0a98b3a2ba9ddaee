//! `cargo codegen import` writes a description of any format as OpenAPI 3.0 in YAML, or updates
//! one.

mod leaves;
mod problems;
mod shape;
mod updates;
mod upstream;

use generator::import::import;
use std::collections::BTreeMap;

/// Files in memory, by their paths.
type Files = BTreeMap<String, String>;

fn files<const N: usize>(files: [(&str, &str); N]) -> Files {
    files.into_iter().map(|(path, text)| (path.to_owned(), text.to_owned())).collect()
}

/// The text of `out` after `source` is imported.
#[track_caller]
fn imported(files: &Files, source: &str, out: Option<&str>) -> String {
    import(files, source, out).unwrap_or_else(|problems| panic!("{problems}"))
}

/// The removed and added lines.
fn changes(old: &str, new: &str) -> String {
    let diff = similar::TextDiff::from_lines(old, new);
    let changes = diff.iter_all_changes().filter(|it| it.tag() != similar::ChangeTag::Equal);
    changes.map(|it| format!("{}{it}", it.tag())).collect()
}
