//! OpenAPI 3.0 (<https://spec.openapis.org/oas/v3.0.3>).

use super::{Dialect, Kind, Names, Shape, Shape::*, rules};

/// The kinds that a `$ref` can lead to.
pub(super) const REFERABLE: &[&Kind] =
    &[&SCHEMA, &PARAMETER, &REQUEST_BODY, &RESPONSE, &HEADER, &PATH_ITEM, &SECURITY_SCHEME];

const PLAIN: Kind = Kind {
    name: "",
    dialect: Dialect::OpenApi,
    referable: false,
    required: "",
    assumed: &[],
    fields: &[],
    rule: None,
};

pub(crate) static DESCRIPTION: Kind = Kind {
    name: "a description",
    fields: &[
        // `version` reads it, and accepts numbers too.
        (Data, "openapi"),
        (Part(&INFO), "info"),
        (List(&Part(&SERVER)), "servers"),
        (Map(Names::Paths, &Part(&PATH_ITEM)), "paths x-ms-paths"),
        (Part(&COMPONENTS), "components"),
        (SECURITY, "security"),
        (List(&Part(&TAG)), "tags"),
        (Part(&EXTERNAL_DOCS), "externalDocs"),
    ],
    ..PLAIN
};

pub(super) static INFO: Kind = Kind {
    name: "an info object",
    required: "title",
    assumed: &[(Text, "version")],
    fields: &[
        (Text, "title description termsOfService version"),
        (Part(&CONTACT), "contact"),
        (Part(&LICENSE), "license"),
    ],
    ..PLAIN
};

static CONTACT: Kind = Kind { name: "a contact", fields: &[(Text, "name url email")], ..PLAIN };

static LICENSE: Kind =
    Kind { name: "a license", required: "name", fields: &[(Text, "name url")], ..PLAIN };

static SERVER: Kind = Kind {
    name: "a server",
    required: "url",
    fields: &[(Text, "url description"), (Map(Names::Any, &Part(&SERVER_VARIABLE)), "variables")],
    ..PLAIN
};

static SERVER_VARIABLE: Kind = Kind {
    name: "a server variable",
    required: "default",
    fields: &[(Text, "default description"), (List(&Text), "enum")],
    ..PLAIN
};

static COMPONENTS: Kind = Kind {
    name: "a components object",
    fields: &[
        (Map(Names::Any, &Part(&SCHEMA)), "schemas"),
        (Map(Names::Any, &Part(&RESPONSE)), "responses"),
        (Map(Names::Any, &Part(&PARAMETER)), "parameters"),
        (EXAMPLES, "examples"),
        (Map(Names::Any, &Part(&REQUEST_BODY)), "requestBodies"),
        (Map(Names::Any, &Part(&HEADER)), "headers"),
        (Map(Names::Any, &Part(&SECURITY_SCHEME)), "securitySchemes"),
        (Data, "links callbacks"),
    ],
    ..PLAIN
};

pub(in crate::read) static PATH_ITEM: Kind = Kind {
    name: "a path item",
    referable: true,
    fields: &[
        (Text, "summary description"),
        (Part(&OPERATION), "get put post delete options head patch trace"),
        (List(&Part(&SERVER)), "servers"),
        (List(&Part(&PARAMETER)), "parameters"),
    ],
    ..PLAIN
};

static OPERATION: Kind = Kind {
    name: "an operation",
    required: "responses",
    fields: &[
        (Text, "summary description operationId"),
        (Flag, "deprecated"),
        (List(&Text), "tags"),
        (Part(&EXTERNAL_DOCS), "externalDocs"),
        (List(&Part(&PARAMETER)), "parameters"),
        (Part(&REQUEST_BODY), "requestBody"),
        (Map(Names::StatusCodes, &Part(&RESPONSE)), "responses"),
        (SECURITY, "security"),
        (List(&Part(&SERVER)), "servers"),
        (Data, "callbacks"),
    ],
    ..PLAIN
};

pub(super) static EXTERNAL_DOCS: Kind = Kind {
    name: "a link to documentation",
    required: "url",
    fields: &[(Text, "url description")],
    ..PLAIN
};

pub(in crate::read) static PARAMETER: Kind = Kind {
    name: "a parameter",
    referable: true,
    required: "name in",
    fields: &[
        (Text, "name description"),
        (Choice(&["query", "header", "path", "cookie"]), "in"),
        (
            Choice(&[
                "form",
                "simple",
                "spaceDelimited",
                "pipeDelimited",
                "deepObject",
                "label",
                "matrix",
            ]),
            "style",
        ),
        (Flag, "required deprecated explode allowReserved allowEmptyValue"),
        (Part(&SCHEMA), "schema"),
        (Map(Names::Any, &Part(&MEDIA_TYPE)), "content"),
        (Data, "example"),
        (EXAMPLES, "examples"),
    ],
    rule: Some(rules::parameter),
    ..PLAIN
};

pub(in crate::read) static REQUEST_BODY: Kind = Kind {
    name: "a request body",
    referable: true,
    required: "content",
    fields: &[
        (Text, "description"),
        (Flag, "required"),
        (Map(Names::Any, &Part(&MEDIA_TYPE)), "content"),
    ],
    ..PLAIN
};

