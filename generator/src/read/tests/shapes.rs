//! The shapes of parts.

use super::{documents, openapi, problems, swagger};
use serde_json::json;

/// An OpenAPI 3.0 description with these schemas, one on each line from line 6 on.
fn schemas(schemas: &[&str]) -> String {
    openapi(&format!("components:\n  schemas:\n    {}\n", schemas.join("\n    ")))
}

#[test]
fn every_wrong_shape_is_found() {
    let text = schemas(&[
        "A: { type: [string, 'null'] }",
        "B: { minimum: one, maxLength: -1, minItems: 1.5 }",
        "C: { required: id, properties: [a] }",
        "D: { description: 1.0, nullable: 'true' }",
        "E: { enum: red, items: true, additionalProperties: 1 }",
        "F: { exclusiveMinimum: 5 }",
        "G: strings",
        "H:",
        "I: { discriminator: kind, allOf: {} }",
        "J: { type: sting, properties: { a: [] } }",
    ]);
    assert_eq!(
        problems(&[("a.yaml", &text)]),
        "\
a.yaml:6:10: error: expected a string, found a list
    at /components/schemas/A/type
  help: a schema has one type; add `nullable: true` if null is allowed

a.yaml:7:19: error: expected a number, found the string \"one\"
    at /components/schemas/B/minimum

a.yaml:7:35: error: expected an integer that is not negative, found the number -1
    at /components/schemas/B/maxLength

a.yaml:7:49: error: expected an integer that is not negative, found the number 1.5
    at /components/schemas/B/minItems

a.yaml:8:20: error: expected a list, found the string \"id\"
    at /components/schemas/C/required

a.yaml:8:24: error: expected a mapping, found a list
    at /components/schemas/C/properties

a.yaml:9:23: error: expected a string, found the number 1.0
    at /components/schemas/D/description
  help: put it in quotes: \"1.0\"

a.yaml:9:38: error: expected true or false, found the string \"true\"
    at /components/schemas/D/nullable
  help: write it without quotes

a.yaml:10:16: error: expected a list, found the string \"red\"
    at /components/schemas/E/enum

a.yaml:10:28: error: expected a schema, found true
    at /components/schemas/E/items

a.yaml:10:56: error: expected a schema, found the number 1
    at /components/schemas/E/additionalProperties

a.yaml:11:28: error: expected true or false, found the number 5
    at /components/schemas/F/exclusiveMinimum
  help: write `minimum: 5` and `exclusiveMinimum: true`

a.yaml:12:8: error: expected a schema, found the string \"strings\"
    at /components/schemas/G

a.yaml:13:5: error: expected a schema, found null
    at /components/schemas/H
  help: write a value, at least `{}`

a.yaml:14:25: error: expected a discriminator, found the string \"kind\"
    at /components/schemas/I/discriminator

a.yaml:14:31: error: expected a list, found a mapping
    at /components/schemas/I/allOf

a.yaml:15:16: error: expected one of string, number, integer, boolean, array, object, found \"sting\"
    at /components/schemas/J/type
  help: did you mean \"string\"?

a.yaml:15:37: error: expected a schema, found a list
    at /components/schemas/J/properties/a
"
    );
}

#[test]
fn missing_fields_are_reported() {
    let text = "\
openapi: 3.0.3
info: { version: V }
servers: [{}]
paths:
  a: {}
  /b:
    get:
      parameters:
        - { in: query, schema: {} }
        - { in: path, name: b }
        - { in: header, name: c, schema: {}, content: {} }
        - { in: header, name: d, schema: {}, style: form }
      requestBody: {}
    put:
      responses:
        2000: { description: ok }
        200: { headers: { x: {} } }
        x-note: anything
components:
  securitySchemes:
    a: {}
    b: { type: apiKey, in: header }
    c: { type: oauth2, flows: { implicit: { scopes: {} } } }
    d: { type: http }
    e: { type: openIdConnect }
";
    assert_eq!(
        problems(&[("a.yaml", text)]),
        "\
a.yaml:2:1: error: an info object needs \"title\"
    at /info

a.yaml:3:11: error: a server needs \"url\"
    at /servers/0

a.yaml:5:3: error: the path \"a\" must begin with a slash
    at /paths/a

a.yaml:7:5: error: an operation needs \"responses\"
    at /paths/~1b/get

a.yaml:9:11: error: a parameter needs \"name\"
    at /paths/~1b/get/parameters/0

a.yaml:10:11: error: a parameter needs \"schema\"
    at /paths/~1b/get/parameters/1

a.yaml:11:11: error: a parameter has either \"schema\" or \"content\", not both
    at /paths/~1b/get/parameters/2

a.yaml:12:53: error: a header parameter cannot have the style \"form\"
    at /paths/~1b/get/parameters/3/style

a.yaml:13:7: error: a request body needs \"content\"
    at /paths/~1b/get/requestBody

a.yaml:16:9: error: \"2000\" is not a status code, a range such as 4XX, or `default`
    at /paths/~1b/put/responses/2000

a.yaml:17:27: error: a header needs \"schema\"
    at /paths/~1b/put/responses/200/headers/x

a.yaml:21:5: error: a security scheme needs \"type\"
    at /components/securitySchemes/a

a.yaml:22:5: error: an API key needs \"name\"
    at /components/securitySchemes/b

a.yaml:23:33: error: an implicit flow needs \"authorizationUrl\"
    at /components/securitySchemes/c/flows/implicit

a.yaml:24:5: error: an HTTP security scheme needs \"scheme\"
    at /components/securitySchemes/d

a.yaml:25:5: error: an OpenID Connect scheme needs \"openIdConnectUrl\"
    at /components/securitySchemes/e
"
    );
}

