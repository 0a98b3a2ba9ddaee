//! Clients.

use super::{Surface, words};
use crate::{
    diff::element::{Aspect, Element, Facet, Kind},
    model::{
        description::Operation,
        package::{
            Alternative, Call, Client, Constructor, Credential, CredentialKind, HeldParameter,
            Origin, Visibility,
        },
    },
};

impl<'a> Surface<'a> {
    pub(super) fn client(&self, client: &Client) -> Element {
        let Client { name, module: _, docs: _, origin, held, children: _, calls } = client;
        let mut operations = self.api.operations.iter();
        let first = operations.find(|operation| calls.iter().any(|call| is_of(call, operation)));
        // A client that only creates other clients has the place of the first operation.
        let place = first.or(self.api.operations.first());
        let place = place.map(|it| it.place.clone()).unwrap_or_default();
        let mut element =
            Element::new(Kind::Client, name.clone(), &place, format!("struct `{name}`"));
        element.facets.extend(match origin {
            Origin::New(constructor) => self.security(constructor),
            Origin::Parent => [
                Facet::said(Aspect::Security, words::requirements(&self.api.security))
                    .rust("a method of another client".to_owned()),
                Facet::said(Aspect::Alternatives, None),
                Facet::said(Aspect::Policy, None),
            ],
        });
        let held = held.iter().map(|it| {
            let HeldParameter { name, wire_name, docs: _ } = it;
            (wire_name.clone(), format!("`{name}`"))
        });
        let (said, rust): (Vec<_>, Vec<_>) = held.unzip();
        element.facets.push(words::list(Aspect::Held, &said, &rust));
        element
    }

    fn security(&self, constructor: &Constructor) -> [Facet; 3] {
        let Constructor {
            docs: _,
            // It follows from the name of the client.
            options: _,
            // These two are the same for all clients, so they are facets of the description.
            api_version: _,
            default_endpoint: _,
            // Only traces show it.
            namespace: _,
            credentials,
            // Operations say which of the credentials they need.
            by_scheme: _,
            alternatives,
            lints: _,
            with_policy,
            // How bodies are written.
            has_xml: _,
        } = constructor;
        let with_policy = (*with_policy == Some(Visibility::Users)).then_some("`with_policy`");
        let alternatives = alternatives.iter().map(|it| {
            let Alternative { method, docs: _, credentials, scheme: _, lints: _ } = it;
            constructor_with(method, credentials)
        });
        let alternatives = alternatives.reduce(|all, it| format!("{all}, {it}"));
        [
            Facet::said(Aspect::Security, words::requirements(&self.api.security))
                .rust(constructor_with("new", credentials)),
            Facet::said(Aspect::Alternatives, None).rust(alternatives),
            Facet::said(Aspect::Policy, None).rust(with_policy.map(str::to_owned)),
        ]
    }

    /// The call that an operation becomes, and its client.
    pub(super) fn call_of(&self, operation: &Operation) -> Option<(&'a Client, &'a Call)> {
        let clients = self.module.clients.iter();
        let mut calls = clients.flat_map(|client| client.calls.iter().map(move |it| (client, it)));
        calls.find(|(_, call)| is_of(call, operation))
    }
}

/// The constructor, described by the types of its arguments. If it takes several keys, their names
/// tell them apart.
fn constructor_with(method: &str, credentials: &[Credential]) -> String {
    let is_key = |it: &&Credential| {
        matches!(it.kind, CredentialKind::Key { .. } | CredentialKind::Scheme(_))
    };
    let has_names = credentials.iter().filter(is_key).count() > 1;
    let arguments =
        credentials.iter().map(|Credential { argument, kind }| match kind {
            CredentialKind::Basic => "a name and a password".to_owned(),
            CredentialKind::Token { scopes: _ } => "a `TokenCredential`".to_owned(),
            CredentialKind::Scheme(_) | CredentialKind::Key { location: _, name: _ } => {
                if has_names { format!("the key `{argument}`") } else { "a key".to_owned() }
            }
        });
    match arguments.collect::<Vec<_>>().join(", ") {
        none if none.is_empty() => format!("`{method}` without a credential"),
        arguments => format!("`{method}` with {arguments}"),
    }
}

fn is_of(call: &Call, operation: &Operation) -> bool {
    call.operation_id == operation.id
}
