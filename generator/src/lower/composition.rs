//! Composition: schemas that `allOf` combines from others.

use super::{
    Lowering,
    schema::{choice_of, is_object, is_scalar},
    types::definition_name,
};
use crate::{
    model::description::{Property, Struct, Tag, Type},
    read::Node,
};
use indexmap::IndexMap;
use serde_json::Value;
use std::collections::HashSet;

impl<'a> Lowering<'a> {
    /// The type of a schema with `allOf`: an object with the properties of all parts, or the one
    /// part that is not an object.
    pub fn lower_all_of(&mut self, schema: &Node<'a>, name: &str) -> Type {
        let parts = self.parts(schema);
        let is_choice =
            |it: &Node| choice_of(it.value).is_some() && !self.unions.is_base(&it.place);
        let has_not = parts.iter().any(|it| it.has("not"));
        let has_choice = parts.iter().any(is_choice);
        let has_object = parts.iter().any(|it| is_object(it.value) && !is_only_all_of(it.value));
        let scalar = parts.iter().find(|it| is_scalar(it.value));
        match scalar {
            _ if has_not => self.refused_any(&schema.place, "`not`"),
            // A choice combined with other schemas stays JSON.
            _ if has_choice => Type::Any,
            Some(_) if has_object => {
                self.refused_any(&schema.place, "`allOf` of an object and a schema of another type")
            }
            Some(scalar) if scalar.place.is_in(&schema.place) => self.lower_simple(scalar, name),
            Some(definition) => self.lower_definition(definition),
            None => self.lower_object(schema, name),
        }
    }

    /// The schema and all parts of its `allOf`, however deep.
    pub fn parts(&self, schema: &Node<'a>) -> Vec<Node<'a>> {
        let mut found = vec![schema.clone()];
        let mut next = 0;
        while let Some(schema) = found.get(next).cloned() {
            for part in schema.items("allOf") {
                let part = self.target(&part);
                if !found.iter().any(|it| it.is(&part)) {
                    found.push(part);
                }
            }
            next += 1;
        }
        found
    }

    /// The properties of an object, those of its `allOf` first. They do not include its tags.
    pub fn lower_struct(&mut self, schema: &Node<'a>, owner: &str) -> Struct {
        let tags = self.unions.tags(&schema.place);
        let mut members = Members::default();
        self.collect(schema, owner, &mut Vec::new(), &mut members, &tags);
        for (name, property) in &mut members.properties {
            property.required = members.required.contains(&**name);
        }
        for property in self.unions.ambiguous(&schema.place) {
            if !members.properties.contains_key(&*property) {
                let what = format!(
                    "the discriminator {property:?} with several values but without a property"
                );
                self.refuse(&schema.place, &what);
            }
        }
        Struct {
            properties: members.properties.into_values().collect(),
            additional_properties: members.additional.flatten(),
            tags,
        }
    }

    fn collect(
        &mut self,
        schema: &Node<'a>,
        owner: &str,
        path: &mut Vec<Node<'a>>,
        members: &mut Members<'a>,
        tags: &[Tag],
    ) {
        if path.iter().any(|it| it.is(schema)) {
            self.problem(&schema.place, "`allOf` leads back to this schema");
            return;
        }
        path.push(schema.clone());
        for part in schema.items("allOf") {
            let target = self.target(&part);
            let named = (!target.is(&part)).then(|| definition_name(&target));
            self.collect(&target, named.as_deref().unwrap_or(owner), path, members, tags);
        }
        for (name, property) in schema.entries("properties") {
            // A tag is written by the type itself, so its property and that one's enum are left
            // out.
            if tags.iter().all(|tag| tag.property != name) {
                let property = self.lower_property(name, property, owner);
                members.properties.insert(name, property);
            }
        }
        members.required.extend(schema.list("required").iter().filter_map(Value::as_str));
        if let Some(additional) = self.additional_properties(schema, owner) {
            members.additional = Some(additional);
        }
        path.pop();
    }
}

/// Returns `true` if `allOf` is the only keyword of a schema that is about objects.
fn is_only_all_of(value: &Value) -> bool {
    let others = ["type", "properties", "additionalProperties", "discriminator"];
    value.get("allOf").is_some() && others.iter().all(|key| value.get(key).is_none())
}

/// The members of an object that have been found so far.
#[derive(Default)]
struct Members<'a> {
    properties: IndexMap<&'a str, Property>,
    required: HashSet<&'a str>,
    /// The type of further properties; `Some(None)` if they are forbidden.
    additional: Option<Option<Type>>,
}
