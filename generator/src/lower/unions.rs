//! Unions: objects of which one property, the discriminator, tells what they are.
//!
//! A union is a schema with a discriminator, and its variants are the schemas that `allOf` makes of
//! it, however deep, or that its `oneOf` lists. Which those are is found for all documents at once,
//! because a variant is written with its discriminator wherever it stands.

use super::{Lowering, schema::is_object};
use crate::{
    model::{
        api::{Tag, Type, TypeKind, Union, Variant},
        source::Place,
    },
    read::{Document, Documents},
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
        let tree = Tree::find(documents);
        let bases = tree.discriminators.iter().filter_map(|(place, discriminator)| {
            let variants = tree.variants(place, discriminator);
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
        let mut values: IndexMap<&str, Vec<&str>> = IndexMap::new();
        for (property, value) in self.memberships.get(place).into_iter().flatten() {
            values.entry(property).or_default().push(value);
        }
        let tags = values.into_iter().filter_map(|(property, values)| match *values {
            [value] => Some(Tag { property: property.to_owned(), value: value.to_owned() }),
            _ => None,
        });
        tags.collect()
    }

    pub fn is_base(&self, place: &Place) -> bool {
        self.bases.contains_key(place)
    }

    pub fn is_variant(&self, place: &Place) -> bool {
        self.memberships.contains_key(place)
    }
}

/// Which schemas are made of which others, and which have a discriminator.
struct Tree<'a> {
    documents: &'a Documents,
    /// The schemas whose `allOf` refers to this one.
    derived: HashMap<Place, Vec<Place>>,
    discriminators: IndexMap<Place, String>,
}

impl<'a> Tree<'a> {
    fn find(documents: &'a Documents) -> Self {
        let mut derived: HashMap<Place, Vec<Place>> = HashMap::new();
        for place in documents.iter().flat_map(definitions) {
            for base in referred(documents, &place, "allOf") {
                derived.entry(base).or_default().push(place.clone());
            }
        }
        let mut discriminators = IndexMap::new();
        for document in documents.iter() {
            let root = Place::root(document.path.clone());
            find_discriminators(&document.root, &root, &mut discriminators);
        }
        Self { documents, derived, discriminators }
    }

    /// The variants of a base, nearest first.
    fn variants(&self, base: &Place, discriminator: &str) -> IndexSet<(String, Place)> {
        let mut found = IndexSet::from([base.clone()]);
        let mut next = 0;
        while let Some(place) = found.get_index(next).cloned() {
            let other = self.discriminators.get(&place).is_some_and(|it| it != discriminator);
            if !other {
                found.extend(self.derived.get(&place).into_iter().flatten().cloned());
                found.extend(referred(self.documents, &place, "oneOf"));
                found.extend(referred(self.documents, &place, "anyOf"));
                let mapped = self.mapping(&place).into_iter().map(|(_, target)| target);
                found.extend(mapped);
            }
            next += 1;
        }
        // A list of alternatives that are no objects is a choice without a discriminator.
        let is_union = found.len() > 1 && found.iter().all(|it| self.is_object(it));
        let variants = found.iter().filter(|place| is_union && self.is_concrete(place, base));
        let values = variants.flat_map(|place| {
            let values = self.values(place, &found, discriminator).into_iter();
            values.map(|value| (value, place.clone()))
        });
        values.collect()
    }

    fn is_object(&self, place: &Place) -> bool {
        self.documents.value(place).is_some_and(|it| is_object(it) || is_listed(it))
    }

    /// Whether a value can be of this schema itself: of one that lists others it cannot, and of a
    /// base only if the description gives it a value, in its own mapping or in an outer union.
    fn is_concrete(&self, place: &Place, base: &Place) -> bool {
        let Some(value) = self.documents.value(place) else { return false };
        if is_listed(value) || place != base {
            return !is_listed(value);
        }
        match self.outer_discriminator(place) {
            Some(outer) => self.discriminators.get(place) == Some(outer),
            None => {
                value.get("x-ms-discriminator-value").is_some()
                    || self.mapping(place).iter().any(|(_, target)| target == place)
            }
        }
    }

