//! Swagger 2.0 as OpenAPI 3.0: parameters that become bodies.

use super::{converted, documents, location, swagger, value};
use serde_json::json;

#[test]
fn body_parameters_become_request_bodies() {
    let text = swagger(
        "\
consumes: [text/json]
paths:
  /a:
    post:
      operationId: A_Post
      consumes: [application/merge-patch+json, application/json]
      parameters:
        - { name: first, in: query, type: string }
        - { name: thing, in: body, description: D, required: true, schema: { $ref: '#/definitions/A' }, x-ms-client-flatten: true }
        - { name: last, in: header, type: integer }
      responses: {}
definitions: { A: {} }
",
    );
    let documents = documents(&[("a.yaml", &text)]);
    let post = "/paths/~1a/post";
    let media_type = json!({ "schema": { "$ref": "#/components/schemas/A" } });
    let operation = value(&documents, "a.yaml", post);
    assert_eq!(
        operation,
        &json!({
            "operationId": "A_Post",
            "parameters": [
                { "name": "first", "in": "query", "schema": { "type": "string" } },
                { "name": "last", "in": "header", "schema": { "type": "integer" } },
            ],
            "requestBody": {
                "x-ms-requestBody-name": "thing",
                "description": "D",
                "required": true,
                "content": {
                    "application/merge-patch+json": media_type,
                    "application/json": media_type,
                },
                "x-ms-client-flatten": true,
            },
            "responses": {},
        })
    );
    // The order of content types has a meaning; the place of `requestBody` is for readers.
    let content = operation["requestBody"]["content"].as_object().unwrap();
    assert_eq!(
        content.keys().collect::<Vec<_>>(),
        ["application/merge-patch+json", "application/json"]
    );
    let fields = operation.as_object().unwrap();
    assert_eq!(
        fields.keys().collect::<Vec<_>>(),
        ["operationId", "parameters", "requestBody", "responses"]
    );

    let places = [
        ("/parameters/0/schema/type", "10:37 /paths/~1a/post/parameters/0/type"),
        ("/parameters/1", "12:11 /paths/~1a/post/parameters/2"),
        ("/parameters/1/schema/type", "12:37 /paths/~1a/post/parameters/2/type"),
        ("/requestBody", "11:11 /paths/~1a/post/parameters/1"),
        ("/requestBody/x-ms-requestBody-name", "11:13 /paths/~1a/post/parameters/1/name"),
        ("/requestBody/content/application~1json", "11:11 /paths/~1a/post/parameters/1"),
        (
            "/requestBody/content/application~1json/schema/$ref",
            "11:78 /paths/~1a/post/parameters/1/schema/$ref",
        ),
    ];
    for (pointer, expected) in places {
        assert_eq!(location(&documents, "a.yaml", &format!("{post}{pointer}")), expected);
    }
}

#[test]
fn json_is_the_default_content_type() {
    let rest = "paths: { /a: { put: { parameters: [{ name: b, in: body, schema: { type: object } }], responses: {} } } }";
    assert_eq!(
        converted(rest, "/paths/~1a/put/requestBody"),
        json!({ "x-ms-requestBody-name": "b", "content": { "application/json": { "schema": { "type": "object" } } } })
    );
}

#[test]
fn shared_bodies() {
    let text = swagger(
        "\
paths:
  /a:
    post:
      parameters: [{ $ref: 'lib/b.yaml#/parameters/Body' }, { $ref: '#/parameters/Query' }]
      responses: {}
    put:
      consumes: [text/json]
      parameters: [{ $ref: '#/parameters/Alias' }]
      responses: {}
parameters:
  Alias: { $ref: 'lib/b.yaml#/parameters/Body' }
  Query: { name: q, in: query, type: string }
",
    );
    let other = swagger(
        "\
parameters: { Body: { name: body, in: body, description: D, schema: { $ref: '#/definitions/B' } } }
definitions: { B: {} }
",
    );
    let documents = documents(&[("a.yaml", &text), ("lib/b.yaml", &other)]);
    let shared = "/components/requestBodies/Body";
    assert_eq!(
        value(&documents, "lib/b.yaml", shared),
        &json!({
            "x-ms-requestBody-name": "body",
            "description": "D",
            "content": { "application/json": { "schema": { "$ref": "#/components/schemas/B" } } },
        })
    );
    assert_eq!(
        value(&documents, "a.yaml", "/paths/~1a/post"),
        &json!({
            "parameters": [{ "$ref": "#/components/parameters/Query" }],
            "requestBody": { "$ref": format!("lib/b.yaml#{shared}") },
            "responses": {},
        })
    );
    assert_eq!(
        value(&documents, "a.yaml", "/components/requestBodies/Alias"),
        &json!({ "$ref": format!("lib/b.yaml#{shared}") })
    );
    // The content types differ from those of the file with the body.
    let schema = json!({ "$ref": format!("lib/b.yaml#{shared}/content/application~1json/schema") });
    let put = "/paths/~1a/put/requestBody";
    assert_eq!(
        value(&documents, "a.yaml", put),
        &json!({
            "x-ms-requestBody-name": "body",
            "description": "D",
            "content": { "text/json": { "schema": schema } },
        })
    );
    let reference = format!("{put}/content/text~1json/schema/$ref");
    assert_eq!(location(&documents, "a.yaml", &reference), "10:20 /paths/~1a/put/parameters/0");
    let from = crate::model::source::Place::new("a.yaml", reference.as_str());
    let text = schema["$ref"].as_str().unwrap();
    let target = documents.follow(&from, text).unwrap();
    assert_eq!(target.place.to_string(), "lib/b.yaml#/components/schemas/B");
}

