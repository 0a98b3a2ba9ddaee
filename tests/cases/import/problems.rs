//! An import reports problems with their places and writes nothing.

use super::files;
use generator::import::import;

const GOOD: &str = "openapi: 3.0.3\ninfo: { title: T, version: '1' }\npaths: {}\n";

#[test]
fn problems_of_the_source_and_of_the_file_are_told_in_one_run() {
    let swagger = "swagger: '2.0'\ninfo: { title: T, version: '1' }\npaths: {}\n\
                   definitions: { A: { $ref: '#/definitions/B' }, C: { type: text } }\n";
    let files = files([("new.yaml", swagger), ("out.yaml", "openapi: 4.0.0\n")]);
    let problems = import(&files, "new.yaml", Some("out.yaml")).expect_err("they are bad");
    let problems = problems.to_string();
    for place in ["new.yaml:4:27", "new.yaml:4:59", "out.yaml:1:10"] {
        assert!(problems.contains(place), "{problems}");
    }
}

#[test]
fn a_file_in_another_dialect_is_not_replaced() {
    let rest = "info: { title: T, version: '1' }\npaths: {}\n";
    for (version, name) in
        [("swagger: '2.0'", "Swagger 2.0"), ("openapi: 3.1.0", "OpenAPI 3.1 or 3.2")]
    {
        let out = format!("{version}\n{rest}");
        let files = files([("new.yaml", GOOD), ("out.yaml", &out)]);
        let problems = import(&files, "new.yaml", Some("out.yaml")).expect_err("it would be lost");
        assert_eq!(
            problems.to_string(),
            format!(
                "error: this file is written in {name} and would be overwritten\n--> out.yaml\n \
                 = help: write to another file with --out\n"
            )
        );
    }
}

#[test]
fn two_schemas_of_one_name_are_refused_unless_they_mean_the_same() {
    let source = |kind: &str| {
        format!(
            "{GOOD}components:\n  schemas:\n    A: {{ type: {kind}, description: Mine. }}\n    \
             B: {{ type: array, items: {{ $ref: 'other.yaml#/components/schemas/A' }} }}\n"
        )
    };
    let other = format!("{GOOD}components:\n  schemas:\n    A: {{ type: string }}\n");
    let run = |kind| {
        import(&files([("new.yaml", &source(kind)), ("other.yaml", &other)]), "new.yaml", None)
    };
    assert!(run("string").is_ok_and(|text| text.contains("$ref: '#/components/schemas/A'")));
    let problems = run("integer").expect_err("they are different");
    let problems = problems.to_string();
    let message =
        "a schema has the same name \"A\" as another one at new.yaml#/components/schemas/A";
    for part in [message, "--> other.yaml:6:5", "they have different meanings; rename one of them"]
    {
        assert!(problems.contains(part), "{problems}");
    }
}
