//! Phase 3, RESOLVE: from what descriptions say to the crate to write.
//!
//! Each pass looks at the whole model. After them every name is one of Rust, every type is known,
//! and nothing is left to decide.

mod calls;
mod clients;
mod cycles;
mod docs;
mod endpoints;
mod models;
mod names;
mod outcomes;
mod sdk_entries;
mod sdk_entry;
mod security;
mod stand_alone;
mod types;
mod variants;

use crate::{
    diagnostics::Problem,
    model::{
        description::Api,
        package::{
            CallBody, Client, Export, Model, ModelKind, Module, Package, Presence, RustType,
        },
        source::Place,
    },
    sdk::{Sdk, SdkModule},
};
pub use stand_alone::stand_alone;
use types::Types;

/// The crate that `sdk`, the contents of `sdk_path`, makes of its descriptions; `apis` has one for
/// each module.
pub fn resolve(sdk: &Sdk, sdk_path: &str, apis: &[Api], problems: &mut Vec<Problem>) -> Package {
    let root = Place::root(sdk_path);
    let found_before = problems.len();
    sdk_entries::check_names(sdk, &root, problems);
    if problems.len() > found_before {
        return Package::default();
    }
    sdk_entries::check_docs(sdk, &root, problems);
    let root = root.child("modules");
    let modules = sdk
        .modules
        .iter()
        .zip(apis)
        .enumerate()
        .map(|(index, (entry, api))| resolve_module(entry, api, &root.child(index), problems));
    let package = Package {
        name: sdk.package.name.clone(),
        docs: sdk.package.docs.trim().to_owned(),
        modules: modules.collect(),
        exports: exports(sdk),
    };
    sdk_entries::check_calls(&package, &root, problems);
    package
}

fn resolve_module(
    sdk: &SdkModule,
    api: &Api,
    place: &Place,
    problems: &mut Vec<Problem>,
) -> Module {
    sdk_entries::check_types(sdk, api, place, problems);
    let types = Types::new(api, sdk);
    sdk_entries::check_omitted(sdk, &types, place, problems);
    let mut models = models::models(&types, sdk);
    let mut clients = clients::clients(&types, sdk, place, problems);
    outcomes::name_apart(&mut clients);
    sdk_entries::check_files(&clients, place, problems);
    cycles::break_cycles(&mut models);
    let patched = patched(&clients, &models);
    for model in &mut models {
        if let ModelKind::Union(union) = &mut model.kind {
            union.patched = patched.contains(&RustType::Union(model.name.clone()));
        }
    }
    Module {
        name: sdk.name.clone(),
        feature: sdk.feature.clone(),
        docs: sdk.docs.trim().to_owned(),
        source: sdk.description.clone(),
        extensions: sdk.extensions.clone(),
        clients,
        models,
    }
}

/// The types of the fields of merge patches.
fn patched(clients: &[Client], models: &[Model]) -> Vec<RustType> {
    let bodies =
        clients.iter().flat_map(|client| &client.calls).filter_map(|call| match &call.body {
            CallBody::Fields { model, .. } => Some(model),
            _ => None,
        });
    let fields = bodies.chain(models).filter_map(|model| match &model.kind {
        ModelKind::Struct(it) => Some(&it.fields),
        _ => None,
    });
    let patched = fields.flatten().filter(|field| field.presence == Presence::Patch);
    patched.map(|field| field.ty.clone()).collect()
}

fn exports(sdk: &Sdk) -> Vec<Export> {
    let exports = sdk.overlays.iter();
    exports.map(|(module, items)| Export { module: module.clone(), items: items.clone() }).collect()
}