#[test]
fn bodies_of_path_items() {
    let text = swagger(
        "\
paths:
  /a:
    parameters:
      - { name: b, in: body, schema: { type: string } }
      - { name: q, in: query, type: string }
    post: { responses: {} }
    put: { parameters: [{ name: own, in: body, schema: {} }], responses: {} }
",
    );
    let documents = documents(&[("a.yaml", &text)]);
    let body = |name: &str, schema| json!({ "x-ms-requestBody-name": name, "content": { "application/json": { "schema": schema } } });
    assert_eq!(
        value(&documents, "a.yaml", "/paths/~1a"),
        &json!({
            "parameters": [{ "name": "q", "in": "query", "schema": { "type": "string" } }],
            "post": { "requestBody": body("b", json!({ "type": "string" })), "responses": {} },
            "put": { "parameters": [], "requestBody": body("own", json!({})), "responses": {} },
        })
    );
    assert_eq!(
        location(&documents, "a.yaml", "/paths/~1a/post/requestBody"),
        "6:9 /paths/~1a/parameters/0"
    );
}

#[test]
fn forms() {
    let text = swagger(
        "\
consumes: [application/json]
paths:
  /a:
    parameters:
      - { name: shared, in: formData, type: string }
      - { name: own, in: formData, type: string, required: true }
    post:
      parameters:
        - { name: own, in: formData, type: integer, description: D, x-ms-client-name: mine, allowEmptyValue: true }
        - { $ref: '#/parameters/File' }
        - { name: list, in: formData, type: array, items: { type: string }, collectionFormat: multi }
        - { name: tabs, in: formData, type: array, items: { type: string }, collectionFormat: tsv }
      responses: {}
parameters:
  File: { name: file, in: formData, type: file, required: true }
",
    );
    let documents = documents(&[("a.yaml", &text)]);
    let post = "/paths/~1a/post";
    assert_eq!(
        value(&documents, "a.yaml", post),
        &json!({
            "parameters": [],
            "requestBody": {
                "content": { "multipart/form-data": {
                    "schema": {
                        "type": "object",
                        "properties": {
                            "shared": { "type": "string" },
                            "own": { "type": "integer", "description": "D", "x-ms-client-name": "mine", "x-allowEmptyValue": true },
                            "file": { "type": "string", "format": "binary" },
                            "list": { "type": "array", "items": { "type": "string" } },
                            "tabs": { "type": "array", "items": { "type": "string" }, "x-collectionFormat": "tsv" },
                        },
                        "required": ["file"],
                    },
                    "encoding": {
                        "list": { "style": "form", "explode": true },
                        "tabs": { "style": "form", "explode": false },
                    },
                } },
                "required": true,
            },
            "responses": {},
        })
    );
    let properties = format!("{post}/requestBody/content/multipart~1form-data/schema/properties");
    let places = [
        ("shared", "7:9 /paths/~1a/parameters/0"),
        ("own/description", "11:53 /paths/~1a/post/parameters/0/description"),
        ("file/format", "12:11 /paths/~1a/post/parameters/1"),
    ];
    for (pointer, expected) in places {
        assert_eq!(location(&documents, "a.yaml", &format!("{properties}/{pointer}")), expected);
    }
    let file = value(&documents, "a.yaml", "/components/requestBodies/File");
    assert_eq!(file["content"]["multipart/form-data"]["schema"]["required"], json!(["file"]));
}

#[test]
fn form_types() {
    let form = |consumes: &str| {
        let rest = format!(
            "paths: {{ /a: {{ put: {{ {consumes} parameters: [{{ name: f, in: formData, type: string }}], responses: {{}} }} }} }}"
        );
        let content = converted(&rest, "/paths/~1a/put/requestBody/content");
        content.as_object().unwrap().keys().cloned().collect::<Vec<_>>()
    };
    assert_eq!(form(""), ["application/x-www-form-urlencoded"]);
    assert_eq!(form("consumes: [application/json],"), ["application/x-www-form-urlencoded"]);
    assert_eq!(form("consumes: [multipart/form-data],"), ["multipart/form-data"]);
    assert_eq!(
        form("consumes: [multipart/form-data, application/x-www-form-urlencoded],"),
        ["multipart/form-data", "application/x-www-form-urlencoded"]
    );
}

#[test]
fn form_parameters_of_an_operation_replace_the_body_of_its_path_item() {
    let rest = "\
paths:
  /a:
    parameters: [{ name: b, in: body, schema: {} }]
    put: { parameters: [{ name: f, in: formData, type: string }], responses: {} }
";
    let body = converted(rest, "/paths/~1a/put/requestBody");
    let form = &body["content"]["application/x-www-form-urlencoded"]["schema"]["properties"];
    assert_eq!(form, &json!({ "f": { "type": "string" } }));
}

#[test]
fn a_body_of_another_operation_shares_only_its_schema() {
    let text = swagger(
        "\
paths:
  /a%41:
    post:
      consumes: [text/json]
      parameters: [{ name: b, in: body, schema: { type: string } }]
      responses: {}
    put:
      parameters: [{ $ref: '#/paths/~1a%2541/post/parameters/0' }]
      responses: {}
",
    );
    let documents = documents(&[("a.yaml", &text)]);
    let schema = "#/paths/~1a%2541/post/requestBody/content/text~1json/schema";
    let body = value(&documents, "a.yaml", "/paths/~1a%41/put/requestBody");
    assert_eq!(body["content"], json!({ "application/json": { "schema": { "$ref": schema } } }));
    let from = crate::model::source::Place::root("a.yaml");
    let target = documents.follow(&from, schema).unwrap();
    assert_eq!(*target.value, json!({ "type": "string" }));
}
