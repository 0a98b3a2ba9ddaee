//! The program as a tool of its own, outside of this repository.

use super::program::Program;
use std::{
    env, fs,
    path::{Path, PathBuf},
};
use tests::{cases::texts, scratch::write};

const LIBRARY: &str = "\
openapi: 3.0.3
info: { title: Library, version: \"1\" }
servers: [{ url: \"https://library.example\" }]
paths:
  /books:
    get:
      operationId: Books_List
      x-ms-pageable: { nextLinkName: next }
      responses:
        200:
          description: Done.
          content:
            application/json:
              schema:
                type: object
                properties:
                  next: { type: string }
                  value: { type: array, items: { $ref: '#/components/schemas/Book' } }
  /books/{id}:
    delete:
      operationId: Books_Remove
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { 204: { description: Done. } }
  /ping: { get: { operationId: Ping, responses: { 204: { description: Done. } } } }
components:
  schemas:
    Book:
      type: object
      properties:
        binding: { $ref: '#/components/schemas/Binding' }
        state: { $ref: '#/components/schemas/State' }
    Binding: { type: string, enum: [soft, hard] }
    State: { type: string, enum: [here, lent], x-ms-enum: { name: State, modelAsString: false } }
";

#[test]
fn cargo_passes_the_name_of_the_command_first() {
    let program = Program::start();
    for arguments in [&["codegen", "--version"][..], &["--version"]] {
        let output = program.run_in(&env::temp_dir(), arguments);
        assert_eq!((output.code, &*output.err), (0, ""));
        assert!(output.out.ends_with(concat!(env!("CARGO_PKG_VERSION"), "\n")), "{}", output.out);
    }
}

#[test]
fn outside_of_a_workspace_it_says_what_is_missing() {
    let program = Program::start();
    for arguments in [&[][..], &["check"]] {
        let output = program.run_in(&env::temp_dir(), arguments);
        assert_eq!((output.code, &*output.out), (2, ""));
        assert!(output.err.starts_with("error: there is no spec/sdk.yaml in "), "{}", output.err);
        assert!(output.err.contains("`cargo codegen generate`"), "{}", output.err);
    }
}

/// An option that does not exist would be refused before `--help` is.
#[test]
fn the_examples_in_the_help_are_commands() {
    let program = Program::start();
    let mut count = 0;
    for command in
        [&[][..], &["generate"], &["init"], &["diff"], &["import"], &["completions"], &["man"]]
    {
        let help = program.run_in(&env::temp_dir(), &[command, &["--help"]].concat()).out;
        let examples = help.lines().filter_map(|line| line.strip_prefix("  cargo codegen "));
        let before = count;
        for example in examples {
            let words = example.split(" > ").next().unwrap_or_default().split(' ');
            let words: Vec<&str> = words.chain(["--help"]).collect();
            let output = program.run_in(&env::temp_dir(), &words);
            assert_eq!((output.code, &*output.err), (0, ""), "{example}");
            count += 1;
        }
        assert!(count > before, "no example for {command:?}: {help}");
    }
}

#[test]
fn completions_and_manual_pages_know_the_commands() {
    let program = Program::start();
    for shell in ["bash", "fish", "zsh"] {
        let output = program.run_in(&env::temp_dir(), &["completions", shell]);
        assert_eq!((output.code, &*output.err), (0, ""));
        assert!(output.out.contains("cargo-codegen"), "{shell}");
        assert!(output.out.contains("generate") && output.out.contains("closed-enums"), "{shell}");
    }
    let out = program.outside("man");
    assert_eq!(program.run_in(&env::temp_dir(), &["man", "--out", &out]).code, 0);
    let pages = texts(Path::new(&out));
    assert!(pages["cargo-codegen.1"].contains("cargo\\-codegen\\-generate(1)"));
    assert!(pages["cargo-codegen-generate.1"].contains("\\-\\-closed\\-enums"));
}

#[test]
fn the_reference_of_sdk_yaml_is_printed() {
    let output = Program::start().run_in(&env::temp_dir(), &["reference"]);
    assert_eq!((output.code, &*output.err), (0, ""));
    assert!(output.out.contains("### `closed_enums`\n"), "{}", output.out);
}

#[test]
fn a_first_sdk_yaml_gives_the_crate_that_there_is_without_it() {
    let program = Program::start();
    let folder = PathBuf::from(program.outside("init"));
    write(&folder.join("library.yaml"), LIBRARY);
    let run = |arguments: &[&str]| program.run_in(&folder, arguments);
    assert_eq!(run(&["generate", "--spec", "library.yaml", "--out", "without"]).err, "");
    let output = run(&["init", "--spec", "library.yaml", "--crate-name", "without"]);
    assert_eq!((output.code, &*output.out, &*output.err), (0, "", ""));
    let again = run(&["init", "--spec", "library.yaml"]);
    assert_eq!((again.code, &*again.err), (2, "error: sdk.yaml exists already\n"));

    let output = run(&["generate", "--sdk", "sdk.yaml", "--out", "with"]);
    assert_eq!((output.code, &*output.err), (0, ""));
    let mut with = texts(&folder.join("with"));
    for text in with.values_mut() {
        *text = text.replace("from sdk.yaml;", "from library.yaml;");
    }
    assert_eq!(with, texts(&folder.join("without")));

    let sdk = fs::read_to_string(folder.join("sdk.yaml")).expect("it is there");
    let renamed = sdk.replace("method: Remove", "method: give_away");
    assert_ne!(renamed, sdk);
    let facts = "crate:\n  version: 1.2.0-beta.1\n  homepage: https://library.example/\n";
    let renamed = renamed.replace("crate:\n", facts);
    write(&folder.join("sdk.yaml"), &renamed);
    assert_eq!(run(&["generate", "--sdk", "sdk.yaml", "--out", "with"]).code, 0);
    let with = texts(&folder.join("with"));
    let (client, manifest) = (&with["src/books_client.rs"], &with["Cargo.toml"]);
    assert!(client.contains("pub fn give_away("), "{client}");
    assert!(manifest.contains("\nhomepage = \"https://library.example/\"\n"), "{manifest}");
    assert!(manifest.contains("\nversion = \"1.2.0-beta.1\"\n"), "{manifest}");

    let output = run(&["generate", "--spec", "library.yaml", "--out", "without"]);
    let note = "note: sdk.yaml is not used; to use it, replace --spec with `--sdk sdk.yaml`\n";
    assert_eq!((output.code, &*output.err), (0, note));
    write(&folder.join("sdk.yaml"), &renamed.replace("Books_Remove", "Books_Burn"));
    let output = run(&["generate", "--sdk", "sdk.yaml", "--out", "with"]);
    assert_eq!(output.code, 2);
    assert!(
        output.err.contains("--> sdk.yaml:") && output.err.contains("Books_Burn"),
        "{}",
        output.err
    );
}

#[test]
fn enums_are_open_unless_the_description_or_the_user_says_otherwise() {
    let program = Program::start();
    let (spec, out) = (program.file("enums/library.yaml", LIBRARY), program.outside("enums"));
    let mut open = Vec::new();
    for flags in [&[][..], &["--closed-enums"]] {
        let generate = ["generate", "--spec", &spec, "--out", &out, "--crate-name", "library"];
        assert_eq!(program.run_in(&env::temp_dir(), &[&generate, flags].concat()).code, 0);
        let models = &texts(Path::new(&out))["src/models.rs"];
        let of = |name: &str| {
            let (_, rest) = models.split_once(&format!("pub enum {name} {{")).expect("the enum");
            rest.split_once("\n}").expect("its end").0.contains("UnknownValue(")
        };
        open.push((of("Binding"), of("State")));
    }
    assert_eq!(open, [(true, false), (false, false)]);
    let more = program.file("enums/more.yaml", &LIBRARY.replace("[soft, hard]", "[hard, soft]"));
    let diff = |flags: &[&str]| {
        program
            .run_in(&env::temp_dir(), &[&["diff", &spec, &more, "--deny", "major"], flags].concat())
            .code
    };
    assert_eq!(
        (diff(&[]), diff(&["--closed-enums"])),
        (0, 1),
        "variants of closed enums are numbers"
    );
}
