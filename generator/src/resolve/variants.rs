//! Enums of Rust: of known values, of structs, and of types that the form of a value tells apart.

use super::{
    docs,
    models::{name_of, shows},
    names::{NamePool, type_name},
    types::Types,
};
use crate::model::{
    description::{Choice, Enum, EnumValue, Type, Union},
    package::{ChoiceModel, ChoiceVariant, EnumModel, EnumVariant, UnionModel, UnionVariant},
    wire::{EnumBase, JsonKind},
};
use std::collections::HashSet;

pub fn enum_model(it: &Enum) -> EnumModel {
    let mut scope = NamePool::with(&["UnknownValue", "Self"]);
    let variants = it.values.iter().map(|value| EnumVariant {
        name: scope.claim(variant_name(it.base, value)),
        docs: docs::markdown_or(value.docs.as_deref(), || format!("`{}`.", value.value)),
        value: value.value.clone(),
    });
    EnumModel { base: it.base, variants: variants.collect(), extensible: it.extensible }
}

fn variant_name(base: EnumBase, value: &EnumValue) -> String {
    match (&value.name, base, value.value.strip_prefix('-')) {
        (None, EnumBase::Integer, Some(digits)) => format!("Minus{digits}"),
        (name, ..) => type_name(name.as_ref().unwrap_or(&value.value)),
    }
}

pub fn union_model(types: &Types, it: &Union) -> UnionModel {
    let mut scope = NamePool::with(&["UnknownValue", "Self"]);
    let mut seen = HashSet::new();
    let variants = it.variants.iter().filter_map(|variant| {
        let definition = types.api.definition(&variant.type_name)?;
        Some(UnionVariant {
            name: scope.claim(type_name(&variant.value)),
            value: variant.value.clone(),
            docs: docs::markdown_or(definition.docs.as_deref(), || format!("`{}`.", variant.value)),
            model: name_of(types, definition),
            converts: seen.insert(&variant.type_name),
        })
    });
    UnionModel {
        discriminator: it.discriminator.clone(),
        variants: variants.collect(),
        patched: false,
    }
}

pub fn choice_model(types: &Types, it: &Choice) -> ChoiceModel {
    let mut scope = NamePool::with(&["UnknownValue", "Self"]);
    let variants = it.variants.iter().map(|variant| {
        let definition = variant.ty.name().and_then(|name| types.api.definition(name));
        let ty = types.rust(&variant.ty);
        let name = match (&variant.ty, definition) {
            (Type::Named(_), Some(definition)) => name_of(types, definition),
            _ => form_name(&variant.kind).to_owned(),
        };
        let of_type = definition.and_then(|definition| definition.docs.as_deref());
        ChoiceVariant {
            docs: docs::markdown_or(of_type, || format!("{}.", form_name(&variant.kind))),
            name: scope.claim(name),
            form: variant.kind.clone(),
            debug: shows(&ty, false),
            ty,
        }
    });
    ChoiceModel { variants: variants.collect() }
}

/// What a variant without a type of its own is called.
fn form_name(form: &JsonKind) -> &'static str {
    match form {
        JsonKind::Array => "List",
        JsonKind::Boolean => "Flag",
        JsonKind::Integer => "Integer",
        JsonKind::Number => "Number",
        JsonKind::Object(_) => "Object",
        JsonKind::Text => "Text",
    }
}
