//! Derives.

use super::imports::{Imports, ident};
use crate::model::package::Derive;
use proc_macro2::TokenStream;
use quote::quote;

/// The `derive` attribute with these traits.
pub fn derives(imports: &Imports, derives: &[Derive]) -> TokenStream {
    let traits = derives.iter().map(|it| {
        let name = match it {
            Derive::Clone => "Clone",
            Derive::Copy => "Copy",
            Derive::Debug => "Debug",
            Derive::Default => "Default",
            Derive::Deserialize => return imports.item("serde", "Deserialize"),
            Derive::Eq => "Eq",
            Derive::Hash => "Hash",
            Derive::PartialEq => "PartialEq",
            Derive::SafeDebug => return imports.item("azure_core::fmt", "SafeDebug"),
            Derive::Serialize => return imports.item("serde", "Serialize"),
        };
        let name = ident(name);
        quote!(#name)
    });
    quote!(#[derive(#(#traits),*)])
}
