//! `$ref`s: their targets, and their problems.

use super::{documents, openapi, problems, swagger, try_read, value};
use crate::{model::source::Place, read::Documents};
use serde_json::{Value, json};

#[track_caller]
fn followed(documents: &Documents, from: &str, pointer: &str) -> String {
    let from = Place::new(from, pointer);
    let reference = documents.value(&from).and_then(|value| value["$ref"].as_str()).unwrap();
    documents.follow(&from, reference).unwrap().place.to_string()
}

#[test]
fn paths_are_relative_to_the_file_with_the_ref() {
    let shop = openapi(
        "\
components:
  schemas:
    A: { $ref: '../common/types.yaml#/components/schemas/Id' }
    B: { $ref: './parts/b.json#/defs/B~1x%20y' }
",
    );
    let types =
        openapi("components: { schemas: { Id: { $ref: './../spec/./parts/b.json#/defs/Id' } } }");
    let parts = r##"{ "defs": { "B/x y": { "type": "array", "items": { "$ref": "#/defs/Id" } }, "Id": { "type": "string" } } }"##;
    let documents = documents(&[
        ("spec/shop.yaml", &shop),
        ("common/types.yaml", &types),
        ("spec/parts/b.json", parts),
    ]);
    let paths: Vec<_> = documents.iter().map(|document| &*document.path).collect();
    assert_eq!(paths, ["spec/shop.yaml", "common/types.yaml", "spec/parts/b.json"]);
    // A definition that is only a `$ref` is another name for its target.
    let schemas = "/components/schemas";
    assert_eq!(
        followed(&documents, "spec/shop.yaml", &format!("{schemas}/A")),
        "spec/parts/b.json#/defs/Id"
    );
    assert_eq!(
        followed(&documents, "spec/shop.yaml", &format!("{schemas}/B")),
        "spec/parts/b.json#/defs/B~1x y"
    );
    assert_eq!(
        followed(&documents, "spec/parts/b.json", "/defs/B~1x y/items"),
        "spec/parts/b.json#/defs/Id"
    );
}

#[test]
fn different_paths_to_the_entry_are_one_file() {
    let text =
        openapi("components: { schemas: { A: { $ref: 'a.yaml#/components/schemas/B' }, B: {} } }");
    let documents = documents(&[("spec/a.yaml", &text)]);
    assert_eq!(documents.iter().count(), 1);

    let files = std::collections::BTreeMap::from([("spec/a.yaml".to_owned(), text)]);
    let mut diagnostics = crate::diagnostics::Diagnostics::default();
    let documents = crate::read::read(&files, "./x/../spec/a.yaml", &mut diagnostics).unwrap();
    assert_eq!(documents.iter().count(), 1);
    assert_eq!(&*documents.entry().path, "spec/a.yaml");
}

#[test]
fn every_broken_ref_is_found_in_one_run() {
    let text = openapi(
        "\
components:
  schemas:
    ShopThread:
      properties:
        a: { $ref: '#/components/schemas/ShopTread' }
        b: { $ref: '#/components/schema/ShopThread' }
        c: { $ref: '#/definitions/ShopThread' }
        d: { $ref: 'comon.yaml#/A' }
        e: { $ref: 'common.yaml#/Aa' }
        f: { $ref: 'https://example.org/a.yaml#/A' }
        g: { $ref: '#ShopThread' }
        h: { $ref: 'common.yaml#/Entirely/else' }
        i: { $ref: [] }
  responses:
    Error: { $ref: '#/components/schemas/ShopThread' }
",
    );
    assert_eq!(
        problems(&[("spec/a.yaml", &text), ("spec/common.yaml", "Aab: { type: string }")]),
        "\
spec/a.yaml:8:20: error: the $ref \"#/components/schemas/ShopTread\" points to nothing
    at /components/schemas/ShopThread/properties/a/$ref
  help: did you mean \"#/components/schemas/ShopThread\"?

spec/a.yaml:9:20: error: the $ref \"#/components/schema/ShopThread\" points to nothing
    at /components/schemas/ShopThread/properties/b/$ref
  help: did you mean \"#/components/schemas/ShopThread\"?

spec/a.yaml:10:20: error: the $ref \"#/definitions/ShopThread\" points to nothing
    at /components/schemas/ShopThread/properties/c/$ref
  help: did you mean \"#/components/schemas/ShopThread\"?

spec/a.yaml:11:20: error: the $ref \"comon.yaml#/A\" cannot be followed: there is no file \"spec/comon.yaml\"
    at /components/schemas/ShopThread/properties/d/$ref
  help: did you mean \"common.yaml\"?

spec/a.yaml:12:20: error: the $ref \"common.yaml#/Aa\" points to nothing
    at /components/schemas/ShopThread/properties/e/$ref
  help: did you mean \"common.yaml#/Aab\"?

spec/a.yaml:13:20: error: the $ref \"https://example.org/a.yaml#/A\" is a URL; only files are read
    at /components/schemas/ShopThread/properties/f/$ref
  help: download the file and refer to it by a relative path

spec/a.yaml:14:20: error: the $ref \"#ShopThread\" needs a JSON pointer after the `#`, which begins with `/`
    at /components/schemas/ShopThread/properties/g/$ref
  help: write `#/components/schemas/ShopThread`

spec/a.yaml:15:20: error: the $ref \"common.yaml#/Entirely/else\" points to nothing
    at /components/schemas/ShopThread/properties/h/$ref

spec/a.yaml:16:14: error: expected a string, found a list
    at /components/schemas/ShopThread/properties/i/$ref

spec/a.yaml:18:20: error: the $ref \"#/components/schemas/ShopThread\" leads to a schema, but a response is needed here
    at /components/responses/Error/$ref
"
    );
}

