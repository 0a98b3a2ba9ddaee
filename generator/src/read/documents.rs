//! The documents: the result of reading.

use super::{
    draft::Draft,
    grammar::Dialect,
    load::{Loaded, LoadedFile},
    moves::Moves,
    node::Node,
    normalize::{Purpose, normalize},
    reference::{self, BadReference},
    source::Source,
    swagger,
};
use crate::{
    diagnostics::{Diagnostics, Location, Part, Problem},
    model::source::{Place, push_token},
};
use indexmap::IndexMap;
use serde_json::Value;
use serde_path_to_error::Segment;
use std::sync::Arc;

/// A description as OpenAPI 3.0, with every file that it refers to.
///
/// [`read`](super::read) has checked that parts have the shapes that OpenAPI demands, and that
/// `$ref`s lead to parts of the right kind.
#[derive(Debug)]
pub struct Documents {
    /// By path; the description itself comes first.
    documents: IndexMap<Arc<str>, Document>,
}

/// One file.
#[derive(Debug)]
pub struct Document {
    /// Relative if the user gave a relative path.
    pub path: Arc<str>,
    /// As OpenAPI 3.0, whatever the file's dialect.
    pub root: Value,
    written_in: Dialect,
    /// `true` if the file is written in OpenAPI 3.1 or 3.2.
    is_modern: bool,
    source: Source,
    moves: Moves,
    /// The first `$ref` into the file: its place in the file that contains it.
    reached_from: Option<Place>,
}

impl Document {
    /// The dialect of the file, if that is not OpenAPI 3.0.
    pub(crate) fn other_dialect(&self) -> Option<&'static str> {
        match self.written_in {
            Dialect::Swagger => Some("Swagger 2.0"),
            Dialect::OpenApi => self.is_modern.then_some("OpenAPI 3.1 or 3.2"),
        }
    }

    /// The root of the document.
    pub fn node(&self) -> Node<'_> {
        Node { place: Place::root(self.path.clone()), value: &self.root }
    }
}

impl Documents {
    pub(super) fn new(loaded: Loaded, purpose: Purpose) -> Self {
        let mut drafts = IndexMap::new();
        for (path, file) in &loaded.files {
            let draft = match file.dialect {
                Dialect::OpenApi => Draft::of_openapi(file),
                Dialect::Swagger => swagger::convert(&loaded, path, file),
            };
            drafts.insert(path.clone(), draft);
        }
        normalize(&mut drafts, purpose);
        let files = loaded.files.into_iter().zip(drafts.into_values());
        let documents = files.map(|((path, file), draft)| {
            let Draft { written_in, root, moves, .. } = draft;
            let LoadedFile { source, is_modern, reached_from, .. } = file;
            let document =
                Document { path, root, written_in, is_modern, source, moves, reached_from };
            (document.path.clone(), document)
        });
        Self { documents: documents.collect() }
    }

    /// The description that the user asked for.
    pub fn entry(&self) -> &Document {
        &self.documents[0]
    }

    /// All documents: the description first, the others in the order in which `$ref`s reached them.
    pub fn iter(&self) -> impl Iterator<Item = &Document> {
        self.documents.values()
    }

    pub fn value(&self, place: &Place) -> Option<&Value> {
        self.documents.get(&place.file)?.root.pointer(&place.pointer)
    }

    /// The value at a place, together with the place.
    pub fn node(&self, place: Place) -> Option<Node<'_>> {
        self.value(&place).map(|value| Node { place, value })
    }

    /// The place that `reference`, a `$ref` in `file`, names; `None` if there is nothing.
    pub fn target(&self, file: &str, reference: &str) -> Option<Place> {
        let place = reference::target(&file.into(), reference).ok()?;
        self.value(&place).is_some().then_some(place)
    }

    /// Follows `reference`, a `$ref` at `from`, to its definition. A definition
    /// that is itself a `$ref` is followed too.
    ///
    /// # Errors
    ///
    /// Fails at `from` if there is nothing at the target, or if the `$ref` leads back to itself.
    /// [`read`](super::read) has checked this for every `$ref` in the documents.
    pub fn follow(&self, from: &Place, reference: &str) -> Result<Node<'_>, Problem> {
        let problem = |message, hint| BadReference { message, hint }.at(from.clone());
        let mut seen = Vec::new();
        let mut file = from.file.clone();
        let mut text = reference;
        loop {
            let place = reference::target(&file, text).map_err(|bad| bad.at(from.clone()))?;
            let Some(value) = self.value(&place) else {
                let document = self.documents.get(&place.file);
                let hint = document.and_then(|it| reference::did_you_mean(&it.root, &place, text));
                return Err(problem(format!("the $ref {text:?} points to nothing"), hint));
            };
            let node = Node { place, value };
            let Some(next) = node.text("$ref") else { return Ok(node) };
            if seen.contains(&node.place) {
                return Err(problem(format!("the $ref {text:?} leads back to itself"), None));
            }
            file = node.place.file.clone();
            seen.push(node.place);
            text = next;
        }
    }

    /// The location of a place in the file as it is written.
    pub fn location(&self, place: &Place, part: Part) -> Location {
        match self.documents.get(&place.file) {
            Some(Document { source, moves, .. }) => {
                source.location(&moves.source(&place.pointer), part)
            }
            None => Location { pointer: place.pointer.clone(), ..Location::file(&*place.file) },
        }
    }

    /// Adds a problem to those shown to the user.
    pub fn report(&self, problem: Problem, diagnostics: &mut Diagnostics) {
        let location = self.location(&problem.place, problem.part);
        let document = self.documents.get(&problem.place.file);
        if let Some(from) = document.and_then(|it| it.reached_from.as_ref())
            && let Some(referring) = self.documents.get(&from.file)
        {
            let from = referring.source.location(&from.pointer, Part::Value);
            diagnostics.reached(&problem.place.file, from);
        }
        let scope = problem.scope.clone();
        diagnostics.push_in(problem.at(location), scope);
    }
}

/// The JSON pointer of a path from serde.
pub fn pointer_of(path: &serde_path_to_error::Path) -> String {
    let mut pointer = String::new();
    for segment in path {
        match segment {
            Segment::Seq { index } => push_token(&mut pointer, &index.to_string()),
            Segment::Map { key } => push_token(&mut pointer, key),
            // The rest of the path has no counterpart in the JSON value.
            Segment::Enum { .. } | Segment::Unknown => break,
        }
    }
    pointer
}
