//! Where the service is.

use super::Lowering;
use crate::model::{
    api::{Endpoint, EndpointVariable},
    source::Place,
};
use openapiv3::Server;

impl Lowering<'_> {
    /// The first of the servers; the others stand for other places of the same service.
    pub fn lower_endpoint(&mut self, entry: &Place) -> Endpoint {
        let Some(server) = self.server(entry) else {
            return Endpoint { url: String::new(), variables: Vec::new() };
        };
        let (url, _) = split(&server.url);
        let variables = server.variables.unwrap_or_default().into_iter();
        let variables =
            variables.map(|(name, variable)| EndpointVariable { name, docs: variable.description });
        Endpoint { url: url.to_owned(), variables: variables.collect() }
    }

    /// What every path begins with, because it is no part of the endpoint.
    pub fn base_path(&mut self, entry: &Place) -> String {
        let server = self.server(entry);
        server.map(|it| split(&it.url).1.trim_end_matches('/').to_owned()).unwrap_or_default()
    }

    fn server(&mut self, entry: &Place) -> Option<Server> {
        self.get(&entry.child("servers").child(0))
    }
}

/// The endpoint that users give, and the path that stands behind it in every request. A URL that
/// the description gives as a whole is an endpoint with its path; one that is a variable, as
/// Azure's `{endpoint}`, has the path behind it, and a relative one is nothing but path.
fn split(url: &str) -> (&str, &str) {
    if url.starts_with('/') {
        return ("", url);
    }
    match url.find('}') {
        Some(end) if url.starts_with('{') => url.split_at(end + 1),
        _ => (url, ""),
    }
}