#[test]
fn problems_in_other_files_have_their_locations() {
    let text =
        openapi("components: { schemas: { A: { $ref: 'b.yaml#/A' }, C: { $ref: 'c.yaml#/C' } } }");
    let problems = problems(&[
        ("a.yaml", &text),
        ("b.yaml", "A:\n  type: strng\n"),
        ("c.yaml", "openapi: 4.0.0"),
    ]);
    assert!(
        problems.starts_with("b.yaml:2:9: error: expected one of string, number,"),
        "{problems}"
    );
    assert!(problems.contains("did you mean \"string\"?"), "{problems}");
    assert!(problems.contains("c.yaml:1:10: error: OpenAPI 4.0.0 is not supported"), "{problems}");
    assert!(!problems.contains("a.yaml"), "{problems}");
}

#[test]
fn refs_in_data_are_not_followed() {
    let text = openapi(
        "\
x-anything: { $ref: 'nowhere.yaml' }
components:
  schemas:
    A:
      x-ms-examples: { one: { $ref: './examples/one.json' } }
      example: { $ref: '#/nowhere' }
      default: { $ref: '#/nowhere' }
      enum: [{ $ref: '#/nowhere' }]
  parameters:
    P:
      name: p
      in: query
      schema: {}
      examples: { one: { value: { $ref: 1 } }, two: { $ref: '#/components/examples/Two' } }
",
    );
    let documents = documents(&[("a.yaml", &text)]);
    assert_eq!(documents.iter().count(), 1);
    assert_eq!(value(&documents, "a.yaml", "/x-anything/$ref"), "nowhere.yaml");
}

#[test]
fn names_of_properties_are_not_keywords() {
    let text = openapi(
        "\
components:
  schemas:
    $ref: { type: string }
    example: { properties: { $ref: { $ref: '#/components/schemas/x-named' }, example: { $ref: '#/nowhere' } } }
    x-named: { $ref: '#/also/nowhere' }
",
    );
    let problems = problems(&[("a.yaml", &text)]);
    assert!(problems.contains("/components/schemas/example/properties/example/$ref"), "{problems}");
    assert!(problems.contains("/components/schemas/x-named/$ref"), "{problems}");
    assert_eq!(problems.matches("error").count(), 2, "{problems}");
}

#[test]
fn cycles_of_refs_are_refused() {
    let text = openapi(
        "\
components:
  schemas:
    LeadsIn: { $ref: '#/components/schemas/A' }
    A: { $ref: '#/components/schemas/B' }
    B: { $ref: 'b.yaml#/C' }
    Self: { $ref: '#/components/schemas/Self' }
    User: { properties: { a: { $ref: '#/components/schemas/A' } } }
    Tree: { properties: { children: { $ref: '#/components/schemas/Tree' } } }
",
    );
    let problems =
        problems(&[("a.yaml", &text), ("b.yaml", "C: { $ref: 'a.yaml#/components/schemas/A' }")]);
    let message = "the $ref leads back to itself";
    assert_eq!(
        problems,
        format!(
            "\
a.yaml:7:16: error: {message}
    at /components/schemas/A/$ref

a.yaml:8:16: error: {message}
    at /components/schemas/B/$ref

a.yaml:9:19: error: {message}
    at /components/schemas/Self/$ref

b.yaml:1:12: error: {message}
    at /C/$ref
"
        )
    );
}

