//! Objects: structs, unions and maps, and their properties.

use super::Lowering;
use crate::{
    model::description::{Property, Struct, Type, TypeKind},
    read::Node,
};
use serde_json::Value;

impl<'a> Lowering<'a> {
    /// The type of an object: a struct, a union, or a map.
    pub fn lower_object(&mut self, schema: &Node<'a>, name: &str) -> Type {
        let is_definition = self.definitions.contains_key(&schema.place);
        let is_empty = !schema.has("properties") && !schema.has("allOf");
        let is_plain =
            !self.unions.is_variant(&schema.place) && !self.unions.is_base(&schema.place);
        if is_empty && is_plain {
            if let Some(Some(ty)) = self.additional_properties(schema, name) {
                return Type::Map(Box::new(ty));
            }
            // An inline object without properties may be anything. A named one is likely to get
            // some.
            if !is_definition {
                return Type::Any;
            }
        }
        let (name, is_new) = self.reserve(schema, name);
        if is_definition {
            // A recursive reference finds the type by this entry.
            self.definitions.insert(schema.place.clone(), Some(Type::Named(name.clone())));
        }
        if !is_new {
            return Type::Named(name);
        }
        self.report_unmapped(schema);
        let kind = match self.lower_union(schema) {
            Some(union) => TypeKind::Union(union),
            None => TypeKind::Struct(self.lower_members(schema, &name)),
        };
        self.define(schema, &name, kind)
    }

    /// The members of a struct. A struct with no declared properties keeps them all as JSON.
    fn lower_members(&mut self, schema: &Node<'a>, name: &str) -> Struct {
        let mut it = self.lower_struct(schema, name);
        let is_bare = it.properties.is_empty() && it.tags.is_empty();
        if is_bare && !schema.has("allOf") && !schema.has("additionalProperties") {
            it.additional_properties = Some(Type::Any);
        }
        it
    }

    /// The type of the properties that have no name: `Some(None)` if the schema forbids such
    /// properties, `None` if it does not mention them.
    pub fn additional_properties(&mut self, schema: &Node<'a>, name: &str) -> Option<Option<Type>> {
        let additional = schema.get("additionalProperties")?;
        Some(match additional.value {
            Value::Bool(true) => Some(Type::Any),
            Value::Bool(false) => None,
            _ => Some(self.lower_item(additional, &format!("{name}Value"))),
        })
    }

    /// A property of the object `owner`, whose `required` list may contain it.
    pub fn lower_property(&mut self, name: &str, node: Node<'a>, owner: &str) -> Property {
        let schema = self.schema(node);
        let inline = format!("{owner}{}", heck::AsUpperCamelCase(name));
        let ty = self.lower_schema(&schema, &inline);
        let node = &schema.node;
        Property {
            name: name.to_owned(),
            client_name: node.text("x-ms-client-name").map(str::to_owned),
            place: node.place.clone(),
            docs: node.text("description").map(str::to_owned),
            required: false,
            nullable: schema.nullable,
            read_only: node.flag("readOnly"),
            write_only: node.flag("writeOnly"),
            ty,
            constraints: schema.constraints(),
        }
    }
}
