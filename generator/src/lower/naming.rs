//! What types are called: each name stands for one type.

use super::{
    Lowering,
    schema::{Schema, is_object, type_of},
};
use crate::model::{
    description::{Type, TypeDefinition, TypeKind},
    source::Place,
};

impl Lowering<'_> {
    /// Keeps the names of the description's own schemas for them: a name that is made up for a
    /// type without one makes way.
    pub fn claim_names(&mut self, entry: &Place) {
        for (_, place) in self.entries(&entry.child("components").child("schemas")) {
            let Some(value) = self.documents.value(&place) else { continue };
            let keys = ["enum", "oneOf", "anyOf", "properties", "allOf"];
            if is_object(value) || keys.iter().any(|key| value.get(key).is_some()) {
                let name = self.definition_name(&place);
                self.owners.entry(name).or_insert(place);
            }
        }
    }

    /// The name of the type of a named schema.
    pub fn definition_name(&self, place: &Place) -> String {
        let text = |value: Option<&serde_json::Value>| Some(value?.as_str()?.to_owned());
        let given = self.documents.value(place).and_then(|value| {
            let of_enum = value.get("enum").and_then(|_| value.get("x-ms-enum")?.get("name"));
            text(of_enum).or_else(|| text(value.get("x-ms-client-name")))
        });
        given.unwrap_or_else(|| place.name().unwrap_or_default().into_owned())
    }

    /// The name for the type at a place, which is `name` unless another type has that; and whether
    /// the type is yet to be defined. What is the same in two places is one type.
    pub fn reserve(&mut self, place: &Place, name: &str) -> (String, bool) {
        let mut free = name.to_owned();
        let mut number = 1;
        while let Some(owner) = self.owners.get(&free) {
            let (a, b) = (self.documents.value(owner), self.documents.value(place));
            if owner == place && !self.types.contains_key(&free) {
                break;
            }
            if owner == place || a.map(type_of) == b.map(type_of) {
                return (free, false);
            }
            number += 1;
            free = format!("{name}{number}");
        }
        self.owners.insert(free.clone(), place.clone());
        self.types.insert(free.clone(), None);
        (free, true)
    }

    /// Defines the type at a place under a name that was reserved for it.
    pub fn define(&mut self, place: &Place, name: &str, schema: &Schema, kind: TypeKind) -> Type {
        let definition = TypeDefinition {
            name: name.to_owned(),
            place: place.clone(),
            docs: schema.description.clone(),
            deprecated: schema.deprecated,
            kind,
        };
        self.types.insert(name.to_owned(), Some(definition));
        Type::Named(name.to_owned())
    }
}
