//! Unions: objects of which one property, the discriminator, tells what they are.
//!
//! A union is a schema with a discriminator, and its variants are the schemas that `allOf` makes of
//! it, however deep, or that its `oneOf` lists. Which those are is found for all documents at once,
//! because a variant is written with its discriminator wherever it stands.

use super::{Lowering, family::Family};
use crate::{
    model::{
        description::{Tag, Type, TypeKind, Union, Variant},
        source::Place,
    },
    read::Documents,
};
use indexmap::{IndexMap, IndexSet};
use serde_json::Value;
use std::collections::HashMap;

/// The unions of all documents.
#[derive(Default)]
pub struct Unions {
    bases: IndexMap<Place, Base>,
    /// The discriminators of the unions that a schema is a variant of, and its values there.
    memberships: HashMap<Place, IndexSet<(String, String)>>,
}

/// A schema that is a union.
struct Base {
    discriminator: String,
    /// Those of an inner union with the same discriminator are variants of the outer one.
    variants: IndexSet<(String, Place)>,
}

impl Unions {
    pub fn find(documents: &Documents) -> Self {
        let family = Family::find(documents);
        let bases = family.discriminators.iter().filter_map(|(place, discriminator)| {
            let variants = family.variants(place, discriminator);
            let discriminator = discriminator.clone();
            (!variants.is_empty()).then(|| (place.clone(), Base { discriminator, variants }))
        });
        let mut unions = Self { bases: bases.collect(), memberships: HashMap::new() };
        for base in unions.bases.values() {
            for (value, variant) in &base.variants {
                let tag = (base.discriminator.clone(), value.clone());
                for place in unions.inside(variant, &base.discriminator) {
                    unions.memberships.entry(place).or_default().insert(tag.clone());
                }
            }
        }
        unions
    }

    /// The variant itself, or what it consists of when it is a union with another discriminator.
    fn inside(&self, variant: &Place, discriminator: &str) -> Vec<Place> {
        let mut found = vec![variant.clone()];
        let mut next = 0;
        while let Some(place) = found.get(next) {
            if let Some(base) = self.bases.get(place)
                && base.discriminator != discriminator
            {
                let variants = base.variants.iter().map(|(_, place)| place.clone());
                let new: Vec<Place> = variants.filter(|it| !found.contains(it)).collect();
                found.extend(new);
            }
            next += 1;
        }
        found
    }

    /// The properties that tell of a value that it is of this schema. One that has several values
    /// is for callers to set.
    pub fn tags(&self, place: &Place) -> Vec<Tag> {
        let tags = self.values(place).into_iter().filter_map(|(property, values)| match *values {
            [value] => Some(Tag { property: property.to_owned(), value: value.to_owned() }),
            _ => None,
        });
        tags.collect()
    }

    /// The discriminators that have several values for this schema.
    pub fn ambiguous(&self, place: &Place) -> Vec<String> {
        let values = self.values(place).into_iter().filter(|(_, values)| values.len() > 1);
        values.map(|(property, _)| property.to_owned()).collect()
    }

    fn values(&self, place: &Place) -> IndexMap<&str, Vec<&str>> {
        let mut values: IndexMap<&str, Vec<&str>> = IndexMap::new();
        for (property, value) in self.memberships.get(place).into_iter().flatten() {
            values.entry(property).or_default().push(value);
        }
        values
    }

    pub fn is_base(&self, place: &Place) -> bool {
        self.bases.contains_key(place)
    }

    pub fn is_variant(&self, place: &Place) -> bool {
        self.memberships.contains_key(place)
    }
}

impl Lowering<'_> {
    /// The union that the schema at a place is.
    pub fn lower_union(&mut self, place: &Place) -> Option<Union> {
        let base = self.unions.bases.get(place)?;
        let discriminator = base.discriminator.clone();
        let found: Vec<(String, Place)> = base.variants.iter().cloned().collect();
        let mut variants = Vec::new();
        for (value, variant) in found {
            // An inner union with this discriminator has given its variants to this one.
            let inner = self.unions.bases.get(&variant);
            let ty = match inner.filter(|it| it.discriminator == discriminator) {
                Some(_) => self.lower_base(&variant),
                None => self.lower_definition(&variant),
            };
            match ty {
                Type::Named(type_name) => variants.push(Variant { value, type_name }),
                _ => self.refuse(&variant, "a variant of a union that is no object"),
            }
        }
        Some(Union { discriminator, variants })
    }

    /// Reports what a discriminator maps to and is no schema.
    pub fn check_mapping(&mut self, place: &Place) {
        let from = place.child("discriminator");
        let schemas = Place::root(place.file.clone()).child("components").child("schemas");
        for (_, entry) in self.entries(&from.child("mapping")) {
            let Some(target) = self.documents.value(&entry).and_then(Value::as_str) else {
                continue;
            };
            let is_named = self.documents.value(&schemas.child(target)).is_some();
            if !is_named && self.documents.follow(&from, target).is_err() {
                let message = format!("there is no schema {target:?}");
                self.problem_with_hint(
                    &entry,
                    message,
                    "a mapping has names of schemas, or references to them",
                );
            }
        }
    }

    /// The base of a union as a struct of its own, for values that are of it and of no variant.
    fn lower_base(&mut self, place: &Place) -> Type {
        let (name, is_new) = self.reserve(place, &format!("{}Base", self.definition_name(place)));
        if !is_new {
            return Type::Named(name);
        }
        let kind = TypeKind::Struct(self.lower_struct(place, &name));
        let schema = self.get(place).unwrap_or_default();
        self.define(place, &name, &schema, kind)
    }
}
