//! A document that is yet to be normalized.

use super::{
    grammar::{Dialect, Kind},
    load::LoadedFile,
    moves::Moves,
};
use serde_json::Value;

/// A file converted to OpenAPI 3.0, with the `$ref`s of the original file.
#[derive(Debug)]
pub(super) struct Draft {
    /// The dialect of the file.
    pub written_in: Dialect,
    pub root: Value,
    pub moves: Moves,
    /// The pointers that parts are reached from, and the kinds of these parts.
    pub starts: Vec<(String, &'static Kind)>,
}

impl Draft {
    /// The draft of a file that is written in OpenAPI 3.0.
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
