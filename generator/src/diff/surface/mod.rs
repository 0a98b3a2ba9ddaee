//! The elements of a description, in its own words and in those of the crate that it becomes.
//!
//! The models are destructured here without `..`, so a new field does not compile until its changes
//! have a level.

mod clients;
mod hidden;
mod inputs;
mod operations;
mod responses;
mod types;
mod words;
mod xml;

use super::element::{Aspect, Element, Facet, Kind, Level};
use crate::model::{
    description::{Api, Endpoint, EndpointVariable},
    package::{Client, Constructor, Module, Origin},
    source::Place,
};

/// A description, and the module of the crate that it becomes.
#[derive(Clone, Copy)]
struct Surface<'a> {
    api: &'a Api,
    module: &'a Module,
}

/// The description as an element with all its children. `root` is the place of its file.
pub fn elements(api: &Api, module: &Module, root: &Place) -> Element {
    let surface = Surface { api, module };
    let Api {
        title,
        docs,
        version,
        takes_api_version,
        endpoint,
        // Each client has its own security.
        security: _,
        operations: described,
        types,
        // Each type has its own.
        xml_objects: _,
    } = api;
    let Module {
        name: _,
        feature: _,
        docs: _,
        source: _,
        extensions: _,
        models_docs: _,
        calls_docs: _,
        clients,
        models,
        // It follows from the description.
        xml: _,
    } = module;
    let version = if *takes_api_version {
        Facet::said(Aspect::ApiVersion, version.clone())
            .said_is(Level::Minor)
            .rust("the clients' option `api_version`".to_owned())
    } else {
        Facet::said(Aspect::ApiVersion, version.clone())
    };
    let place = root.child("info");
    let mut element = Element::new(Kind::Description, title, &place, String::new());
    let variables = endpoint.variables.iter().map(|it| it.docs.as_ref());
    element.facets =
        vec![words::all([Some(title), docs.as_ref()].into_iter().chain(variables)), version];
    element.facets.extend(endpoint_facets(endpoint, clients));
    element.children.extend(clients.iter().map(|client| surface.client(client)));
    element.children.extend(described.iter().filter_map(|it| surface.operation(it)));
    element.children.extend(models.iter().filter_map(|model| surface.ty(model)));
    element.children.extend(types.iter().filter_map(|it| surface.hidden(it)));
    element
}

/// The endpoint is an argument of the clients' constructors, so a different shape asks callers for
/// a different value. An endpoint without variables is a constant.
fn endpoint_facets(endpoint: &Endpoint, clients: &[Client]) -> [Facet; 2] {
    let Endpoint { url, variables } = endpoint;
    let mut shape = url.clone();
    for EndpointVariable { name, docs: _, default: _, values: _ } in variables {
        shape = shape.replace(&format!("{{{name}}}"), "{}");
    }
    let default = clients.iter().find_map(|client| match &client.origin {
        Origin::New(Constructor { default_endpoint, .. }) => default_endpoint.as_ref(),
        Origin::Parent => None,
    });
    let given = default.is_none().then(|| format!("an endpoint like {shape}"));
    [
        Facet::said(Aspect::Endpoint, words::endpoint(endpoint)).rust(given),
        Facet::said(Aspect::DefaultEndpoint, default.cloned())
            .rust(default.map(|_| "the constant `DEFAULT_ENDPOINT`".to_owned())),
    ]
}
