//! Structs of `models`, and the bodies of calls.

use super::{
    codecs,
    derives::derives,
    docs::docs,
    imports::{Imports, ident},
    lints::allowed,
    values::{input_type, stored},
};
use crate::model::package::{
    Absent, AdditionalProperties, BodyStruct, Field, Model, StructConstructor, StructModel,
    StructTags,
};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// A public struct, with its constructor and setters.
pub fn public_struct(imports: &Imports, model: &Model, it: &StructModel) -> TokenStream {
    let name = ident(&model.name);
    let docs = docs(&model.docs);
    let derives = derives(imports, &it.derives);
    let container = container(it);
    let fields = it.fields.iter().map(|field| public_field(imports, field));
    let additional = it.additional.iter().map(|it| additional_field(imports, it));
    let (tags, tag_types) = tag_fields(imports, it);
    let made = it.constructor.as_ref().map(|of| constructor_and_setters(imports, &name, it, of));
    quote! {
        #docs
        #derives
        #container
        #[non_exhaustive]
        pub struct #name { #tags #(#fields)* #(#additional)* }

        #made

        #tag_types
    }
}

/// The body of a call, private to the file.
pub fn body_struct(imports: &Imports, body: &BodyStruct) -> TokenStream {
    let BodyStruct { name, docs: text, model, .. } = body;
    let (name, docs) = (ident(name), docs(text));
    let derives = derives(imports, &model.derives);
    let container = container(model);
    let fields = model.fields.iter().map(|field| {
        let (name, ty) = (ident(&field.name), imports.ty(&field.ty));
        let (attributes, lints) = (serde_attributes(imports, field), allowed(&field.lints));
        quote!(#lints #attributes #name: #ty,)
    });
    let (tags, tag_types) = tag_fields(imports, model);
    quote! {
        #docs
        #derives
        #container
        struct #name { #tags #(#fields)* }

        #tag_types
    }
}

/// The value of a field that the caller does not give.
pub fn absent(imports: &Imports, absent: Absent) -> TokenStream {
    match absent {
        Absent::Option => quote!(None),
        Absent::Vec => quote!(Vec::new()),
        Absent::Map => {
            let map = imports.item("std::collections", "HashMap");
            quote!(#map::new())
        }
        Absent::Patch => {
            let patch = imports.item("crate::runtime::patch", "Patch");
            quote!(#patch::Absent)
        }
    }
}

/// The `serde` attribute of the struct.
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

/// The fields with a single value, and their types.
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
    let (name, ty) = (ident(&field.name), imports.ty(&field.ty));
    let docs = docs(&field.docs);
    let attributes = serde_attributes(imports, field);
    let safe = field.debug.then(|| quote!(#[safe(true)]));
    let lints = allowed(&field.lints);
    quote!(#docs #lints #attributes #safe pub #name: #ty,)
}

fn serde_attributes(imports: &Imports, field: &Field) -> Option<TokenStream> {
    let mut attributes = Vec::new();
    if field.rename {
        let wire_name = &field.wire_name;
        attributes.push(quote!(rename = #wire_name));
    }
    if field.default {
        attributes.push(quote!(default));
    }
    attributes.extend(field.codec.map(|codec| codecs::of_field(imports, codec)));
    attributes.extend(field.absent.map(|absent| {
        let skip = match absent {
            Absent::Option => "Option::is_none".to_owned(),
            Absent::Vec => "Vec::is_empty".to_owned(),
            Absent::Map => format!("{}::is_empty", imports.path("std::collections", "HashMap")),
            Absent::Patch => {
                format!("{}::is_absent", imports.path("crate::runtime::patch", "Patch"))
            }
        };
        quote!(skip_serializing_if = #skip)
    }));
    (!attributes.is_empty()).then(|| quote!(#[serde(#(#attributes),*)]))
}

fn additional_field(imports: &Imports, it: &AdditionalProperties) -> TokenStream {
    let name = ident(&it.name);
    let ty = imports.ty(&it.ty);
    let codec = it.ty.codec().map(|codec| {
        let with = codecs::with(imports, codec);
        quote!(, #with)
    });
    let lints = allowed(&it.lints);
    quote! {
        /// The properties that have no field of their own.
        #lints
        #[serde(flatten #codec)]
        pub #name: #ty,
    }
}

/// The fields with a single value, in a literal.
pub fn tag_values(it: &StructModel) -> Vec<TokenStream> {
    let StructTags::Fields(tags) = &it.tags else { return Vec::new() };
    let values = tags.iter().map(|it| {
        let (name, ty) = (ident(&it.name), ident(&it.ty));
        quote!(#name: #ty)
    });
    values.collect()
}

fn constructor_and_setters(
    imports: &Imports,
    name: &Ident,
    it: &StructModel,
    of: &StructConstructor,
) -> TokenStream {
    let new = constructor(imports, it, of);
    let setters = it.optional().map(|field| setter(imports, field, of));
    quote! {
        impl #name {
            #new
            #(#setters)*
        }
    }
}

fn constructor(imports: &Imports, it: &StructModel, of: &StructConstructor) -> TokenStream {
    let text = docs(&of.docs);
    if it.has_default() {
        return quote!(#text pub fn new() -> Self { Default::default() });
    }
    let arguments = it.arguments().map(|field| {
        let (name, ty) = (ident(&field.name), input_type(imports, &field.input));
        quote!(#name: #ty)
    });
    let values = it.fields.iter().map(|field| {
        let name = ident(&field.name);
        match field.absent {
            Some(it) => {
                let absent = absent(imports, it);
                quote!(#name: #absent)
            }
            None if field.shorthand => quote!(#name),
            None => {
                let value = stored(quote!(#name), &field.input, field.storage);
                quote!(#name: #value)
            }
        }
    });
    let additional = it.additional.iter().map(|it| {
        let name = ident(&it.name);
        let map = imports.item("std::collections", "HashMap");
        quote!(#name: #map::new())
    });
    let tags = tag_values(it);
    let lints = allowed(&of.lints);
    quote! {
        #text
        #lints
        pub fn new(#(#arguments),*) -> Self {
            Self { #(#tags,)* #(#values,)* #(#additional,)* }
        }
    }
}

fn setter(imports: &Imports, field: &Field, of: &StructConstructor) -> TokenStream {
    let name = ident(&field.name);
    let text = of.has_setter_docs.then(|| docs(&format!("Sets `{name}`.")));
    let ty = input_type(imports, &field.input);
    let value = stored(quote!(#name), &field.input, field.storage);
    let lints = allowed(&field.setter_lints);
    quote! {
        #text
        #lints
        pub fn #name(mut self, #name: #ty) -> Self {
            self.#name = #value;
            self
        }
    }
}
