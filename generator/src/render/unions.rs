//! Unions: enums of structs with a discriminator.

use super::{
    docs::docs,
    imports::{Imports, ident, path_tokens},
};
use crate::model::package::{Model, UnionModel};
use proc_macro2::TokenStream;
use quote::quote;

/// An enum with a variant for each struct, and one for unknown values.
pub fn union(imports: &Imports, model: &Model, it: &UnionModel) -> TokenStream {
    let name = ident(&model.name);
    let text = docs(&model.docs);
    let tag = &it.discriminator;
    let debug = imports.item("azure_core::fmt", "SafeDebug");
    let value = imports.item("azure_core", "Value");
    let union = imports.item("crate::runtime::union", "union");
    // Serde writes the variants as they are.
    let (derived, untagged, writer) = match it.variants.iter().any(|it| it.is_marked) {
        true => (None, None, Some(writer(imports, model, it))),
        false => {
            let serialize = imports.item("serde", "Serialize");
            (Some(serialize), Some(quote!(#[serde(untagged)])), None)
        }
    };
    let variants = it.variants.iter().map(|variant| {
        let (variant_name, model) = (ident(&variant.name), imports.model(&variant.model));
        let text = docs(&variant.docs);
        quote! {
            #text
            #[safe(true)]
            #variant_name(Box<#model>),
        }
    });
    let known = it.variants.iter().map(|variant| {
        let (name, value) = (ident(&variant.name), &variant.value);
        let unmark = variant.is_marked.then(|| {
            let without = imports.path("crate::runtime::marked", "without");
            let without = path_tokens(&without);
            quote!(of #without)
        });
        quote!(#value = #name #unmark)
    });
    let conversions = it.variants.iter().filter(|variant| variant.converts).map(|variant| {
        let (variant_name, model) = (ident(&variant.name), imports.model(&variant.model));
        let patched = it.patched.then(|| {
            let patch = imports.item("crate::runtime::patch", "Patch");
            quote! {
                impl From<#model> for #patch<#name> {
                    fn from(value: #model) -> Self {
                        Self::Value(value.into())
                    }
                }
            }
        });
        quote! {
            impl From<#model> for #name {
                fn from(value: #model) -> Self {
                    Self::#variant_name(Box::new(value))
                }
            }

            #patched
        }
    });
    quote! {
        #text
        #[derive(Clone, #debug, PartialEq, #derived)]
        #untagged
        #[non_exhaustive]
        pub enum #name {
            #(#variants)*
            /// The whole JSON of a kind that this version of the crate does not know.
            UnknownValue(#value),
        }

        #union!(#name, #tag, #(#known),*);

        #writer

        #(#conversions)*
    }
}

/// The `Serialize` of a union that writes the discriminator of some variants.
fn writer(imports: &Imports, model: &Model, it: &UnionModel) -> TokenStream {
    let (name, tag) = (ident(&model.name), &it.discriminator);
    let write_union = imports.item("crate::runtime::marked", "write_union");
    let variants = it.variants.iter().map(|variant| {
        let (name, value) = (ident(&variant.name), &variant.value);
        match variant.is_marked {
            true => quote!(#name = #value),
            false => quote!(#name),
        }
    });
    quote!(#write_union!(#name, #tag, #(#variants),*);)
}
