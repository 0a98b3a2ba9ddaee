//! Keywords beside a `$ref`.

use super::{documents, location, openapi, swagger, value};
use serde_json::json;

#[test]
fn refs_in_schemas_are_wrapped() {
    let text = openapi(
        "\
components:
  schemas:
    A: {}
    B:
      properties:
        bare: { $ref: '#/components/schemas/A' }
        described:
          description: An A.
          $ref: '#/components/schemas/A'
          readOnly: true
        both: { $ref: '#/components/schemas/A', allOf: [{ $ref: '#/components/schemas/B' }] }
        inner: { $ref: '#/components/schemas/A', properties: { a: { $ref: '#/components/schemas/A', title: T } } }
        empty: { $ref: '#/components/schemas/A', description: }
",
    );
    let documents = documents(&[("a.yaml", &text)]);
    let a = json!({ "$ref": "#/components/schemas/A" });
    let properties = "/components/schemas/B/properties";
    assert_eq!(
        value(&documents, "a.yaml", properties),
        &json!({
            "bare": a,
            "described": { "allOf": [a], "description": "An A.", "readOnly": true },
            "both": { "allOf": [{ "$ref": "#/components/schemas/B" }, a] },
            "inner": { "allOf": [a], "properties": { "a": { "allOf": [a], "title": "T" } } },
            "empty": a,
        })
    );
    let described = format!("{properties}/described");
    let source = format!("10:9 {described}");
    assert_eq!(location(&documents, "a.yaml", &described), source);
    assert_eq!(location(&documents, "a.yaml", &format!("{described}/allOf")), source);
    assert_eq!(location(&documents, "a.yaml", &format!("{described}/allOf/0")), source);
    assert_eq!(
        location(&documents, "a.yaml", &format!("{described}/allOf/0/$ref")),
        format!("12:11 {described}/$ref")
    );
    assert_eq!(
        location(&documents, "a.yaml", &format!("{properties}/both/allOf/1/$ref")),
        format!("14:17 {properties}/both/$ref")
    );
}

#[test]
fn siblings_in_definitions_are_dropped() {
    let text = openapi("components: { schemas: { A: {}, B: { $ref: 'b.yaml#/B', title: T } } }");
    let fragment = "B: { $ref: '#/C', description: D }\nC: { items: { $ref: '#/B', title: T } }";
    let documents = documents(&[("a.yaml", &text), ("b.yaml", fragment)]);
    assert_eq!(
        value(&documents, "a.yaml", "/components/schemas/B"),
        &json!({ "$ref": "b.yaml#/B" })
    );
    assert_eq!(value(&documents, "b.yaml", "/B"), &json!({ "$ref": "#/C" }));
    let items = json!({ "allOf": [{ "$ref": "#/B" }], "title": "T" });
    assert_eq!(value(&documents, "b.yaml", "/C/items"), &items);
}

#[test]
fn siblings_outside_of_schemas_stay() {
    let text = openapi(
        "\
components:
  parameters: { A: { $ref: '#/components/parameters/B', description: D }, B: { name: b, in: query, schema: {} } }
",
    );
    let documents = documents(&[("a.yaml", &text)]);
    assert_eq!(
        value(&documents, "a.yaml", "/components/parameters/A"),
        &json!({ "$ref": "#/components/parameters/B", "description": "D" })
    );
}

#[test]
fn siblings_in_swagger_are_converted() {
    let text = swagger(
        "\
definitions:
  A: {}
  B:
    properties:
      a: { $ref: '#/definitions/A', x-nullable: true, x-ms-client-name: c }
",
    );
    let documents = documents(&[("a.yaml", &text)]);
    let a = "/components/schemas/B/properties/a";
    assert_eq!(
        value(&documents, "a.yaml", a),
        &json!({ "allOf": [{ "$ref": "#/components/schemas/A" }], "nullable": true, "x-ms-client-name": "c" })
    );
    let source = "/definitions/B/properties/a";
    assert_eq!(
        location(&documents, "a.yaml", &format!("{a}/allOf/0/$ref")),
        format!("7:12 {source}/$ref")
    );
    assert_eq!(
        location(&documents, "a.yaml", &format!("{a}/nullable")),
        format!("7:37 {source}/x-nullable")
    );
}
