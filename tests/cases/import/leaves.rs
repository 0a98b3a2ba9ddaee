//! Checks that an import of Swagger 2.0 loses nothing.
//!
//! An operation, a definition or a shared parameter of the source has a counterpart in the result.
//! Each value of the source must be in the counterpart, under its own name or one from [`renamed`].

use serde_json::Value;
use std::collections::BTreeMap;

/// Pairs of a name and a value, with their number of occurrences.
type Leaves = BTreeMap<(String, String), usize>;

/// The values of the source that the result does not have, with their places.
pub fn lost(source: &Value, result: &Value) -> Vec<String> {
    let mut lost = Vec::new();
    for (place, value, home) in units(source) {
        let found = result.pointer(&home).map(leaves).unwrap_or_default();
        for ((name, value), count) in leaves(value) {
            let times = |name: &str, value: &str| {
                found.get(&(name.to_owned(), value.to_owned())).copied().unwrap_or_default()
            };
            let there = renamed(&name, &value);
            let there: usize = there.iter().map(|(name, value)| times(name, value)).sum();
            // A server variable is always a required string; a shared one is a unit of its own.
            let of_host = ["$ref", "in", "required", "type"];
            let of_host = home == "/servers"
                && (of_host.contains(&&*name) || name == "key" && of_host.contains(&&*value));
            if there < count && !of_host && !goes_without_saying(&name, &value) {
                lost.push(format!("{place}: {name}: {value} ({there} of {count} at {home})"));
            }
        }
    }
    lost
}

/// The parts of a description, with their places and their pointers in the result.
fn units(source: &Value) -> Vec<(String, &Value, String)> {
    let homes = [
        ("definitions", "/components/schemas"),
        ("parameters", "/components/parameters"),
        ("responses", "/components/responses"),
        ("securityDefinitions", "/components/securitySchemes"),
        ("paths", "/paths"),
        ("x-ms-parameterized-host", "/servers"),
    ];
    let mut units = Vec::new();
    for (field, value) in source.as_object().expect("it is an object") {
        let home = homes.iter().find(|(name, _)| name == field).map(|(_, home)| *home);
        match (&**field, home) {
            ("swagger" | "schemes" | "consumes" | "produces", _) => {}
            ("x-ms-parameterized-host", Some(home)) => {
                units.push((field.clone(), value, home.to_owned()));
            }
            (_, Some(home)) => {
                for (name, value) in value.as_object().into_iter().flatten() {
                    let is_alias = value.get("$ref").is_some() && field == "definitions";
                    let name = name.replace('~', "~0").replace('/', "~1");
                    let methods = value.as_object().filter(|_| field == "paths");
                    for (method, value) in methods.into_iter().flatten() {
                        let place = format!("/{field}/{name}/{method}");
                        units.push((place, value, format!("{home}/{name}/{method}")));
                    }
                    if field != "paths" && !is_alias {
                        units.push((format!("/{field}/{name}"), value, format!("{home}/{name}")));
                    }
                }
            }
            (_, None) => units.push((field.clone(), value, format!("/{field}"))),
        }
    }
    units
}

fn leaves(value: &Value) -> Leaves {
    let mut leaves = Leaves::new();
    collect(value, "", &mut leaves);
    leaves
}

/// Items of a list have the name of the list. Keys are values too.
fn collect(value: &Value, name: &str, leaves: &mut Leaves) {
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                *leaves.entry(("key".to_owned(), key.clone())).or_default() += 1;
                collect(value, key, leaves);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, name, leaves)),
        leaf => {
            let text = leaf.as_str().map_or_else(|| leaf.to_string(), str::to_owned);
            let text = match name {
                "$ref" if !text.contains("examples/") => {
                    text.rsplit('/').next().unwrap_or_default().to_owned()
                }
                _ => text,
            };
            *leaves.entry((name.to_owned(), text)).or_default() += 1;
        }
    }
}

/// The names that a value can have in OpenAPI 3.0, its own first.
fn renamed(name: &str, value: &str) -> Vec<(String, String)> {
    let also: &[(&str, &str)] = match (name, value) {
        ("consumes" | "produces", _) => &[("key", value)],
        ("name", _) => &[("x-ms-requestBody-name", value), ("key", value)],
        ("discriminator", _) => &[("propertyName", value)],
        ("hostTemplate", _) => &[("url", value)],
        ("flow", _) => &[("key", value)],
        ("type", "file") => &[("format", "binary")],
        ("key", "discriminator") => &[("key", "propertyName")],
        ("key", "x-nullable") => &[("key", "nullable")],
        ("x-nullable", _) => &[("nullable", value)],
        ("key", "examples") => &[("key", "example"), ("key", "x-examples")],
        ("key", "body" | "name") => &[("key", "x-ms-requestBody-name")],
        ("collectionFormat", "csv" | "multi") => &[("key", "explode")],
        _ => &[],
    };
    let mut names = vec![(name.to_owned(), value.to_owned())];
    names.extend(also.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    names
}

/// Values that OpenAPI 3.0 expresses by the place of an object.
fn goes_without_saying(name: &str, value: &str) -> bool {
    match name {
        // The place says that something is a request body or a server variable.
        "in" => matches!(value, "body" | "formData"),
        "useSchemePrefix" => true,
        "key" => matches!(
            value,
            "in" | "name"
                | "consumes"
                | "produces"
                | "hostTemplate"
                | "useSchemePrefix"
                | "parameters"
                | "schema"
                | "type"
                | "required"
                | "flow"
                | "collectionFormat"
        ),
        _ => false,
    }
}

#[test]
fn what_is_lost_is_found() {
    let source = serde_json::json!({
        "definitions": { "A": { "type": "object", "x-a": [1, 2], "properties": { "b": { "minimum": 1 } } } },
    });
    let mut result = serde_json::json!({ "components": { "schemas": source["definitions"] } });
    assert_eq!(lost(&source, &result), [""; 0]);
    result["components"]["schemas"]["A"]["x-a"] = serde_json::json!([1]);
    result["components"]["schemas"]["A"]["properties"]["b"] = serde_json::json!({});
    assert_eq!(
        lost(&source, &result),
        [
            "/definitions/A: key: minimum (0 of 1 at /components/schemas/A)",
            "/definitions/A: minimum: 1 (0 of 1 at /components/schemas/A)",
            "/definitions/A: x-a: 2 (0 of 1 at /components/schemas/A)",
        ]
    );
}
