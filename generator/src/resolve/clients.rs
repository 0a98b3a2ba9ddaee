//! Clients: their constructors, the path parameters that they hold, and their calls.

use super::{
    calls::{self, Draft},
    docs, endpoints, lints,
    names::{NamePool, field_name},
    security::Credentials,
    types::Types,
    xml::has_xml,
};
use crate::{
    model::{
        description::Api,
        package::{
            Alternative, Call, Child, Client, Constructor, Credential, CredentialKind,
            HeldParameter, InputType, Lint, Origin, Visibility,
        },
        wire::ParameterLocation,
    },
    sdk::{SdkClient, SdkModule},
};

/// The clients of one module.
pub fn clients(types: &Types, sdk: &SdkModule) -> Vec<Client> {
    let credentials = Credentials::new(types.api, sdk);
    let entries = || sdk.clients.iter();
    let builders = entries().flat_map(|(_, it)| it.operations.values()).map(calls::name);
    let mut pool = NamePool::with(builders);
    let clients = entries().map(|(name, entry)| {
        let held = held(types.api, entry);
        Client {
            name: name.clone(),
            module: field_name(name),
            docs: client_docs(entry),
            origin: match &entry.parent {
                Some(_) => Origin::Parent,
                None => Origin::New(constructor(types.api, name, entry, &credentials)),
            },
            children: children(types.api, sdk, name),
            calls: client_calls(types, sdk, (name, entry), &held, &credentials, &mut pool),
            held,
        }
    });
    clients.collect()
}

fn client_docs(entry: &SdkClient) -> String {
    let docs = entry.docs.trim();
    format!("{docs}\n\nCloning is cheap: clones share one pipeline and its connections.")
}

/// The clients that the methods of `parent` create.
fn children(api: &Api, sdk: &SdkModule, parent: &str) -> Vec<Child> {
    let children = sdk.clients.iter().filter(|(_, it)| it.parent.as_deref() == Some(parent));
    let children = children.map(|(name, entry)| Child {
        method: field_name(name),
        client: name.clone(),
        docs: format!("Returns a [`{name}`] that shares this client's pipeline. Sends nothing."),
        held: held(api, entry),
    });
    children.collect()
}

/// The path parameters that a client holds.
fn held(api: &Api, entry: &SdkClient) -> Vec<HeldParameter> {
    let operations = || api.operations.iter().filter(|it| entry.operations.contains_key(&it.id));
    let mut pool = NamePool::with(["endpoint", "service"]);
    let held = entry.holds.iter().map(|wire_name| {
        let parameter = operations()
            .flat_map(|it| &it.parameters)
            .find(|it| it.location == ParameterLocation::Path && it.name == *wire_name);
        let docs = parameter.and_then(|it| it.docs.as_deref());
        HeldParameter {
            name: pool.claim(field_name(wire_name)),
            docs: docs::markdown_or(docs, || format!("`{wire_name}`.")),
            wire_name: wire_name.clone(),
        }
    });
    held.collect()
}

fn client_calls(
    types: &Types,
    sdk: &SdkModule,
    (client, entry): (&str, &SdkClient),
    held: &[HeldParameter],
    credentials: &Credentials,
    pool: &mut NamePool,
) -> Vec<Call> {
    let mut methods = NamePool::with(["clone", "cmp", "endpoint", "new", "with_policy"]);
    let children = sdk.clients.iter().filter(|(_, it)| it.parent.as_deref() == Some(client));
    children.map(|(child, _)| field_name(child)).for_each(|it| drop(methods.claim(it)));
    let constructors = credentials.alternatives.iter().filter(|_| entry.parent.is_none());
    constructors.for_each(|(method, _)| drop(methods.claim(method.clone())));
    held.iter().for_each(|it| drop(methods.claim(it.name.clone())));
    let calls = entry.operations.iter().filter_map(|(id, entry)| {
        let operation = types.api.operations.iter().find(|it| it.id == *id)?;
        let draft = Draft {
            types,
            operation,
            sdk,
            entry,
            client,
            held,
            method: methods.claim(field_name(&entry.method)),
            authorized_by: credentials.of_call(types.api, operation),
        };
        Some(draft.call(pool))
    });
    calls.collect()
}

fn constructor(
    api: &Api,
    client: &str,
    entry: &SdkClient,
    credentials: &Credentials,
) -> Constructor {
    let several = credentials.credentials.len() > 1;
    let selective = credentials.are_selective(api);
    let others = &credentials.alternatives;
    let credentials = credentials.credentials.clone();
    let by_scheme = several || (selective && !credentials.is_empty());
    let endpoint = endpoints::docs(&api.endpoint);
    let alternatives = others.iter().map(|(method, others)| Alternative {
        method: method.clone(),
        docs: constructor_docs(others, &endpoint),
        credentials: others.clone(),
        scheme: credentials
            .first()
            .map(|it| it.argument.clone())
            .filter(|_| by_scheme || others.len() > 1),
        lints: constructor_lints(others),
    });
    Constructor {
        docs: constructor_docs(&credentials, &endpoint),
        options: format!("{client}Options"),
        api_version: api.takes_api_version.then(|| api.version.clone()),
        default_endpoint: endpoints::default(&api.endpoint),
        has_xml: api.operations.iter().any(has_xml),
        namespace: entry.namespace.clone(),
        by_scheme,
        alternatives: alternatives.collect(),
        lints: constructor_lints(&credentials),
        credentials,
        with_policy: match (entry.policies, entry.other_credentials) {
            (true, _) => Some(Visibility::Users),
            (false, true) => Some(Visibility::Extensions),
            (false, false) => None,
        },
    }
}

/// The arguments are the endpoint, the credentials and the options.
fn constructor_lints(credentials: &[Credential]) -> Vec<Lint> {
    let of_credential = |it: &Credential| match it.kind {
        CredentialKind::Basic => 2,
        CredentialKind::Key { .. } | CredentialKind::Scheme(_) | CredentialKind::Token { .. } => 1,
    };
    let count: usize = credentials.iter().map(of_credential).sum();
    let arguments = vec![InputType::AsRefStr; count + 2];
    lints::of_function(false, arguments.iter())
}

fn constructor_docs(credentials: &[Credential], endpoint: &str) -> String {
    let words: Vec<String> = credentials.iter().map(credential_docs).collect();
    let verb = match credentials {
        [one] if matches!(one.kind, CredentialKind::Key { .. } | CredentialKind::Scheme(_)) => {
            "authorizes"
        }
        _ => "authorize",
    };
    let authorizes = match words.is_empty() {
        true => String::new(),
        false => format!(". {} {verb} its requests", capitalized(&words.join(" and "))),
    };
    let errors = match credentials.is_empty() {
        true => "Returns an error if `endpoint` is not an `http` or `https` URL.",
        false => {
            "Returns an error if `endpoint` is neither an `https` URL nor an `http` URL with a \
             loopback address."
        }
    };
    format!(
        "Creates a client of the service at `endpoint`{authorizes}.\n\n`endpoint`: {endpoint}\n\n\
         # Errors\n{errors}"
    )
}

fn capitalized(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}

fn credential_docs(credential: &Credential) -> String {
    let name = &credential.argument;
    match credential.kind {
        CredentialKind::Token { .. } => format!("the tokens of `{name}`"),
        CredentialKind::Key { .. } | CredentialKind::Scheme(_) => format!("`{name}`"),
        CredentialKind::Basic => format!("`{name}` and `password`"),
    }
}
