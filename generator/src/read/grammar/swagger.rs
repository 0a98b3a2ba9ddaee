//! Swagger 2.0 (<https://swagger.io/specification/v2>), with the extensions of Microsoft's
//! descriptions that contain parts of a description
//! (<https://azure.github.io/autorest/extensions>).

use super::{Dialect, Kind, Names, Shape, Shape::*, openapi, rules};

/// The kinds that a `$ref` can lead to.
pub(super) const REFERABLE: &[&Kind] = &[&SCHEMA, &PARAMETER, &RESPONSE, &HEADER, &PATH_ITEM];

const PLAIN: Kind = Kind {
    name: "",
    dialect: Dialect::Swagger,
    referable: false,
    required: "",
    assumed: &[],
    fields: &[],
    rule: None,
};

pub(in crate::read) static DESCRIPTION: Kind = Kind {
    name: "a description",
    fields: &[
        // `version` reads it, and accepts numbers too.
        (Data, "swagger"),
        (Part(&openapi::INFO), "info"),
        (Text, "host basePath"),
        (SCHEMES, "schemes"),
        (List(&Text), "consumes produces"),
        (Map(Names::Paths, &Part(&PATH_ITEM)), "paths x-ms-paths"),
        (Map(Names::Any, &Part(&SCHEMA)), "definitions"),
        (Map(Names::Any, &Part(&PARAMETER)), "parameters"),
        (Map(Names::Any, &Part(&RESPONSE)), "responses"),
        (Map(Names::Any, &Part(&SECURITY_SCHEME)), "securityDefinitions"),
        (openapi::SECURITY, "security"),
        (List(&Part(&TAG)), "tags"),
        (Part(&openapi::EXTERNAL_DOCS), "externalDocs"),
        (Part(&PARAMETERIZED_HOST), "x-ms-parameterized-host"),
    ],
    ..PLAIN
};

static PARAMETERIZED_HOST: Kind = Kind {
    name: "a parameterized host",
    required: "hostTemplate",
    fields: &[
        (Text, "hostTemplate positionInOperation"),
        (Flag, "useSchemePrefix"),
        (List(&Part(&PARAMETER)), "parameters"),
    ],
    ..PLAIN
};

static PATH_ITEM: Kind = Kind {
    name: "a path item",
    referable: true,
    fields: &[
        (Part(&OPERATION), "get put post delete options head patch"),
        (List(&Part(&PARAMETER)), "parameters"),
    ],
    rule: Some(rules::swagger_parameters),
    ..PLAIN
};

static OPERATION: Kind = Kind {
    name: "an operation",
    required: "responses",
    fields: &[
        (Text, "summary description operationId"),
        (Flag, "deprecated"),
        (List(&Text), "tags consumes produces"),
        (SCHEMES, "schemes"),
        (Part(&openapi::EXTERNAL_DOCS), "externalDocs"),
        (List(&Part(&PARAMETER)), "parameters"),
        (Map(Names::StatusCodes, &Part(&RESPONSE)), "responses"),
        (openapi::SECURITY, "security"),
    ],
    rule: Some(rules::swagger_parameters),
    ..PLAIN
};

static PARAMETER: Kind = Kind {
    name: "a parameter",
    referable: true,
    required: "name in",
    fields: &[
        (Text, "name description format pattern"),
        (Choice(&["query", "header", "path", "formData", "body"]), "in"),
        (Choice(&["string", "number", "integer", "boolean", "array", "file"]), "type"),
        (COLLECTION_FORMAT, "collectionFormat"),
        (Flag, "required allowEmptyValue x-nullable"),
        (Flag, "uniqueItems exclusiveMinimum exclusiveMaximum"),
        (Number, "multipleOf minimum maximum"),
        (Count, "minLength maxLength minItems maxItems"),
        (List(&Data), "enum"),
        (Part(&ITEMS), "items"),
        (Part(&SCHEMA), "schema"),
        (Data, "default"),
    ],
    rule: Some(rules::swagger_parameter),
    ..PLAIN
};

