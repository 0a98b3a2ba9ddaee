//! Clients.

use super::{Surface, words};
use crate::{
    diff::element::{Aspect, Element, Facet, Kind},
    model::{
        api::Operation,
        package::{Call, Client, Constructor, Credential, HeldParameter, Origin},
    },
};

impl<'a> Surface<'a> {
    pub(super) fn client(&self, client: &Client) -> Element {
        let Client { name, module: _, docs: _, origin, held, children: _, calls } = client;
        let mut operations = self.api.operations.iter();
        let first = operations.find(|operation| calls.iter().any(|call| is_of(call, operation)));
        let place = first.map(|it| it.place.clone()).unwrap_or_default();
        let mut element =
            Element::new(Kind::Client, name.clone(), &place, format!("struct `{name}`"));
        if let Origin::New(constructor) = origin {
            element.facets.push(self.security(constructor));
        }
        let held = held.iter().map(|it| {
            let HeldParameter { name, wire_name, docs: _ } = it;
            (wire_name.clone(), format!("`{name}`"))
        });
        let (said, rust): (Vec<_>, Vec<_>) = held.unzip();
        element.facets.push(words::list(Aspect::Held, &said, &rust));
        element
    }

    fn security(&self, constructor: &Constructor) -> Facet {
        let Constructor {
            // These two are the same for all clients: facets of the description.
            api_version: _,
            default_endpoint: _,
            endpoint_docs: _,
            credential,
            other_credentials: _,
        } = constructor;
        let credential = match credential {
            Credential::None => "`new` without a credential",
            Credential::Token { scopes: _ } => "`new` with a `TokenCredential`",
            Credential::Key { location: _, name: _ } => "`new` with a key",
        };
        let said = self.api.security.iter().map(words::security).collect::<Vec<_>>().join(" or ");
        let said = if said.is_empty() { "none".to_owned() } else { said };
        Facet::said(Aspect::Security, said).rust(credential.to_owned())
    }

    /// The call that an operation becomes, and its client.
    pub(super) fn call_of(&self, operation: &Operation) -> Option<(&'a Client, &'a Call)> {
        let clients = self.module.clients.iter();
        let mut calls = clients.flat_map(|client| client.calls.iter().map(move |it| (client, it)));
        calls.find(|(_, call)| is_of(call, operation))
    }
}

fn is_of(call: &Call, operation: &Operation) -> bool {
    call.path == operation.path && call.http_method == operation.method
}
