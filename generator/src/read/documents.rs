//! The documents that reading leads to.

use super::{
    draft::Draft,
    grammar::Dialect,
    load::Loaded,
    moves::Moves,
    normalize::{Purpose, normalize},
    reference::{self, BadReference},
    source::Source,
    swagger,
};
use crate::{
    diagnostics::{Diagnostics, Location, Part, Problem},
    model::source::{Place, push_token},
};
use indexmap::{IndexMap, IndexSet};
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_path_to_error::Segment;
use std::sync::Arc;

/// A description in OpenAPI 3.0 form, with everything that it refers to.
///
/// Its parts have the shapes that OpenAPI demands, and its `$ref`s lead to parts of the right
/// kinds: [`read`](super::read) has checked that.
#[derive(Debug)]
pub struct Documents {
    /// By their paths; the description itself is the first.
    documents: IndexMap<Arc<str>, Document>,
}

/// One file.
#[derive(Debug)]
pub struct Document {
    /// Relative when the user gave a relative path.
    pub path: Arc<str>,
    /// In OpenAPI 3.0 form, whatever the file is written in.
    pub root: Value,
    written_in: Dialect,
    source: Source,
    moves: Moves,
}

impl Document {
    /// The form that the file is written in.
    pub(crate) fn form(&self) -> Dialect {
        self.written_in
    }
}

impl Documents {
    pub(super) fn new(loaded: Loaded, purpose: Purpose) -> Self {
        let mut drafts = IndexMap::new();
        for (path, file) in &loaded.files {
            let draft = match file.form {
                Dialect::OpenApi => Draft::of_openapi(file),
                Dialect::Swagger => swagger::convert(&loaded, path, file),
            };
            drafts.insert(path.clone(), draft);
        }
        normalize(&mut drafts, purpose);
        let files = loaded.files.into_iter().zip(drafts.into_values());
        let documents = files.map(|((path, file), draft)| {
            let Draft { written_in, root, moves, .. } = draft;
            (path.clone(), Document { path, root, written_in, source: file.source, moves })
        });
        Self { documents: documents.collect() }
    }

    /// The description that was asked for.
    pub fn entry(&self) -> &Document {
        &self.documents[0]
    }

    /// All files, the description first and the others in the order in which `$ref`s led to them.
    pub fn iter(&self) -> impl Iterator<Item = &Document> {
        self.documents.values()
    }

    pub fn value(&self, place: &Place) -> Option<&Value> {
        self.documents.get(&place.file)?.root.pointer(&place.pointer)
    }

    /// What stands at a place, as one of openapiv3's types.
    ///
    /// # Errors
    ///
    /// Fails at the innermost part that serde can name.
    pub fn get<T: DeserializeOwned>(&self, place: &Place) -> Result<T, Problem> {
        let Some(value) = self.value(place) else {
            return Err(Problem::new(place.clone(), "there is nothing here"));
        };
        serde_path_to_error::deserialize(value).map_err(|error| {
            let pointer = format!("{}{}", place.pointer, pointer_of(error.path()));
            let place = Place::new(place.file.clone(), pointer);
            Problem::new(place, error.into_inner().to_string())
        })
    }

    /// What `reference`, a `$ref` in `file`, names: a place in one of the documents.
    pub fn target(&self, file: &str, reference: &str) -> Option<Place> {
        let place = reference::target(file, reference).ok()?;
        self.value(&place).is_some().then_some(place)
    }

    /// The place that `reference`, a `$ref` that stands at `from`, stands for. A definition that
    /// is only a `$ref` is another name for its target.
    ///
    /// # Errors
    ///
    /// Fails at `from` when the `$ref` leads to nothing or back to itself. Those in documents do
    /// not.
    pub fn follow(&self, from: &Place, reference: &str) -> Result<Place, Problem> {
        let mut seen = IndexSet::new();
        let mut place = from.clone();
        let mut text = reference;
        loop {
            let problem = |bad: BadReference| bad.at(from.clone());
            place = reference::target(&place.file, text).map_err(problem)?;
            let Some(value) = self.value(&place) else {
                let document = self.documents.get(&place.file);
                let hint = document.and_then(|it| reference::did_you_mean(&it.root, &place, text));
                let message = format!("the $ref {text:?} points to nothing");
                return Err(problem(BadReference { message, hint }));
            };
            let Some(Value::String(next)) = value.get("$ref") else { return Ok(place) };
            if !seen.insert(place.clone()) {
                let message = format!("the $ref {text:?} leads back to itself");
                return Err(problem(BadReference { message, hint: None }));
            }
            text = next;
        }
    }

    /// Where a place is in the files as they are written.
    pub fn location(&self, place: &Place, part: Part) -> Location {
        match self.documents.get(&place.file) {
            Some(Document { source, moves, .. }) => {
                source.location(&moves.source(&place.pointer), part)
            }
            None => Location { pointer: place.pointer.clone(), ..Location::file(&*place.file) },
        }
    }

    /// Adds a problem to those that the user sees.
    pub fn report(&self, problem: Problem, diagnostics: &mut Diagnostics) {
        let location = self.location(&problem.place, problem.part);
        diagnostics.push(problem.at(location));
    }
}

/// The JSON pointer of a path of serde's.
pub fn pointer_of(path: &serde_path_to_error::Path) -> String {
    let mut pointer = String::new();
    for segment in path {
        match segment {
            Segment::Seq { index } => push_token(&mut pointer, &index.to_string()),
            Segment::Map { key } => push_token(&mut pointer, key),
            // From here on the path is not that of the JSON value.
            Segment::Enum { .. } | Segment::Unknown => break,
        }
    }
    pointer
}
