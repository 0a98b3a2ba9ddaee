//! Which schemas are variants of which, and by which values: what `allOf`, `oneOf`, discriminators and
//! their mappings say of it, over all documents.

use super::schema::is_object;
use crate::{
    model::source::Place,
    read::{Document, Documents},
};
use indexmap::{IndexMap, IndexSet};
use serde_json::Value;
use std::collections::HashMap;

/// Which schemas are made of which others, and which have a discriminator.
pub struct Family<'a> {
    documents: &'a Documents,
    /// The schemas whose `allOf` refers to this one.
    derived: HashMap<Place, Vec<Place>>,
    pub discriminators: IndexMap<Place, String>,
}

impl<'a> Family<'a> {
    pub fn find(documents: &'a Documents) -> Self {
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
    pub fn variants(&self, base: &Place, discriminator: &str) -> IndexSet<(String, Place)> {
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
