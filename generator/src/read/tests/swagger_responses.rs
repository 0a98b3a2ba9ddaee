//! Swagger 2.0 as OpenAPI 3.0: responses.

use super::{converted, documents, location, swagger, value};
use serde_json::json;

#[test]
fn responses() {
    let text = swagger(
        "\
produces: [application/json, text/json]
paths:
  /a:
    get:
      x-ms-pageable: { nextLinkName: n }
      responses:
        200:
          description: ok
          schema: { $ref: '#/definitions/A' }
          headers:
            Retry-After: { type: integer, description: seconds, x-ms-client-name: retry }
          examples: { application/json: { a: 1 }, text/plain: other }
          x-ms-error-response: true
        204: { description: none, examples: { text/plain: text } }
        x-note: 1
definitions: { A: {} }
",
    );
    let documents = documents(&[("a.yaml", &text)]);
    let get = "/paths/~1a/get";
    let a = json!({ "$ref": "#/components/schemas/A" });
    assert_eq!(
        value(&documents, "a.yaml", get),
        &json!({
            "x-ms-pageable": { "nextLinkName": "n" },
            "responses": {
                "200": {
                    "description": "ok",
                    "headers": { "Retry-After": {
                        "description": "seconds",
                        "x-ms-client-name": "retry",
                        "schema": { "type": "integer" },
                    } },
                    "x-ms-error-response": true,
                    "x-examples": { "text/plain": "other" },
                    "content": {
                        "application/json": { "schema": a, "example": { "a": 1 } },
                        "text/json": { "schema": a },
                    },
                },
                "204": { "description": "none", "content": { "text/plain": { "example": "text" } } },
                "x-note": 1,
            },
        })
    );
    let ok = format!("{get}/responses/200");
    assert_eq!(
        location(&documents, "a.yaml", &format!("{ok}/content/text~1json/schema/$ref")),
        format!("11:21 {ok}/schema/$ref")
    );
    assert_eq!(
        location(&documents, "a.yaml", &format!("{ok}/content/application~1json")),
        format!("9:9 {ok}")
    );
    assert_eq!(
        location(&documents, "a.yaml", &format!("{ok}/headers/Retry-After/schema/type")),
        format!("13:28 {ok}/headers/Retry-After/type")
    );
}

#[test]
fn files_as_responses() {
    let response = |produces: &str| {
        let rest = format!(
            "paths: {{ /a: {{ get: {{ {produces} responses: {{ 200: {{ description: D, schema: {{ type: file }} }} }} }} }} }}"
        );
        converted(&rest, "/paths/~1a/get/responses/200/content")
    };
    let binary = json!({ "schema": { "type": "string", "format": "binary" } });
    assert_eq!(response("produces: [image/png],"), json!({ "image/png": binary }));
    assert_eq!(response(""), json!({ "application/octet-stream": binary }));
}

#[test]
fn shared_responses() {
    let text = swagger(
        "\
produces: [application/json]
paths:
  /a:
    get:
      responses: { default: { $ref: 'b.yaml#/responses/E' } }
    put:
      produces: [text/json]
      responses: { default: { $ref: 'b.yaml#/responses/E' }, 404: { $ref: 'b.yaml#/responses/None' } }
",
    );
    let other = swagger(
        "responses: { E: { description: bad, schema: { type: string } }, None: { description: none } }",
    );
    let documents = documents(&[("a.yaml", &text), ("b.yaml", &other)]);
    let shared = "b.yaml#/components/responses";
    assert_eq!(
        value(&documents, "a.yaml", "/paths/~1a/get/responses/default"),
        &json!({ "$ref": format!("{shared}/E") })
    );
    // The content types differ from those of the file with the response.
    let schema = json!({ "$ref": format!("{shared}/E/content/application~1json/schema") });
    assert_eq!(
        value(&documents, "a.yaml", "/paths/~1a/put/responses"),
        &json!({
            "default": { "description": "bad", "content": { "text/json": { "schema": schema } } },
            "404": { "$ref": format!("{shared}/None") },
        })
    );
}
