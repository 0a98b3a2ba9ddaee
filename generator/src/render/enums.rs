//! Enums of strings and of integers.

use super::{
    docs::docs,
    imports::{Imports, ident},
};
use crate::model::{
    package::{EnumModel, Model},
    wire::EnumBase,
};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// An enum of the values that the description knows; one that may grow keeps the others.
pub fn known_values(imports: &Imports, model: &Model, it: &EnumModel) -> TokenStream {
    let name = ident(&model.name);
    let text = docs(&model.docs);
    let names: Vec<_> = it.variants.iter().map(|variant| ident(&variant.name)).collect();
    let values: Vec<_> = it.variants.iter().map(|variant| literal(it, &variant.value)).collect();
    let texts = it.variants.iter().map(|variant| docs(&variant.docs));
    let base = Base::of(imports, it);
    let Base { copy, owned, lent, .. } = &base;
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
        #[derive(Clone, #copy Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #name {
            #(#texts #names,)*
            #unknown
        }

        impl #name {
            /// The value on the wire.
            pub fn #getter(&self) -> #lent {
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

/// What differs between enums of strings and of integers.
struct Base {
    copy: Option<TokenStream>,
    /// The type that an unknown value is kept in.
    owned: TokenStream,
    /// The type that a value is given in.
    lent: TokenStream,
    /// The method that gives the value.
    getter: Ident,
    /// A kept value as it is given.
    unknown_value: TokenStream,
    /// A given value as it is kept.
    kept: TokenStream,
    /// The macro with the traits of such an enum.
    kind: Ident,
    /// The error of what is no value: the module and the name of the function.
    no_value_of: (&'static str, &'static str),
}

impl Base {
    fn of(imports: &Imports, it: &EnumModel) -> Self {
        match it.base {
            EnumBase::Text => Self {
                copy: None,
                owned: quote!(String),
                lent: quote!(&str),
                getter: ident("as_str"),
                unknown_value: quote!(value),
                kept: quote!(value.to_owned()),
                kind: match it.extensible {
                    true => imports.item("crate::runtime::string_enum", "string_enum"),
                    false => imports.item("crate::runtime::closed_enum", "closed_enum"),
                },
                no_value_of: ("crate::runtime::closed_enum", "no_value_of"),
            },
            EnumBase::Integer => Self {
                copy: Some(quote!(Copy,)),
                owned: quote!(i64),
                lent: quote!(i64),
                getter: ident("value"),
                unknown_value: quote!(*value),
                kept: quote!(value),
                kind: imports.item("crate::runtime::integer_enum", "integer_enum"),
                no_value_of: ("crate::runtime::integer_enum", "no_integer_of"),
            },
        }
    }
}

/// How an enum that may grow is made of a value.
fn open(name: &Ident, base: &Base, names: &[Ident], values: &[TokenStream]) -> TokenStream {
    let Base { lent, kept, .. } = base;
    quote! {
        impl From<#lent> for #name {
            fn from(value: #lent) -> Self {
                match value {
                    #(#values => Self::#names,)*
                    _ => Self::UnknownValue(#kept),
                }
            }
        }
    }
}

/// How an enum that does not grow is made of a value.
fn closed(
    imports: &Imports,
    model: &Model,
    base: &Base,
    names: &[Ident],
    values: &[TokenStream],
) -> TokenStream {
    let (name, wire_name, lent) = (ident(&model.name), &model.name, &base.lent);
    let (module, function) = base.no_value_of;
    let no_value_of = imports.item(module, function);
    quote! {
        impl TryFrom<#lent> for #name {
            type Error = azure_core::Error;

            fn try_from(value: #lent) -> azure_core::Result<Self> {
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
