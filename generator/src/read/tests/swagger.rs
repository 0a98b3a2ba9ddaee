//! Swagger 2.0 as OpenAPI 3.0: everything but request bodies and responses.

use super::{converted, documents, location, swagger, value};
use serde_json::{Value, json};

#[test]
fn the_top_level() {
    let text = "\
swagger: '2.0'
info: { title: T, version: '1', x-note: 1 }
host: example.org
basePath: /v1/
schemes: [https, http]
consumes: [application/json]
tags: [{ name: t }]
paths: {}
definitions: { A: { type: string } }
responses: { R: { description: r } }
securityDefinitions: { key: { type: apiKey, in: header, name: k } }
security: [{ key: [] }]
externalDocs: { url: u }
x-note: { $ref: '#/definitions/A' }
";
    let documents = documents(&[("a.yaml", text)]);
    assert_eq!(
        documents.entry().root,
        json!({
            "openapi": "3.0.3",
            "info": { "title": "T", "version": "1", "x-note": 1 },
            "servers": [{ "url": "https://example.org/v1" }, { "url": "http://example.org/v1" }],
            "tags": [{ "name": "t" }],
            "paths": {},
            "security": [{ "key": [] }],
            "externalDocs": { "url": "u" },
            "x-note": { "$ref": "#/definitions/A" },
            "components": {
                "schemas": { "A": { "type": "string" } },
                "responses": { "R": { "description": "r" } },
                "securitySchemes": { "key": { "type": "apiKey", "in": "header", "name": "k" } },
            },
        })
    );
    let places = [
        ("/openapi", "1:1 /swagger"),
        ("/servers/1/url", "3:1 /host"),
        ("/components/schemas/A/type", "9:21 /definitions/A/type"),
        ("/components/responses/R", "10:14 /responses/R"),
        ("/components/securitySchemes/key", "11:24 /securityDefinitions/key"),
        ("/components", "1:1 "),
    ];
    for (pointer, expected) in places {
        assert_eq!(location(&documents, "a.yaml", pointer), expected);
    }
}

#[test]
fn servers() {
    let cases = [
        ("host: a.org", json!([{ "url": "https://a.org" }])),
        ("basePath: /v1", json!([{ "url": "/v1" }])),
        ("host: a.org\nschemes: [ws]", json!([{ "url": "ws://a.org" }])),
    ];
    for (rest, expected) in cases {
        assert_eq!(converted(rest, "/servers"), expected);
    }
    let documents = documents(&[("a.yaml", &swagger("basePath: /"))]);
    assert_eq!(documents.entry().root.get("servers"), None);
}

#[test]
fn schemes_of_an_operation_become_servers() {
    let rest = "host: a.org\npaths: { /a: { get: { schemes: [http], responses: {} } } }";
    assert_eq!(
        converted(rest, "/paths/~1a/get"),
        json!({ "servers": [{ "url": "http://a.org" }], "responses": {} })
    );
}

#[test]
fn parameterized_hosts() {
    let text = swagger(
        "\
basePath: /v1
schemes: [https]
host: ignored.org
x-ms-parameterized-host:
  hostTemplate: '{endpoint}.{zone}'
  positionInOperation: first
  parameters:
    - { $ref: '#/parameters/Endpoint' }
    - { name: zone, in: path, required: true, type: integer, enum: [1, 2], default: 1 }
parameters:
  Endpoint: { name: endpoint, in: path, required: true, type: string, format: uri, description: D, x-ms-skip-url-encoding: true }
",
    );
    let documents = documents(&[("a.yaml", &text)]);
    assert_eq!(
        value(&documents, "a.yaml", "/servers"),
        &json!([{
            "url": "https://{endpoint}.{zone}/v1",
            "variables": {
                "endpoint": { "default": "", "description": "D", "x-ms-skip-url-encoding": true, "x-schema": { "format": "uri" } },
                "zone": { "default": "1", "enum": ["1", "2"], "x-schema": { "type": "integer" } },
            },
            "x-ms-parameterized-host": { "positionInOperation": "first" },
        }])
    );
    let host = "/x-ms-parameterized-host";
    assert_eq!(location(&documents, "a.yaml", "/servers/0/url"), format!("6:1 {host}"));
    assert_eq!(
        location(&documents, "a.yaml", "/servers/0/variables/zone/enum"),
        format!("11:62 {host}/parameters/1/enum")
    );
    assert_eq!(
        location(&documents, "a.yaml", "/servers/0/variables/endpoint"),
        format!("10:7 {host}/parameters/0")
    );

    let rest = "schemes: [https]\nx-ms-parameterized-host: { hostTemplate: '{endpoint}', useSchemePrefix: false }";
    assert_eq!(converted(rest, "/servers"), json!([{ "url": "{endpoint}" }]));
}

#[test]
fn parameters() {
    let text = swagger(
        "\
parameters:
  Size:
    name: size
    in: query
    description: D
    required: true
    type: integer
    format: int32
    minimum: 1
    default: 10
    enum: [1, 10]
    x-ms-enum: { name: Size }
    x-nullable: true
    x-ms-client-name: pageSize
    x-ms-parameter-location: method
    allowEmptyValue: true
",
    );
    let documents = documents(&[("a.yaml", &text)]);
    assert_eq!(
        value(&documents, "a.yaml", "/components/parameters/Size"),
        &json!({
            "name": "size",
            "in": "query",
            "description": "D",
            "required": true,
            "x-ms-client-name": "pageSize",
            "x-ms-parameter-location": "method",
            "allowEmptyValue": true,
            "schema": {
                "type": "integer",
                "format": "int32",
                "minimum": 1,
                "default": 10,
                "enum": [1, 10],
                "x-ms-enum": { "name": "Size" },
                "nullable": true,
            },
        })
    );
    let places = [
        ("", "4:3", ""),
        ("/name", "5:5", "/name"),
        ("/schema", "4:3", ""),
        ("/schema/enum/1", "13:15", "/enum/1"),
        ("/schema/nullable", "15:5", "/x-nullable"),
    ];
    for (pointer, position, source) in places {
        assert_eq!(
            location(&documents, "a.yaml", &format!("/components/parameters/Size{pointer}")),
            format!("{position} /parameters/Size{source}")
        );
    }
}

