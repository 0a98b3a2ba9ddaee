//! The address of the service, from `servers`.

use super::Lowering;
use crate::{
    model::description::{Endpoint, EndpointVariable, OwnServer},
    read::Node,
};
use serde_json::Value;

/// The URL of a server in two parts.
struct Address {
    /// The part that users give; empty if the description does not know it.
    endpoint: String,
    /// The path behind it, which every request has.
    path: String,
}

impl<'a> Lowering<'a> {
    /// The endpoint of the first server. Further servers are other places of the same service.
    pub fn lower_endpoint(&self) -> Endpoint {
        let Some(server) = &self.server else {
            return Endpoint { url: String::new(), variables: Vec::new() };
        };
        let url = address(server).endpoint;
        let variables = server.entries("variables");
        let variables = variables.filter(|(name, _)| url.contains(&format!("{{{name}}}")));
        // The default of a variable that is the whole address can only be an example.
        let is_known = url.contains("://");
        let variables = variables.map(|(name, it)| EndpointVariable {
            name: name.to_owned(),
            docs: it.text("description").map(str::to_owned),
            default: it.text("default").filter(|it| is_known && !it.is_empty()).map(str::to_owned),
            values: it.list("enum").iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        });
        Endpoint { variables: variables.collect(), url }
    }

    /// The beginning of an operation's path that is not part of the endpoint, and the server of the
    /// operation or of its path, if it is another one.
    pub fn base_path(&self, item: &Node<'a>, operation: &Node<'a>) -> (String, Option<OwnServer>) {
        let general = self.server.as_ref().map(address);
        let Some(server) = [operation, item].into_iter().find_map(server) else {
            return (general.map(|it| it.path).unwrap_or_default(), None);
        };
        let own = address(&server);
        let without_scheme = |url: &str| url.split_once("://").map_or(url, |it| it.1).to_owned();
        let is_same =
            general.is_some_and(|it| without_scheme(&it.endpoint) == without_scheme(&own.endpoint));
        if own.endpoint.is_empty() || is_same {
            return (own.path, None);
        }
        let template = [own.endpoint, own.path].concat();
        let variables = server.entries("variables");
        let url = variables.fold(template.clone(), |url, (name, it)| {
            url.replace(&format!("{{{name}}}"), it.text("default").unwrap_or_default())
        });
        let url = (url.contains("://") && !url.contains('{')).then_some(url);
        (String::new(), Some(OwnServer { template, url }))
    }
}

/// The server of the whole description. Without one, it is the first server of a path or of an
/// operation.
pub fn general_server<'a>(entry: &Node<'a>) -> Option<Node<'a>> {
    let items = || entry.entries("paths").map(|it| it.1);
    let operations = || items().flat_map(|it| it.into_entries().map(|it| it.1));
    server(entry)
        .or_else(|| items().find_map(|it| server(&it)))
        .or_else(|| operations().find_map(|it| server(&it)))
}

fn server<'a>(owner: &Node<'a>) -> Option<Node<'a>> {
    owner.items("servers").next()
}

/// Splits a server's URL. An absolute URL is an endpoint with its path. A variable such as Azure's
/// `{endpoint}` is an endpoint with a path behind it. A relative URL is only a path. A path with
/// variables whose values are not known is for users to give, so it belongs to the endpoint.
fn address(server: &Node) -> Address {
    let url = server.text("url").unwrap_or_default().trim_end_matches('/');
    if let Some(host) = url.strip_prefix("//") {
        return Address { endpoint: format!("https://{host}"), path: String::new() };
    }
    if url.contains("://") {
        return Address { endpoint: url.to_owned(), path: String::new() };
    }
    let end = if url.starts_with('{') { url.find('}').map_or(0, |end| end + 1) } else { 0 };
    let (endpoint, rest) = url.split_at(end);
    let defaults = server.entries("variables").map(|(name, it)| (name, it.text("default")));
    let path = defaults.fold(rest.to_owned(), |path, (name, default)| match default {
        Some(default) if !default.is_empty() => path.replace(&format!("{{{name}}}"), default),
        _ => path,
    });
    let path = path.trim_start_matches("./").trim_matches('/');
    match path {
        "" | "." => Address { endpoint: endpoint.to_owned(), path: String::new() },
        path if path.contains('{') => Address { endpoint: url.to_owned(), path: String::new() },
        path => Address { endpoint: endpoint.to_owned(), path: format!("/{path}") },
    }
}
