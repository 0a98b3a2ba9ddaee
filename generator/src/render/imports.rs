//! A file that is being rendered: how it names things, and so what it imports.

use crate::model::package::{Module, RustType};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
};

/// One file. It imports what it was asked to name.
pub struct Imports {
    /// The path of the module whose `models` the file's types come from.
    models: String,
    /// Whether the file is that `models` itself.
    is_models: bool,
    imports: RefCell<BTreeMap<String, BTreeSet<String>>>,
    /// The items of overlays that the file names, by their paths below `crate::runtime`.
    overlays: RefCell<BTreeSet<String>>,
}

impl Imports {
    pub fn of_models(module: &Module) -> Self {
        Self { is_models: true, ..Self::of_client(module) }
    }

    pub fn of_client(module: &Module) -> Self {
        let models = match &module.name {
            Some(name) => format!("crate::{name}"),
            None => "crate".to_owned(),
        };
        Self { models, is_models: false, imports: RefCell::default(), overlays: RefCell::default() }
    }

    /// Names an item of another module.
    pub fn item(&self, module: &str, name: &str) -> Ident {
        self.mention(&format!("{module}::{name}"));
        let mut imports = self.imports.borrow_mut();
        imports.entry(module.to_owned()).or_default().insert(name.to_owned());
        ident(name)
    }

    /// Records an item of an overlay that the file names by its path, without an import.
    pub fn mention(&self, path: &str) {
        if let Some(path) = path.strip_prefix("crate::runtime::") {
            self.overlays.borrow_mut().insert(path.to_owned());
        }
    }

    /// Names a model.
    pub fn model(&self, name: &str) -> TokenStream {
        let model = ident(name);
        if self.is_models {
            return quote!(#model);
        }
        let models = self.item(&self.models, "models");
        quote!(#models::#model)
    }

    /// Names a type.
    pub fn ty(&self, ty: &RustType) -> TokenStream {
        match ty {
            RustType::Any => {
                let value = self.item("azure_core", "Value");
                quote!(#value)
            }
            RustType::Bool => quote!(bool),
            RustType::Bytes | RustType::BytesUrl => quote!(Vec<u8>),
            RustType::F32 => quote!(f32),
            RustType::F64 => quote!(f64),
            RustType::I32 => quote!(i32),
            RustType::I64 => quote!(i64),
            RustType::U64 => quote!(u64),
            RustType::String => quote!(String),
            RustType::Timestamp(_) => {
                let timestamp = self.item("azure_core::time", "OffsetDateTime");
                quote!(#timestamp)
            }
            RustType::Vec(item) => {
                let item = self.ty(item);
                quote!(Vec<#item>)
            }
            RustType::Map(value) => {
                let map = self.item("std::collections", "HashMap");
                let value = self.ty(value);
                quote!(#map<String, #value>)
            }
            RustType::Option(value) => {
                let value = self.ty(value);
                quote!(Option<#value>)
            }
            RustType::Enum { name, .. }
            | RustType::IntegerEnum(name)
            | RustType::Struct(name)
            | RustType::Union(name) => self.model(name),
            RustType::Overlay(path) => {
                let (module, name) = path.rsplit_once("::").unwrap_or(("", path));
                let name = self.item(&format!("crate::runtime::{module}"), name);
                quote!(#name)
            }
        }
    }

    /// The items of overlays that were named.
    pub fn overlays(self) -> BTreeSet<String> {
        self.overlays.into_inner()
    }

    /// The imports of all that was named: one `use` for each module, in the order of their paths.
    pub fn uses(&self) -> TokenStream {
        let imports = self.imports.borrow();
        let uses = imports.iter().map(|(module, names)| {
            let module: syn::Path = syn::parse_str(module).expect("modules are paths");
            let names = names.iter().map(|name| ident(name));
            quote!(use #module::{#(#names),*};)
        });
        quote!(#(#uses)*)
    }
}

/// An identifier; the names of the model are valid ones.
pub fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}
