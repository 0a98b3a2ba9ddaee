//! Parsing of texts, and positions of pointers in them.

use super::{documents, listed, location, openapi, problems, value};
use crate::{
    diagnostics::{Diagnostics, Part},
    read::{Disk, Files, position::Positions, read},
};
use serde_json::json;
use std::io;

#[test]
fn yaml_and_json_read_alike() {
    let yaml = "# comment\nopenapi: 3.0.3\ninfo: { title: T, version: '1' }\npaths: {}\n";
    let json = "{\n\t\"openapi\": \"3.0.3\",\n\t\"info\": {\"title\": \"T\", \"version\": \"1\"},\n\t\"paths\": {}\n}";
    let expected =
        json!({ "openapi": "3.0.3", "info": { "title": "T", "version": "1" }, "paths": {} });
    for (path, text) in [("a.yaml", yaml), ("a.json", json), ("a.yaml", json), ("a.yml", yaml)] {
        let documents = documents(&[(path, text)]);
        assert_eq!(documents.entry().root, expected);
        assert_eq!(&*documents.entry().path, path);
    }
}

#[test]
fn a_byte_order_mark_is_ignored() {
    let text = format!("\u{feff}{}", openapi(""));
    let documents = documents(&[("a.yaml", &text)]);
    assert_eq!(location(&documents, "a.yaml", "/openapi"), "1:1 /openapi");
}

#[test]
fn numeric_yaml_keys_become_strings() {
    let text = "\
openapi: 3.0.3
info: { title: T, version: '1' }
paths:
  /a:
    get:
      responses:
        200: { description: ok }
        4XX: { description: bad }
";
    let documents = documents(&[("a.yaml", text)]);
    let pointer = "/paths/~1a/get/responses/200";
    assert_eq!(value(&documents, "a.yaml", pointer), &json!({ "description": "ok" }));
    assert_eq!(location(&documents, "a.yaml", pointer), format!("7:9 {pointer}"));
}

#[test]
fn yaml_merge_keys_are_carried_out() {
    let rest = "\
x-base: &base { type: object, description: base }
components:
  schemas:
    A:
      <<: *base
      description: own
    B:
      <<: [{ type: string }, *base]
";
    let documents = documents(&[("a.yaml", &openapi(rest))]);
    assert_eq!(
        value(&documents, "a.yaml", "/components/schemas"),
        &json!({
            "A": { "type": "object", "description": "own" },
            "B": { "type": "string", "description": "base" },
        })
    );
    let broken = openapi("x-a: { <<: 5 }");
    assert_eq!(
        problems(&[("a.yaml", &broken)]),
        "a.yaml:4:12: error: a merge key (`<<`) needs a mapping\n    at /x-a/<<\n"
    );
}

#[test]
fn syntax_errors_have_lines_and_columns() {
    let cases = [
        (
            "a.yaml",
            "openapi: 3.0.3\ninfo: a: b\n",
            "a.yaml:2:8: error: mapping values are not allowed in this context",
        ),
        ("a.json", "{\n  \"openapi\": \"3.0.3\",\n}", "a.json:3:1: error: trailing comma"),
        ("a.json", "{\n \"openapi\": \"3.0", "a.json:2:16: error: EOF while parsing a string"),
        ("a.yaml", "openapi: *nothing", "a.yaml:1:10: error: unknown anchor"),
        (
            "a.yaml",
            "a: 1\n---\nb: 2\n",
            "a.yaml: error: deserializing from YAML containing more than one document is not supported",
        ),
        ("a.yaml", "a: !Odd { b: 1 }\n", "a.yaml:1:4: error: a: the tag !Odd is not supported"),
        ("a.yaml", "a: .nan\n", "a.yaml:1:4: error: a: JSON has no number NaN"),
        ("a.yaml", "? [a]\n: 1\n", "a.yaml:1:3: error: invalid type: sequence, expected a string"),
        ("a.yaml", "", "a.yaml: error: the file is empty\n  help: begin with `openapi: 3.0.3`"),
        ("a.json", " \n", "a.json: error: the file is empty\n  help: begin with `openapi: 3.0.3`"),
        (
            "a.yaml",
            "- openapi: 3.0.3\n",
            "a.yaml:1:1: error: the top level must be a mapping\n  help: begin with `openapi: 3.0.3`",
        ),
        (
            "a.yaml",
            "# nothing\n",
            "a.yaml: error: the top level must be a mapping\n  help: begin with `openapi: 3.0.3`",
        ),
        (
            "a.json",
            "null",
            "a.json:1:1: error: the top level must be a mapping\n  help: begin with `openapi: 3.0.3`",
        ),
    ];
    for (path, text, expected) in cases {
        assert_eq!(problems(&[(path, text)]), format!("{expected}\n"), "{text:?}");
    }
}

#[test]
fn repeated_keys_are_all_found() {
    let text = "\
openapi: 3.0.3
info: { title: T, title: U, version: '1' }
paths:
  /a: {}
  /b: {}
  /a: {}
";
    assert_eq!(
        problems(&[("a.yaml", text)]),
        "\
a.yaml:2:19: error: the key \"title\" appears twice in the same mapping
    at /info/title
  help: the first one is on line 2

a.yaml:6:3: error: the key \"/a\" appears twice in the same mapping
    at /paths/~1a
  help: the first one is on line 4
"
    );
    let json = r#"{ "openapi": "3.0.3", "openapi": "3.0.2" }"#;
    assert!(problems(&[("a.json", json)]).contains("a.json:1:23: error: the key \"openapi\""));
}

