//! Choices: enums of types that the form of a value tells apart.

use super::{
    docs::docs,
    scope::{Scope, ident},
};
use crate::model::{
    api::JsonForm,
    package::{ChoiceModel, ChoiceVariant, Model, RustType},
};
use proc_macro2::TokenStream;
use quote::quote;

/// An enum with a variant for each type, and one for what is of none of them.
pub fn choice(scope: &Scope, model: &Model, it: &ChoiceModel) -> TokenStream {
    let name = ident(&model.name);
    let text = docs(&model.docs);
    let debug = scope.item("azure_core::fmt", "SafeDebug");
    let serialize = scope.item("serde", "Serialize");
    let value = scope.item("azure_core", "Value");
    let choice = scope.item("crate::choice", "choice");
    let variants = it.variants.iter().map(|variant| {
        let (name, text) = (ident(&variant.name), docs(&variant.docs));
        let ty = scope.ty(&variant.ty);
        let ty = if is_boxed(variant) { quote!(Box<#ty>) } else { ty };
        let safe = variant.debug.then(|| quote!(#[safe(true)]));
        quote!(#text #safe #name(#ty),)
    });
    let tests = it.variants.iter().map(|variant| {
        let (name, test) = (ident(&variant.name), test(&variant.form));
        quote!(#name = #test)
    });
    let conversions = it.variants.iter().map(|variant| conversion(scope, &name, variant));
    quote! {
        #text
        #[derive(Clone, #debug, PartialEq, #serialize)]
        #[serde(untagged)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants)*
            /// A value of another form, that this version of the crate does not know.
            UnknownValue(#value),
        }

        #choice!(#name, #(#tests),*);

        #(#conversions)*
    }
}

/// Structs stand in boxes, so that one that grows makes no other type of the enum.
fn is_boxed(variant: &ChoiceVariant) -> bool {
    matches!(variant.ty, RustType::Struct(_))
}

fn test(form: &JsonForm) -> TokenStream {
    match form {
        JsonForm::Array => quote!(is_array()),
        JsonForm::Boolean => quote!(is_boolean()),
        JsonForm::Integer => quote!(is_integer()),
        JsonForm::Number => quote!(is_number()),
        JsonForm::Object(required) => quote!(has(&[#(#required),*])),
        JsonForm::Text => quote!(is_text()),
    }
}

fn conversion(scope: &Scope, name: &proc_macro2::Ident, variant: &ChoiceVariant) -> TokenStream {
    let (variant_name, ty) = (ident(&variant.name), scope.ty(&variant.ty));
    let value = if is_boxed(variant) { quote!(Box::new(value)) } else { quote!(value) };
    let borrowed = (variant.ty == RustType::String).then(|| {
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
