//! Operations with a server of their own.

use crate::runtime::{call::Call, origin};
use azure_core::http::Url;

/// Sends a call to another server than the endpoint.
pub(crate) trait OwnServer {
    /// Sends the call to the server that the description names, `url`, which it names beside its
    /// endpoint. The call is an error if the description does not know both, or if the client has
    /// another endpoint: the server would get credentials that belong to that one. A server at the
    /// origin of the described endpoint is at that of the client, too.
    fn served_by(&mut self, url: Option<&str>, endpoint: Option<&str>);

    /// Sends the call to this server, with the credentials of the client.
    fn server(&mut self, url: &str);
}

const NOT_KNOWN: &str = "the operation has a server of its own, which the client does not know for \
                         its endpoint; call `server`";
const NOT_A_URL: &str = "server must be a URL of https, or of http, without query and fragment";

impl<B> OwnServer for Call<B> {
    fn served_by(&mut self, url: Option<&str>, endpoint: Option<&str>) {
        let [url, described] = [url, endpoint].map(|it| Url::parse(it?).ok());
        let known = url.zip(described).and_then(|(url, described)| {
            let given = self.parts.service.endpoint();
            if origin::is_same(&url, &described) {
                let mut own = given.clone();
                own.set_path(url.path());
                return Some(own);
            }
            origin::is_same(&described, given).then_some(url)
        });
        match known {
            Some(url) => self.server(url.as_str()),
            None => self.refuse_if(true, NOT_KNOWN),
        }
    }

    fn server(&mut self, url: &str) {
        self.refuse_if(false, NOT_KNOWN);
        let Ok(server) = origin::endpoint(url) else { return self.refuse_if(true, NOT_A_URL) };
        self.refuse_if(false, NOT_A_URL);
        // Without this, the policies that authorize would refuse the request.
        if origin::endpoint_for_secrets(url).is_ok() {
            self.allow_origin(server.clone());
        }
        let before = base(self.parts.service.endpoint()).len();
        if let Ok(path) = &mut self.parts.path {
            path.replace_range(..before, base(&server));
        }
        self.parts.service = self.parts.service.moved_to(server);
    }
}

/// The path with which those of the operations begin.
fn base(endpoint: &Url) -> &str {
    endpoint.path().trim_end_matches('/')
}
