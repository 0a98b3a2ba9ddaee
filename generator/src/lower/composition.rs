//! Composition: `allOf` and discriminators.

use super::{Lowering, extensions};
use crate::{
    model::{
        api::{Operation, Property, Type, TypeKind, Union, Variant},
        source::Place,
    },
    read::{Document, Documents},
};
use indexmap::{IndexMap, IndexSet};
use openapiv3::Schema;
use serde_json::Value;
use std::collections::HashMap;

/// Which named schemas are made of which others, over all documents.
pub struct Unions {
    /// The schemas whose `allOf` refers to this one.
    derived: HashMap<Place, Vec<Place>>,
}

impl Unions {
    pub fn find(documents: &Documents) -> Self {
        let mut derived: HashMap<Place, Vec<Place>> = HashMap::new();
        for place in documents.iter().flat_map(definitions) {
            let parts = documents.value(&place).and_then(|value| value.get("allOf"));
            for (index, part) in parts.and_then(Value::as_array).into_iter().flatten().enumerate() {
                let from = place.child("allOf").child(index);
                let reference = part.get("$ref").and_then(Value::as_str);
                // A `$ref` that leads nowhere was reported when the document was read.
                if let Some(base) = reference.and_then(|it| documents.follow(&from, it).ok()) {
                    derived.entry(base).or_default().push(place.clone());
                }
            }
        }
        Self { derived }
    }

    /// All schemas that are made of this one, nearest first.
    fn descendants(&self, base: &Place) -> IndexSet<Place> {
        let mut found = IndexSet::new();
        let mut next = vec![base];
        while let Some(place) = next.pop() {
            for derived in self.derived.get(place).into_iter().flatten() {
                if derived != base && found.insert(derived.clone()) {
                    next.push(derived);
                }
            }
        }
        found
    }
}

/// The places of the named schemas of a document.
fn definitions(document: &Document) -> Vec<Place> {
    let place = Place::root(document.path.clone()).child("components").child("schemas");
    let schemas = document.root.pointer(&place.pointer).and_then(Value::as_object);
    schemas.into_iter().flat_map(|it| it.keys()).map(|name| place.child(name)).collect()
}

impl Lowering<'_> {
    /// The union that the schema at a place is the base of: one with a discriminator, of which
    /// others are made.
    pub fn lower_union(&mut self, place: &Place) -> Option<Union> {
        let discriminator = self.discriminator(place)?;
        let variants: Vec<Place> = self.unions.descendants(place).into_iter().collect();
        if variants.is_empty() {
            return None;
        }
        let variants = variants.iter().filter_map(|variant| {
            let Type::Named(type_name) = self.lower_definition(variant) else { return None };
            Some(Variant { value: self.discriminator_value(place, variant), type_name })
        });
        let variants = variants.collect();
        Some(Union { discriminator, variants })
    }

    /// Refuses variants that are used without their union: the discriminator would be missing.
    pub fn check_variants(&mut self, operations: &[Operation]) {
        let types = || self.types.values().flatten();
        let variants: HashMap<&str, &str> = types()
            .filter_map(|it| match &it.kind {
                TypeKind::Union(union) => Some((it.name.as_str(), union)),
                _ => None,
            })
            .flat_map(|(name, it)| it.variants.iter().map(move |it| (it.type_name.as_str(), name)))
            .collect();
        let properties = types().flat_map(|it| match &it.kind {
            TypeKind::Struct(it) => it.properties.as_slice(),
            _ => &[],
        });
        let mut used: Vec<(&Place, &Type)> =
            properties.map(|property| (&property.place, &property.ty)).collect();
        for operation in operations {
            used.extend(operation.body.iter().map(|body| (&body.place, &body.ty)));
            let bodies = operation.success.iter().chain(&operation.errors);
            used.extend(bodies.filter_map(|it| Some((&operation.place, it.body.as_ref()?))));
        }
        let problems: Vec<(Place, String)> = used
            .into_iter()
            .filter_map(|(place, ty)| {
                let name = ty.name()?;
                let union = variants.get(name)?;
                Some((place.clone(), format!("{name:?} without its union {union:?}")))
            })
            .collect();
        for (place, what) in problems {
            self.refuse(&place, &what);
        }
    }

    /// The property that tells which schema a value is of.
    fn discriminator(&self, place: &Place) -> Option<String> {
        let value = self.documents.value(place)?;
        Some(value.get("discriminator")?.get("propertyName")?.as_str()?.to_owned())
    }

    /// The value of the discriminator that stands for a variant.
    fn discriminator_value(&mut self, base: &Place, variant: &Place) -> String {
        let schema: Option<Schema> = self.get(variant);
        let given = schema.as_ref().and_then(|it| {
            extensions::text(&it.schema_data.extensions, "x-ms-discriminator-value")
        });
        if let Some(given) = given {
            return given;
        }
        let mapping = base.child("discriminator").child("mapping");
        for (value, place) in self.entries(&mapping) {
            let target = self.documents.value(&place).and_then(Value::as_str).unwrap_or_default();
            let from = base.child("discriminator");
            let leads_here = self.documents.follow(&from, target).is_ok_and(|it| it == *variant);
            if leads_here || Some(target) == variant.name().as_deref() {
                return value;
            }
        }
        variant.name().unwrap_or_default().into_owned()
    }

    /// The properties of the object at a place, those of its `allOf` first. A discriminator that
    /// tells the variants of a union apart is none: the union takes care of it.
    pub fn lower_properties(&mut self, place: &Place, owner: &str) -> Vec<Property> {
        let mut collected = Collected::default();
        self.collect_properties(place, owner, &mut Vec::new(), &mut collected);
        for discriminator in &collected.discriminators {
            collected.properties.shift_remove(discriminator);
        }
        collected.properties.into_values().collect()
    }

    fn collect_properties(
        &mut self,
        place: &Place,
        owner: &str,
        path: &mut Vec<Place>,
        collected: &mut Collected,
    ) {
        if path.contains(place) {
            self.problem(place, "`allOf` leads back to this schema");
            return;
        }
        path.push(place.clone());
        let Some(value) = self.documents.value(place) else { return };
        let parts = value.get("allOf").and_then(Value::as_array).map_or(0, Vec::len);
        let required: Vec<String> = match value.get("required").and_then(Value::as_array) {
            Some(names) => names.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
            None => Vec::new(),
        };
        for index in 0..parts {
            let part = place.child("allOf").child(index);
            match self.documents.value(&part).and_then(|it| it.get("$ref")?.as_str()) {
                Some(reference) => {
                    let reference = reference.to_owned();
                    if let Some(base) = self.follow(&part, &reference) {
                        let owner = base.name().unwrap_or_default().into_owned();
                        self.collect_properties(&base, &owner, path, collected);
                    }
                }
                None => self.collect_properties(&part, owner, path, collected),
            }
        }
        if let Some(discriminator) = self.discriminator(place)
            && !self.unions.descendants(place).is_empty()
        {
            collected.discriminators.insert(discriminator);
        }
        for (name, property) in self.entries(&place.child("properties")) {
            // The property may be the discriminator's, and its enum is not needed then.
            if collected.discriminators.contains(&name) {
                continue;
            }
            let property = self.lower_property(&property, owner, required.contains(&name));
            collected.properties.insert(name, property);
        }
        for name in &required {
            if let Some(property) = collected.properties.get_mut(name) {
                property.required = true;
            }
        }
        path.pop();
    }
}

#[derive(Default)]
struct Collected {
    properties: IndexMap<String, Property>,
    discriminators: IndexSet<String>,
}
