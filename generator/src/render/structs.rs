//! Structs of `models`, and the bodies of calls.

use super::{
    docs::docs,
    imports::{Imports, ident},
    values::{argument_type, nested_type, operator_name, stored},
};
use crate::model::{
    package::{AdditionalProperties, Field, Model, Presence, RustType, StructModel, StructTags},
    wire::TimestampFormat,
};
use proc_macro2::TokenStream;
use quote::quote;

/// A struct that users see, with its constructor and setters.
pub fn public_struct(imports: &Imports, model: &Model, it: &StructModel) -> TokenStream {
    let name = ident(&model.name);
    let docs = docs(&model.docs);
    let debug = imports.item("azure_core::fmt", "SafeDebug");
    let (de, ser) = (imports.item("serde", "Deserialize"), imports.item("serde", "Serialize"));
    let default = it.default.then(|| quote!(Default,));
    let container = container(it);
    let fields = it.fields.iter().map(|field| public_field(imports, field));
    let additional = it.additional.iter().map(|it| additional_field(imports, it));
    let (tags, tag_types) = tag_fields(imports, it);
    let new = constructor(imports, model, it);
    let setters = it.fields.iter().filter(|field| !is_argument(field));
    let setters = setters.map(|field| setter(imports, field));
    quote! {
        #docs
        #[derive(Clone, #default #debug, PartialEq, #de, #ser)]
        #container
        #[non_exhaustive]
        pub struct #name { #tags #(#fields)* #(#additional)* }

        impl #name {
            #new
            #(#setters)*
        }

        #tag_types
    }
}