#[test]
fn follow_reports_missing_targets() {
    let text = openapi("components: { schemas: { A: {}, B: { $ref: '#/components/schemas/A' } } }");
    let documents = documents(&[("a.yaml", &text)]);
    let from = Place::new("a.yaml", "/components/schemas/B");
    let problem = documents.follow(&from, "#/components/schemas/C").unwrap_err();
    assert_eq!(problem.place, from);
    assert_eq!(problem.message, "the $ref \"#/components/schemas/C\" points to nothing");
    assert!(documents.follow(&from, "other.yaml#/A").is_err());
    assert!(documents.follow(&from, "http://example.org").is_err());
}

#[test]
fn files_without_a_version_have_the_dialect_of_the_referrer() {
    let text = openapi(
        "\
components:
  schemas: { A: { $ref: 'whole.yaml' } }
  parameters: { P: { $ref: 'parts.yaml#/params/0' } }
",
    );
    let whole = "type: object\nproperties: { me: { $ref: '#' }, id: { $ref: 'parts.yaml#/id' } }";
    let parts = "id: { type: string }\nparams: [{ name: p, in: query, schema: { $ref: '#/id' } }]\nunused: { type: 5 }";
    let documents = documents(&[("a.yaml", &text), ("whole.yaml", whole), ("parts.yaml", parts)]);
    assert_eq!(followed(&documents, "whole.yaml", "/properties/me"), "whole.yaml#");
    assert_eq!(followed(&documents, "whole.yaml", "/properties/id"), "parts.yaml#/id");
    assert_eq!(followed(&documents, "parts.yaml", "/params/0/schema"), "parts.yaml#/id");
}

#[test]
fn fragments_of_swagger_are_converted() {
    let text = swagger(
        "\
paths:
  /a:
    $ref: 'parts.yaml#/path'
  /b:
    post:
      parameters: [{ $ref: 'parts.yaml#/body' }, { $ref: 'parts.yaml#/query' }]
      responses: { 200: { $ref: 'parts.yaml#/response' } }
",
    );
    let parts = "\
path: { get: { parameters: [{ $ref: '#/query' }], responses: { default: { $ref: '#/response' } } } }
body: { name: b, in: body, required: true, schema: { $ref: '#/pet' } }
query: { name: q, in: query, type: string }
response: { description: ok, schema: { $ref: '#/pet' } }
pet: { type: object, discriminator: kind, properties: { kind: { type: string, x-nullable: true } } }
";
    let documents = documents(&[("a.yaml", &text), ("parts.yaml", parts)]);
    let json = |schema: Value| json!({ "application/json": { "schema": schema } });
    let pet = json(json!({ "$ref": "#/pet" }));
    assert_eq!(
        value(&documents, "parts.yaml", ""),
        &json!({
            "path": { "get": {
                "parameters": [{ "$ref": "#/query" }],
                "responses": { "default": { "$ref": "#/response" } },
            } },
            "body": { "x-ms-requestBody-name": "b", "required": true, "content": pet },
            "query": { "name": "q", "in": "query", "schema": { "type": "string" } },
            "response": { "description": "ok", "content": pet },
            "pet": {
                "type": "object",
                "discriminator": { "propertyName": "kind" },
                "properties": { "kind": { "type": "string", "nullable": true } },
            },
        })
    );
    let operation = value(&documents, "a.yaml", "/paths/~1b/post");
    assert_eq!(operation["requestBody"], json!({ "$ref": "parts.yaml#/body" }));
    assert_eq!(operation["parameters"], json!([{ "$ref": "parts.yaml#/query" }]));
}

#[test]
fn descriptions_of_both_dialects_can_refer_to_each_other() {
    let text = openapi("components: { schemas: { A: { $ref: 'old.yaml#/definitions/B' } } }");
    let old = swagger("definitions: { B: { type: string } }");
    let found = documents(&[("a.yaml", &text), ("old.yaml", &old)]);
    assert_eq!(
        value(&found, "a.yaml", "/components/schemas/A"),
        &json!({ "$ref": "old.yaml#/components/schemas/B" })
    );
    // A `$ref` names a place in the file, not in the converted document.
    let text =
        openapi("components: { schemas: { A: { $ref: 'old.yaml#/components/schemas/B' } } }");
    let problems = try_read(&[("a.yaml", &text), ("old.yaml", &old)]).unwrap_err().to_string();
    assert!(problems.contains("did you mean \"old.yaml#/definitions/B\"?"), "{problems}");
}

#[test]
fn parts_reached_twice_are_checked_once() {
    let text = openapi(
        "components: { schemas: { A: { $ref: 'b.yaml#/B/properties/c' }, B: { $ref: 'b.yaml#/B' } } }",
    );
    let problems =
        problems(&[("a.yaml", &text), ("b.yaml", "B: { properties: { c: { type: 5 } } }")]);
    assert_eq!(problems.matches("error").count(), 1, "{problems}");
}
