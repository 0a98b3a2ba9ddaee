//! Phase 2, LOWER: from a description to the model.
//!
//! The only code that sees the types of openapiv3, and schemas, for which `schema` has a type. What
//! the model cannot express is reported by name, and the rest is lowered all the same, so that one
//! run shows every problem.

mod bodies;
mod choices;
mod composition;
mod endpoint;
mod enums;
mod extensions;
mod family;
mod forms;
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
mod schemas;
mod security;
mod unions;

use crate::{
    diagnostics::Problem,
    model::{
        description::{Api, Type, TypeDefinition},
        source::Place,
    },
    read::Documents,
};
use indexmap::IndexMap;
use serde::de::DeserializeOwned;

/// What the entry of `documents` says, and whatever it refers to.
pub fn lower(documents: &Documents, problems: &mut Vec<Problem>) -> Api {
    let entry = Place::root(documents.entry().path.clone());
    let mut lowering = Lowering {
        documents,
        problems,
        types: IndexMap::new(),
        owners: IndexMap::new(),
        aliases: IndexMap::new(),
        unions: unions::Unions::find(documents),
    };
    let info: openapiv3::Info = lowering.get(&entry.child("info")).unwrap_or_default();
    lowering.lower_definitions(&entry);
    let (operations, takes_api_version) = lowering.lower_operations(&entry);
    Api {
        title: info.title,
        docs: info.description,
        version: info.version,
        takes_api_version,
        endpoint: lowering.lower_endpoint(&entry),
        security: lowering.lower_security(&entry, &entry.child("security")),
        operations,
        types: lowering.types.into_values().flatten().collect(),
    }
}

/// A description on its way to the model.
struct Lowering<'a> {
    documents: &'a Documents,
    problems: &'a mut Vec<Problem>,
    /// The types with a name, by that name; `None` while one is being lowered.
    types: IndexMap<String, Option<TypeDefinition>>,
    /// Where the type stands that has a name, or will have it.
    owners: IndexMap<String, Place>,
    /// What the definitions at these places are; `None` while one is being lowered.
    aliases: IndexMap<Place, Option<Type>>,
    unions: unions::Unions,
}

impl Lowering<'_> {
    /// The value at a place; `None` when it is absent, or is not what it should be, which is
    /// reported.
    fn get<T: DeserializeOwned>(&mut self, place: &Place) -> Option<T> {
        self.documents.value(place)?;
        match self.documents.get(place) {
            Ok(value) => Some(value),
            Err(problem) => {
                self.problems.push(problem);
                None
            }
        }
    }

    /// The place of the description itself.
    fn entry(&self) -> Place {
        Place::root(self.documents.entry().path.clone())
    }

    /// The place that a `$ref` at `from` leads to.
    fn follow(&mut self, from: &Place, reference: &str) -> Option<Place> {
        match self.documents.follow(from, reference) {
            Ok(place) => Some(place),
            Err(problem) => {
                self.problems.push(problem);
                None
            }
        }
    }

    /// The value at a place, or the one that a `$ref` there leads to, and where it stands.
    fn resolve<T: DeserializeOwned>(&mut self, place: &Place) -> Option<(Place, T)> {
        let reference = self.documents.value(place)?.get("$ref").and_then(|it| it.as_str());
        let place = match reference.map(str::to_owned) {
            Some(reference) => self.follow(place, &reference)?,
            None => place.clone(),
        };
        self.get(&place).map(|value| (place, value))
    }

    /// Whether a problem has been found at a place or below: what it says is not known then, and what
    /// it lacks is no problem of its own.
    fn has_problem_in(&self, place: &Place) -> bool {
        self.problems.iter().any(|it| it.place.is_in(place))
    }

    fn problem(&mut self, place: &Place, message: impl Into<String>) {
        self.problems.push(Problem::new(place.clone(), message));
    }

    fn problem_with_hint(&mut self, place: &Place, message: impl Into<String>, hint: &str) {
        self.problems.push(Problem::new(place.clone(), message).with_hint(hint));
    }

    /// The places of the items of the list at a place.
    fn items(&self, place: &Place) -> Vec<Place> {
        let list = self.documents.value(place).and_then(|value| value.as_array());
        (0..list.map_or(0, Vec::len)).map(|index| place.child(index)).collect()
    }

    /// The names under which the mapping at a place has entries, and the places of these.
    fn entries(&self, place: &Place) -> Vec<(String, Place)> {
        let entries = self.documents.value(place).and_then(|value| value.as_object());
        let names = entries.into_iter().flat_map(|entries| entries.keys());
        names.map(|name| (name.clone(), place.child(name))).collect()
    }
}
