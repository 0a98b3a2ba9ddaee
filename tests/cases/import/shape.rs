//! The format of a description that is imported for the first time.

use super::{changes, files, imported};

const LIBRARY: &str = r##"{
  "swagger": "2.0",
  "info": { "title": "Library", "version": "2025-01-01", "x-owner": "yes" },
  "x-ms-parameterized-host": {
    "hostTemplate": "{endpoint}", "useSchemePrefix": false,
    "parameters": [{ "$ref": "#/parameters/Endpoint" }]
  },
  "paths": {
    "/books/{id}": {
      "put": {
        "tags": ["Books"], "operationId": "Books_Put", "consumes": ["application/merge-patch+json"],
        "description": "Changes a book. What the request leaves out stays as it is, and what it sets to null goes away; nothing else changes.",
        "parameters": [
          { "in": "path", "name": "id", "required": true, "type": "string", "maxLength": 36 },
          { "in": "body", "name": "book", "required": true, "schema": { "$ref": "#/definitions/Book" } }
        ],
        "responses": {
          "204": { "description": "It is changed.\nThere is no body." },
          "default": { "description": "It failed.", "schema": { "$ref": "parts.json#/definitions/Failure" } }
        },
        "x-ms-examples": { "Change a title": { "$ref": "./examples/put.json" } }
      }
    }
  },
  "definitions": {
    "Book": {
      "required": ["title"],
      "properties": {
        "title": { "type": "string", "example": "12" },
        "$ref": { "type": "number", "default": 1e-7 },
        "shelf": { "$ref": "#/definitions/Shelf", "description": "Where it stands.", "readOnly": true }
      }
    },
    "Shelf": { "$ref": "parts.json#/definitions/Shelf" }
  },
  "parameters": { "Endpoint": { "in": "path", "name": "endpoint", "required": true, "type": "string", "x-ms-skip-url-encoding": true } }
}"##;

const PARTS: &str = r##"{
  "definitions": {
    "Failure": { "type": "object", "properties": { "inner": { "$ref": "#/definitions/Failure" } } },
    "Shelf": { "type": "object", "discriminator": "kind", "properties": { "kind": { "type": "string" } } },
    "Nobody": { "type": "object" }
  }
}"##;

const YAML: &str = r##"openapi: 3.0.3

info:
  title: Library
  version: '2025-01-01'
  x-owner: 'yes'

servers:
  - url: '{endpoint}'
    variables:
      endpoint:
        default: ''
        x-ms-skip-url-encoding: true

paths:
  /books/{id}:
    put:
      tags: [Books]
      operationId: Books_Put
      description: >-
        Changes a book. What the request leaves out stays as it is, and what it sets to null goes
        away; nothing else changes.
      parameters:
        - in: path
          name: id
          required: true
          schema:
            type: string
            maxLength: 36
      requestBody:
        x-ms-requestBody-name: book
        required: true
        content:
          application/merge-patch+json:
            schema:
              $ref: '#/components/schemas/Book'
      responses:
        '204':
          description: |-
            It is changed.
            There is no body.
        default:
          description: It failed.
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Failure'
      x-ms-examples:
        Change a title:
          $ref: ./examples/put.json

components:
  schemas:
    Book:
      required:
        - title
      properties:
        title:
          type: string
          example: '12'
        $ref:
          type: number
          default: 1.0e-7
        shelf:
          $ref: '#/components/schemas/Shelf'
          description: Where it stands.
          readOnly: true

    Shelf:
      type: object
      discriminator:
        propertyName: kind
      properties:
        kind:
          type: string

    Failure:
      type: object
      properties:
        inner:
          $ref: '#/components/schemas/Failure'

  parameters:
    Endpoint:
      in: path
      name: endpoint
      required: true
      x-ms-skip-url-encoding: true
      schema:
        type: string
"##;

#[test]
fn swagger_with_other_files_becomes_one_file_of_openapi() {
    let files = files([("library.json", LIBRARY), ("parts.json", PARTS)]);
    let text = imported(&files, "library.json", None);
    assert_eq!(changes(YAML, &text), "");
}

#[test]
fn openapi_is_taken_as_it_is() {
    let files = files([("library.json", LIBRARY), ("parts.json", PARTS), ("a.yaml", YAML)]);
    assert_eq!(imported(&files, "a.yaml", None), YAML);
}

#[test]
fn variants_of_a_union_come_along_from_other_files() {
    let swagger = r##"{
      "swagger": "2.0", "info": { "title": "T", "version": "1" }, "paths": {},
      "definitions": { "Shape": { "$ref": "shapes.json#/definitions/Shape" } }
    }"##;
    let shapes = r##"{ "swagger": "2.0", "info": { "title": "S", "version": "1" }, "paths": {}, "definitions": {
      "Circle": { "allOf": [{ "$ref": "#/definitions/Shape" }], "x-ms-discriminator-value": "circle" },
      "Shape": { "type": "object", "discriminator": "kind", "properties": { "kind": { "type": "string" } } },
      "Unrelated": { "type": "object" }
    } }"##;
    let files = files([("a.json", swagger), ("shapes.json", shapes)]);
    let text = imported(&files, "a.json", None);
    assert!(
        text.contains("\n    Circle:\n      allOf:\n        - $ref: '#/components/schemas/Shape'")
    );
    assert!(!text.contains("Unrelated"), "{text}");
}

#[test]
fn what_is_said_of_bodies_that_are_not_there_is_kept() {
    let swagger = r##"{
      "swagger": "2.0", "info": { "title": "T", "version": "1" },
      "paths": { "/a": { "get": { "consumes": ["a/b"], "produces": ["c/d"], "responses": { "204": { "description": "D." } } } } }
    }"##;
    let text = imported(&files([("a.json", swagger)]), "a.json", None);
    assert!(
        text.contains("x-consumes:\n        - a/b\n      x-produces:\n        - c/d\n"),
        "{text}"
    );
}