/// The body of a call: nobody but the call sees it.
pub fn body_struct(imports: &Imports, model: &Model, it: &StructModel) -> TokenStream {
    let name = ident(&model.name);
    let docs = docs(&model.docs);
    let serialize = imports.item("serde", "Serialize");
    let default = it.default.then(|| quote!(Default,));
    let container = container(it);
    let fields = it.fields.iter().map(|field| {
        let (name, ty) = (ident(&field.name), field_type(imports, field));
        let attributes = serde_attributes(imports, field, Direction::Out);
        quote!(#attributes #name: #ty,)
    });
    let (tags, tag_types) = tag_fields(imports, it);
    quote! {
        #docs
        #[derive(Clone, #default #serialize)]
        #container
        struct #name { #tags #(#fields)* }

        #tag_types
    }
}

/// Whether a constructor asks for the field.
pub fn is_argument(field: &Field) -> bool {
    matches!(field.presence, Presence::Required | Presence::Nullable)
}

/// The value of a field that is not given.
pub fn absent(imports: &Imports, field: &Field) -> TokenStream {
    match (field.presence, &field.ty) {
        (Presence::Collection, RustType::Vec(_)) => quote!(Vec::new()),
        (Presence::Collection, _) => {
            let map = imports.item("std::collections", "HashMap");
            quote!(#map::new())
        }
        (Presence::Patch, _) => {
            let patch = imports.item("crate::runtime::patch", "Patch");
            quote!(#patch::Absent)
        }
        _ => quote!(None),
    }
}

/// What serde is told about the whole struct.
fn container(it: &StructModel) -> Option<TokenStream> {
    let mut attributes = Vec::new();
    if let StructTags::Serde { property, value } = &it.tags {
        attributes.push(quote!(tag = #property, rename = #value));
    }
    if it.camel_case {
        attributes.push(quote!(rename_all = "camelCase"));
    }
    (!attributes.is_empty()).then(|| quote!(#[serde(#(#attributes),*)]))
}

/// The fields that have one value, and their types.
fn tag_fields(imports: &Imports, it: &StructModel) -> (TokenStream, TokenStream) {
    let StructTags::Fields(tags) = &it.tags else { return Default::default() };
    let tag = imports.item("crate::runtime::tag", "tag");
    let fields = tags.iter().map(|it| {
        let (name, ty, wire_name) = (ident(&it.name), ident(&it.ty), &it.wire_name);
        quote!(#[serde(rename = #wire_name, default)] #name: #ty,)
    });
    let types = tags.iter().map(|it| {
        let (ty, value) = (ident(&it.ty), &it.value);
        quote!(#tag!(#ty, #value);)
    });
    (quote!(#(#fields)*), quote!(#(#types)*))
}

fn public_field(imports: &Imports, field: &Field) -> TokenStream {
    let (name, ty) = (ident(&field.name), field_type(imports, field));
    let docs = docs(&field.docs);
    let attributes = serde_attributes(imports, field, Direction::Both);
    let safe = field.debug.then(|| quote!(#[safe(true)]));
    let nested = nested_type(&field.ty, field.presence);
    quote!(#docs #attributes #safe #nested pub #name: #ty,)
}

pub fn field_type(imports: &Imports, field: &Field) -> TokenStream {
    let mut ty = imports.ty(&field.ty);
    if field.boxed {
        ty = quote!(Box<#ty>);
    }
    match field.presence {
        Presence::Required | Presence::Collection => ty,
        Presence::Optional | Presence::Nullable => quote!(Option<#ty>),
        Presence::Patch => {
            let patch = imports.item("crate::runtime::patch", "Patch");
            quote!(#patch<#ty>)
        }
    }
}

/// Whether a type is only written, or read too.
#[derive(Clone, Copy, PartialEq)]
enum Direction {
    Both,
    Out,
}

fn serde_attributes(imports: &Imports, field: &Field, direction: Direction) -> Option<TokenStream> {
    let mut attributes = Vec::new();
    if field.rename {
        let wire_name = &field.wire_name;
        attributes.push(quote!(rename = #wire_name));
    }
    let codec = codec(&field.ty);
    let read = direction == Direction::Both;
    let is_defaulted = matches!(field.presence, Presence::Collection | Presence::Patch);
    if read && (is_defaulted || (codec.is_some() && !is_argument(field))) {
        attributes.push(quote!(default));
    }
    match codec {
        Some(codec) if read => attributes.push(with(imports, codec)),
        Some(codec) => {
            let serialize = format!("{codec}::serialize");
            imports.mention(&serialize);
            attributes.push(quote!(serialize_with = #serialize));
        }
        None if read && field.presence == Presence::Collection => {
            imports.item("crate::runtime::wire", "null_is_default");
            attributes.push(quote!(deserialize_with = "null_is_default"));
        }
        None => {}
    }
    let skip = match (field.presence, &field.ty) {
        (Presence::Optional, _) => Some("Option::is_none"),
        (Presence::Collection, RustType::Vec(_)) => Some("Vec::is_empty"),
        (Presence::Collection, _) => Some("HashMap::is_empty"),
        (Presence::Patch, _) => Some("Patch::is_absent"),
        _ => None,
    };
    attributes.extend(skip.map(|skip| quote!(skip_serializing_if = #skip)));
    (!attributes.is_empty()).then(|| quote!(#[serde(#(#attributes),*)]))
}

/// The overlay that reads and writes a type that JSON has no form of its own for.
pub fn codec(ty: &RustType) -> Option<&'static str> {
    match ty {
        RustType::Timestamp(TimestampFormat::Rfc3339) => Some("crate::runtime::timestamp"),
        RustType::Timestamp(TimestampFormat::Rfc1123) => Some("crate::runtime::rfc1123"),
        RustType::Timestamp(TimestampFormat::UnixTime) => Some("crate::runtime::unix_time"),
        RustType::Bytes => Some("crate::runtime::base64"),
        RustType::BytesUrl => Some("crate::runtime::base64_url"),
        RustType::Vec(item) | RustType::Map(item) | RustType::Option(item) => codec(item),
        _ => None,
    }
}

/// The attribute for a field that the functions of a module read and write.
fn with(imports: &Imports, module: &str) -> TokenStream {
    for function in ["serialize", "deserialize"] {
        imports.mention(&format!("{module}::{function}"));
    }
    quote!(with = #module)
}

fn additional_field(imports: &Imports, it: &AdditionalProperties) -> TokenStream {
    let name = ident(&it.name);
    let ty = imports.ty(&RustType::Map(Box::new(it.ty.clone())));
    let codec = codec(&it.ty).map(|codec| {
        let with = with(imports, codec);
        quote!(, #with)
    });
    quote! {
        /// The properties that have no field of their own.
        #[serde(flatten #codec)]
        pub #name: #ty,
    }
}

/// The fields that have one value, in a literal.
pub fn tag_values(it: &StructModel) -> Vec<TokenStream> {
    let StructTags::Fields(tags) = &it.tags else { return Vec::new() };
    let values = tags.iter().map(|it| {
        let (name, ty) = (ident(&it.name), ident(&it.ty));
        quote!(#name: #ty)
    });
    values.collect()
}

fn constructor(imports: &Imports, model: &Model, it: &StructModel) -> TokenStream {
    let (article, name) = (article(&model.name), &model.name);
    if it.default {
        let text = docs(&format!("{article} empty `{name}`.").replace("A empty", "An empty"));
        return quote!(#text pub fn new() -> Self { Default::default() });
    }
    let text = docs(&format!("{article} `{name}` with its required fields."));
    let required = it.fields.iter().filter(|field| is_argument(field));
    let arguments = required.clone().map(|field| {
        let (name, ty) = (ident(&field.name), argument_type(imports, &field.ty, field.presence));
        quote!(#name: #ty)
    });
    let values = it.fields.iter().map(|field| {
        let name = ident(&field.name);
        if !is_argument(field) {
            let absent = absent(imports, field);
            return quote!(#name: #absent);
        }
        named_value(&name, stored(quote!(#name), &field.ty, field.presence, field.boxed))
    });
    let additional = it.additional.iter().map(|it| {
        let name = ident(&it.name);
        let map = imports.item("std::collections", "HashMap");
        quote!(#name: #map::new())
    });
    let tags = tag_values(it);
    // Clippy asks for a struct of arguments above seven, and this is the constructor of one.
    let many = (required.count() > 7).then(
        || quote!(#[expect(clippy::too_many_arguments, reason = "each is a required property")]),
    );
    quote! {
        #text
        #many
        pub fn new(#(#arguments),*) -> Self {
            Self { #(#tags,)* #(#values,)* #(#additional,)* }
        }
    }
}

/// `name: value`, or `name` alone where the two are the same.
pub fn named_value(name: &proc_macro2::Ident, value: TokenStream) -> TokenStream {
    if *name == value.to_string() { quote!(#name) } else { quote!(#name: #value) }
}

fn article(name: &str) -> &'static str {
    if name.starts_with(['A', 'E', 'I', 'O']) { "An" } else { "A" }
}

fn setter(imports: &Imports, field: &Field) -> TokenStream {
    let name = ident(&field.name);
    let text = docs(&format!("Sets `{name}`."));
    let ty = argument_type(imports, &field.ty, field.presence);
    let value = stored(quote!(#name), &field.ty, field.presence, field.boxed);
    let operator = operator_name(&field.name);
    quote! {
        #text
        #operator
        pub fn #name(mut self, #name: #ty) -> Self {
            self.#name = #value;
            self
        }
    }
}
