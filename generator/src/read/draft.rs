//! A document on its way into the final form.

use super::{
    grammar::{Dialect, Kind},
    load::LoadedFile,
    moves::Moves,
};
use serde_json::Value;

/// A file in OpenAPI 3.0 form, whose `$ref`s are still those of the file.
#[derive(Debug)]
pub(super) struct Draft {
    /// The form of the file.
    pub written_in: Dialect,
    pub root: Value,
    pub moves: Moves,
    /// The places from which the parts are reached, and what stands there.
    pub starts: Vec<(String, &'static Kind)>,
}

impl Draft {
    /// A file that is written in OpenAPI 3.0.
    pub fn of_openapi(file: &LoadedFile) -> Self {
        let mut root = file.source.value.clone();
        // YAML reads `openapi: 3.0` as a number.
        if let Some(version @ Value::Number(_)) = root.get_mut("openapi") {
            *version = version.to_string().into();
        }
        let starts = file.starts.clone();
        Self { written_in: Dialect::OpenApi, root, moves: Moves::default(), starts }
    }
}
