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
mod streams;
mod types;
mod unions;
mod xml;

use crate::{
    diagnostics::{Problem, Scope},
    model::{
        description::{Api, Type, TypeDefinition},
        source::Place,
    },
    read::{Documents, Node},
};
use indexmap::IndexMap;
use std::collections::{HashMap, HashSet};
use unions::Unions;
use xml::XmlObjects;

/// Lowers the entry of `documents` and everything that it refers to.
pub fn lower(documents: &Documents, problems: &mut Vec<Problem>) -> Api {
    lower_without(documents, &HashSet::new(), problems)
}

/// Like [`lower`], but the API has no operation with a problem.
pub fn lower_supported(documents: &Documents, problems: &mut Vec<Problem>) -> Api {
    let mut unsupported = HashSet::new();
    loop {
        let mut found = Vec::new();
        let api = lower_without(documents, &unsupported, &mut found);
        let known = unsupported.len();
        unsupported.extend(found.iter().filter_map(|it| match &it.scope {
            Scope::Operation(operation) => Some(operation.clone()),
            Scope::Description | Scope::Value | Scope::Authorization => None,
        }));
        problems.append(&mut found);
        // Types are named after the first operation with them, so the others are lowered again.
        if unsupported.len() == known {
            return api;
        }
    }
}

fn lower_without(
    documents: &Documents,
    unsupported: &HashSet<String>,
    problems: &mut Vec<Problem>,
) -> Api {
    let entry = documents.entry().node();
    let mut lowering = Lowering {
        documents,
        problems,
        scope: Scope::Description,
        server: endpoint::general_server(&entry),
        types: IndexMap::new(),
        owners: HashMap::new(),
        definitions: HashMap::new(),
        unions: Unions::find(documents),
        xml_objects: XmlObjects::new(),
    };
    let mut found = lowering.find_operations(&entry);
    found.retain(|it| !unsupported.contains(&it.name()));
    lowering.lower_definitions(&entry, &found);
    let operations = lowering.lower_operations(&entry, &found);
    let info = entry.get("info");
    let text = |key| info.as_ref()?.text(key).map(str::to_owned);
    Api {
        title: text("title").unwrap_or_default(),
        docs: text("description"),
        version: text("version").unwrap_or_default(),
        takes_api_version: operations.iter().any(|it| it.takes_api_version),
        endpoint: lowering.lower_endpoint(),
        security: lowering.lower_security(&entry, &entry),
        operations,
        types: lowering.types.into_values().flatten().collect(),
        xml_objects: lowering.xml_objects.into_values().flatten().collect(),
    }
}

/// The state of one run of this phase.
struct Lowering<'a> {
    documents: &'a Documents,
    problems: &'a mut Vec<Problem>,
    /// The part of the description that is being lowered.
    scope: Scope,
    /// The server of the whole description.
    server: Option<Node<'a>>,
    /// The named types by name; `None` while a type is being lowered.
    types: IndexMap<String, Option<TypeDefinition>>,
    /// The schema that each name is reserved for.
    owners: HashMap<String, Node<'a>>,
    /// The types of the definitions lowered so far; `None` while one is being lowered.
    definitions: HashMap<Place, Option<Type>>,
    unions: Unions<'a>,
    xml_objects: XmlObjects,
}

impl<'a> Lowering<'a> {
    /// The node that a `$ref` at `from` leads to.
    fn follow(&mut self, from: &Place, reference: &str) -> Option<Node<'a>> {
        let documents = self.documents;
        documents.follow(from, reference).map_err(|problem| self.report(problem)).ok()
    }

    /// The node itself, or the one that its `$ref` leads to.
    fn resolve(&mut self, node: Node<'a>) -> Option<Node<'a>> {
        match node.text("$ref") {
            Some(reference) => self.follow(&node.place, reference),
            None => Some(node),
        }
    }

    /// Lowers something, of which the problems stop no more than `scope`.
    fn within<T>(&mut self, scope: Scope, lower: impl FnOnce(&mut Self) -> T) -> T {
        let outer = std::mem::replace(&mut self.scope, scope);
        let lowered = lower(self);
        self.scope = outer;
        lowered
    }

    fn report(&mut self, problem: Problem) {
        self.problems.push(problem.in_scope(self.scope.clone()));
    }

    fn problem(&mut self, place: &Place, message: impl Into<String>) {
        self.report(Problem::new(place.clone(), message));
    }

    fn problem_with_hint(&mut self, place: &Place, message: impl Into<String>, hint: &str) {
        self.report(Problem::new(place.clone(), message).with_hint(hint));
    }

    /// Reports something that the model cannot express.
    fn refuse(&mut self, place: &Place, what: &str) {
        self.problem(place, format!("{what} is not supported"));
    }

    /// Reports a schema that the model cannot express. Its values are JSON.
    fn refused_any(&mut self, place: &Place, what: &str) -> Type {
        self.within(Scope::Value, |it| it.refuse(place, what));
        Type::Any
    }

    /// Returns `true` if a value of a schema cannot be sent outside of JSON because of a problem,
    /// which is then one of the part that is being lowered.
    fn is_refused(&mut self, schema: &Place) -> bool {
        let found = self.problems.iter().filter(|it| it.place.is_in(schema));
        let found: Vec<Problem> = found.cloned().collect();
        let is_refused = !found.is_empty();
        found.into_iter().for_each(|it| self.report(it));
        is_refused
    }
}