#[test]
fn files_that_cannot_be_read() {
    struct Broken(io::ErrorKind);
    impl Files for Broken {
        fn text(&self, _: &str) -> io::Result<String> {
            Err(self.0.into())
        }

        fn names(&self, directory: &str) -> Vec<String> {
            assert_eq!(directory, "spec");
            vec!["identity.yaml".to_owned(), "shop.yaml".to_owned()]
        }
    }
    let cases = [
        (
            io::ErrorKind::NotFound,
            "there is no file \"spec/chta.yaml\"\n  help: did you mean \"shop.yaml\"?",
        ),
        (io::ErrorKind::InvalidData, "the file \"spec/chta.yaml\" is not UTF-8 text"),
        (
            io::ErrorKind::PermissionDenied,
            "the file \"spec/chta.yaml\" cannot be read: permission denied",
        ),
    ];
    for (kind, expected) in cases {
        let mut diagnostics = Diagnostics::default();
        assert!(read(&Broken(kind), "spec/chta.yaml", &mut diagnostics).is_none());
        assert_eq!(listed(&diagnostics), format!("spec/chta.yaml: error: {expected}\n"));
    }
}

#[test]
fn the_disk_reads_utf8_and_lists_names() {
    let directory = concat!(env!("CARGO_MANIFEST_DIR"), "/src");
    assert!(Disk.names(directory).contains(&"lib.rs".to_owned()));
    assert!(Disk.text(&format!("{directory}/lib.rs")).is_ok());
    let missing = Disk.text(&format!("{directory}/none.rs")).unwrap_err();
    assert_eq!(missing.kind(), io::ErrorKind::NotFound);
    assert!(Disk.names("no such directory").is_empty());
}

#[test]
fn versions() {
    let cases = [
        (
            "openapi: 4.0.0",
            "a.yaml:1:10: error: OpenAPI 4.0.0 is not supported; use OpenAPI 3.0, 3.1 or 3.2, or Swagger 2.0\n    at /openapi",
        ),
        ("openapi: '3.3.0'", "error: OpenAPI 3.3.0 is not supported"),
        ("openapi: 3.01.0", "error: OpenAPI 3.01.0 is not supported"),
        ("openapi: []", "error: OpenAPI [] is not supported"),
        ("swagger: '1.2'", "error: Swagger 1.2 is not supported"),
        (
            "swagger: '2.0'\nopenapi: 3.0.0",
            "a.yaml:1:10: error: a description has either \"openapi\" or \"swagger\", not both",
        ),
        (
            "info: {}",
            "a.yaml:1:1: error: this is not a description: it has neither \"openapi\" nor \"swagger\"\n  help: a description begins with `openapi: 3.0.3`\n",
        ),
        (
            "openapi: 3.0.0",
            "a.yaml:1:1: error: a description needs \"info\"\n\na.yaml:1:1: error: a description needs \"paths\"\n",
        ),
    ];
    for (text, expected) in cases {
        let problems = problems(&[("a.yaml", text)]);
        assert!(problems.contains(expected), "{text}: {problems}");
    }
    let rest = "info: { title: T, version: '1' }\npaths: {}";
    for version in
        ["openapi: 3.0.0", "openapi: 3.0.4", "openapi: 3.0", "swagger: 2.0", "swagger: '2.0'"]
    {
        let documents = documents(&[("a.yaml", &format!("{version}\n{rest}"))]);
        assert!(documents.entry().root["openapi"].as_str().unwrap().starts_with("3.0"));
    }
}

#[test]
fn positions_in_yaml() {
    let text = "\
paths:
  /a/b:
    get: { tags: [one, two] }
    # comment
    'put': {}
  ? /c
  : - k: v
    -  - deep
other: >
  a: b
anchored: &x
  inner: 1
alias: *x
";
    let cases = [
        ("", "1:1"),
        ("/paths", "1:1"),
        ("/paths/~1a~1b", "2:3"),
        ("/paths/~1a~1b/get/tags/1", "3:24"),
        ("/paths/~1a~1b/put", "5:5"),
        ("/paths/~1c", "6:5"),
        ("/paths/~1c/0/k", "7:7"),
        ("/paths/~1c/1/0", "8:10"),
        ("/other", "9:1"),
        ("/anchored/inner", "12:3"),
        // There is no text below an alias, so the nearest part counts.
        ("/alias/inner", "13:1"),
        ("/paths/~1a~1b/nothing/here", "2:3"),
    ];
    for (pointer, expected) in cases {
        let location = Positions::scan(text).location("a.yaml", pointer, Part::Key);
        assert_eq!(location.to_string(), format!("a.yaml:{expected}"), "{pointer}");
        assert_eq!(location.pointer, pointer);
    }
}

#[test]
fn positions_in_json() {
    let text = "{\n\t\"a\": {\"\\ud83d\\ude00\": \"\\uD83D\\uDE00 \\\\ud83d\",\n\t\"b/c\": [1,\n\t{\"d\\/\":2}]}}";
    assert!(serde_json::from_str::<serde_json::Value>(text).is_ok());
    for (pointer, expected) in [("/a", "2:2"), ("/a/b~1c", "3:2"), ("/a/b~1c/1/d~1", "4:3")] {
        let location = Positions::scan(text).location("a.json", pointer, Part::Key);
        assert_eq!(location.to_string(), format!("a.json:{expected}"), "{pointer}");
    }
}

#[test]
fn texts_that_the_scanner_rejects_have_no_positions() {
    let location = Positions::scan("]").location("a.yaml", "/a", Part::Key);
    assert_eq!(location.span, None);
    // Everything before the mistake has a position.
    let location = Positions::scan("a:\n  b: 1\n  c: ]").location("a.yaml", "/a/b/c", Part::Key);
    assert_eq!(location.to_string(), "a.yaml:2:3");
}
