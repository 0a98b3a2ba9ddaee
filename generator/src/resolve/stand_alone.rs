//! The `sdk.yaml` that a description would have that nobody has said anything about.

use super::{
    docs,
    models::BODY,
    names::{Scope, type_name},
    outcomes,
};
use crate::{
    model::api::Api,
    sdk::{Sdk, SdkClient, SdkModule, SdkOperation, SdkPackage},
};
use indexmap::IndexMap;
use std::collections::HashSet;

/// A client for each group of operations, and names as they are in the description. Of several
/// clients, the one of the whole crate makes the others, and has the operations without a group. A
/// builder is named by its whole operation, so that none depends on which others there are.
pub fn stand_alone(api: &Api, description: &str, crate_name: &str) -> Sdk {
    let root = client_name(crate_name);
    let groups =
        api.operations.iter().map(|it| it.id.split_once('_').map_or(crate_name, |it| it.0));
    let mut clients: IndexMap<String, SdkClient> = IndexMap::new();
    let several = groups.clone().map(client_name).collect::<HashSet<_>>().len() > 1;
    if several {
        clients.insert(root.clone(), client(api, None));
    }
    for group in groups.clone() {
        let name = client_name(group);
        clients.entry(name.clone()).or_insert_with(|| SdkClient {
            parent: several.then(|| root.clone()),
            policies: !several,
            ..client(api, Some(group))
        });
    }
    let mut calls = Scope::default();
    for name in clients.keys() {
        calls.claim(name.clone());
        calls.claim(format!("{name}Options"));
    }
    for (operation, group) in api.operations.iter().zip(groups) {
        let method = operation.id.split_once('_').map_or(&*operation.id, |it| it.1);
        let named = SdkOperation {
            method: outcomes::method(operation, method),
            call: Some(calls.claim_with(type_name(&operation.id), BODY)),
            ..SdkOperation::default()
        };
        let client = clients.get_mut(&client_name(group));
        client.map(|it| it.operations.insert(operation.id.clone(), named));
    }
    Sdk {
        package: SdkPackage { name: crate_name.to_owned(), docs: docs::markdown(&api.title) },
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

fn client(api: &Api, group: Option<&str>) -> SdkClient {
    let title = docs::markdown(&api.title);
    let docs = match group {
        Some(group) => format!("The `{}` operations of {title}.", group.replace('`', "'")),
        None => format!("A client of {title}."),
    };
    SdkClient { docs, policies: true, ..SdkClient::default() }
}

/// `library` is `LibraryClient`; a group that is called a client already stays one.
fn client_name(group: &str) -> String {
    let name = type_name(group);
    if name.ends_with("Client") { name } else { format!("{name}Client") }
}
