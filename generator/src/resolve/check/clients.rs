//! Checks the clients: their parameters, their names, and that each operation has one client.

use super::Check;
use crate::{
    model::{
        description::Operation,
        package::{CallBody, Client},
        source::Place,
    },
    resolve::{inputs::path_parameters, types::Types},
    sdk::{SdkClient, SdkModule},
};
use std::collections::HashMap;

impl Check<'_> {
    pub(super) fn client(
        &mut self,
        sdk: &SdkModule,
        entry: &SdkClient,
        types: &Types,
        place: &Place,
    ) {
        if let Some(parent) = entry.parent.as_ref().filter(|it| !sdk.clients.contains_key(*it)) {
            self.report(place.child("parent"), format!("there is no client {parent:?}"));
        }
        if !entry.holds.is_empty() && entry.operations.is_empty() {
            let message = "a client that holds parameters needs operations that take them";
            self.report(place.child("holds"), message);
        }
        let operations = types.api.operations.iter();
        let operations = operations.filter(|it| entry.operations.contains_key(&it.id));
        for (index, wire_name) in entry.holds.iter().enumerate() {
            let is_without = |it: &&Operation| path_parameters(&it.path).all(|it| it != wire_name);
            if let Some(operation) = operations.clone().find(is_without) {
                let message =
                    format!("the path of {} has no parameter {wire_name:?}", operation.id);
                self.report(place.child("holds").child(index), message);
            }
        }
    }

    /// Every operation is a method of one client.
    pub(super) fn owners(&mut self, sdk: &SdkModule, types: &Types, place: &Place) {
        for Operation { id, place: described, .. } in &types.api.operations {
            let owners =
                sdk.clients.iter().filter(|(_, client)| client.operations.contains_key(id));
            let owners: Vec<&String> = owners.map(|(name, _)| name).collect();
            match owners[..] {
                [] => {
                    let hint =
                        format!("add `{id}: {{ method: ... }}` to a client in {}", place.file);
                    let message = format!("no client has the operation {id:?}");
                    self.report_with_hint(described.clone(), message, hint);
                }
                [_] => {}
                [_, second, ..] => self.report(
                    place.child(second).child("operations").child(id),
                    format!("another client already has the operation {id:?}"),
                ),
            }
        }
    }

    /// Builders share the module `calls`, and a file with their client and its other types.
    pub(super) fn builders(&mut self, clients: &[Client], place: &Place) {
        let mut seen: HashMap<String, &str> = HashMap::new();
        for client in clients {
            seen.insert(client.name.clone(), &client.name);
            seen.insert(format!("{}Options", client.name), &client.name);
            let bodies = client.calls.iter().filter_map(|call| match &call.body {
                CallBody::Fields(body) => Some(body.name.clone()),
                _ => None,
            });
            seen.extend(bodies.map(|name| (name, client.name.as_str())));
        }
        for (client, call) in
            clients.iter().flat_map(|it| it.calls.iter().map(move |call| (it, call)))
        {
            if let Some(other) = seen.insert(call.name.clone(), &client.name) {
                let message = format!(
                    "the call {:?} of {} has the name of another item of {other}",
                    call.name, client.name
                );
                let hint = "give one of them another name with `call: ...`".to_owned();
                self.report_with_hint(place.child(&client.name), message, hint);
            }
        }
    }
}
