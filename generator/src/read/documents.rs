//! The documents that reading leads to.

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
    /// The first `$ref` into the file, as the file with that `$ref` has it.
    reached_from: Option<Place>,
}

impl Document {
    /// The form that the file is written in.
    pub(crate) fn dialect(&self) -> Dialect {
        self.written_in
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
            let LoadedFile { source, reached_from, .. } = file;
            (path.clone(), Document { path, root, written_in, source, moves, reached_from })
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

    /// The value at a place, together with the place.
    pub fn node(&self, place: Place) -> Option<Node<'_>> {
        self.value(&place).map(|value| Node { place, value })
    }

    /// What `reference`, a `$ref` in `file`, names: a place in one of the documents.
    pub fn target(&self, file: &str, reference: &str) -> Option<Place> {
        let place = reference::target(&file.into(), reference).ok()?;
        self.value(&place).is_some().then_some(place)
    }

    /// Follows `reference`, a `$ref` at `from`, to the definition that it stands for. A definition
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
        let document = self.documents.get(&problem.place.file);
        if let Some(from) = document.and_then(|it| it.reached_from.as_ref())
            && let Some(referring) = self.documents.get(&from.file)
        {
            let from = referring.source.location(&from.pointer, Part::Value);
            diagnostics.reached(&problem.place.file, from);
        }
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
