//! Each case of `descriptions/` has a snapshot of its model and one of its Rust code, which
//! compiles without warnings.

use generator::{
    describe, generate_stand_alone, generate_with_sdk,
    read::Disk,
    write::{File, write},
};
use serde_json::{Value, json};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs,
};
use tests::{
    cases::{
        Case, TEMPLATES, assert_no_snapshot_is_left_over, assert_snapshot, for_each_case, workspace,
    },
    examples,
    model_text::{difference, model_text},
    scratch::{Scratch, announce},
};

/// The cases whose snapshot has all sources of the crate except overlays.
const WITH_ROOT: &[&str] = &["pageable", "sdk_modules"];

/// The cases whose snapshot has the README of the crate.
const WITH_README: &[&str] =
    &["long_running", "pageable", "response_media_types", "responses_of_typed_errors"];

/// The prefixes of the cases whose snapshot has the constructors of clients.
const WITH_CONSTRUCTORS: &[&str] =
    &["api_version", "endpoint", "names_", "operation_ids", "security"];

/// The program that reads and writes examples.
const EXAMPLES: &str = "examples-of-fixtures";

/// The library with the examples of methods.
const METHODS: &str = "methods-of-fixtures";

#[test]
fn every_case_is_described_by_its_model() {
    for_each_case("descriptions", |case| {
        let mut text = String::new();
        for path in case.descriptions() {
            let api = describe(&case.files, &path).unwrap_or_else(|problems| panic!("{problems}"));
            writeln!(text, "{}", model_text(&api)).expect("a String takes it");
        }
        assert_snapshot("descriptions", case, "model", &text);
    });
}

#[test]
fn every_case_is_rendered_as_rust() {
    for_each_case("descriptions", |case| {
        let files = case.generate().unwrap_or_else(|problems| panic!("{problems}"));
        let mut text = String::new();
        for file in files.iter().filter(|file| is_shown(case, file)) {
            let lines = file.contents.split_once("\n\n").map_or("", |(_, lines)| lines);
            writeln!(text, "// ---- {} ----\n{lines}", file.path).expect("a String takes it");
        }
        assert_snapshot("descriptions", case, "rust", &text);
    });
}

#[test]
fn every_snapshot_belongs_to_a_case() {
    assert_no_snapshot_is_left_over("descriptions", &["model", "rust"]);
}

#[test]
fn other_dialects_mean_what_openapi_3_0_means() {
    for name in ["swagger", "openapi_3_1"] {
        means_what_openapi_means(name);
    }
}

fn means_what_openapi_means(name: &str) {
    let cases = Case::all("descriptions");
    let case = cases.iter().find(|case| case.name == name).expect("there is the case");
    let [swagger, openapi] = ["description.yaml", "openapi.yaml"].map(|path| {
        let api = describe(&case.files, path).unwrap_or_else(|problems| panic!("{problems}"));
        api.without_docs()
    });
    let difference = difference(("description.yaml", &swagger), ("openapi.yaml", &openapi));
    assert!(difference.is_empty(), "they mean different things:\n{difference}");
    assert_eq!(swagger, openapi, "they differ in what the text does not show");
}

#[test]
fn the_readme_shows_the_way_to_a_client_and_what_it_holds() {
    let description = "\
openapi: 3.0.3
info: { title: Library, version: '1' }
paths:
  /shelves/{shelf}:
    parameters: [{ name: shelf, in: path, required: true, schema: { type: string } }]
    delete: { operationId: Shelves_Burn, deprecated: true, responses: { 204: { description: Gone. } } }
  /shelves/{shelf}/books/{book}:
    parameters:
      - { name: shelf, in: path, required: true, schema: { type: string } }
      - { name: book, in: path, required: true, schema: { type: string } }
    delete: { operationId: Books_Remove, responses: { 204: { description: Gone. } } }
";
    let sdk = "\
crate: { name: library }
modules:
  - description: library.yaml
    clients:
      Library: { docs: All. }
      Shelf:
        { docs: One shelf., parent: Library, holds: [shelf], operations: { Shelves_Burn: { method: burn } } }
      Book:
        { docs: One book., parent: Shelf, holds: [shelf, book], operations: { Books_Remove: { method: remove } } }
";
    let files = [("library.yaml", description), ("sdk.yaml", sdk)];
    let files = BTreeMap::from(files.map(|(path, text)| (path.to_owned(), text.to_owned())));
    let files = generate_with_sdk(&files, "sdk.yaml", &TEMPLATES);
    let files = files.unwrap_or_else(|problems| panic!("{problems}"));
    let readme = files.iter().find(|file| file.path == "README.md").expect("it has a README");
    let example = "example(client: library::Library, shelf: &str, book: &str) -> \
                   azure_core::Result<()> {\nclient.shelf(shelf).book(shelf, book).remove().await?;\n";
    assert!(readme.contents.contains(example), "{}", readme.contents);
}

