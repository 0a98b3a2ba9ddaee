//! Enums: strings and integers of which the values are known.

use super::{Lowering, schema::Schema};
use crate::model::{
    description::{Enum, EnumValue, Type, TypeKind},
    source::Place,
    wire::EnumBase,
};
use serde_json::Value;

impl Lowering<'_> {
    /// The enum that a schema with values is; `None` when those are neither texts nor integers, and
    /// what may be said of them is said in the documentation.
    pub fn lower_enum(&mut self, place: &Place, name: &str, schema: &Schema) -> Option<Type> {
        self.lower_enum_that_may_grow(place, name, schema, false)
    }

    /// The enum that a schema is; `grows` if a value may be any other text or integer too.
    pub fn lower_enum_that_may_grow(
        &mut self,
        place: &Place,
        name: &str,
        schema: &Schema,
        grows: bool,
    ) -> Option<Type> {
        let known = schema.known_values();
        let base = match schema.kind.as_deref() {
            _ if known.is_empty() => return None,
            None | Some("string") if known.iter().all(|it| it.is_string()) => EnumBase::Text,
            None | Some("integer") if known.iter().all(|it| it.is_i64()) => EnumBase::Integer,
            Some("string") => {
                self.problem_with_hint(
                    place,
                    "an enum of texts with a value that is no text",
                    "put the value in quotes",
                );
                return None;
            }
            _ => return None,
        };
        let ms_enum = schema.ms_enum().and_then(|read| {
            read.map_err(|error| self.problem(&place.child("x-ms-enum"), error.to_string())).ok()
        });
        let described = ms_enum.as_ref().map(|it| it.values.as_slice()).unwrap_or_default();
        let values = known.into_iter().map(text).map(|value| {
            let known = described.iter().find(|it| text(&it.value) == value);
            EnumValue {
                name: known.and_then(|it| it.name.clone()),
                docs: known.and_then(|it| it.description.clone()),
                value,
            }
        });
        let values = values.collect();
        let extensible = grows || ms_enum.as_ref().is_some_and(|it| it.model_as_string);
        let name = ms_enum.as_ref().and_then(|it| it.name.as_deref()).unwrap_or(name);
        let (name, is_new) = self.reserve(place, name);
        if !is_new {
            return Some(Type::Named(name));
        }
        let kind = TypeKind::Enum(Enum { base, values, extensible });
        Some(self.define(place, &name, schema, kind))
    }
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
