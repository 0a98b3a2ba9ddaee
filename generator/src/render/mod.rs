//! Phase 4, RENDER: from the package to tokens.
//!
//! One file for each kind of output. Rendering decides nothing: it follows the variants and flags
//! of the model, compares no values, and looks into no text.

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
mod lints;
mod lists;
mod models;
mod modules;
mod outcomes;
mod parameters;
pub mod signatures;
mod structs;
mod unions;
mod values;
mod xml;

use crate::model::package::{Export, Module, Package};
use imports::Imports;
use proc_macro2::TokenStream;
use std::collections::{BTreeMap, BTreeSet};

/// A file of the crate.
pub struct RenderedFile {
    /// The path in the crate, with `/`.
    pub path: String,
    /// The description that it comes from, as the header shows it.
    pub source: String,
    pub tokens: TokenStream,
    /// The items of overlays that it names, by their paths below `crate::runtime`.
    pub overlays: BTreeSet<String>,
}

/// The overlays of a crate.
pub struct Runtime {
    /// The overlays, by the folder that they share; `None` is `runtime` itself.
    pub modules: BTreeMap<Option<String>, Vec<(String, Features)>>,
    /// The types that the root of the crate exports.
    pub exports: Vec<(Export, Features)>,
}

/// The cargo features of which an item needs one. Empty if the item is always there.
pub type Features = BTreeSet<String>;

/// The crate's root. `guide` has the names of the pages of its guide.
pub fn crate_root(package: &Package, sdk: &str, runtime: &Runtime, guide: &[&str]) -> RenderedFile {
    root("src/lib.rs", sdk, modules::crate_root(package, runtime, guide))
}

/// The root of the overlays.
pub fn runtime_root(sdk: &str, runtime: &Runtime) -> RenderedFile {
    root("src/runtime/mod.rs", sdk, modules::runtime_root(runtime))
}

fn root(path: &str, source: &str, tokens: TokenStream) -> RenderedFile {
    let (path, source) = (path.to_owned(), source.to_owned());
    RenderedFile { path, source, tokens, overlays: BTreeSet::new() }
}

/// The files of a module: its models, its clients, and its root.
pub fn module(module: &Module) -> Vec<RenderedFile> {
    let folder = module.folder();
    let file = |name: &str, tokens, overlays| RenderedFile {
        path: format!("{folder}/{name}.rs"),
        source: module.source.clone(),
        tokens,
        overlays,
    };
    let imports = Imports::of_models(module);
    let models = models::models(&imports, module);
    let mut files = vec![file("models", models, imports.overlays())];
    for client in &module.clients {
        let imports = Imports::of_client(module, client);
        let tokens = clients::client(&imports, client);
        files.push(file(&client.module, tokens, imports.overlays()));
    }
    if !module.xml.is_empty() {
        let imports = Imports::of_signature(module);
        let tokens = xml::xml(&imports, &module.xml);
        files.push(file("xml", tokens, imports.overlays()));
    }
    if module.name.is_some() {
        files.push(file("mod", modules::module_root(module), BTreeSet::new()));
    }
    files
}
