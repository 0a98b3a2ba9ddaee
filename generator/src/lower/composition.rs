//! Composition: what `allOf` makes of several schemas.

use super::{
    Lowering,
    schema::{Schema, choice_of, is_object, is_scalar},
};
use crate::model::{
    description::{Property, Struct, Tag, Type},
    source::Place,
};
use indexmap::IndexMap;
use serde_json::Value;
use std::collections::HashSet;

impl Lowering<'_> {
    /// The type that is made of several: an object of all properties, or the one that is no object
    /// with words beside it.
    pub fn lower_all_of(&mut self, place: &Place, name: &str, schema: &Schema) -> Type {
        let parts = self.parts(place);
        let value = |place: &Place| self.documents.value(place).unwrap_or(&Value::Null);
        let is_choice = |it: &Place| choice_of(value(it)).is_some() && !self.unions.is_base(it);
        let has_not = parts.iter().any(|it| value(it).get("not").is_some());
        let has_choice = parts.iter().any(is_choice);
        let has_object = parts.iter().any(|it| is_object(value(it)) && !has_parts_only(value(it)));
        let scalar = parts.iter().find(|it| is_scalar(value(it))).cloned();
        match scalar {
            _ if has_not => self.refused_any(place, "`not`"),
            // What is one of several and more beside stays JSON.
            _ if has_choice => Type::Any,
            Some(_) if has_object => {
                self.refused_any(place, "`allOf` of an object and of something else")
            }
            Some(scalar) => self.lower_part(&scalar, place, name),
            None => self.lower_object(place, name, schema),
        }
    }

    /// A part of the schema at a place: a definition, or what stands there.
    fn lower_part(&mut self, part: &Place, whole: &Place, name: &str) -> Type {
        let is_inside = part.file == whole.file && part.pointer.starts_with(&whole.pointer);
        if is_inside { self.lower_simple(part, name) } else { self.lower_definition(part) }
    }

    /// The schema at a place and all that its `allOf` is made of, however deep.
    pub fn parts(&self, place: &Place) -> Vec<Place> {
        let mut found = vec![place.clone()];
        let mut next = 0;
        while let Some(place) = found.get(next).cloned() {
            for part in self.items(&place.child("allOf")) {
                let part = self.target(&part);
                if !found.contains(&part) {
                    found.push(part);
                }
            }
            next += 1;
        }
        found
    }

    /// The members of the object at a place, those of its `allOf` first; its tags are not among
    /// them.
    pub fn lower_struct(&mut self, place: &Place, owner: &str) -> Struct {
        let tags = self.unions.tags(place);
        let mut object = Members::default();
        self.collect(place, owner, &mut Vec::new(), &mut object, &tags);
        for (name, property) in &mut object.properties {
            property.required = object.required.contains(name);
        }
        for property in self.unions.ambiguous(place) {
            if !object.properties.contains_key(&property) {
                let what =
                    format!("{property:?} with several values, but no property to set them,");
                self.refuse(place, &what);
            }
        }
        Struct {
            properties: object.properties.into_values().collect(),
            additional_properties: object.additional.flatten(),
            tags,
        }
    }

    fn collect(
        &mut self,
        place: &Place,
        owner: &str,
        path: &mut Vec<Place>,
        object: &mut Members,
        tags: &[Tag],
    ) {
        if path.contains(place) {
            self.problem(place, "`allOf` leads back to this schema");
            return;
        }
        let Some(schema) = self.get::<Schema>(place) else { return };
        path.push(place.clone());
        for part in self.items(&place.child("allOf")) {
            let target = self.target(&part);
            let named = (target != part).then(|| self.definition_name(&target));
            self.collect(&target, named.as_deref().unwrap_or(owner), path, object, tags);
        }
        for (name, property) in self.entries(&place.child("properties")) {
            // The enum of a tag's values is not needed.
            if tags.iter().all(|tag| tag.property != name) {
                let property = self.lower_property(&property, owner);
                object.properties.insert(name, property);
            }
        }
        object.required.extend(schema.required);
        if let Some(additional) = self.additional_properties(place, owner) {
            object.additional = Some(additional);
        }
        path.pop();
    }
}

/// Whether a schema says nothing of objects but what its `allOf` says.
fn has_parts_only(value: &Value) -> bool {
    value.get("allOf").is_some()
        && ["type", "properties", "additionalProperties", "discriminator"]
            .iter()
            .all(|key| value.get(key).is_none())
}

/// The members of an object that have been found so far.
#[derive(Default)]
struct Members {
    properties: IndexMap<String, Property>,
    required: HashSet<String>,
    /// The type of further properties; `Some(None)` where there may be none.
    additional: Option<Option<Type>>,
}
