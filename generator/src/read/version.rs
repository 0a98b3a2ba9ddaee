//! The dialect of a file, from its version.

use super::grammar::Dialect;
use crate::{diagnostics::Problem, model::source::Place};
use serde_json::Value;

/// Returns `true` if the file with the value `root` is written in OpenAPI 3.1 or 3.2.
pub(super) fn is_modern(root: &Value) -> bool {
    let version = root.get("openapi").map(text).unwrap_or_default();
    ["3.1", "3.2"].iter().any(|it| version == *it || version.starts_with(&format!("{it}.")))
}

/// The dialect of the file with the value `root`; `None` if it has no version, because it only
/// holds parts of descriptions.
pub(super) fn dialect(file: &str, root: &Value) -> Result<Option<Dialect>, Problem> {
    match (root.get("openapi"), root.get("swagger")) {
        (None, None) => Ok(None),
        (Some(_), Some(_)) => {
            let message = "a description has either \"openapi\" or \"swagger\", not both";
            Err(Problem::new(Place::root(file).child("swagger"), message))
        }
        (Some(version), None) => match &*text(version) {
            version if version == "3.0" || version.starts_with("3.0.") || is_modern(root) => {
                Ok(Some(Dialect::OpenApi))
            }
            version => Err(refused(file, "openapi", "OpenAPI", version)),
        },
        (None, Some(version)) => match &*text(version) {
            // YAML reads `swagger: 2.0` as a number.
            "2.0" => Ok(Some(Dialect::Swagger)),
            version => Err(refused(file, "swagger", "Swagger", version)),
        },
    }
}

/// The problem of a description without a version.
pub(super) fn missing(file: &str) -> Problem {
    let message = "this is not a description: it has neither \"openapi\" nor \"swagger\"";
    Problem::new(Place::root(file), message).with_hint("a description begins with `openapi: 3.0.3`")
}

fn refused(file: &str, key: &str, name: &str, version: &str) -> Problem {
    let message =
        format!("{name} {version} is not supported; use OpenAPI 3.0, 3.1 or 3.2, or Swagger 2.0");
    Problem::new(Place::root(file).child(key), message)
}

fn text(version: &Value) -> String {
    version.as_str().map_or_else(|| version.to_string(), str::to_owned)
}
