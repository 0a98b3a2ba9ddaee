//! Phase 4, RENDER: from the package to tokens.
//!
//! One file per kind of output. Nothing is decided here: a fragment finds everything it needs in the
//! model.

mod authorization;
mod builders;
mod calls;
mod choices;
mod clients;
mod codecs;
mod derives;
mod docs;
mod enums;
mod imports;
mod models;
mod modules;
mod outcomes;
mod pages;
mod parameters;
pub mod signatures;
mod structs;
mod unions;
mod values;

use crate::model::package::{Module, Package};
use proc_macro2::TokenStream;
use std::collections::BTreeMap;

/// A file of the crate.
pub struct RenderedFile {
    /// The path in the crate, with `/`.
    pub path: String,
    /// The description that it comes from, as the header shows it.
    pub source: String,
    pub tokens: TokenStream,
}

/// The crate's root.
pub fn crate_root(
    package: &Package,
    sdk: &str,
    overlays: &BTreeMap<String, Option<String>>,
) -> RenderedFile {
    RenderedFile {
        path: "src/lib.rs".to_owned(),
        source: sdk.to_owned(),
        tokens: modules::crate_root(package, overlays),
    }
}

/// The root of the overlays: declares each of them with the feature that alone uses it.
pub fn runtime_root(sdk: &str, overlays: &BTreeMap<String, Option<String>>) -> RenderedFile {
    RenderedFile {
        path: "src/runtime/mod.rs".to_owned(),
        source: sdk.to_owned(),
        tokens: modules::runtime_root(overlays),
    }
}

/// The files of a module: its models, its clients, and its root.
pub fn module(module: &Module) -> Vec<RenderedFile> {
    let folder = module.folder();
    let file = |name: &str, tokens| RenderedFile {
        path: format!("{folder}/{name}.rs"),
        source: module.source.clone(),
        tokens,
    };
    let mut files = vec![file("models", models::models(module))];
    for client in &module.clients {
        files.push(file(&client.module, clients::client(module, client)));
    }
    if module.name.is_some() {
        files.push(file("mod", modules::module_root(module)));
    }
    files
}
