//! Enums of strings and of integers.

use super::{
    derives::derives,
    docs::docs,
    imports::{Imports, ident},
};
use crate::model::{
    package::{EnumModel, Model},
    wire::EnumBase,
};
use proc_macro2::TokenStream;
use quote::quote;

/// An enum of the values in the description. An extensible enum keeps other values too. A macro
/// implements its conversions.
pub fn known_values(imports: &Imports, model: &Model, it: &EnumModel) -> TokenStream {
    let name = ident(&model.name);
    let text = docs(&model.docs);
    let names: Vec<_> = it.variants.iter().map(|variant| ident(&variant.name)).collect();
    let values = it.variants.iter().map(|variant| literal(it, &variant.value));
    let texts = it.variants.iter().map(|variant| docs(&variant.docs));
    let (unknown, module, conversions) = match (it.base, it.extensible) {
        (EnumBase::Text, true) => (quote!(String), "string_enum", "string_enum"),
        (EnumBase::Text, false) => (quote!(), "string_enum", "closed_enum"),
        (EnumBase::Integer, true) => (quote!(i64), "integer_enum", "integer_enum"),
        (EnumBase::Integer, false) => (quote!(), "integer_enum", "closed_integer_enum"),
    };
    let unknown = it.extensible.then(|| {
        quote! {
            /// A value that this version of the crate does not know.
            UnknownValue(#unknown),
        }
    });
    let conversions = imports.item(&format!("crate::runtime::{module}"), conversions);
    let derives = derives(imports, &it.derives);
    quote! {
        #text
        #derives
        #[non_exhaustive]
        pub enum #name {
            #(#texts #names,)*
            #unknown
        }

        #conversions!(#name #(, #values = #names)*);
    }
}

fn literal(it: &EnumModel, value: &str) -> TokenStream {
    match it.base {
        EnumBase::Text => quote!(#value),
        EnumBase::Integer => value.parse().unwrap_or_else(|_| quote!(#value)),
    }
}