    /// The discriminator of the nearest schema with one that this one is made of.
    fn outer_discriminator(&self, place: &Place) -> Option<&String> {
        let mut found = IndexSet::from([place.clone()]);
        let mut next = 0;
        while let Some(place) = found.get_index(next).cloned() {
            if next > 0
                && let Some(discriminator) = self.discriminators.get(&place)
            {
                return Some(discriminator);
            }
            found.extend(referred(self.documents, &place, "allOf"));
            next += 1;
        }
        None
    }

    /// The values of the discriminator that stand for a variant.
    fn values(&self, variant: &Place, union: &IndexSet<Place>, discriminator: &str) -> Vec<String> {
        let value = self.documents.value(variant);
        let text = |value: &Value| value.as_str().map(str::to_owned);
        if let Some(given) = value.and_then(|it| text(it.get("x-ms-discriminator-value")?)) {
            return vec![given];
        }
        let mapped = union.iter().flat_map(|base| self.mapping(base));
        let mapped = mapped.filter(|(_, target)| target == variant).map(|(value, _)| value);
        let mapped: IndexSet<String> = mapped.collect();
        if !mapped.is_empty() {
            return mapped.into_iter().collect();
        }
        let own = value.and_then(|it| it.get("properties")?.get(discriminator)?.get("enum"));
        if let Some([only]) = own.and_then(|it| it.as_array()).map(Vec::as_slice)
            && let Some(only) = text(only)
        {
            return vec![only];
        }
        vec![variant.name().unwrap_or_default().into_owned()]
    }

    /// What the discriminator of a base maps its values to. A target is a reference, or the name
    /// of a schema.
    fn mapping(&self, base: &Place) -> Vec<(String, Place)> {
        let from = base.child("discriminator");
        let mapping = self.documents.value(&from.child("mapping")).and_then(Value::as_object);
        let entries = mapping.into_iter().flatten().filter_map(|(value, target)| {
            let target = target.as_str()?;
            let schemas = Place::root(base.file.clone()).child("components").child("schemas");
            let named = schemas.child(target);
            let target = match self.documents.value(&named) {
                Some(_) => named,
                None => self.documents.follow(&from, target).ok()?,
            };
            Some((value.clone(), target))
        });
        entries.collect()
    }
}

/// The places of the named schemas of a document.
fn definitions(document: &Document) -> Vec<Place> {
    let place = Place::root(document.path.clone()).child("components").child("schemas");
    let schemas = document.root.pointer(&place.pointer).and_then(Value::as_object);
    schemas.into_iter().flat_map(|it| it.keys()).map(|name| place.child(name)).collect()
}

/// Whether a schema lists its variants.
fn is_listed(value: &Value) -> bool {
    value.get("oneOf").is_some() || value.get("anyOf").is_some()
}

/// The places that the `$ref`s in a list of a schema's lead to.
fn referred(documents: &Documents, place: &Place, list: &str) -> Vec<Place> {
    let parts = documents.value(place).and_then(|value| value.get(list)?.as_array());
    let targets = parts.into_iter().flatten().enumerate().filter_map(|(index, part)| {
        let reference = part.get("$ref")?.as_str()?;
        // A `$ref` that leads nowhere was reported when the document was read.
        documents.follow(&place.child(list).child(index), reference).ok()
    });
    targets.collect()
}

fn find_discriminators(value: &Value, place: &Place, found: &mut IndexMap<Place, String>) {
    match value {
        Value::Object(entries) => {
            let discriminator = entries.get("discriminator").and_then(|it| it.get("propertyName"));
            if let Some(name) = discriminator.and_then(Value::as_str) {
                found.insert(place.clone(), name.to_owned());
            }
            for (key, value) in entries {
                find_discriminators(value, &place.child(key), found);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                find_discriminators(item, &place.child(index), found);
            }
        }
        _ => {}
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
