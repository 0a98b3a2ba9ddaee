//! The names of a file: what it declares, and what it imports.

use crate::model::package::{
    CallBody, Client, ModelKind, Module, Origin, Output, RustType, StructModel, StructTags,
};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet, HashSet},
};

/// The imports of one file. Items are imported and named without their paths. If the file declares
/// or imports another item with the same name, the item is named by its whole path instead.
pub struct Imports<'a> {
    module: &'a Module,
    /// `true` if the file is `models` itself.
    is_models: bool,
    declared: HashSet<&'a str>,
    /// The imported items, by the paths of their modules.
    items: RefCell<BTreeMap<String, BTreeSet<String>>>,
    /// The items of overlays that the file names, by their paths below `crate::runtime`.
    overlays: RefCell<BTreeSet<String>>,
}

impl<'a> Imports<'a> {
    /// The imports of a module's `models`.
    pub fn of_models(module: &'a Module) -> Self {
        let mut declared: HashSet<&str> = HashSet::new();
        for model in &module.models {
            declared.insert(&model.name);
            if let ModelKind::Struct(it) = &model.kind {
                declared.extend(tag_types(it));
            }
        }
        Self {
            module,
            is_models: true,
            declared,
            items: RefCell::default(),
            overlays: RefCell::default(),
        }
    }

    /// The imports of a client's file.
    pub fn of_client(module: &'a Module, client: &'a Client) -> Self {
        let mut declared = HashSet::from([client.name.as_str()]);
        if let Origin::New(it) = &client.origin {
            declared.insert(&it.options);
        }
        for call in &client.calls {
            declared.extend([call.name.as_str(), call.operation.constant.as_str()]);
            if let CallBody::Fields(body) = &call.body {
                declared.insert(&body.name);
                declared.extend(tag_types(&body.model));
            }
            if let Output::ByStatus(it) = &call.output {
                declared.insert(&it.name);
            }
            declared.extend(call.headers.as_ref().map(|it| it.name.as_str()));
        }
        Self { declared, ..Self::of_signature(module) }
    }

    /// The imports of a signature outside of any file.
    pub fn of_signature(module: &'a Module) -> Self {
        let declared = HashSet::new();
        Self {
            module,
            is_models: false,
            declared,
            items: RefCell::default(),
            overlays: RefCell::default(),
        }
    }

    /// Names an item of another module.
    pub fn item(&self, module: &str, name: &str) -> TokenStream {
        path_tokens(&self.path(module, name))
    }

    /// Names an item of another module, as text.
    pub fn path(&self, module: &str, name: &str) -> String {
        self.mention(&format!("{module}::{name}"));
        let mut items = self.items.borrow_mut();
        let has_other = items.iter().any(|(other, names)| other != module && names.contains(name));
        if self.declared.contains(name) || has_other {
            return format!("{module}::{name}");
        }
        items.entry(module.to_owned()).or_default().insert(name.to_owned());
        name.to_owned()
    }

    /// Names a function of an overlay by the overlay's module: `call::json_body`.
    pub fn function(&self, overlay: &str, name: &str) -> TokenStream {
        self.mention(&format!("crate::runtime::{overlay}::{name}"));
        let (module, name) = (self.item("crate::runtime", overlay), ident(name));
        quote!(#module::#name)
    }

    /// Imports a trait for its methods.
    pub fn methods_of(&self, module: &str, name: &str) {
        self.mention(&format!("{module}::{name}"));
        let imported = match self.declared.contains(name) {
            true => format!("{name} as _"),
            false => name.to_owned(),
        };
        self.items.borrow_mut().entry(module.to_owned()).or_default().insert(imported);
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
        let models = self.item(&self.root(), "models");
        quote!(#models::#model)
    }

    /// The path of the module that the file belongs to.
    pub fn root(&self) -> String {
        self.module.name.as_ref().map_or("crate".to_owned(), |name| format!("crate::{name}"))
    }

    /// Names a type.
    pub fn ty(&self, ty: &RustType) -> TokenStream {
        match ty {
            RustType::Any => self.item("azure_core", "Value"),
            RustType::Bool => quote!(bool),
            RustType::Bytes | RustType::BytesUrl => quote!(Vec<u8>),
            RustType::F32 => quote!(f32),
            RustType::F64 => quote!(f64),
            RustType::I32 => quote!(i32),
            RustType::I64 => quote!(i64),
            RustType::U64 => quote!(u64),
            RustType::String => quote!(String),
            RustType::Timestamp(_) => self.item("azure_core::time", "OffsetDateTime"),
            RustType::Vec(item) => {
                let item = self.ty(item);
                quote!(Vec<#item>)
            }
            RustType::Map(value) => {
                let (map, value) = (self.item("std::collections", "HashMap"), self.ty(value));
                quote!(#map<String, #value>)
            }
            RustType::Option(value) => {
                let value = self.ty(value);
                quote!(Option<#value>)
            }
            RustType::Box(value) => {
                let value = self.ty(value);
                quote!(Box<#value>)
            }
            RustType::Patch(value) => {
                let (patch, value) = (self.item("crate::runtime::patch", "Patch"), self.ty(value));
                quote!(#patch<#value>)
            }
            RustType::Enum { name, .. }
            | RustType::IntegerEnum(name)
            | RustType::Struct(name)
            | RustType::Union(name) => self.model(name),
            RustType::Overlay(path) => {
                let (module, name) = path.rsplit_once("::").unwrap_or(("", path));
                self.item(&format!("crate::runtime::{module}"), name)
            }
            RustType::Path(path) => {
                let (module, name) = path.rsplit_once("::").unwrap_or(("crate", path));
                self.item(module, name)
            }
        }
    }

    /// Returns the named items of overlays.
    pub fn overlays(self) -> BTreeSet<String> {
        self.overlays.into_inner()
    }

    /// The `use` items of everything that was named: one for each module, ordered by path.
    pub fn uses(&self) -> TokenStream {
        let items = self.items.borrow();
        let uses = items.iter().map(|(module, names)| {
            let module = path_tokens(module);
            let names = names.iter().map(|name| match name.strip_suffix(" as _") {
                Some(name) => {
                    let name = ident(name);
                    quote!(#name as _)
                }
                None => {
                    let name = ident(name);
                    quote!(#name)
                }
            });
            quote!(use #module::{#(#names),*};)
        });
        quote!(#(#uses)*)
    }
}

fn tag_types(it: &StructModel) -> impl Iterator<Item = &str> {
    let tags = match &it.tags {
        StructTags::Fields(tags) => tags.as_slice(),
        _ => &[],
    };
    tags.iter().map(|tag| tag.ty.as_str())
}

/// The tokens of a path such as `crate::runtime::call`.
pub fn path_tokens(path: &str) -> TokenStream {
    let segments = path.split("::").map(ident);
    quote!(#(#segments)::*)
}

/// An identifier. The names of the model are valid ones.
pub fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}
