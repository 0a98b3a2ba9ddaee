//! Which form a description is written in.

use super::grammar::Dialect;
use crate::{diagnostics::Problem, model::source::Place};
use serde_json::Value;

/// The form of the file that `root` is the value of; `None` when it has no version, as files that
/// hold parts of descriptions have none.
pub(super) fn dialect(file: &str, root: &Value) -> Result<Option<Dialect>, Problem> {
    match (root.get("openapi"), root.get("swagger")) {
        (None, None) => Ok(None),
        (Some(_), Some(_)) => {
            let message = "a description has either \"openapi\" or \"swagger\", not both";
            Err(Problem::new(Place::root(file).child("swagger"), message))
        }
        (Some(version), None) => match &*text(version) {
            version if version == "3.0" || version.starts_with("3.0.") => {
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

/// What is wrong with a description that has no version.
pub(super) fn missing(file: &str) -> Problem {
    let message = "this is no description: it has neither \"openapi\" nor \"swagger\"";
    Problem::new(Place::root(file), message).with_hint("a description begins with `openapi: 3.0.3`")
}

fn refused(file: &str, key: &str, name: &str, version: &str) -> Problem {
    let message = format!("{name} {version} is not read, only OpenAPI 3.0 and Swagger 2.0 are");
    let problem = Problem::new(Place::root(file).child(key), message);
    if key == "openapi" && version.starts_with("3.") {
        problem.with_hint(
            "write `openapi: 3.0.3`, and in schemas `nullable: true` for the type \"null\", `enum` \
             for `const`, `example` for `examples`; the tool openapi-down-convert does it",
        )
    } else {
        problem
    }
}

fn text(version: &Value) -> String {
    version.as_str().map_or_else(|| version.to_string(), str::to_owned)
}
