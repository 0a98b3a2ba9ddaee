//! Keeps web pages away from `/__emulator/`. A page of any site can send requests to this machine;
//! only pages of the emulator itself may control it.

use axum::{
    Json,
    extract::Request,
    http::{
        HeaderMap, StatusCode, Uri,
        header::{HOST, ORIGIN},
    },
    middleware::Next,
    response::{IntoResponse, Response},
};
use serde_json::json;

/// Refuses requests that a browser sent for another site, and requests under a name that another
/// site can have.
pub(crate) async fn check(request: Request, next: Next) -> Response {
    match obstacle(request.headers()) {
        None => next.run(request).await,
        Some(message) => (StatusCode::FORBIDDEN, Json(json!({ "error": message }))).into_response(),
    }
}

fn obstacle(headers: &HeaderMap) -> Option<&'static str> {
    let text = |name| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    let authority = text(HOST).unwrap_or_default();
    if !is_local_name(authority) {
        return Some(
            "The Host header has to be an IP address, localhost, a name without a dot, or a name \
             that ends with .localhost or .internal.",
        );
    }
    // Browsers add the header to every request that could change something.
    let origin = text(ORIGIN)?;
    let (_, origin_authority) = origin.split_once("://").unwrap_or_default();
    (origin_authority != authority)
        .then_some("Web pages of other origins cannot control the emulator.")
}

/// A site can let its own name resolve to this machine, and then its pages have the emulator's
/// origin. It cannot do that with an address or with a name outside of the public DNS.
fn is_local_name(authority: &str) -> bool {
    let Ok(uri) = authority.parse::<Uri>() else { return false };
    let host = uri.host().unwrap_or_default().trim_start_matches('[').trim_end_matches(']');
    let host = host.to_ascii_lowercase();
    !host.is_empty()
        && (host.parse::<std::net::IpAddr>().is_ok()
            || !host.contains('.')
            || host.ends_with(".localhost")
            || host.ends_with(".internal"))
}

#[cfg(test)]
mod tests {
    use super::is_local_name;

    #[test]
    fn names_that_a_site_can_have_are_not_local() {
        let local = [
            "127.0.0.1:80",
            "192.168.1.7",
            "[::1]:80",
            "localhost:1",
            "LOCALHOST",
            "emulator:8080",
            "chat.localhost",
            "host.docker.internal:80",
        ];
        for name in local {
            assert!(is_local_name(name), "{name}");
        }
        let foreign = [
            "",
            "evil.example",
            "evil.example:80",
            "127.0.0.1.evil.example",
            "localhost.evil.example",
        ];
        for name in foreign {
            assert!(!is_local_name(name), "{name}");
        }
    }
}
