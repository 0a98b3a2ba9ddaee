//! Unions: objects whose variant is selected by a property, the discriminator.
//!
//! A union is a schema with a discriminator. Its variants are the schemas that derive from it by
//! `allOf`, however deep, and the schemas that its `oneOf` lists. Variants are found for all
//! documents before any is lowered, because a variant writes its discriminator wherever it is used.

use super::{Lowering, hierarchy::Hierarchy, types::definition_name};
use crate::{
    model::{
        description::{Tag, Type, TypeKind, Union, Variant},
        source::Place,
    },
    read::{Documents, Node},
};
use indexmap::{IndexMap, IndexSet};
use std::collections::{HashMap, HashSet};

/// The unions of all documents.
#[derive(Default)]
pub struct Unions<'a> {
    bases: IndexMap<Place, Base>,
    /// For each variant, the discriminators of its unions and its values there.
    memberships: HashMap<Place, IndexSet<(String, String)>>,
    /// For each base, the variants that do not declare its discriminator.
    marked: HashSet<(Place, Place)>,
    /// For each schema, the entries of its discriminator's mapping that do not lead to a schema.
    unmapped: HashMap<Place, Vec<(Place, &'a str)>>,
}

/// A schema that is a union.
struct Base {
    discriminator: String,
    /// The variants of an inner union with the same discriminator are variants of the outer one.
    variants: IndexSet<(String, Place)>,
}

impl<'a> Unions<'a> {
    pub fn find(documents: &'a Documents) -> Self {
        let hierarchy = Hierarchy::find(documents);
        let mut unions = Self::default();
        for (place, it) in &hierarchy.discriminators {
            let variants = hierarchy.variants(place, it.property);
            if !variants.is_empty() {
                let base = Base { discriminator: it.property.to_owned(), variants };
                unions.bases.insert(place.clone(), base);
            }
        }
        for (place, base) in &unions.bases {
            for (value, variant) in &base.variants {
                let inside = unions.inside(variant, &base.discriminator);
                let declares = |it: &Place| hierarchy.declares(it, place, &base.discriminator);
                let is_marked = !inside.iter().any(declares);
                if is_marked {
                    unions.marked.insert((place.clone(), variant.clone()));
                }
                let tag = (base.discriminator.clone(), value.clone());
                for place in inside {
                    let tags = unions.memberships.entry(place).or_default();
                    tags.extend((!is_marked).then(|| tag.clone()));
                }
            }
        }
        let discriminators = hierarchy.discriminators.into_iter();
        unions.unmapped = discriminators.map(|(place, it)| (place, it.unmapped)).collect();
        unions
    }

    /// The variant itself and, if it is a union with another discriminator, all variants inside.
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

    /// The tags of a schema. A discriminator with several values for it is not a tag: callers set
    /// it.
    pub fn tags(&self, place: &Place) -> Vec<Tag> {
        let tags = self.values(place).into_iter().filter_map(|(property, values)| match *values {
            [value] => Some(Tag { property: property.to_owned(), value: value.to_owned() }),
            _ => None,
        });
        tags.collect()
    }

    /// The discriminators with several values for this schema.
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

impl<'a> Lowering<'a> {
    /// The union of a schema, if it is one.
    pub fn lower_union(&mut self, schema: &Node<'a>) -> Option<Union> {
        let base = self.unions.bases.get(&schema.place)?;
        let discriminator = base.discriminator.clone();
        let found: Vec<(String, Place)> = base.variants.iter().cloned().collect();
        let mut variants = Vec::new();
        for (value, place) in found {
            let Some(variant) = self.documents.node(place) else { continue };
            // An inner union with the same discriminator has given its variants to this one.
            let inner = self.unions.bases.get(&variant.place);
            let ty = match inner.filter(|it| it.discriminator == discriminator) {
                Some(_) => self.lower_base(&variant),
                None => self.lower_definition(&variant),
            };
            let is_marked =
                self.unions.marked.contains(&(schema.place.clone(), variant.place.clone()));
            match ty {
                Type::Named(type_name) => {
                    variants.push(Variant { value, type_name, is_marked });
                }
                _ => self.refuse(&variant.place, "a variant that is not an object"),
            }
        }
        Some(Union { discriminator, variants })
    }

    /// Reports the entries of a discriminator's mapping that do not lead to a schema.
    pub fn report_unmapped(&mut self, schema: &Node<'a>) {
        for (entry, target) in self.unions.unmapped.remove(&schema.place).unwrap_or_default() {
            self.problem_with_hint(
                &entry,
                format!("there is no schema {target:?}"),
                "map values to names of schemas, or to references to them",
            );
        }
    }

    /// The base of a union as a struct of its own, for values of no variant.
    fn lower_base(&mut self, schema: &Node<'a>) -> Type {
        let (name, is_new) = self.reserve(schema, &format!("{}Base", definition_name(schema)));
        if !is_new {
            return Type::Named(name);
        }
        let kind = TypeKind::Struct(self.lower_struct(schema, &name));
        self.define(schema, &name, kind)
    }
}
