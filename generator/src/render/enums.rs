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
use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// An enum of the values in the description. An extensible enum keeps other values too.
pub fn known_values(imports: &Imports, model: &Model, it: &EnumModel) -> TokenStream {
    let name = ident(&model.name);
    let text = docs(&model.docs);
    let names: Vec<_> = it.variants.iter().map(|variant| ident(&variant.name)).collect();
    let values: Vec<_> = it.variants.iter().map(|variant| literal(it, &variant.value)).collect();
    let texts = it.variants.iter().map(|variant| docs(&variant.docs));
    let base = Base::of(imports, it);
    let derives = derives(imports, &it.derives);
    let Base { owned, passed, .. } = &base;
    let unknown = it.extensible.then(|| {
        quote! {
            /// A value that this version of the crate does not know.
            UnknownValue(#owned),
        }
    });
    let (getter, unknown_value) = (&base.getter, &base.unknown_value);
    let unknown_value = it.extensible.then(|| quote!(Self::UnknownValue(value) => #unknown_value,));
    let from = match it.extensible {
        true => open(&name, &base, &names, &values),
        false => closed(imports, model, &base, &names, &values),
    };
    let kind = &base.kind;
    quote! {
        #text
        #derives
        #[non_exhaustive]
        pub enum #name {
            #(#texts #names,)*
            #unknown
        }

        impl #name {
            /// The value on the wire.
            pub fn #getter(&self) -> #passed {
                match self {
                    #(Self::#names => #values,)*
                    #unknown_value
                }
            }
        }

        #from

        #kind!(#name);
    }
}

/// The differences between enums of strings and of integers.
struct Base {
    /// The type in which an unknown value is stored.
    owned: TokenStream,
    /// The type in which a value is passed.
    passed: TokenStream,
    /// The method that returns the value.
    getter: Ident,
    /// The expression that passes a stored value.
    unknown_value: TokenStream,
    /// The expression that stores a passed value.
    stored: TokenStream,
    /// The macro that implements the traits of such an enum.
    kind: TokenStream,
    /// The module and the name of the function that returns the error for an unknown value.
    no_value_of: (&'static str, &'static str),
}

impl Base {
    fn of(imports: &Imports, it: &EnumModel) -> Self {
        match it.base {
            EnumBase::Text => Self {
                owned: quote!(String),
                passed: quote!(&str),
                getter: ident("as_str"),
                unknown_value: quote!(value),
                stored: quote!(value.to_owned()),
                kind: match it.extensible {
                    true => imports.item("crate::runtime::string_enum", "string_enum"),
                    false => imports.item("crate::runtime::string_enum", "closed_enum"),
                },
                no_value_of: ("crate::runtime::string_enum", "no_value_of"),
            },
            EnumBase::Integer => Self {
                owned: quote!(i64),
                passed: quote!(i64),
                getter: ident("value"),
                unknown_value: quote!(*value),
                stored: quote!(value),
                kind: imports.item("crate::runtime::integer_enum", "integer_enum"),
                no_value_of: ("crate::runtime::integer_enum", "no_integer_of"),
            },
        }
    }
}

/// The conversion from a value to an extensible enum.
fn open(name: &Ident, base: &Base, names: &[Ident], values: &[TokenStream]) -> TokenStream {
    let Base { passed, stored, .. } = base;
    quote! {
        impl From<#passed> for #name {
            fn from(value: #passed) -> Self {
                match value {
                    #(#values => Self::#names,)*
                    _ => Self::UnknownValue(#stored),
                }
            }
        }
    }
}

/// The conversion from a value to a closed enum.
fn closed(
    imports: &Imports,
    model: &Model,
    base: &Base,
    names: &[Ident],
    values: &[TokenStream],
) -> TokenStream {
    let (name, wire_name, passed) = (ident(&model.name), &model.name, &base.passed);
    let (module, function) = base.no_value_of;
    let no_value_of = imports.item(module, function);
    quote! {
        impl TryFrom<#passed> for #name {
            type Error = azure_core::Error;

            fn try_from(value: #passed) -> azure_core::Result<Self> {
                match value {
                    #(#values => Ok(Self::#names),)*
                    _ => Err(#no_value_of(#wire_name)),
                }
            }
        }
    }
}

fn literal(it: &EnumModel, value: &str) -> TokenStream {
    match it.base {
        EnumBase::Text => quote!(#value),
        EnumBase::Integer => value.parse().unwrap_or_else(|_| quote!(#value)),
    }
}