#[test]
fn missing_fields_in_swagger_are_reported() {
    let text = swagger(
        "\
x-ms-parameterized-host: {}
paths:
  /a:
    get:
      parameters:
        - { in: query, name: a }
        - { in: body, name: b }
        - { in: body, name: c, schema: {} }
        - { in: query, name: d, type: array, collectionFormat: cvs }
      responses: {}
securityDefinitions:
  a: { type: oauth2 }
  b: { type: oauth2, flow: accessCode, scopes: {} }
  c: { type: apiKey, name: key }
",
    );
    assert_eq!(
        problems(&[("a.yaml", &text)]),
        "\
a.yaml:3:1: error: a parameterized host needs \"hostTemplate\"
    at /x-ms-parameterized-host

a.yaml:7:7: error: a request has only one body: either one body parameter or form parameters
    at /paths/~1a/get/parameters

a.yaml:8:11: error: a query parameter needs \"type\"
    at /paths/~1a/get/parameters/0

a.yaml:9:11: error: a body parameter needs \"schema\"
    at /paths/~1a/get/parameters/1

a.yaml:11:64: error: expected one of csv, ssv, tsv, pipes, multi, found \"cvs\"
    at /paths/~1a/get/parameters/3/collectionFormat

a.yaml:14:3: error: an OAuth 2 security scheme needs \"flow\"
    at /securityDefinitions/a

a.yaml:15:3: error: an OAuth 2 security scheme needs \"authorizationUrl\"
    at /securityDefinitions/b

a.yaml:15:3: error: an OAuth 2 security scheme needs \"tokenUrl\"
    at /securityDefinitions/b

a.yaml:16:3: error: an API key needs \"in\"
    at /securityDefinitions/c
"
    );
}

#[test]
fn misspelt_and_foreign_fields_are_reported_and_others_ignored() {
    let text = schemas(&[
        "A: { requried: [a], propertes: {} }",
        "B: { patternProperties: {}, const: 1 }",
        "C: { note: mine, $comment: mine, examples: [1], id: C, x-requried: 1 }",
        "D: { properties: { requried: {} }, required: [], requires: [] }",
    ]);
    assert_eq!(
        problems(&[("a.yaml", &text)]),
        "\
a.yaml:6:10: error: a schema has no field \"requried\"
    at /components/schemas/A/requried
  help: did you mean \"required\"?

a.yaml:6:25: error: a schema has no field \"propertes\"
    at /components/schemas/A/propertes
  help: did you mean \"properties\"?

a.yaml:7:10: error: OpenAPI 3.0 has no \"patternProperties\" in schemas
    at /components/schemas/B/patternProperties

a.yaml:7:40: error: OpenAPI 3.0 has no \"const\" in schemas
    at /components/schemas/B/const
"
    );
}

#[test]
fn a_ref_cannot_replace_every_kind_of_part() {
    let text = openapi("tags: [{ $ref: '#/tags/1' }]");
    assert_eq!(
        problems(&[("a.yaml", &text)]),
        "a.yaml:4:16: error: a $ref cannot take the place of a tag\n    at /tags/0/$ref\n"
    );
}

#[test]
fn null_fields_are_absent() {
    let text = schemas(&["A: { description: , properties: , default: , example: null, x-note: }"]);
    let documents = documents(&[("a.yaml", &text)]);
    assert_eq!(
        super::value(&documents, "a.yaml", "/components/schemas/A"),
        &json!({ "default": null, "example": null, "x-note": null })
    );
    let text = openapi("tags: [{ name: }]");
    assert!(problems(&[("a.yaml", &text)]).contains("a tag needs \"name\""));
}

#[test]
fn documents_can_be_read_by_openapiv3() {
    let text = "\
openapi: 3.0.3
info: { title: T, version: '1' }
paths:
  /a:
    get:
      parameters: [{ name: p, in: query, style: pipeDelimited, schema: { type: string } }]
      responses: { default: { description: ok, links: { a: {} } } }
      callbacks: { a: { $ref: '#/components/callbacks/A' } }
components: { callbacks: { A: {} }, schemas: { A: { type: string, minLength: 1 } } }
";
    let documents = documents(&[("a.yaml", text)]);
    let api: openapiv3::OpenAPI = serde_json::from_value(documents.entry().root.clone()).unwrap();
    assert_eq!(api.operations().count(), 1);
}
