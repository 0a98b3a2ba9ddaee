//! Servers. Swagger 2.0 has `schemes`, `host` and `basePath`; Microsoft's descriptions have
//! `x-ms-parameterized-host`.

use super::{Conversion, Object, parameter::Split};
use crate::read::moves::below;
use serde_json::{Value, json};

impl<'a> Conversion<'a> {
    /// The servers with these `schemes`, for the place `to` in the document.
    pub(super) fn servers(&mut self, schemes: &[String], to: &str) -> Vec<Value> {
        let file = self.file;
        let root = &file.source.value;
        let base_path = root.get("basePath").and_then(Value::as_str).unwrap_or_default();
        let base_path = base_path.trim_end_matches('/');
        if let Some(Value::Object(host)) = root.get("x-ms-parameterized-host") {
            return self.parameterized_servers(host, schemes, base_path, to);
        }
        let urls = match root.get("host").and_then(Value::as_str) {
            Some(host) => {
                self.moves.added(to, "/host");
                with_schemes(schemes, &format!("{host}{base_path}"))
            }
            None if base_path.is_empty() => Vec::new(),
            None => {
                self.moves.added(to, "/basePath");
                vec![base_path.to_owned()]
            }
        };
        urls.into_iter().map(|url| json!({ "url": url })).collect()
    }

    fn parameterized_servers(
        &mut self,
        host: &'a Object,
        schemes: &[String],
        base_path: &str,
        to: &str,
    ) -> Vec<Value> {
        let from = "/x-ms-parameterized-host";
        self.moves.added(to, from);
        let template = host.get("hostTemplate").and_then(Value::as_str).unwrap_or_default();
        let url = format!("{template}{base_path}");
        let urls = match host.get("useSchemePrefix") {
            Some(Value::Bool(false)) => vec![url],
            _ => with_schemes(schemes, &url),
        };
        let mut rest = host.clone();
        for known in ["hostTemplate", "useSchemePrefix", "parameters"] {
            rest.shift_remove(known);
        }
        let mut servers = Vec::new();
        for (index, url) in urls.into_iter().enumerate() {
            let to = below(to, [&index.to_string()]);
            self.moves.added(&to, from);
            let mut server = json!({ "url": url });
            let variables = self.variables(host, from, &below(&to, ["variables"]));
            if !variables.is_empty() {
                server["variables"] = variables.into();
            }
            // `positionInOperation` is about the order of arguments in generated methods.
            if !rest.is_empty() {
                server["x-ms-parameterized-host"] = rest.clone().into();
            }
            servers.push(server);
        }
        servers
    }

    fn variables(&mut self, host: &'a Object, from: &str, to: &str) -> Object {
        let mut variables = Object::new();
        let parameters = host.get("parameters").and_then(Value::as_array);
        for (index, item) in parameters.into_iter().flatten().enumerate() {
            let from = below(from, ["parameters", &index.to_string()]);
            let Some(resolved) = self.resolve(item, &from) else { continue };
            if let Some(name) = resolved.value.get("name").and_then(Value::as_str) {
                self.moves.added(&below(to, [name]), &from);
                variables.insert(name.to_owned(), variable(resolved.value).into());
            }
        }
        variables
    }
}

/// Converts a parameter of the host to a server variable, whose values are strings.
fn variable(parameter: &Object) -> Object {
    let (mut schema, rest) = Split::new(parameter).into_halves();
    let mut variable = Object::new();
    // OpenAPI 3.0 requires a default. An empty one means that there is none.
    let default = schema.shift_remove("default").map_or_else(String::new, text);
    variable.insert("default".to_owned(), default.into());
    if let Some(Value::Array(values)) = schema.shift_remove("enum") {
        let values: Vec<Value> = values.into_iter().map(|value| text(value).into()).collect();
        variable.insert("enum".to_owned(), values.into());
    }
    for (field, value) in rest {
        match &*field {
            "name" | "in" => continue,
            "description" => variable.insert(field, value),
            // Variables are required by default.
            "required" if value == true => continue,
            field if field.starts_with("x-") => variable.insert(field.to_owned(), value),
            field => variable.insert(format!("x-{field}"), value),
        };
    }
    // Variables are always strings.
    if schema.get("type").is_some_and(|name| name == "string") {
        schema.shift_remove("type");
    }
    if !schema.is_empty() {
        variable.insert("x-schema".to_owned(), schema.into());
    }
    variable
}

fn text(value: Value) -> String {
    match value {
        Value::String(text) => text,
        other => other.to_string(),
    }
}

/// The URL of `address` with each scheme. Without schemes, Swagger means the scheme that the
/// description was loaded with, which is https in practice.
fn with_schemes(schemes: &[String], address: &str) -> Vec<String> {
    match schemes {
        [] => vec![format!("https://{address}")],
        schemes => schemes.iter().map(|scheme| format!("{scheme}://{address}")).collect(),
    }
}
