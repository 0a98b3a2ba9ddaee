//! Values that callers give: the types of arguments, and how they become what is kept.

use super::imports::Imports;
use crate::model::package::{Presence, RustType};
use proc_macro2::TokenStream;
use quote::quote;

/// The type of an argument: as wide as conversion allows.
pub fn argument_type(imports: &Imports, ty: &RustType, presence: Presence) -> TokenStream {
    match presence {
        Presence::Patch => {
            let patch = imports.item("crate::runtime::patch", "Patch");
            let ty = imports.ty(ty);
            return quote!(impl Into<#patch<#ty>>);
        }
        Presence::Nullable => {
            let ty = imports.ty(ty);
            return quote!(Option<#ty>);
        }
        _ => {}
    }
    match ty {
        RustType::Vec(item) => {
            let item = item_type(imports, item);
            quote!(impl IntoIterator<Item = #item>)
        }
        RustType::Map(value) => {
            let value = item_type(imports, value);
            quote!(impl IntoIterator<Item = (impl Into<String>, #value)>)
        }
        ty => item_type(imports, ty),
    }
}

fn item_type(imports: &Imports, ty: &RustType) -> TokenStream {
    let rust = imports.ty(ty);
    if is_converted(ty) { quote!(impl Into<#rust>) } else { rust }
}

/// The argument as the type that it stands for.
pub fn converted(argument: TokenStream, ty: &RustType, presence: Presence) -> TokenStream {
    match (presence, ty) {
        (Presence::Nullable, _) => argument,
        (Presence::Patch, _) => quote!(#argument.into()),
        (_, RustType::Vec(item)) if is_converted(item) => {
            quote!(#argument.into_iter().map(Into::into).collect())
        }
        (_, RustType::Vec(_)) => quote!(#argument.into_iter().collect()),
        (_, RustType::Map(value)) => {
            let value = if is_converted(value) { quote!(value.into()) } else { quote!(value) };
            quote!(#argument.into_iter().map(|(name, value)| (name.into(), #value)).collect())
        }
        (_, ty) if is_converted(ty) => quote!(#argument.into()),
        _ => argument,
    }
}

/// The argument as a field holds it.
pub fn stored(
    argument: TokenStream,
    ty: &RustType,
    presence: Presence,
    boxed: bool,
) -> TokenStream {
    let value = converted(argument, ty, presence);
    match (presence, boxed) {
        (Presence::Optional, true) => quote!(Some(Box::new(#value))),
        (Presence::Optional, false) => quote!(Some(#value)),
        (Presence::Nullable, true) => quote!(#value.map(Box::new)),
        (Presence::Required, true) => quote!(Box::new(#value)),
        (Presence::Patch, true) => quote!(#value.map(Box::new)),
        _ => value,
    }
}

fn is_converted(ty: &RustType) -> bool {
    matches!(
        ty,
        RustType::Any
            | RustType::Bytes
            | RustType::BytesUrl
            | RustType::Overlay(_)
            | RustType::String
            | RustType::Union(_)
    )
}

/// What keeps Clippy from asking for an operator of Rust where a setter has the name of one.
pub fn operator_name(setter: &str) -> Option<TokenStream> {
    const OPERATORS: &[&str] =
        &["add", "bitand", "bitor", "bitxor", "div", "mul", "rem", "shl", "shr", "sub"];
    OPERATORS.contains(&setter).then(
        || quote!(#[allow(clippy::should_implement_trait, reason = "the description's name")]),
    )
}

/// What keeps Clippy from asking for an alias of a type that the description nests deep.
pub fn nested_type(ty: &RustType, presence: Presence) -> Option<TokenStream> {
    let (wrapper, nest) = match presence {
        Presence::Required | Presence::Collection => (0, 1),
        Presence::Optional | Presence::Nullable | Presence::Patch => (10, 2),
    };
    // Clippy's limit.
    (wrapper + complexity(ty, nest) > 250)
        .then(|| quote!(#[allow(clippy::type_complexity, reason = "the description nests it so")]))
}

/// What Clippy reckons a type to be: ten for each name in it, times how deep that stands.
fn complexity(ty: &RustType, nest: usize) -> usize {
    10 * nest
        + match ty {
            RustType::Vec(item) | RustType::Option(item) => complexity(item, nest + 1),
            RustType::Map(value) => 10 * (nest + 1) + complexity(value, nest + 1),
            RustType::Bytes | RustType::BytesUrl => 10 * (nest + 1),
            _ => 0,
        }
}
