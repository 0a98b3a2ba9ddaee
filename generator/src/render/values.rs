//! Inputs: the types of arguments, and how their values are converted and stored.

use super::imports::Imports;
use crate::model::package::{InputType, Storage};
use proc_macro2::TokenStream;
use quote::quote;

/// The type of an argument or a setter.
pub fn input_type(imports: &Imports, ty: &InputType) -> TokenStream {
    match ty {
        InputType::Plain(ty) => imports.ty(ty),
        InputType::Into(ty) => {
            let ty = imports.ty(ty);
            quote!(impl Into<#ty>)
        }
        InputType::IntoBody => {
            let body = imports.item("azure_core::http", "Body");
            quote!(impl Into<#body>)
        }
        InputType::AsRefStr => quote!(impl AsRef<str>),
        InputType::Items(item) => {
            let item = input_type(imports, item);
            quote!(impl IntoIterator<Item = #item>)
        }
        InputType::Entries(value) => {
            let value = input_type(imports, value);
            quote!(impl IntoIterator<Item = (impl Into<String>, #value)>)
        }
    }
}

/// Converts an argument of type `impl Into<T>` or `impl IntoIterator` to the type itself.
pub fn converted(value: TokenStream, ty: &InputType) -> TokenStream {
    match ty {
        InputType::Plain(_) | InputType::IntoBody | InputType::AsRefStr => value,
        InputType::Into(_) => quote!(#value.into()),
        InputType::Items(item) => match **item {
            InputType::Into(_) => quote!(#value.into_iter().map(Into::into).collect()),
            _ => quote!(#value.into_iter().collect()),
        },
        InputType::Entries(of) => {
            let of = converted(quote!(value), of);
            quote!(#value.into_iter().map(|(name, value)| (name.into(), #of)).collect())
        }
    }
}

/// Converts an argument to the type of its field.
pub fn stored(value: TokenStream, ty: &InputType, storage: Storage) -> TokenStream {
    let value = converted(value, ty);
    match storage {
        Storage::Direct => value,
        Storage::Boxed => quote!(Box::new(#value)),
        Storage::Some => quote!(Some(#value)),
        Storage::SomeBoxed => quote!(Some(Box::new(#value))),
        Storage::MapBoxed => quote!(#value.map(Box::new)),
    }
}
