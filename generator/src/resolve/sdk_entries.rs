//! Entries of `sdk.yaml` that match nothing are errors: they would be mistakes that nobody sees.

use super::{docs, types::Types};
use crate::{
    diagnostics::Problem,
    model::{
        description::{Api, TypeDefinition, TypeKind},
        package::{CallBody, Client, Package},
        source::Place,
    },
    sdk::{Sdk, SdkModule, SdkType},
};
use std::collections::{HashMap, HashSet};

/// Names that are none in Rust. Those of methods and fields are made into such.
pub fn check_names(sdk: &Sdk, root: &Place, problems: &mut Vec<Problem>) {
    let mut paths: Vec<(Place, &str)> = Vec::new();
    let mut names: Vec<(Place, &str)> = Vec::new();
    for (module, items) in &sdk.overlays {
        let place = root.child("overlays").child(module);
        names.extend(items.iter().enumerate().map(|(at, item)| (place.child(at), item.as_str())));
        paths.push((place, module));
    }
    for (index, module) in sdk.modules.iter().enumerate() {
        let place = root.child("modules").child(index);
        names.extend(module.name.as_deref().map(|name| (place.child("name"), name)));
        let extensions = place.child("extensions");
        let given = module.extensions.iter().enumerate();
        names.extend(given.map(|(at, name)| (extensions.child(at), name.as_str())));
        let clients = place.child("clients");
        names.extend(module.clients.keys().map(|name| (clients.child(name), name.as_str())));
        for (name, entry) in &module.types {
            let place = place.child("types").child(name).child("overlay");
            paths.extend(entry.overlay.as_deref().map(|overlay| (place, overlay)));
        }
    }
    let bad_paths = paths.into_iter().filter(|(_, it)| syn::parse_str::<syn::Path>(it).is_err());
    let bad_names = names.into_iter().filter(|(_, it)| syn::parse_str::<syn::Ident>(it).is_err());
    for (place, name) in bad_paths.chain(bad_names) {
        problems.push(Problem::new(place, format!("{name:?} is no name in Rust")));
    }
}

/// Types, fields and properties that the description does not have.
pub fn check_types(sdk: &SdkModule, api: &Api, place: &Place, problems: &mut Vec<Problem>) {
    for (name, entry) in &sdk.types {
        let place = place.child("types").child(name);
        match api.definition(name) {
            Some(definition) => check_properties(definition, entry, &place, problems),
            None => problems.push(Problem::new(
                place,
                format!("nothing in {} refers to a type {name:?}", sdk.description),
            )),
        }
    }
}

/// Types that are left out, and that something needs.
pub fn check_omitted(sdk: &SdkModule, types: &Types, place: &Place, problems: &mut Vec<Problem>) {
    let used = types.used();
    for (name, _) in sdk.types.iter().filter(|(name, it)| it.omit && used.contains(name.as_str())) {
        let place = place.child("types").child(name).child("omit");
        let message = format!("{name} cannot be left out: there is something that refers to it");
        problems.push(Problem::new(place, message));
    }
}

/// Docs are Markdown, in which rustdoc warns of HTML.
pub fn check_docs(sdk: &Sdk, root: &Place, problems: &mut Vec<Problem>) {
    let mut texts = vec![(root.child("crate").child("docs"), &sdk.package.docs)];
    for (index, module) in sdk.modules.iter().enumerate() {
        let place = root.child("modules").child(index);
        texts.push((place.child("docs"), &module.docs));
        let place = place.child("clients");
        let clients = module.clients.iter();
        texts.extend(clients.map(|(name, it)| (place.child(name).child("docs"), &it.docs)));
    }
    for (place, _) in texts.into_iter().filter(|(_, text)| docs::has_html(text)) {
        let hint = "write Markdown, and code in backticks".to_owned();
        problems.push(Problem::new(place, "docs have no HTML").with_hint(hint));
    }
}

fn check_properties(
    definition: &TypeDefinition,
    entry: &SdkType,
    place: &Place,
    problems: &mut Vec<Problem>,
) {
    let has = |wire_name: &str| match &definition.kind {
        TypeKind::Struct(it) => it.properties.iter().any(|it| it.name == wire_name),
        _ => false,
    };
    let fields = entry.fields.keys().map(|name| (name, place.child("fields").child(name)));
    let debug = entry.debug.iter().enumerate();
    let debug = debug.map(|(index, name)| (name, place.child("debug").child(index)));
    for (name, place) in fields.chain(debug) {
        if !has(name) {
            let message = format!("{} has no property {name:?}", definition.name);
            problems.push(Problem::new(place, message).of_key());
        }
    }
}

/// Files of clients that would be another file too.
pub fn check_files(clients: &[Client], place: &Place, problems: &mut Vec<Problem>) {
    let mut seen = HashSet::from(["lib", "mod", "models"]);
    for client in clients {
        if !seen.insert(&client.module) {
            let message = format!("there is another file {:?}", client.module);
            problems.push(Problem::new(place.child("clients").child(&client.name), message));
        }
    }
}

/// Builders of two calls with one name: they stand side by side in `calls`. What stands beside them
/// in the file of the client has names too.
pub fn check_calls(package: &Package, place: &Place, problems: &mut Vec<Problem>) {
    for (index, module) in package.modules.iter().enumerate() {
        let mut seen: HashMap<String, &str> = HashMap::new();
        for client in &module.clients {
            seen.insert(client.name.clone(), &client.name);
            seen.insert(format!("{}Options", client.name), &client.name);
            let bodies = client.calls.iter().filter_map(|call| match &call.body {
                CallBody::Fields { model, .. } => Some(model.name.clone()),
                _ => None,
            });
            seen.extend(bodies.map(|name| (name, client.name.as_str())));
        }
        let calls =
            module.clients.iter().flat_map(|it| it.calls.iter().map(move |call| (it, call)));
        for (client, call) in calls {
            if let Some(other) = seen.insert(call.name.clone(), &client.name) {
                let message = format!(
                    "the call {:?} of {} has the name of something of {other}",
                    call.name, client.name
                );
                let place = place.child(index).child("clients").child(&client.name);
                let hint = "give one of them another name with `call: ...`".to_owned();
                problems.push(Problem::new(place, message).with_hint(hint));
            }
        }
    }
}
