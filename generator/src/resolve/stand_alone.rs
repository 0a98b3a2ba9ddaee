//! The `sdk.yaml` of a stand-alone crate, which has no such file.

use super::{
    docs,
    names::{BODY, NamePool, type_name},
    outcomes,
};
use crate::{
    model::description::{Api, TypeKind},
    sdk::{Sdk, SdkClient, SdkModule, SdkOperation, SdkPackage},
};
use indexmap::IndexMap;

/// The crate's client has the operations without a group, and creates a client for each group.
/// Names are those of the description.
///
/// No name depends on other operations, so that a new operation breaks nothing. Therefore even a
/// single group has its own client, and a builder has the name of the whole operation.
pub fn stand_alone(api: &Api, description: &str, crate_name: &str) -> Sdk {
    let root = client_name(crate_name);
    let groups = api.operations.iter().map(|it| group_and_method(&it.id).0.unwrap_or(crate_name));
    let mut clients: IndexMap<String, SdkClient> = IndexMap::new();
    let title = docs::markdown(&api.title);
    let docs = format!("A client of {title}.");
    if !api.operations.is_empty() {
        clients.insert(root.clone(), SdkClient { docs, policies: true, ..SdkClient::default() });
    }
    for group in groups.clone() {
        clients.entry(client_name(group)).or_insert_with(|| SdkClient {
            docs: format!("The `{}` operations of {title}.", group.replace('`', "'")),
            parent: Some(root.clone()),
            ..SdkClient::default()
        });
    }
    let mut calls = NamePool::default();
    for name in clients.keys() {
        calls.claim(name.clone());
        calls.claim(format!("{name}Options"));
    }
    for (operation, group) in api.operations.iter().zip(groups) {
        let method = group_and_method(&operation.id).1;
        let named = SdkOperation {
            method: outcomes::method(operation, method),
            call: Some(calls.claim_with(type_name(&operation.id), BODY)),
            ..SdkOperation::default()
        };
        let client = clients.get_mut(&client_name(group));
        client.map(|it| it.operations.insert(operation.id.clone(), named));
    }
    Sdk {
        package: SdkPackage {
            name: crate_name.to_owned(),
            docs: docs::markdown(&api.title),
            version: None,
            repository: None,
            homepage: None,
            documentation: None,
            closed_enums: false,
            constructors_for_all: false,
            docs_for_all: false,
        },
        overlays: outcomes::overlays(api),
        modules: vec![SdkModule {
            description: description.to_owned(),
            name: None,
            feature: None,
            docs: String::new(),
            extensions: Vec::new(),
            types: IndexMap::new(),
            clients,
        }],
    }
}

/// Opens the enums of descriptions that do not say which values the service may use, unless
/// `sdk.yaml` forbids it: a value that a service adds must not break a client that is built already.
pub fn open_enums(sdk: &Sdk, apis: &mut [Api]) {
    let types = apis.iter_mut().flat_map(|api| &mut api.types);
    for definition in types.filter(|_| !sdk.package.closed_enums) {
        if let TypeKind::Enum(it) = &mut definition.kind {
            it.extensible |= it.plain;
        }
    }
}

/// The group of an operation, if it has one, and its method. `Search_` has no group.
fn group_and_method(id: &str) -> (Option<&str>, &str) {
    let has_letters = |it: &str| it.contains(char::is_alphanumeric);
    match id.split_once('_') {
        Some((group, method)) if has_letters(group) && has_letters(method) => (Some(group), method),
        _ => (None, id),
    }
}

/// The name of a group, ending in `Client`.
fn client_name(group: &str) -> String {
    let name = type_name(group);
    if name.ends_with("Client") { name } else { format!("{name}Client") }
}
