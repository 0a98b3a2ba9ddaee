//! The `sdk.yaml` that a description would have that nobody has said anything about.

use super::{
    names::{Scope, type_name},
    outcomes,
};
use crate::{
    model::api::Api,
    sdk::{Sdk, SdkClient, SdkModule, SdkOperation, SdkPackage},
};
use indexmap::IndexMap;

/// A client for each group of operations, and names as they are in the description. A builder is
/// named by its whole operation, so that none depends on which others there are.
pub fn stand_alone(api: &Api, description: &str, crate_name: &str) -> Sdk {
    let mut clients: IndexMap<String, SdkClient> = IndexMap::new();
    let mut calls = Scope::default();
    for operation in &api.operations {
        let (group, method) = operation.id.split_once('_').unwrap_or((crate_name, &operation.id));
        let client = clients.entry(client_name(group)).or_insert_with(|| SdkClient {
            docs: format!("The `{group}` operations of {}.", api.title),
            ..SdkClient::default()
        });
        let named = SdkOperation {
            method: outcomes::method(operation, method),
            call: Some(calls.claim(type_name(&operation.id))),
            ..SdkOperation::default()
        };
        client.operations.insert(operation.id.clone(), named);
    }
    Sdk {
        package: SdkPackage { name: crate_name.to_owned(), docs: api.title.clone() },
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

/// `library` is `LibraryClient`; a group that is called a client already stays one.
fn client_name(group: &str) -> String {
    let name = type_name(group);
    if name.ends_with("Client") { name } else { format!("{name}Client") }
}
