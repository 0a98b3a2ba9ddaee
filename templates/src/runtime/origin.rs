//! Where requests may go: to the endpoint's origin, and secrets to a safe one only.

use crate::runtime::failure::refused;
use azure_core::{Result, http::Url};
use std::net::IpAddr;

/// The URL of a service. Fails when `endpoint` is none, or has parts that requests would lose.
pub(crate) fn endpoint(endpoint: &str) -> Result<Url> {
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

/// The URL of a service that gets a token or a key with each request: `https`, or `http` to a
/// loopback address, where nobody can listen in.
pub(crate) fn endpoint_for_secrets(endpoint: &str) -> Result<Url> {
    let url = self::endpoint(endpoint)?;
    let host = url.host_str().unwrap_or_default();
    let address = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    let loopback = host == "localhost" || address.is_ok_and(|address| address.is_loopback());
    if url.scheme() == "https" || loopback {
        Ok(url)
    } else {
        Err(refused("the endpoint must be https, or http to a loopback address"))
    }
}

/// Fails when `url` is of another origin than `endpoint`, or brings a user name or a password,
/// of which the transport would make an `Authorization` header.
pub(crate) fn check(endpoint: &Url, url: &Url) -> Result<()> {
    let same = url.scheme() == endpoint.scheme()
        && url.host_str() == endpoint.host_str()
        && url.port_or_known_default() == endpoint.port_or_known_default();
    if same && url.username().is_empty() && url.password().is_none() {
        Ok(())
    } else {
        Err(refused("a link to another origin than the endpoint is not followed"))
    }
}

/// A link in the answer to a request to the URL `request`. It may be relative to that (RFC 3986,
/// section 5); where neither helps, it stays as it is, and is refused when it is followed.
pub(crate) fn absolute(request: &str, link: String) -> String {
    if link.starts_with("https://") || link.starts_with("http://") {
        return link;
    }
    match Url::parse(request).and_then(|request| request.join(&link)) {
        Ok(url) => url.into(),
        Err(_) => link,
    }
}