/// Compiles the crates in one workspace, with the examples of their methods, and with a program that
/// reads and writes the examples of their models.
#[test]
fn every_crate_compiles_without_a_warning_and_reads_its_examples() {
    let mut crates: Vec<(String, Vec<File>)> = Vec::new();
    for case in Case::all("descriptions") {
        let files = case.generate().unwrap_or_else(|problems| panic!("{}: {problems}", case.name));
        crates.push((case.name, files));
    }
    crates.push(crate_with_the_names_of_imports(&crates));
    crates.extend(crates_of_microsofts_descriptions());
    crates.push((METHODS.to_owned(), examples::methods(METHODS, &crates)));
    crates.push((EXAMPLES.to_owned(), examples::reader(EXAMPLES, &Case::all("descriptions"))));
    let names: Vec<&str> = crates.iter().map(|(name, _)| &**name).collect();
    let scratch = Scratch::new(env!("CARGO_TARGET_TMPDIR"), "fixture-crates", &names);
    for (name, files) in &crates {
        write(&scratch.folder.join(name), files).expect("the crate can be written");
    }
    // Without default features: their dependencies take minutes to build.
    let linted = ["clippy", "--quiet", "--workspace", "--no-default-features"];
    scratch.cargo_succeeds(&[&linted[..], &["--", "-D", "warnings"]].concat(), &[]);
    let documented = ["doc", "--quiet", "--workspace", "--no-deps", "--no-default-features"];
    scratch.cargo_succeeds(&documented, &[("RUSTDOCFLAGS", "-Dwarnings")]);
    scratch.cargo_succeeds(&["run", "--quiet", "--package", EXAMPLES], &[]);
}

/// The crate of the case `names_of_imports`, with an operation and a model for every name that a
/// file of another crate imports.
fn crate_with_the_names_of_imports(crates: &[(String, Vec<File>)]) -> (String, Vec<File>) {
    let cases = Case::all("descriptions");
    let case = cases.iter().find(|case| case.name == "names_of_imports").expect("the case exists");
    let text = &case.files["description.yaml"];
    let mut description: Value = serde_yaml::from_str(text).expect("the description is YAML");
    let files = crates.iter().flat_map(|(_, files)| files);
    let files = files.filter(|it| it.path.ends_with(".rs") && !it.path.contains("/runtime/"));
    let names: BTreeSet<String> = files.flat_map(|file| imported_names(&file.contents)).collect();
    assert!(names.contains("Result") && names.contains("MERGE_PATCH"), "{names:?}");
    for name in names {
        if !text.contains(&format!("operationId: {name},")) {
            let responses = json!({ "204": { "description": "Done." } });
            let operation = json!({ "operationId": name, "responses": responses });
            description["paths"][format!("/names/{name}")] = json!({ "get": operation });
        }
        let schemas = description["components"]["schemas"].as_object_mut().expect("a mapping");
        schemas.entry(name).or_insert(json!({ "type": "object", "properties": {} }));
    }
    let files = BTreeMap::from([("description.json".to_owned(), description.to_string())]);
    let name = "all-names-of-imports";
    let crate_files = generate_stand_alone(&files, "description.json", name, &TEMPLATES);
    (name.to_owned(), crate_files.unwrap_or_else(|problems| panic!("{problems}")))
}

/// The types and constants that a source imports. Imports come first, without blank lines.
fn imported_names(source: &str) -> impl Iterator<Item = String> {
    let imports = source.lines().skip_while(|line| !line.starts_with("use "));
    let imports = imports.take_while(|line| !line.is_empty());
    let words = imports.flat_map(|line| line.split(|it: char| !it.is_alphanumeric() && it != '_'));
    words.filter(|word| word.starts_with(char::is_uppercase)).map(str::to_owned)
}

/// The crates of Microsoft's descriptions, which are not in this repository.
fn crates_of_microsofts_descriptions() -> Vec<(String, Vec<File>)> {
    let folder = workspace().join("../shared/upstream/Chat/stable");
    let Ok(versions) = fs::read_dir(&folder) else {
        announce(&format!("skipped Microsoft's descriptions: there is no {}", folder.display()));
        return Vec::new();
    };
    let mut versions: Vec<_> =
        versions.map(|version| version.expect("the folder can be listed").path()).collect();
    versions.sort();
    let crates = versions.into_iter().map(|version| {
        let path = version.join("communicationserviceschat.json");
        let version = version.file_name().expect("it is in a folder").to_string_lossy();
        let name = format!("microsoft-{version}");
        let files = generate_stand_alone(&Disk, &path.to_string_lossy(), &name, &TEMPLATES);
        let files = files.unwrap_or_else(|problems| panic!("{problems}"));
        (name, files)
    });
    crates.collect()
}

/// Returns `true` if a snapshot shows the file: the README of some, models and clients, but not overlays and not
/// clients that only create other clients, which are nearly the same in every crate.
fn is_shown(case: &Case, file: &File) -> bool {
    if file.path == "README.md" {
        return WITH_README.contains(&&*case.name);
    }
    let is_rust = file.path.ends_with(".rs");
    let is_overlay = file.contents.starts_with("// @generated by cargo codegen from templates/");
    let is_root = file.path.ends_with("lib.rs") || file.path.ends_with("mod.rs");
    let is_maker = file.contents.contains("shares this client's pipeline")
        && !file.contents.contains(": Operation = Operation {");
    let with_root = WITH_ROOT.contains(&&*case.name);
    let with_maker = with_root || WITH_CONSTRUCTORS.iter().any(|it| case.name.starts_with(it));
    is_rust && !is_overlay && (with_root || !is_root) && (with_maker || !is_maker)
}
