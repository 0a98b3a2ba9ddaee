//! Examples: JSON of models, which a generated crate must write as it read it, and the code in the
//! docs of methods, which must compile.
//!
//! A case has JSON in `examples.json`: a list of values for each type.

use crate::cases::Case;
use generator::write::File;
use serde_json::{Map, Value};
use std::fmt::Write;

/// The file of a case that has the examples.
const FILE: &str = "examples.json";

/// Writes a program that reads and writes the examples of these cases. Their crates are in the
/// same folder as the program.
///
/// # Panics
/// Panics if the examples of a case are not a JSON object.
pub fn reader(name: &str, cases: &[Case]) -> Vec<File> {
    let mut manifest = format!("[package]\nname = {name:?}\nversion = \"0.1.0\"\n");
    manifest += "edition = \"2024\"\npublish = false\n\n[dependencies]\n";
    manifest += "serde = \"1\"\nserde_json = \"1\"\n";
    let mut calls = String::new();
    for case in cases {
        let Some(text) = case.files.get(FILE) else { continue };
        let types: Map<String, Value> = serde_json::from_str(text)
            .unwrap_or_else(|error| panic!("the examples of {}: {error}", case.name));
        let dependency = format!("{{ path = \"../{}\", default-features = false }}", case.name);
        writeln!(manifest, "{} = {dependency}", case.name).expect("a String takes it");
        for (ty, values) in types {
            let (name, values) = (&case.name, values.to_string());
            writeln!(
                calls,
                "    same::<{name}::models::{ty}>(\"{name} {ty}\", r##\"{values}\"##);"
            )
            .expect("a String takes it");
        }
    }
    let program = format!("{READER}\nfn main() {{\n{calls}}}\n");
    let file = |path: &str, contents| File { path: path.to_owned(), contents };
    vec![file("Cargo.toml", manifest), file("src/main.rs", program)]
}

const READER: &str = r#"
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

fn same<T: DeserializeOwned + Serialize>(name: &str, values: &str) {
    for example in serde_json::from_str::<Vec<Value>>(values).unwrap() {
        let model: T = serde_json::from_value(example.clone())
            .unwrap_or_else(|error| panic!("{name} cannot be {example}: {error}"));
        assert_eq!(serde_json::to_value(&model).unwrap(), example, "{name} is written otherwise");
    }
}
"#;

/// An example in the docs of a method.
#[derive(Clone, Debug)]
pub struct MethodExample {
    /// The whole code.
    pub code: String,
    /// The lines that rustdoc shows.
    pub shown: Vec<String>,
}

/// The examples of the methods in a source.
pub fn of_methods(source: &str) -> Vec<MethodExample> {
    let docs = source.lines().map(|line| line.trim_start().strip_prefix("///").unwrap_or_default());
    examples(docs.map(|line| line.strip_prefix(' ').unwrap_or(line)), "```no_run")
}

/// The examples in a README.
fn of_readme(text: &str) -> Vec<MethodExample> {
    examples(text.lines(), "```rust,no_run")
}

fn examples<'a>(mut docs: impl Iterator<Item = &'a str>, fence: &str) -> Vec<MethodExample> {
    let mut found = Vec::new();
    while docs.any(|line| line == fence) {
        let lines: Vec<&str> = docs.by_ref().take_while(|line| *line != "```").collect();
        let code = lines.iter().map(|line| line.strip_prefix("# ").unwrap_or(line));
        let shown = lines.iter().filter(|line| !line.starts_with("# "));
        found.push(MethodExample {
            code: code.collect::<Vec<_>>().join("\n"),
            shown: shown.map(|line| (*line).to_owned()).collect(),
        });
    }
    found
}

/// Writes a library with the examples of the methods and of the READMEs of these crates, which are in the same folder.
///
/// # Panics
/// Panics if there are no examples.
pub fn methods(name: &str, crates: &[(String, Vec<File>)]) -> Vec<File> {
    let mut manifest = format!("[package]\nname = {name:?}\nversion = \"0.1.0\"\n");
    manifest += "edition = \"2024\"\npublish = false\n\n[dependencies]\n";
    manifest += "azure_core = { version = \"1\", default-features = false }\nfutures = \"0.3\"\n";
    let mut library = String::from("#![allow(clippy::all, dead_code, deprecated, unused)]\n");
    for (name, files) in crates {
        writeln!(manifest, "{name} = {{ path = \"../{name}\", default-features = false }}")
            .expect("a String takes it");
        let root = files.iter().find(|file| file.path == "src/lib.rs").expect("it has a root");
        // A module behind a feature is not compiled without it.
        let is_optional = |file: &&File| {
            let folder = file.path.split('/').nth(1).unwrap_or_default();
            root.contents.contains(&format!("]\npub mod {folder};"))
        };
        let files = files.iter().filter(|file| !is_optional(file));
        for example in files.flat_map(|file| match &*file.path {
            "README.md" => of_readme(&file.contents),
            _ => of_methods(&file.contents),
        }) {
            writeln!(library, "const _: () = {{\n{}\n}};", example.code)
                .expect("a String takes it");
        }
    }
    assert!(library.contains("async fn example"), "the crates have no examples");
    let file = |path: &str, contents| File { path: path.to_owned(), contents };
    vec![file("Cargo.toml", manifest), file("src/lib.rs", library)]
}
