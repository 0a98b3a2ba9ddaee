//! Rules that involve several fields of an object.

use super::Violation;
use serde_json::{Map, Value};

type Object = Map<String, Value>;

/// JSON Schema keywords that neither dialect has. Ignoring them would lose constraints silently.
const FOREIGN_KEYWORDS: &[&str] = &[
    "additionalItems",
    "const",
    "contains",
    "contentEncoding",
    "contentMediaType",
    "dependencies",
    "dependentRequired",
    "dependentSchemas",
    "else",
    "if",
    "patternProperties",
    "prefixItems",
    "propertyNames",
    "then",
    "unevaluatedItems",
    "unevaluatedProperties",
];

pub(super) fn parameter(parameter: &Object) -> Vec<Violation> {
    let mut violations = schema_or_content("a parameter", parameter);
    let place = text(parameter, "in");
    let styles: &[&str] = match place {
        "query" => &["form", "spaceDelimited", "pipeDelimited", "deepObject"],
        "path" => &["simple", "label", "matrix"],
        "header" => &["simple"],
        "cookie" => &["form"],
        _ => return violations,
    };
    let style = text(parameter, "style");
    if !style.is_empty() && !styles.contains(&style) {
        let message = format!("a {place} parameter cannot have the style {style:?}");
        violations.push(Violation { field: Some("style"), message });
    }
    violations
}

pub(super) fn header(header: &Object) -> Vec<Violation> {
    schema_or_content("a header", header)
}

fn schema_or_content(name: &str, object: &Object) -> Vec<Violation> {
    let message = match (has(object, "schema"), has(object, "content")) {
        (true, true) => format!("{name} has either \"schema\" or \"content\", not both"),
        (false, false) => format!("{name} needs \"schema\""),
        _ => return Vec::new(),
    };
    vec![Violation { field: None, message }]
}

pub(super) fn schema(schema: &Object) -> Vec<Violation> {
    foreign(schema, "OpenAPI 3.0")
}

pub(super) fn swagger_schema(schema: &Object) -> Vec<Violation> {
    foreign(schema, "Swagger 2.0")
}

fn foreign(schema: &Object, dialect: &str) -> Vec<Violation> {
    let found = FOREIGN_KEYWORDS.iter().filter(|keyword| schema.contains_key(**keyword));
    let violation = |keyword: &&'static str| Violation {
        field: Some(keyword),
        message: format!("{dialect} has no {keyword:?} in schemas"),
    };
    found.map(violation).collect()
}

pub(super) fn swagger_parameter(parameter: &Object) -> Vec<Violation> {
    match text(parameter, "in") {
        "body" => needs("a body parameter", parameter, &["schema"]),
        "" => Vec::new(),
        place => needs(&format!("a {place} parameter"), parameter, &["type"]),
    }
}

/// The parameters of an operation or a path item, except those that are `$ref`s.
pub(super) fn swagger_parameters(owner: &Object) -> Vec<Violation> {
    let parameters = owner.get("parameters").and_then(Value::as_array);
    let places: Vec<_> = parameters
        .into_iter()
        .flatten()
        .filter_map(|parameter| parameter.as_object().map(|parameter| text(parameter, "in")))
        .collect();
    let bodies = places.iter().filter(|place| **place == "body").count();
    if bodies > 1 || bodies == 1 && places.contains(&"formData") {
        let message =
            "a request has only one body: either one body parameter or form parameters".to_owned();
        return vec![Violation { field: Some("parameters"), message }];
    }
    Vec::new()
}

pub(super) fn security_scheme(scheme: &Object) -> Vec<Violation> {
    match text(scheme, "type") {
        "apiKey" => needs("an API key", scheme, &["name", "in"]),
        "http" => needs("an HTTP security scheme", scheme, &["scheme"]),
        "oauth2" => needs("an OAuth 2 security scheme", scheme, &["flows"]),
        "openIdConnect" => needs("an OpenID Connect scheme", scheme, &["openIdConnectUrl"]),
        _ => Vec::new(),
    }
}

pub(super) fn swagger_security_scheme(scheme: &Object) -> Vec<Violation> {
    let needed: &[_] = match (text(scheme, "type"), text(scheme, "flow")) {
        ("apiKey", _) => return needs("an API key", scheme, &["name", "in"]),
        ("oauth2", "implicit") => &["authorizationUrl"],
        ("oauth2", "password" | "application") => &["tokenUrl"],
        ("oauth2", "accessCode") => &["authorizationUrl", "tokenUrl"],
        ("oauth2", _) => &["flow"],
        _ => &[],
    };
    needs("an OAuth 2 security scheme", scheme, needed)
}

fn needs(name: &str, object: &Object, fields: &[&str]) -> Vec<Violation> {
    let missing = fields.iter().filter(|field| !has(object, field));
    let violation =
        |field: &&str| Violation { field: None, message: format!("{name} needs {field:?}") };
    missing.map(violation).collect()
}

fn has(object: &Object, field: &str) -> bool {
    object.get(field).is_some_and(|value| !value.is_null())
}

/// The text in a field, or an empty string.
fn text<'a>(object: &'a Object, field: &str) -> &'a str {
    object.get(field).and_then(Value::as_str).unwrap_or_default()
}