/// The items of an array in a parameter or a header.
static ITEMS: Kind = Kind {
    name: "an items object",
    fields: &[
        (Text, "format pattern"),
        (Choice(&["string", "number", "integer", "boolean", "array"]), "type"),
        (COLLECTION_FORMAT, "collectionFormat"),
        (Flag, "uniqueItems exclusiveMinimum exclusiveMaximum"),
        (Number, "multipleOf minimum maximum"),
        (Count, "minLength maxLength minItems maxItems"),
        (List(&Data), "enum"),
        (Part(&ITEMS), "items"),
        (Data, "default"),
    ],
    ..PLAIN
};

static RESPONSE: Kind = Kind {
    name: "a response",
    referable: true,
    fields: &[
        (Text, "description"),
        (Part(&SCHEMA), "schema"),
        (Map(Names::Any, &Part(&HEADER)), "headers"),
        (Map(Names::Any, &Data), "examples"),
    ],
    ..PLAIN
};

static HEADER: Kind = Kind {
    name: "a header",
    fields: &[
        (Text, "description format pattern"),
        (Choice(&["string", "number", "integer", "boolean", "array"]), "type"),
        (COLLECTION_FORMAT, "collectionFormat"),
        (Flag, "x-nullable uniqueItems exclusiveMinimum exclusiveMaximum"),
        (Number, "multipleOf minimum maximum"),
        (Count, "minLength maxLength minItems maxItems"),
        (List(&Data), "enum"),
        (Part(&ITEMS), "items"),
        (Data, "default"),
    ],
    ..PLAIN
};

static TAG: Kind = Kind {
    name: "a tag",
    required: "name",
    fields: &[(Text, "name description"), (Part(&openapi::EXTERNAL_DOCS), "externalDocs")],
    ..PLAIN
};

static SCHEMA: Kind = Kind {
    name: "a schema",
    referable: true,
    fields: &[
        (Text, "title description format pattern discriminator"),
        (Choice(&["string", "number", "integer", "boolean", "array", "object", "file"]), "type"),
        (Flag, "readOnly x-nullable uniqueItems exclusiveMinimum exclusiveMaximum"),
        (Number, "multipleOf minimum maximum"),
        (Count, "minLength maxLength minItems maxItems minProperties maxProperties"),
        (List(&Text), "required"),
        (List(&Data), "enum"),
        (Part(&SCHEMA), "items"),
        (List(&Part(&SCHEMA)), "allOf"),
        // Swagger 2.0 does not have these, but descriptions that use them mean the keywords of
        // OpenAPI 3.0.
        (Flag, "nullable writeOnly deprecated"),
        (Part(&SCHEMA), "not"),
        (List(&Part(&SCHEMA)), "anyOf oneOf"),
        (Map(Names::Any, &Part(&SCHEMA)), "properties"),
        (FlagOrPart(&SCHEMA), "additionalProperties"),
        (Part(&openapi::EXTERNAL_DOCS), "externalDocs"),
        (Data, "default example examples xml"),
    ],
    rule: Some(rules::swagger_schema),
    ..PLAIN
};

static SECURITY_SCHEME: Kind = Kind {
    name: "a security scheme",
    required: "type",
    fields: &[
        (Choice(&["apiKey", "basic", "oauth2"]), "type"),
        (Text, "description name authorizationUrl tokenUrl"),
        (Choice(&["query", "header"]), "in"),
        (Choice(&["implicit", "password", "application", "accessCode"]), "flow"),
        (Map(Names::Any, &Text), "scopes"),
    ],
    rule: Some(rules::swagger_security_scheme),
    ..PLAIN
};

const SCHEMES: Shape = List(&Choice(&["http", "https", "ws", "wss"]));

const COLLECTION_FORMAT: Shape = Choice(&["csv", "ssv", "tsv", "pipes", "multi"]);
