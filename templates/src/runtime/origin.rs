//! Origins: where requests may go.

use crate::runtime::failure::refused;
use azure_core::{
    Result,
    http::{Context, Url},
};
use std::net::IpAddr;

/// The URL of a service.
///
/// # Errors
/// Returns an error if `endpoint` is not an `http` or `https` URL, if it has parts that requests
/// would lose, or if it has a semicolon: the rest of a connection string is a secret, which debug
/// output would show. The error does not show the endpoint.
pub(crate) fn endpoint(endpoint: &str) -> Result<Url> {
    if endpoint.contains(';') {
        return Err(refused(
            "the endpoint contains a semicolon; pass only the URL of a connection string",
        ));
    }
    let url = Url::parse(endpoint.trim_end_matches('/'))
        .map_err(|error| refused(format!("the endpoint is not a URL: {error}")))?;
    let extra = [!url.username().is_empty(), url.password().is_some()];
    if !matches!(url.scheme(), "http" | "https") {
        Err(refused("the endpoint must be a URL of https, or of http"))
    } else if extra.contains(&true) || url.query().is_some() || url.fragment().is_some() {
        Err(refused("the endpoint must be a URL without user, query and fragment"))
    } else {
        Ok(url)
    }
}

/// The URL of a service that receives a token or a key with each request: `https`, or `http` to a
/// loopback address, where nobody can listen.
pub(crate) fn endpoint_for_secrets(endpoint: &str) -> Result<Url> {
    let url = self::endpoint(endpoint)?;
    if url.scheme() == "https" || is_loopback(&url) {
        Ok(url)
    } else {
        Err(refused("the endpoint must be https, or http to a loopback address"))
    }
}

/// Returns `true` if the host is `localhost` or a loopback address.
pub(crate) fn is_loopback(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    let address = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    host == "localhost" || address.is_ok_and(|address| address.is_loopback())
}

/// In the context of a list: further origins that links may lead to.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct LinkOrigins(pub Vec<Url>);

/// Checks that a request may go to `url`.
///
/// # Errors
/// Returns an error if `url` has another origin than `endpoint`, and the context does not allow it,
/// or if it has a user name or a password, which the transport would send in an `Authorization`
/// header.
pub(crate) fn check(endpoint: &Url, url: &Url, context: &Context<'_>) -> Result<()> {
    let is_allowed = || {
        let origins = context.value::<LinkOrigins>().into_iter().flat_map(|allowed| &allowed.0);
        origins.into_iter().any(|allowed| is_same(allowed, url))
    };
    if !url.username().is_empty() || url.password().is_some() {
        Err(refused("a link with a user name or a password is not followed"))
    } else if is_same(endpoint, url) || is_allowed() {
        Ok(())
    } else {
        Err(refused("a link to another origin than the endpoint is not followed"))
    }
}

/// Returns `true` if two URLs have the same origin: scheme, host and port.
pub(crate) fn is_same(one: &Url, other: &Url) -> bool {
    one.scheme() == other.scheme()
        && one.host_str() == other.host_str()
        && one.port_or_known_default() == other.port_or_known_default()
}

/// Resolves a link in the response to a request to `request` (RFC 3986, section 5). A link that
/// cannot be resolved stays unchanged, and is refused when it is followed.
pub(crate) fn absolute(request: &str, link: String) -> String {
    if link.starts_with("https://") || link.starts_with("http://") {
        return link;
    }
    match Url::parse(request).and_then(|request| request.join(&link)) {
        Ok(url) => url.into(),
        Err(_) => link,
    }
}
