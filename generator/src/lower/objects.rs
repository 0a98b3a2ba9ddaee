//! Objects: structs, unions and maps, and what they consist of.

use super::{Lowering, schema::Schema};
use crate::model::{
    description::{Property, Struct, Type, TypeKind},
    source::Place,
};
use serde_json::Value;

impl Lowering<'_> {
    /// An object: a struct, a union, or a map.
    pub fn lower_object(&mut self, place: &Place, name: &str, schema: &Schema) -> Type {
        let value = self.documents.value(place);
        let has = |key: &str| value.and_then(|value| value.get(key)).is_some();
        let is_definition = self.aliases.contains_key(place);
        let is_empty = !has("properties") && !has("allOf");
        if is_empty && !self.unions.is_variant(place) && !self.unions.is_base(place) {
            if let Some(Some(ty)) = self.additional_properties(place, name) {
                return Type::Map(Box::new(ty));
            }
            // An object that says nothing of itself may be any; one with a name will grow.
            if !is_definition {
                return Type::Any;
            }
        }
        let (name, is_new) = self.reserve(place, name);
        if is_definition {
            // From here on a reference to this type finds it.
            self.aliases.insert(place.clone(), Some(Type::Named(name.clone())));
        }
        if !is_new {
            return Type::Named(name);
        }
        self.check_mapping(place);
        let kind = match self.lower_union(place) {
            Some(union) => TypeKind::Union(union),
            None => TypeKind::Struct(self.lower_members(place, &name)),
        };
        self.define(place, &name, schema, kind)
    }

    /// The members of a struct. One of which nothing is known has something all the same, and keeps
    /// it.
    fn lower_members(&mut self, place: &Place, name: &str) -> Struct {
        let mut it = self.lower_struct(place, name);
        let has = |key| self.documents.value(place).and_then(|value| value.get(key)).is_some();
        let is_bare = it.properties.is_empty() && it.tags.is_empty();
        if is_bare && !has("allOf") && !has("additionalProperties") {
            it.additional_properties = Some(Type::Any);
        }
        it
    }

    /// The type of the properties that have no name: `Some(None)` where there may be none, and
    /// `None` where the description does not speak of such.
    pub fn additional_properties(&mut self, place: &Place, name: &str) -> Option<Option<Type>> {
        let place = place.child("additionalProperties");
        Some(match self.documents.value(&place)? {
            Value::Bool(true) => Some(Type::Any),
            Value::Bool(false) => None,
            _ => Some(self.lower_item(&place, &format!("{name}Value"))),
        })
    }

    /// A property of the object `owner`; whether it is required, the object says.
    pub fn lower_property(&mut self, place: &Place, owner: &str) -> Property {
        let name = place.name().unwrap_or_default().into_owned();
        let schema: Schema = match self.documents.value(place) {
            Some(value) if value.get("$ref").is_none() => self.get(place).unwrap_or_default(),
            _ => Schema::default(),
        };
        let inline = format!("{owner}{}", heck::AsUpperCamelCase(&name));
        Property {
            client_name: schema.client_name(),
            place: place.clone(),
            docs: schema.description.clone(),
            required: false,
            nullable: self.is_nullable(place),
            read_only: schema.read_only,
            write_only: schema.write_only,
            ty: self.lower_schema(place, &inline),
            constraints: self.constraints(place),
            name,
        }
    }
}
