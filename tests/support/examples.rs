//! Examples of models: JSON that a generated crate must write as it read it.
//!
//! A case has them in `examples.json`: a list of values for each type.

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
