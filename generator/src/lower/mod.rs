//! Phase 2, LOWER: from documents to the model.
//!
//! This phase gives every keyword, extension and composition its meaning; later phases do not see
//! OpenAPI. It reports what the model cannot express and continues with the rest, so that one run
//! shows every problem.
//!
//! [`read`](crate::read) has checked the documents against the grammar, so values have the types
//! that OpenAPI demands. Extensions are not checked.

mod bodies;
mod choices;
mod composition;
mod endpoint;
mod enums;
mod extensions;
mod form_fields;
mod hierarchy;
mod long_running;
mod media_types;
mod naming;
mod objects;
mod operations;
mod paging;
mod parameter_style;
mod parameters;
mod paths;
mod responses;
mod schema;
mod security;
mod types;
mod unions;

use crate::{
    diagnostics::Problem,
    model::{
        description::{Api, Type, TypeDefinition},
        source::Place,
    },
    read::{Documents, Node},
};
use indexmap::IndexMap;
use std::collections::HashMap;
use unions::Unions;

/// Lowers the entry of `documents` and everything that it refers to.
pub fn lower(documents: &Documents, problems: &mut Vec<Problem>) -> Api {
    let entry = documents.entry().node();
    let mut lowering = Lowering {
        documents,
        problems,
        types: IndexMap::new(),
        owners: HashMap::new(),
        definitions: HashMap::new(),
        unions: Unions::find(documents),
    };
    let found = lowering.find_operations(&entry);
    lowering.lower_definitions(&entry, &found);
    let (operations, takes_api_version) = lowering.lower_operations(&entry, &found);
    let info = entry.get("info");
    let text = |key| info.as_ref()?.text(key).map(str::to_owned);
    Api {
        title: text("title").unwrap_or_default(),
        docs: text("description"),
        version: text("version").unwrap_or_default(),
        takes_api_version,
        endpoint: lowering.lower_endpoint(&entry),
        security: lowering.lower_security(&entry, &entry),
        operations,
        types: lowering.types.into_values().flatten().collect(),
    }
}

/// The state of one run of this phase.
struct Lowering<'a> {
    documents: &'a Documents,
    problems: &'a mut Vec<Problem>,
    /// The named types by name; `None` while a type is being lowered.
    types: IndexMap<String, Option<TypeDefinition>>,
    /// The schema that each name is reserved for.
    owners: HashMap<String, Node<'a>>,
    /// The types of the definitions lowered so far; `None` while one is being lowered.
    definitions: HashMap<Place, Option<Type>>,
    unions: Unions<'a>,
}

impl<'a> Lowering<'a> {
    /// The node that a `$ref` at `from` leads to.
    fn follow(&mut self, from: &Place, reference: &str) -> Option<Node<'a>> {
        let documents = self.documents;
        documents.follow(from, reference).map_err(|problem| self.problems.push(problem)).ok()
    }

    /// The node itself, or the one that its `$ref` leads to.
    fn resolve(&mut self, node: Node<'a>) -> Option<Node<'a>> {
        match node.text("$ref") {
            Some(reference) => self.follow(&node.place, reference),
            None => Some(node),
        }
    }

    /// Returns `true` if a problem was found at a place or below it.
    fn has_problem_in(&self, place: &Place) -> bool {
        self.problems.iter().any(|it| it.place.is_in(place))
    }

    fn problem(&mut self, place: &Place, message: impl Into<String>) {
        self.problems.push(Problem::new(place.clone(), message));
    }

    fn problem_with_hint(&mut self, place: &Place, message: impl Into<String>, hint: &str) {
        self.problems.push(Problem::new(place.clone(), message).with_hint(hint));
    }

    /// Reports something that the model cannot express.
    fn refuse(&mut self, place: &Place, what: &str) {
        self.problem(place, format!("{what} is not supported"));
    }

    fn refused_any(&mut self, place: &Place, what: &str) -> Type {
        self.refuse(place, what);
        Type::Any
    }
}
