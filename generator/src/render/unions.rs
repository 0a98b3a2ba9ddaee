//! Unions: enums of structs with a discriminator.

use super::{
    docs::docs,
    imports::{Imports, ident},
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
    let serialize = imports.item("serde", "Serialize");
    let value = imports.item("azure_core", "Value");
    let union = imports.item("crate::runtime::union", "union");
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
        quote!(#value = #name)
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
        #[derive(Clone, #debug, PartialEq, #serialize)]
        #[serde(untagged)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants)*
            /// The whole JSON of a kind that this version of the crate does not know.
            UnknownValue(#value),
        }

        #union!(#name, #tag, #(#known),*);

        #(#conversions)*
    }
}
