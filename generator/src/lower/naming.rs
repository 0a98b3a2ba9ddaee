//! Names of types: each name belongs to one type.

use super::{
    Lowering,
    schema::{is_object, is_same_type},
    types::definition_name,
};
use crate::{
    model::description::{Type, TypeDefinition, TypeKind},
    read::Node,
};

impl<'a> Lowering<'a> {
    /// Reserves the names of the description's own schemas, so that the invented name of an inline
    /// type cannot take one of them.
    pub fn claim_names(&mut self, components: &Node<'a>) {
        let keys = ["enum", "oneOf", "anyOf", "properties", "allOf"];
        for (_, schema) in components.entries("schemas") {
            if is_object(schema.value) || keys.iter().any(|key| schema.has(key)) {
                self.owners.entry(definition_name(&schema)).or_insert(schema);
            }
        }
    }

    /// Reserves a name for the type of a schema: `name`, or `name2` and so on if a different type
    /// has it. Returns the name and whether the type is yet to be defined: equal schemas are one
    /// type.
    pub fn reserve(&mut self, schema: &Node<'a>, name: &str) -> (String, bool) {
        let mut free = name.to_owned();
        let mut number = 1;
        while let Some(owner) = self.owners.get(&free) {
            if owner.is(schema) && !self.types.contains_key(&free) {
                break;
            }
            if owner.is(schema) || is_same_type(owner.value, schema.value) {
                return (free, false);
            }
            number += 1;
            free = format!("{name}{number}");
        }
        self.owners.insert(free.clone(), schema.clone());
        self.types.insert(free.clone(), None);
        (free, true)
    }

    /// Defines the type of a schema, under the name reserved for it.
    pub fn define(&mut self, schema: &Node<'a>, name: &str, kind: TypeKind) -> Type {
        let definition = TypeDefinition {
            name: name.to_owned(),
            place: schema.place.clone(),
            docs: schema.text("description").map(str::to_owned),
            deprecated: schema.flag("deprecated"),
            kind,
        };
        self.types.insert(name.to_owned(), Some(definition));
        Type::Named(name.to_owned())
    }
}
