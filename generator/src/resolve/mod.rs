//! Phase 3, RESOLVE: from APIs to the crate to write.
//!
//! Makes each name valid Rust, chooses each type, and leaves nothing to decide. `check` reports the
//! entries of `sdk.yaml` that match nothing; the other modules ignore them.

mod calls;
mod check;
mod clients;
mod cycles;
mod docs;
mod endpoints;
mod examples;
mod inputs;
mod lints;
mod method_docs;
mod models;
mod module_docs;
mod names;
mod operations;
mod outcomes;
mod patches;
mod security;
mod stand_alone;
mod structs;
mod types;
mod usage;
mod variants;
mod visibility;
mod xml;

use crate::{
    diagnostics::Problem,
    model::{
        description::Api,
        package::{Export, Module, Package},
        source::Place,
    },
    sdk::{Sdk, SdkModule},
    templates,
};
pub use outcomes::overlays;
pub use stand_alone::{open_enums, stand_alone};
use types::Types;

/// The crate that `sdk`, the contents of `sdk_path`, describes. `apis` has one API for each module.
pub fn resolve(sdk: &Sdk, sdk_path: &str, apis: &[Api], problems: &mut Vec<Problem>) -> Package {
    let types =
        sdk.modules.iter().zip(apis).map(|(module, api)| Types::new(api, module, &sdk.package));
    let types: Vec<Types> = types.collect();
    let modules = sdk.modules.iter().zip(&types);
    let mut package = Package {
        name: sdk.package.name.clone(),
        version: sdk.package.version.clone(),
        docs: sdk.package.docs.trim().to_owned(),
        links: sdk.package.links().map(|(name, link)| (name, link.clone())).collect(),
        modules: modules.map(|(module, types)| resolve_module(module, types)).collect(),
        exports: exports(sdk),
        docs_for_all: sdk.package.docs_for_all,
        usage: String::new(),
    };
    package.usage = usage::usage(&package, apis);
    check::check(sdk, &Place::root(sdk_path), &types, &package, problems);
    package
}

fn resolve_module(sdk: &SdkModule, types: &Types) -> Module {
    let mut clients = clients::clients(types, sdk);
    let xml = xml::xml(types, &mut clients);
    Module {
        name: sdk.name.clone(),
        feature: sdk.feature.clone(),
        docs: sdk.docs.trim().to_owned(),
        source: sdk.description.clone(),
        extensions: sdk.extensions.iter().map(|name| extension(name)).collect(),
        models_docs: module_docs::models_docs(&clients).to_owned(),
        calls_docs: module_docs::calls_docs(&clients),
        clients,
        models: models::models(types, sdk),
        xml,
    }
}

/// An extension. An unknown one was already reported.
fn extension(name: &str) -> Export {
    let items = templates::extension(name).map_or(&[][..], |extension| extension.exports);
    let items = items.iter().map(|item| (*item).to_owned()).collect();
    Export { module: name.to_owned(), items }
}

fn exports(sdk: &Sdk) -> Vec<Export> {
    let exports = sdk.overlays.iter();
    exports.map(|(module, items)| Export { module: module.clone(), items: items.clone() }).collect()
}
