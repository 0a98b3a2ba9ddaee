//! Phase 4, RENDER: from the package to tokens.
//!
//! One file per kind of output. Nothing is decided here: what a fragment needs to know stands in
//! the model.

mod calls;
mod clients;
mod docs;
mod enums;
mod models;
mod modules;
mod pages;
mod scope;
mod structs;
mod unions;
mod values;

use crate::model::package::{Module, Package};
use proc_macro2::TokenStream;
use std::collections::BTreeSet;

/// A file of the crate.
pub struct RenderedFile {
    /// The path in the crate, with `/`.
    pub path: String,
    /// The description that it comes from, as the header shows it.
    pub source: String,
    pub tokens: TokenStream,
}

/// The files of every module: their models, their clients, and their roots.
pub fn modules(package: &Package) -> Vec<RenderedFile> {
    package.modules.iter().flat_map(module).collect()
}

/// The crate's root. It declares the overlays, given as paths of modules.
pub fn crate_root(package: &Package, sdk: &str, overlays: &BTreeSet<String>) -> RenderedFile {
    RenderedFile {
        path: "src/lib.rs".to_owned(),
        source: sdk.to_owned(),
        tokens: modules::crate_root(package, overlays),
    }
}

fn module(module: &Module) -> Vec<RenderedFile> {
    let folder = match &module.name {
        Some(name) => format!("src/{name}"),
        None => "src".to_owned(),
    };
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
