//! Enums of strings.

use super::{
    docs::docs,
    scope::{Scope, ident},
};
use crate::model::package::{EnumModel, Model};
use proc_macro2::TokenStream;
use quote::quote;

/// An enum of the values that the description knows; one that may grow keeps the others.
pub fn string_enum(scope: &Scope, model: &Model, it: &EnumModel) -> TokenStream {
    let name = ident(&model.name);
    let text = docs(&model.docs);
    let names: Vec<_> = it.variants.iter().map(|variant| ident(&variant.name)).collect();
    let values: Vec<_> = it.variants.iter().map(|variant| &variant.value).collect();
    let texts = it.variants.iter().map(|variant| docs(&variant.docs));
    let (unknown, as_str, from, kind) = if it.extensible {
        (
            Some(quote! {
                /// A value that this version of the crate does not know.
                UnknownValue(String),
            }),
            Some(quote!(Self::UnknownValue(value) => value,)),
            quote! {
                impl From<&str> for #name {
                    fn from(value: &str) -> Self {
                        match value {
                            #(#values => Self::#names,)*
                            _ => Self::UnknownValue(value.to_owned()),
                        }
                    }
                }
            },
            scope.item("crate::string_enum", "string_enum"),
        )
    } else {
        let wire_name = &model.name;
        let no_value_of = scope.item("crate::closed_enum", "no_value_of");
        (
            None,
            None,
            quote! {
                impl TryFrom<&str> for #name {
                    type Error = azure_core::Error;

                    fn try_from(value: &str) -> azure_core::Result<Self> {
                        match value {
                            #(#values => Ok(Self::#names),)*
                            _ => Err(#no_value_of(#wire_name)),
                        }
                    }
                }
            },
            scope.item("crate::closed_enum", "closed_enum"),
        )
    };
    quote! {
        #text
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #name {
            #(#texts #names,)*
            #unknown
        }

        impl #name {
            /// The value on the wire.
            pub fn as_str(&self) -> &str {
                match self {
                    #(Self::#names => #values,)*
                    #as_str
                }
            }
        }

        #from

        #kind!(#name);
    }
}
