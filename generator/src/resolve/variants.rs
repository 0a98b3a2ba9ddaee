//! Enums: of known values, of structs with a discriminator, and of types that the JSON value itself
//! distinguishes.

use super::{
    docs,
    names::{NamePool, type_name},
    structs::is_shown_type,
    types::Types,
};
use crate::model::{
    description::{Choice, Enum, EnumValue, Type, Union},
    package::{
        ChoiceModel, ChoiceVariant, Derive, EnumModel, EnumVariant, RustType, UnionModel,
        UnionVariant,
    },
    wire::{EnumBase, JsonKind},
};
use std::collections::HashSet;

pub fn enum_model(types: &Types, it: &Enum) -> EnumModel {
    let mut pool = NamePool::with(["UnknownValue", "Self"]);
    let variants = it.values.iter().map(|value| {
        let name = pool.claim(variant_name(it.base, value));
        EnumVariant {
            docs: docs::markdown_or(value.docs.as_deref(), || {
                types.name_as_docs(&name, &value.value)
            }),
            name,
            value: value.value.clone(),
        }
    });
    let copy = (it.base == EnumBase::Integer).then_some(Derive::Copy);
    let rest = [Derive::Debug, Derive::PartialEq, Derive::Eq, Derive::Hash];
    EnumModel {
        base: it.base,
        derives: [Derive::Clone].into_iter().chain(copy).chain(rest).collect(),
        variants: variants.collect(),
        extensible: it.extensible,
    }
}

fn variant_name(base: EnumBase, value: &EnumValue) -> String {
    match (&value.name, base, value.value.strip_prefix('-')) {
        (None, EnumBase::Integer, Some(digits)) => format!("Minus{digits}"),
        (name, ..) => type_name(name.as_ref().unwrap_or(&value.value)),
    }
}

pub fn union_model(types: &Types, name: &str, it: &Union) -> UnionModel {
    let mut pool = NamePool::with(["UnknownValue", "Self"]);
    let mut seen = HashSet::new();
    let is_made = types.is_made(name);
    let variants = it.variants.iter().filter_map(|variant| {
        let definition = types.definition(&variant.type_name)?;
        let variant_name = pool.claim(type_name(&variant.value));
        Some(UnionVariant {
            docs: docs::markdown_or(definition.docs.as_deref(), || {
                types.name_as_docs(&variant_name, &variant.value)
            }),
            name: variant_name,
            value: variant.value.clone(),
            model: types.name(definition),
            is_marked: variant.is_marked,
            converts: seen.insert(&variant.type_name) && is_made,
        })
    });
    UnionModel {
        discriminator: it.discriminator.clone(),
        variants: variants.collect(),
        patched: types.patched_unions.contains(name),
    }
}

pub fn choice_model(types: &Types, name: &str, it: &Choice) -> ChoiceModel {
    let mut pool = NamePool::with(["UnknownValue", "Self"]);
    let converts = types.is_made(name);
    let variants = it.variants.iter().map(|variant| {
        let definition = variant.ty.name().and_then(|name| types.definition(name));
        let ty = types.rust(&variant.ty);
        let name = match (&variant.ty, definition) {
            (Type::Named(_), Some(definition)) => types.name(definition),
            _ => kind_name(&variant.kind).to_owned(),
        };
        let of_type = definition.and_then(|definition| definition.docs.as_deref());
        ChoiceVariant {
            docs: docs::markdown_or(of_type, || format!("{}.", kind_name(&variant.kind))),
            name: pool.claim(name),
            kind: variant.kind.clone(),
            boxed: matches!(ty, RustType::Struct(_)),
            converts,
            from_str: converts && ty == RustType::String,
            debug: is_shown_type(&ty, false),
            ty,
        }
    });
    ChoiceModel { variants: variants.collect() }
}

/// The name of a variant whose type has no name.
fn kind_name(kind: &JsonKind) -> &'static str {
    match kind {
        JsonKind::Array => "List",
        JsonKind::Boolean => "Flag",
        JsonKind::Integer => "Integer",
        JsonKind::Number => "Number",
        JsonKind::Object(_) => "Object",
        JsonKind::Text => "Text",
    }
}
