//! Where the service is.

use super::Lowering;
use crate::model::{
    description::{Endpoint, EndpointVariable},
    source::Place,
};
use openapiv3::Server;

/// A server's URL, taken apart.
struct Address {
    /// What users give; empty where the description does not know it.
    endpoint: String,
    /// What stands behind that in every request.
    path: String,
}

impl Lowering<'_> {
    /// The first of the servers; the others stand for other places of the same service.
    pub fn lower_endpoint(&mut self, entry: &Place) -> Endpoint {
        let Some(server) = self.server(entry) else {
            return Endpoint { url: String::new(), variables: Vec::new() };
        };
        let url = address(&server).endpoint;
        let variables = server.variables.unwrap_or_default().into_iter();
        let variables = variables.filter(|(name, _)| url.contains(&format!("{{{name}}}")));
        // The default of what is the whole address can be no more than an example.
        let is_known = url.contains("://");
        let variables = variables.map(|(name, it)| EndpointVariable {
            name,
            docs: it.description,
            default: Some(it.default).filter(|it| is_known && !it.is_empty()),
            values: it.enumeration,
        });
        Endpoint { variables: variables.collect(), url }
    }

    /// What the path of an operation begins with, because it is no part of the endpoint.
    /// The operation's own servers, or those of its path, must be at that endpoint.
    pub fn base_path(&mut self, entry: &Place, item: &Place, operation: &Place) -> String {
        let general = self.server(entry).map(|it| address(&it));
        let own = [operation, item].into_iter().find_map(|it| Some((it, self.server(it)?)));
        let Some((place, own)) = own else {
            return general.map(|it| it.path).unwrap_or_default();
        };
        let own = address(&own);
        let without_scheme = |url: &str| url.split_once("://").map_or(url, |it| it.1).to_owned();
        let is_same =
            general.is_some_and(|it| without_scheme(&it.endpoint) == without_scheme(&own.endpoint));
        if !own.endpoint.is_empty() && !is_same {
            self.refuse(&place.child("servers"), "an operation at a server of its own");
        }
        own.path
    }

    fn server(&mut self, owner: &Place) -> Option<Server> {
        self.get(&owner.child("servers").child(0))
    }
}

/// A URL that the description gives as a whole is an endpoint with its path; one that is a
/// variable, as Azure's `{endpoint}`, has the path behind it, and a relative one is nothing but
/// path. A path with variables of which nobody knows the values is for users to give.
fn address(server: &Server) -> Address {
    let url = server.url.trim_end_matches('/');
    if let Some(host) = url.strip_prefix("//") {
        return Address { endpoint: format!("https://{host}"), path: String::new() };
    }
    if url.contains("://") {
        return Address { endpoint: url.to_owned(), path: String::new() };
    }
    let end = if url.starts_with('{') { url.find('}').map_or(0, |end| end + 1) } else { 0 };
    let (endpoint, rest) = url.split_at(end);
    let variables = server.variables.iter().flatten().filter(|(_, it)| !it.default.is_empty());
    let path = variables.fold(rest.to_owned(), |path, (name, it)| {
        path.replace(&format!("{{{name}}}"), &it.default)
    });
    let path = path.trim_start_matches("./").trim_matches('/');
    match path {
        "" | "." => Address { endpoint: endpoint.to_owned(), path: String::new() },
        path if path.contains('{') => Address { endpoint: url.to_owned(), path: String::new() },
        path => Address { endpoint: endpoint.to_owned(), path: format!("/{path}") },
    }
}
