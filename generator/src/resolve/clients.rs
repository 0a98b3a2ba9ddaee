//! Clients: what they are made of, what they hold, and which calls are their methods.

use super::{
    calls, docs, endpoints, names::NamePool, names::field_name, sdk_entry::SdkEntry,
    security::Credentials, types::Types,
};
use crate::{
    diagnostics::Problem,
    model::{
        description::{Api, Operation},
        package::{Call, Child, Client, Constructor, HeldParameter, Origin, Visibility},
        source::Place,
        wire::ParameterLocation,
    },
    sdk::{SdkClient, SdkModule},
};

/// The clients of one module. `place` is the module's entry in `sdk.yaml`.
pub fn clients(
    types: &Types,
    sdk: &SdkModule,
    place: &Place,
    problems: &mut Vec<Problem>,
) -> Vec<Client> {
    let place = place.child("clients");
    let mut clients: Vec<Client> = Vec::new();
    let credentials = Credentials::new(types.api, sdk);
    for (name, entry) in &sdk.clients {
        let place = place.child(name);
        let held = held(types.api, entry, &place, problems);
        let mut calls = client_calls(types, sdk, (name, entry), &held, &place, problems);
        for (operation, call) in &mut calls {
            call.authorized_by = credentials.of_call(types.api, operation);
        }
        let calls = calls.into_iter().map(|(_, call)| call).collect();
        let origin = match &entry.parent {
            Some(_) => Origin::Parent,
            None => Origin::New(constructor(types.api, entry, &credentials)),
        };
        clients.push(Client {
            name: name.clone(),
            module: field_name(name),
            docs: entry.docs.trim().to_owned(),
            origin,
            held,
            children: Vec::new(),
            calls,
        });
    }
    for (name, entry) in &sdk.clients {
        let Some(parent) = &entry.parent else { continue };
        let child = clients.iter().find(|it| it.name == *name).map(child_of);
        match clients.iter_mut().find(|it| it.name == *parent) {
            Some(parent) => parent.children.extend(child),
            None => problems.push(Problem::new(
                place.child(name).child("parent"),
                format!("there is no client {parent:?}"),
            )),
        }
    }
    unassigned(types.api, sdk, &place, problems);
    clients
}

fn child_of(client: &Client) -> Child {
    Child {
        method: field_name(&client.name),
        client: client.name.clone(),
        module: client.module.clone(),
        held: client.held.clone(),
    }
}

/// The path parameters that a client holds. Each of its operations must have all of them.
fn held(
    api: &Api,
    entry: &SdkClient,
    place: &Place,
    problems: &mut Vec<Problem>,
) -> Vec<HeldParameter> {
    let mut held = Vec::new();
    if !entry.holds.is_empty() && entry.operations.is_empty() {
        let message = "a client that holds parameters has operations that take them";
        problems.push(Problem::new(place.child("holds"), message));
    }
    for (index, wire_name) in entry.holds.iter().enumerate() {
        let operations =
            || api.operations.iter().filter(|it| entry.operations.contains_key(&it.id));
        let without =
            operations().find(|it| calls::path_parameters(&it.path).all(|name| name != wire_name));
        if let Some(operation) = without {
            problems.push(Problem::new(
                place.child("holds").child(index),
                format!("the path of {} has no parameter {wire_name:?}", operation.id),
            ));
        }
        let parameter = operations()
            .flat_map(|it| &it.parameters)
            .find(|it| it.location == ParameterLocation::Path && it.name == *wire_name);
        let docs = parameter.and_then(|it| it.docs.as_deref());
        held.push(HeldParameter {
            name: field_name(wire_name),
            docs: docs::markdown_or(docs, || format!("`{wire_name}`.")),
            wire_name: wire_name.clone(),
        });
    }
    held
}

fn client_calls<'a>(
    types: &Types<'a>,
    sdk: &SdkModule,
    (name, entry): (&str, &SdkClient),
    held: &[HeldParameter],
    place: &Place,
    problems: &mut Vec<Problem>,
) -> Vec<(&'a Operation, Call)> {
    let mut methods = NamePool::with(&["clone", "cmp", "endpoint", "new", "with_policy"]);
    let children = sdk.clients.iter().filter(|(_, it)| it.parent.as_deref() == Some(name));
    children.map(|(child, _)| field_name(child)).for_each(|it| drop(methods.claim(it)));
    held.iter().for_each(|it| drop(methods.claim(it.name.clone())));
    let mut resolved = Vec::new();
    for (id, operation_entry) in &entry.operations {
        let place = place.child("operations").child(id);
        let Some(operation) = types.api.operations.iter().find(|it| it.id == *id) else {
            problems.push(Problem::new(place, format!("the description has no operation {id:?}")));
            continue;
        };
        if operation_entry.method.is_empty() {
            let message = "the operation has no method: write `method: ...`";
            problems.push(Problem::new(place.clone(), message));
        }
        let mut operation_entry = SdkEntry::new(operation_entry, place, problems);
        let mut call = calls::call(types, operation, sdk, &mut operation_entry, held);
        operation_entry.finish();
        call.method = methods.claim(call.method);
        resolved.push((operation, call));
    }
    resolved
}

/// Every operation is a method of one client.
fn unassigned(api: &Api, sdk: &SdkModule, place: &Place, problems: &mut Vec<Problem>) {
    for Operation { id, place: described, .. } in &api.operations {
        let owners: Vec<&String> = sdk
            .clients
            .iter()
            .filter(|(_, client)| client.operations.contains_key(id))
            .map(|(name, _)| name)
            .collect();
        match owners[..] {
            [] => problems.push(
                Problem::new(described.clone(), format!("no client has the operation {id:?}"))
                    .with_hint(format!(
                        "add `{id}: {{ method: ... }}` to a client in {}",
                        place.file
                    )),
            ),
            [_] => {}
            [_, second, ..] => problems.push(Problem::new(
                place.child(second).child("operations").child(id),
                format!("the operation {id:?} has a client already"),
            )),
        }
    }
}

fn constructor(api: &Api, entry: &SdkClient, credentials: &Credentials) -> Constructor {
    Constructor {
        api_version: api.takes_api_version.then(|| api.version.clone()),
        default_endpoint: endpoints::default(&api.endpoint),
        endpoint_docs: endpoints::docs(&api.endpoint),
        credentials: credentials.credentials.clone(),
        selective: credentials.are_selective(api),
        with_policy: match (entry.policies, entry.other_credentials) {
            (true, _) => Some(Visibility::Users),
            (false, true) => Some(Visibility::Extensions),
            (false, false) => None,
        },
    }
}
