//! Merge patches (RFC 7396): which structs change in part, and the types of their fields.

use super::types::{Types, members};
use crate::model::{
    description::{Property, Type, TypeDefinition, TypeKind},
    package::RustType,
    wire::BodyFormat,
};

impl<'a> Types<'a> {
    /// The structs that have a merge patch, and the names of the patches' models.
    pub fn patches(&self) -> impl Iterator<Item = (&'a TypeDefinition, &str)> {
        self.patches.iter().filter_map(|(name, patch)| Some((self.definition(name)?, &**patch)))
    }

    /// The type as a field of a merge patch. Objects change in part, and `null` removes a key of a
    /// map. Arrays and unions are replaced.
    pub fn patched(&self, ty: &Type) -> RustType {
        match ty {
            Type::Map(value) => RustType::Map(Box::new(self.removable(value))),
            Type::Named(name) => match self.patches.get(name.as_str()) {
                Some(patch) => RustType::Struct(patch.clone()),
                None => self.rust(ty),
            },
            ty => self.rust(ty),
        }
    }

    /// The type as a value of a map in a merge patch, where `null` removes the key.
    pub fn removable(&self, ty: &Type) -> RustType {
        match self.patched(ty) {
            RustType::Option(value) => RustType::Option(value),
            value => RustType::Option(Box::new(value)),
        }
    }

    /// Finds the structs inside of bodies that are merge patches. A body itself needs a patch only
    /// if it is not flattened.
    pub(super) fn find_patches(&mut self) {
        let mut wanted: Vec<&'a Type> = Vec::new();
        let mut fields: Vec<&'a Property> = Vec::new();
        for operation in &self.api.operations {
            let Some(body) = operation.body.as_ref() else { continue };
            if body.format != BodyFormat::MergePatch {
                continue;
            }
            match self.flattened(operation) {
                Some(definition) => {
                    wanted.extend(members(definition));
                    fields.extend(properties(definition).filter(|it| !it.required));
                }
                None => wanted.push(&body.ty),
            }
        }
        while let Some(ty) = wanted.pop() {
            let definition = match ty {
                Type::Map(value) => {
                    wanted.push(value);
                    continue;
                }
                ty => self.model(ty),
            };
            let Some(definition) = definition else { continue };
            if !matches!(&definition.kind, TypeKind::Struct(it) if it.tags.is_empty())
                || self.patches.contains_key(definition.name.as_str())
            {
                continue;
            }
            let name = self.pool.claim(format!("{}Patch", self.name(definition)));
            self.patches.insert(&definition.name, name);
            wanted.extend(members(definition));
            fields.extend(properties(definition));
        }
        let unions = fields.into_iter().filter_map(|it| match self.patched(&it.ty) {
            RustType::Union(name) => Some(name),
            _ => None,
        });
        self.patched_unions = unions.collect();
    }
}

/// The properties of a struct that requests carry.
pub fn properties(definition: &TypeDefinition) -> impl Iterator<Item = &Property> {
    let properties = match &definition.kind {
        TypeKind::Struct(it) => it.properties.as_slice(),
        _ => &[],
    };
    properties.iter().filter(|it| !it.read_only)
}