#[test]
fn collection_formats() {
    let cases = [
        ("query", "", json!({ "style": "form", "explode": false })),
        ("query", "csv", json!({ "style": "form", "explode": false })),
        ("query", "multi", json!({ "style": "form", "explode": true })),
        ("query", "ssv", json!({ "style": "spaceDelimited", "explode": false })),
        ("query", "pipes", json!({ "style": "pipeDelimited", "explode": false })),
        ("query", "tsv", json!({ "style": "form", "explode": false, "x-collectionFormat": "tsv" })),
        ("path", "csv", json!({ "style": "simple", "explode": false })),
        ("header", "", json!({ "style": "simple", "explode": false })),
        (
            "header",
            "pipes",
            json!({ "style": "simple", "explode": false, "x-collectionFormat": "pipes" }),
        ),
    ];
    for (place, format, mut expected) in cases {
        let format = if format.is_empty() { "" } else { &format!("collectionFormat: {format}, ") };
        let rest = format!(
            "parameters: {{ P: {{ name: p, in: {place}, {format}type: array, items: {{ type: array, collectionFormat: ssv }} }} }}"
        );
        expected["name"] = "p".into();
        expected["in"] = place.into();
        expected["schema"] =
            json!({ "type": "array", "items": { "type": "array", "x-collectionFormat": "ssv" } });
        assert_eq!(converted(&rest, "/components/parameters/P"), expected, "{place} {format}");
    }
    // The format has no meaning for a value that is not an array.
    let rest = "parameters: { P: { name: p, in: query, type: string, collectionFormat: csv } }";
    let expected = json!({ "name": "p", "in": "query", "schema": { "type": "string" } });
    assert_eq!(converted(rest, "/components/parameters/P"), expected);
}

#[test]
fn schemas() {
    let rest = "\
definitions:
  A:
    type: object
    discriminator: kind
    properties:
      kind: { type: string, x-nullable: false }
      discriminator: { type: string }
      file: { type: file }
    allOf: [{ $ref: '#/definitions/A/properties/kind' }]
    additionalProperties: { x-nullable: true }
    x-ms-discriminator-value: a
    readOnly: true
    example: { discriminator: kept, x-nullable: true }
";
    assert_eq!(
        converted(rest, "/components/schemas/A"),
        json!({
            "type": "object",
            "discriminator": { "propertyName": "kind" },
            "properties": {
                "kind": { "type": "string", "nullable": false },
                "discriminator": { "type": "string" },
                "file": { "type": "string", "format": "binary" },
            },
            "allOf": [{ "$ref": "#/components/schemas/A/properties/kind" }],
            "additionalProperties": { "nullable": true },
            "x-ms-discriminator-value": "a",
            "readOnly": true,
            "example": { "discriminator": "kept", "x-nullable": true },
        })
    );
}

#[test]
fn security_schemes() {
    let flow = |name: &str, flow: Value| json!({ "type": "oauth2", "flows": { name: flow } });
    let cases = [
        (
            "{ type: basic, description: D }",
            json!({ "type": "http", "scheme": "basic", "description": "D" }),
        ),
        (
            "{ type: apiKey, in: query, name: k }",
            json!({ "type": "apiKey", "in": "query", "name": "k" }),
        ),
        (
            "{ type: oauth2, flow: implicit, authorizationUrl: a, scopes: { s: S } }",
            flow("implicit", json!({ "authorizationUrl": "a", "scopes": { "s": "S" } })),
        ),
        (
            "{ type: oauth2, flow: password, tokenUrl: t, scopes: {} }",
            flow("password", json!({ "tokenUrl": "t", "scopes": {} })),
        ),
        (
            "{ type: oauth2, flow: application, tokenUrl: t, scopes: {} }",
            flow("clientCredentials", json!({ "tokenUrl": "t", "scopes": {} })),
        ),
        (
            "{ type: oauth2, flow: accessCode, authorizationUrl: a, tokenUrl: t, scopes: {} }",
            flow(
                "authorizationCode",
                json!({ "authorizationUrl": "a", "tokenUrl": "t", "scopes": {} }),
            ),
        ),
    ];
    for (scheme, expected) in cases {
        let rest = format!("securityDefinitions: {{ s: {scheme} }}");
        assert_eq!(converted(&rest, "/components/securitySchemes/s"), expected);
    }
}

#[test]
fn paths_with_queries_are_converted_like_others() {
    let rest = "x-ms-paths: { /a?b=c: { get: { responses: { 200: { description: D, schema: { $ref: '#/definitions/A' } } } } } }\ndefinitions: { A: {} }";
    let schema = "/x-ms-paths/~1a?b=c/get/responses/200/content/application~1json/schema";
    assert_eq!(converted(rest, schema), json!({ "$ref": "#/components/schemas/A" }));
}
