//! The roots of the crate and of its modules: their submodules and exports.

use super::{
    Features, Runtime,
    docs::docs,
    imports::{ident, path_tokens},
    outcomes,
};
use crate::model::package::{Call, Client, Module, Origin, Package};
use proc_macro2::TokenStream;
use quote::quote;
use std::{collections::BTreeSet, iter};

/// `lib.rs`.
pub fn crate_root(package: &Package, runtime: &Runtime, guide: &[&str]) -> TokenStream {
    let declared = (!runtime.modules.is_empty()).then(|| {
        quote!(
            mod runtime;
        )
    });
    let exports = runtime.exports.iter().map(|(export, features)| {
        let module = path_tokens(&export.module);
        let items = export.items.iter().map(|item| ident(item));
        let condition = condition(features);
        quote!(#condition pub use runtime::#module::{#(#items),*};)
    });
    let inner = package.modules.iter().filter_map(|module| {
        let name = ident(module.name.as_ref()?);
        let text = docs(&module.docs);
        let feature = module.feature.as_ref().map(|it| quote!(#[cfg(feature = #it)]));
        Some(quote!(#text #feature pub mod #name;))
    });
    let root = package.modules.iter().filter(|module| module.name.is_none()).map(contents);
    let guide = (!guide.is_empty()).then(|| pages(guide));
    let missing_docs = package.docs_for_all.then(|| quote!(#![deny(missing_docs)]));
    quote! {
        #![doc = include_str!("../README.md")]
        #![forbid(unsafe_code)]
        #missing_docs
        #![warn(missing_debug_implementations)]
        #![cfg_attr(docsrs, feature(doc_cfg))]

        #declared
        #guide
        #(#inner)*
        #(#root)*
        #(#exports)*
        /// The crate that this crate builds on, in the version that it uses.
        #[doc(no_inline)]
        pub use azure_core;
    }
}

/// The guide: a module of documentation, with one for each page.
fn pages(names: &[&str]) -> TokenStream {
    let files = names.iter().map(|name| format!("../guide/{name}.md"));
    let names = names.iter().map(|name| ident(name));
    quote! {
        #[doc = include_str!("../guide.md")]
        pub mod guide {
            #(
                #[doc = include_str!(#files)]
                pub mod #names {}
            )*
        }
    }
}

/// The root of a module other than the crate.
pub fn module_root(module: &Module) -> TokenStream {
    contents(module)
}

/// The clients, calls and models of a module.
fn contents(module: &Module) -> TokenStream {
    let files: BTreeSet<_> = module.clients.iter().map(|client| ident(&client.module)).collect();
    let extensions = module.extensions.iter().map(|it| ident(&it.module));
    let exported = module.extensions.iter().filter(|it| !it.items.is_empty()).map(|it| {
        let (file, items) = (ident(&it.module), it.items.iter().map(|item| ident(item)));
        quote!(pub use #file::{#(#items),*};)
    });
    let names = || {
        module.clients.iter().map(|client| {
            let name = ident(&client.name);
            match &client.origin {
                Origin::New(it) => {
                    let options = ident(&it.options);
                    quote!(#name, #options)
                }
                Origin::Parent => quote!(#name),
            }
        })
    };
    let roots = names();
    let clients = (!module.clients.is_empty()).then(|| {
        let names = names();
        quote! {
            /// The clients and their options.
            pub mod clients {
                #[doc(no_inline)]
                pub use super::{#(#names),*};
            }
        }
    });
    let files_of = module.clients.iter().map(|client| ident(&client.module));
    let calls = module.clients.iter().filter(|client| !client.calls.is_empty()).map(|client| {
        let file = ident(&client.module);
        let names: BTreeSet<_> = call_names(client).collect();
        quote!(pub use super::#file::{#(#names),*};)
    });
    let models_docs = docs(&module.models_docs);
    let xml = (!module.xml.is_empty()).then(|| {
        quote!(
            mod xml;
        )
    });
    let calls = module.calls_docs.as_ref().map(|text| {
        let text = docs(text);
        quote! {
            #text
            pub mod calls {
                #(#calls)*
            }
        }
    });
    quote! {
        #(mod #files;)*
        #(mod #extensions;)*
        #xml
        #models_docs
        pub mod models;
        #calls
        #clients
        #(pub use #files_of::{#roots};)*
        #(#exported)*
    }
}

fn call_names(client: &Client) -> impl Iterator<Item = proc_macro2::Ident> {
    client.calls.iter().flat_map(names).map(|name| ident(name))
}

/// The names of a builder and of the other types of its call.
fn names(call: &Call) -> impl Iterator<Item = &String> {
    iter::once(&call.name).chain(outcomes::names(call))
}

/// The attribute for an item that needs one of these features.
fn condition(features: &Features) -> Option<TokenStream> {
    let conditions: Vec<_> = features.iter().map(|it| quote!(feature = #it)).collect();
    match &conditions[..] {
        [] => None,
        [one] => Some(quote!(#[cfg(#one)])),
        several => Some(quote!(#[cfg(any(#(#several),*))])),
    }
}

/// `runtime/mod.rs`, which declares the overlays. Those of a folder share a module.
pub fn runtime_root(runtime: &Runtime) -> TokenStream {
    let modules = runtime.modules.iter().map(|(folder, files)| {
        let files = files.iter().map(|(file, features)| {
            let (condition, file) = (condition(features), ident(file));
            quote!(#condition pub(crate) mod #file;)
        });
        match folder {
            None => quote!(#(#files)*),
            Some(folder) => {
                let folder = ident(folder);
                quote!(pub(crate) mod #folder { #(#files)* })
            }
        }
    });
    quote! {
        //! The machinery that clients share. Everything about this API is beside this folder.

        #(#modules)*
    }
}
