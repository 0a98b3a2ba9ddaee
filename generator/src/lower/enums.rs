//! Enums: strings and integers whose values are known.

use super::{Lowering, extensions::MsEnum, schema::known_values};
use crate::{
    model::{
        description::{Enum, EnumValue, Type, TypeKind},
        wire::EnumBase,
    },
    read::Node,
};
use serde::Deserialize;
use serde_json::Value;

impl<'a> Lowering<'a> {
    /// The enum of a schema; `None` if its values are neither strings nor integers. Such values are
    /// constraints.
    pub fn lower_enum(&mut self, schema: &Node<'a>, name: &str) -> Option<Type> {
        self.lower_enum_or_else(schema, name, false)
    }

    /// The enum of a schema. If `is_open`, any other string or integer is a value too.
    pub fn lower_enum_or_else(
        &mut self,
        schema: &Node<'a>,
        name: &str,
        is_open: bool,
    ) -> Option<Type> {
        let known = known_values(schema);
        let base = match schema.text("type") {
            _ if known.is_empty() => return None,
            None if known.iter().all(|it| it.is_string()) => EnumBase::Text,
            // A string may be written without quotes, and look like a number.
            Some("string") if known.iter().all(|it| !it.is_f64() && is_scalar(it)) => {
                EnumBase::Text
            }
            None | Some("integer") if known.iter().all(|it| it.is_i64()) => EnumBase::Integer,
            Some("string") => {
                self.problem_with_hint(
                    &schema.place,
                    "an enum of strings has a value with more than one text",
                    "put the value in quotes",
                );
                return None;
            }
            _ => return None,
        };
        let extension = self.ms_enum(schema);
        let values = values(&known, extension.as_ref());
        let extensible = is_open || extension.as_ref().is_some_and(|it| it.model_as_string);
        let name = extension.as_ref().and_then(|it| it.name.as_deref()).unwrap_or(name);
        let (name, is_new) = self.reserve(schema, name);
        if !is_new {
            return Some(Type::Named(name));
        }
        let plain = !is_open && extension.is_none();
        let kind = TypeKind::Enum(Enum { base, values, extensible, plain });
        Some(self.define(schema, &name, kind))
    }

    /// The open enum of the strings that several enums list.
    pub fn lower_enums(&mut self, schema: &Node<'a>, name: &str, enums: &[Node<'a>]) -> Type {
        let mut all: Vec<EnumValue> = Vec::new();
        for it in enums {
            let listed = values(&known_values(it), self.ms_enum(it).as_ref());
            let is_new = |new: &EnumValue| all.iter().all(|it| it.value != new.value);
            let listed: Vec<_> = listed.into_iter().filter(is_new).collect();
            all.extend(listed);
        }
        let (name, is_new) = self.reserve(schema, name);
        if !is_new {
            return Type::Named(name);
        }
        let kind = Enum { base: EnumBase::Text, values: all, extensible: true, plain: false };
        self.define(schema, &name, TypeKind::Enum(kind))
    }

    fn ms_enum(&mut self, schema: &Node<'a>) -> Option<MsEnum> {
        let extension = schema.get("x-ms-enum")?;
        MsEnum::deserialize(extension.value)
            .map_err(|error| self.problem(&extension.place, error.to_string()))
            .ok()
    }
}

/// The values, with the names and docs of the extension.
fn values(known: &[&Value], extension: Option<&MsEnum>) -> Vec<EnumValue> {
    let described = extension.map(|it| it.values.as_slice()).unwrap_or_default();
    let values = known.iter().map(|it| text(it)).map(|value| {
        let known = described.iter().find(|it| text(&it.value) == value);
        EnumValue {
            name: known.and_then(|it| it.name.clone()),
            docs: known.and_then(|it| it.description.clone()),
            value,
        }
    });
    values.collect()
}

fn is_scalar(value: &Value) -> bool {
    !value.is_array() && !value.is_object()
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