static MEDIA_TYPE: Kind = Kind {
    name: "a media type",
    fields: &[
        // `itemSchema` is of OpenAPI 3.2.
        (Part(&SCHEMA), "schema itemSchema"),
        (Data, "example"),
        (EXAMPLES, "examples"),
        (Map(Names::Any, &Part(&ENCODING)), "encoding"),
    ],
    ..PLAIN
};

static ENCODING: Kind = Kind {
    name: "an encoding",
    fields: &[
        (Text, "contentType"),
        (Map(Names::Any, &Part(&HEADER)), "headers"),
        (Choice(&["form", "spaceDelimited", "pipeDelimited", "deepObject"]), "style"),
        (Flag, "explode allowReserved"),
    ],
    ..PLAIN
};

pub(in crate::read) static RESPONSE: Kind = Kind {
    name: "a response",
    referable: true,
    assumed: &[(Text, "description")],
    fields: &[
        (Text, "description"),
        (Map(Names::Any, &Part(&HEADER)), "headers"),
        (Map(Names::Any, &Part(&MEDIA_TYPE)), "content"),
        (Data, "links"),
    ],
    ..PLAIN
};

pub(in crate::read) static HEADER: Kind = Kind {
    name: "a header",
    referable: true,
    fields: &[
        (Text, "description"),
        (Choice(&["simple"]), "style"),
        (Flag, "required deprecated explode allowEmptyValue"),
        (Part(&SCHEMA), "schema"),
        (Map(Names::Any, &Part(&MEDIA_TYPE)), "content"),
        (Data, "example"),
        (EXAMPLES, "examples"),
    ],
    rule: Some(rules::header),
    ..PLAIN
};

static EXAMPLE: Kind = Kind {
    name: "an example",
    // A `$ref` between examples is not followed, because examples do not become code.
    fields: &[(Text, "$ref summary description externalValue"), (Data, "value")],
    ..PLAIN
};

static TAG: Kind = Kind {
    name: "a tag",
    required: "name",
    fields: &[(Text, "name description"), (Part(&EXTERNAL_DOCS), "externalDocs")],
    ..PLAIN
};

pub(crate) static SCHEMA: Kind = Kind {
    name: "a schema",
    referable: true,
    fields: &[
        (Text, "title description format pattern"),
        (Choice(&["string", "number", "integer", "boolean", "array", "object"]), "type"),
        (Flag, "nullable readOnly writeOnly deprecated"),
        (Flag, "uniqueItems exclusiveMinimum exclusiveMaximum"),
        (Number, "multipleOf minimum maximum"),
        (Count, "minLength maxLength minItems maxItems minProperties maxProperties"),
        (List(&Text), "required"),
        (List(&Data), "enum"),
        // `contentSchema` is of OpenAPI 3.1. Server-sent events need it.
        (Part(&SCHEMA), "items not contentSchema"),
        (List(&Part(&SCHEMA)), "allOf anyOf oneOf"),
        (Map(Names::Any, &Part(&SCHEMA)), "properties"),
        (FlagOrPart(&SCHEMA), "additionalProperties"),
        (Part(&DISCRIMINATOR), "discriminator"),
        (Part(&EXTERNAL_DOCS), "externalDocs"),
        (Data, "default example examples xml"),
    ],
    rule: Some(rules::schema),
    ..PLAIN
};

pub(in crate::read) static DISCRIMINATOR: Kind = Kind {
    name: "a discriminator",
    required: "propertyName",
    fields: &[(Text, "propertyName"), (Map(Names::Any, &Text), "mapping")],
    ..PLAIN
};

pub(in crate::read) static SECURITY_SCHEME: Kind = Kind {
    name: "a security scheme",
    referable: true,
    required: "type",
    fields: &[
        (Choice(&["apiKey", "http", "mutualTLS", "oauth2", "openIdConnect"]), "type"),
        (Text, "description name scheme bearerFormat openIdConnectUrl"),
        (Choice(&["query", "header", "cookie"]), "in"),
        (Part(&OAUTH_FLOWS), "flows"),
    ],
    rule: Some(rules::security_scheme),
    ..PLAIN
};

static OAUTH_FLOWS: Kind = Kind {
    name: "an object of OAuth flows",
    fields: &[
        (Part(&IMPLICIT_FLOW), "implicit"),
        (Part(&TOKEN_FLOW), "password clientCredentials"),
        (Part(&CODE_FLOW), "authorizationCode"),
    ],
    ..PLAIN
};

static IMPLICIT_FLOW: Kind =
    Kind { name: "an implicit flow", required: "authorizationUrl", ..FLOW };

static TOKEN_FLOW: Kind = Kind { name: "a flow with a token URL", required: "tokenUrl", ..FLOW };

static CODE_FLOW: Kind =
    Kind { name: "an authorization code flow", required: "authorizationUrl tokenUrl", ..FLOW };

const FLOW: Kind = Kind {
    assumed: &[(Map(Names::Any, &Text), "scopes")],
    fields: &[(Text, "authorizationUrl tokenUrl refreshUrl"), (Map(Names::Any, &Text), "scopes")],
    ..PLAIN
};

/// Security requirements: names of schemes, each with its scopes.
pub(super) const SECURITY: Shape = List(&Map(Names::Any, &List(&Text)));

/// The examples of a media type, a parameter or a header, by name.
const EXAMPLES: Shape = Map(Names::Any, &ONE_EXAMPLE);

static ONE_EXAMPLE: Shape = Part(&EXAMPLE);
