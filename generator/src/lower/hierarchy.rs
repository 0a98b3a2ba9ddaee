//! The hierarchy of schemas over all documents: the variants of each schema with a discriminator,
//! and the value that selects each variant.

use super::schema::is_object;
use crate::{
    model::source::{Place, push_token},
    read::{Documents, Node},
};
use indexmap::{IndexMap, IndexSet};
use serde_json::Value;
use std::collections::HashMap;

pub struct Hierarchy<'a> {
    documents: &'a Documents,
    /// The schemas whose `allOf` refers to the schema at a place.
    derived: HashMap<Place, Vec<Place>>,
    pub discriminators: IndexMap<Place, Discriminator<'a>>,
}

/// The `discriminator` of a schema.
pub struct Discriminator<'a> {
    pub property: &'a str,
    /// The values in its `mapping`, each with its schema.
    mapping: Vec<(&'a str, Place)>,
    /// The entries of its `mapping` that do not lead to a schema.
    pub unmapped: Vec<(Place, &'a str)>,
}

impl<'a> Hierarchy<'a> {
    pub fn find(documents: &'a Documents) -> Self {
        let mut derived: HashMap<Place, Vec<Place>> = HashMap::new();
        let mut discriminators = IndexMap::new();
        for document in documents.iter() {
            let root = document.node();
            let schemas = root.get("components").into_iter().flat_map(|it| it.entries("schemas"));
            for (_, schema) in schemas {
                for base in referred(documents, &schema, "allOf") {
                    derived.entry(base).or_default().push(schema.place.clone());
                }
            }
            let mut pointer = String::new();
            find_discriminators(root.value, &mut pointer, &mut |pointer, schema| {
                let place = Place::new(document.path.clone(), pointer);
                if let Some(discriminator) = Discriminator::read(documents, &place, schema) {
                    discriminators.insert(place, discriminator);
                }
            });
        }
        Self { documents, derived, discriminators }
    }

    /// The variants of a base, nearest first, each with its value.
    pub fn variants(&self, base: &Place, property: &str) -> IndexSet<(String, Place)> {
        let found = closure(base, |place| {
            let own = self.discriminators.get(place);
            if own.is_some_and(|it| it.property != property) {
                return Vec::new();
            }
            let mut variants = self.derived.get(place).cloned().unwrap_or_default();
            if let Some(schema) = self.documents.node(place.clone()) {
                variants.extend(referred(self.documents, &schema, "oneOf"));
                variants.extend(referred(self.documents, &schema, "anyOf"));
            }
            variants.extend(self.mapping(place).iter().map(|(_, target)| target.clone()));
            variants
        });
        // Alternatives that are not objects are a choice without a discriminator.
        let is_union = found.len() > 1 && found.iter().all(|it| self.is_object(it));
        let variants = found.iter().filter(|place| is_union && self.is_concrete(place, base));
        let values = variants.flat_map(|place| {
            let values = self.values(place, &found, property).into_iter();
            values.map(|value| (value, place.clone()))
        });
        values.collect()
    }

    fn is_object(&self, place: &Place) -> bool {
        self.documents.value(place).is_some_and(|it| is_object(it) || lists_variants(it))
    }

    /// Returns `true` if a value can be of this schema itself. A schema that lists its variants has
    /// no values of its own. A base has some only if the description maps a value to it, in its own
    /// mapping or in an outer union.
    fn is_concrete(&self, place: &Place, base: &Place) -> bool {
        let Some(value) = self.documents.value(place) else { return false };
        if lists_variants(value) || place != base {
            return !lists_variants(value);
        }
        match self.outer_property(place) {
            Some(outer) => self.discriminators.get(place).is_some_and(|it| it.property == outer),
            None => {
                value.get("x-ms-discriminator-value").is_some()
                    || self.mapping(place).iter().any(|(_, target)| target == place)
            }
        }
    }

    /// The discriminating property of the nearest base that has one.
    fn outer_property(&self, place: &Place) -> Option<&'a str> {
        let bases = closure(place, |place| {
            let schema = self.documents.node(place.clone());
            schema.map(|it| referred(self.documents, &it, "allOf")).unwrap_or_default()
        });
        bases.iter().skip(1).find_map(|it| Some(self.discriminators.get(it)?.property))
    }

    /// Returns `true` if a schema has the discriminating property of a base, or derives from it.
    pub fn declares(&self, variant: &Place, base: &Place, property: &str) -> bool {
        let parts = closure(variant, |place| {
            let schema = self.documents.node(place.clone());
            schema.map(|it| referred(self.documents, &it, "allOf")).unwrap_or_default()
        });
        let has_property = |place: &Place| {
            self.documents.value(place).is_some_and(|it| has_property(it, property))
        };
        parts.contains(base) || parts.iter().any(has_property)
    }

    /// The values of the discriminator that select a variant.
    fn values(&self, variant: &Place, union: &IndexSet<Place>, property: &str) -> Vec<String> {
        let value = self.documents.value(variant);
        let text = |value: &Value| value.as_str().map(str::to_owned);
        if let Some(given) = value.and_then(|it| text(it.get("x-ms-discriminator-value")?)) {
            return vec![given];
        }
        let mapped = union.iter().flat_map(|base| self.mapping(base));
        let mapped = mapped.filter(|(_, target)| target == variant).map(|(value, _)| *value);
        let mapped: IndexSet<&str> = mapped.collect();
        if !mapped.is_empty() {
            return mapped.into_iter().map(str::to_owned).collect();
        }
        let own = value.and_then(|it| it.get("properties")?.get(property)?.get("enum"));
        if let Some([only]) = own.and_then(|it| it.as_array()).map(Vec::as_slice)
            && let Some(only) = text(only)
        {
            return vec![only];
        }
        vec![variant.name().unwrap_or_default().into_owned()]
    }

    fn mapping(&self, base: &Place) -> &[(&'a str, Place)] {
        self.discriminators.get(base).map_or(&[], |it| &it.mapping)
    }
}

impl<'a> Discriminator<'a> {
    /// The discriminator of the schema at a place, if it has one.
    fn read(documents: &Documents, place: &Place, schema: &'a Value) -> Option<Self> {
        let value = schema.get("discriminator")?;
        let node = Node { place: place.child("discriminator"), value };
        let property = node.text("propertyName")?;
        let (mut mapping, mut unmapped) = (Vec::new(), Vec::new());
        for (value, entry) in node.entries("mapping") {
            let Some(target) = entry.value.as_str() else { continue };
            match mapped(documents, &node.place, target) {
                Some(place) => mapping.push((value, place)),
                None => unmapped.push((entry.place, target)),
            }
        }
        Some(Self { property, mapping, unmapped })
    }
}

/// The schema that a `mapping` names. The target is the name of a schema, or a reference.
fn mapped(documents: &Documents, discriminator: &Place, target: &str) -> Option<Place> {
    let components = Place::root(discriminator.file.clone()).child("components");
    let named = components.child("schemas").child(target);
    match documents.value(&named) {
        Some(_) => Some(named),
        None => documents.follow(discriminator, target).ok().map(|it| it.place),
    }
}

/// Calls `found` with every schema in `value` that has a discriminator, and its pointer.
fn find_discriminators<'a>(
    value: &'a Value,
    pointer: &mut String,
    found: &mut dyn FnMut(&str, &'a Value),
) {
    let end = pointer.len();
    match value {
        Value::Object(entries) => {
            if entries.contains_key("discriminator") {
                found(pointer, value);
            }
            for (key, value) in entries {
                if value.is_object() || value.is_array() {
                    push_token(pointer, key);
                    find_discriminators(value, pointer, found);
                    pointer.truncate(end);
                }
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                push_token(pointer, &index.to_string());
                find_discriminators(item, pointer, found);
                pointer.truncate(end);
            }
        }
        _ => {}
    }
}

/// A place and the places that `next` leads to from it, nearest first, each once.
fn closure(start: &Place, next: impl Fn(&Place) -> Vec<Place>) -> IndexSet<Place> {
    let mut found = IndexSet::from([start.clone()]);
    let mut at = 0;
    while let Some(place) = found.get_index(at) {
        let reached = next(place);
        found.extend(reached);
        at += 1;
    }
    found
}

/// Returns `true` if a schema, or an inline part of it, has a property.
fn has_property(schema: &Value, property: &str) -> bool {
    let parts = schema.get("allOf").and_then(Value::as_array).into_iter().flatten();
    schema.get("properties").is_some_and(|it| it.get(property).is_some())
        || parts.into_iter().any(|it| has_property(it, property))
}

/// Returns `true` if a schema lists its variants.
fn lists_variants(value: &Value) -> bool {
    value.get("oneOf").is_some() || value.get("anyOf").is_some()
}

/// The places that the `$ref`s in the entry `list` of a schema lead to.
fn referred(documents: &Documents, schema: &Node, list: &str) -> Vec<Place> {
    let targets = schema.items(list).filter_map(|part| {
        // A `$ref` that leads nowhere was reported when the document was read.
        documents.follow(&part.place, part.text("$ref")?).ok().map(|it| it.place)
    });
    targets.collect()
}
