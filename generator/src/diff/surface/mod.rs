//! The elements of a description, in its words and in those of the crate that it becomes.
//!
//! What stands in the models is taken apart here without `..`: what they gain is an error until
//! somebody says what its change means.

mod clients;
mod hidden;
mod inputs;
mod operations;
mod responses;
mod types;
mod words;

use super::element::{Aspect, Element, Facet, Kind, Level};
use crate::model::{
    description::{Api, Endpoint, EndpointVariable},
    package::{Client, Constructor, Module, Origin},
    source::Place,
};

/// A description, and the module of the stand-alone crate that it becomes.
#[derive(Clone, Copy)]
struct Surface<'a> {
    api: &'a Api,
    module: &'a Module,
}

/// The description as an element, with all that it has. `root` is the place of its file.
pub fn elements(api: &Api, module: &Module, root: &Place) -> Element {
    let surface = Surface { api, module };
    let Api {
        title,
        docs,
        version,
        takes_api_version,
        endpoint,
        // Clients say what authorizes them.
        security: _,
        operations: described,
        types,
    } = api;
    let Module { name: _, feature: _, docs: _, source: _, extensions: _, clients, models } = module;
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

/// Where the service is. The endpoint is an argument of the clients' constructors, so another shape
/// asks callers for another value; one that the description gives as a whole is a constant.
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
