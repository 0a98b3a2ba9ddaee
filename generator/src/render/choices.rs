//! Choices: enums of types that the JSON value itself distinguishes.

use super::{
    docs::docs,
    imports::{Imports, ident},
};
use crate::model::{
    package::{ChoiceModel, ChoiceVariant, Model},
    wire::JsonKind,
};
use proc_macro2::TokenStream;
use quote::quote;

/// An enum with a variant for each type, and one for values of unknown types.
pub fn choice(imports: &Imports, model: &Model, it: &ChoiceModel) -> TokenStream {
    let name = ident(&model.name);
    let text = docs(&model.docs);
    let debug = imports.item("azure_core::fmt", "SafeDebug");
    let serialize = imports.item("serde", "Serialize");
    let value = imports.item("azure_core", "Value");
    let choice = imports.item("crate::runtime::choice", "choice");
    let variants = it.variants.iter().map(|variant| {
        let (name, text) = (ident(&variant.name), docs(&variant.docs));
        let ty = imports.ty(&variant.ty);
        let ty = if variant.boxed { quote!(Box<#ty>) } else { ty };
        let safe = variant.debug.then(|| quote!(#[safe(true)]));
        quote!(#text #safe #name(#ty),)
    });
    let tests = it.variants.iter().map(|variant| {
        let (name, test) = (ident(&variant.name), test(imports, &variant.kind));
        quote!(#name = #test)
    });
    let conversions = it.variants.iter().filter(|variant| variant.converts);
    let conversions = conversions.map(|variant| conversion(imports, &name, variant));
    quote! {
        #text
        #[derive(Clone, #debug, PartialEq, #serialize)]
        #[serde(untagged)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants)*
            /// A JSON value of a type that this version of the crate does not know.
            UnknownValue(#value),
        }

        #choice!(#name, #(#tests),*);

        #(#conversions)*
    }
}

fn test(imports: &Imports, kind: &JsonKind) -> TokenStream {
    let (function, argument) = match kind {
        JsonKind::Array => ("is_array", None),
        JsonKind::Boolean => ("is_boolean", None),
        JsonKind::Integer => ("is_integer", None),
        JsonKind::Number => ("is_number", None),
        JsonKind::Object(required) => ("has", Some(quote!(&[#(#required),*]))),
        JsonKind::Text => ("is_text", None),
    };
    imports.mention(&format!("crate::runtime::choice::{function}"));
    let function = ident(function);
    quote!(#function(#argument))
}

fn conversion(
    imports: &Imports,
    name: &proc_macro2::Ident,
    variant: &ChoiceVariant,
) -> TokenStream {
    let (variant_name, ty) = (ident(&variant.name), imports.ty(&variant.ty));
    let value = if variant.boxed { quote!(Box::new(value)) } else { quote!(value) };
    let borrowed = variant.from_str.then(|| {
        quote! {
            impl From<&str> for #name {
                fn from(value: &str) -> Self {
                    Self::#variant_name(value.to_owned())
                }
            }
        }
    });
    quote! {
        impl From<#ty> for #name {
            fn from(value: #ty) -> Self {
                Self::#variant_name(#value)
            }
        }

        #borrowed
    }
}
