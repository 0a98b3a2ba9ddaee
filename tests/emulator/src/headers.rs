//! The headers that the service adds to every response.

use crate::{contract::Api, version::supported};
use axum::{
    extract::Request,
    http::{
        HeaderMap, HeaderName, HeaderValue,
        header::{HOST, STRICT_TRANSPORT_SECURITY},
        uri::Authority,
    },
    response::Response,
};
use base64::{
    Engine,
    engine::general_purpose::{STANDARD, STANDARD_NO_PAD},
};
use std::{net::IpAddr, sync::LazyLock, time::Instant};
use tower_http::cors::{AllowHeaders, AllowMethods, Any, CorsLayer};

const API_SUPPORTED_VERSIONS: HeaderName = HeaderName::from_static("api-supported-versions");
const CLIENT_REQUEST_ID: HeaderName = HeaderName::from_static("x-ms-client-request-id");
const RETURN_CLIENT_REQUEST_ID: &str = "x-ms-return-client-request-id";

/// Adds the headers of the service. Nothing depends on the ids in them, so a fast generator that
/// can be predicted makes them: the operating system's costs a system call for each request.
pub(crate) async fn add(request: Request, next: impl AsyncFnOnce(Request) -> Response) -> Response {
    let arrived = Instant::now();
    let api = Api::of_path(request.uri().path());
    let client_request_id = returned_id(api, request.headers());
    let loopback = is_loopback(request.headers());
    let mut response = next(request).await;
    let headers = response.headers_mut();
    headers.reserve(12); // Once for these headers and for those of CORS.
    if let Some(id) = client_request_id {
        headers.insert(CLIENT_REQUEST_ID, id);
    }
    headers.insert(API_SUPPORTED_VERSIONS, versions(api));
    if !loopback {
        headers.insert(STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=2592000"));
    }
    if api == Api::Identity {
        headers.insert("request-context", HeaderValue::from_static("appId="));
    }
    let mut random = [0; 32];
    fastrand::fill(&mut random);
    let texts = [
        ("ms-cv", format!("{}.0", STANDARD_NO_PAD.encode(&random[..16]))),
        ("x-azure-ref", format!("0{}", STANDARD.encode(random))),
        ("x-processing-time", format!("{}ms", arrived.elapsed().as_millis())),
    ];
    for (name, text) in texts {
        if let Ok(value) = HeaderValue::try_from(text) {
            headers.insert(name, value);
        }
    }
    response
}

/// The id that a client gave its request. The Chat API returns it only when asked to.
fn returned_id(api: Api, headers: &HeaderMap) -> Option<HeaderValue> {
    let asked = || headers.get(RETURN_CLIENT_REQUEST_ID).is_some_and(|value| value == "true");
    let id = headers.get(CLIENT_REQUEST_ID)?;
    (api == Api::Identity || asked()).then(|| id.clone())
}

/// Browsers apply `Strict-Transport-Security` to all ports of a host. For a name of this machine that
/// would be every other server on it.
fn is_loopback(headers: &HeaderMap) -> bool {
    let authority = headers.get(HOST).and_then(|host| Authority::try_from(host.as_bytes()).ok());
    authority.is_some_and(|authority| {
        let host = authority.host().trim_start_matches('[').trim_end_matches(']');
        let is_loopback_address = host.parse().is_ok_and(|ip: IpAddr| ip.is_loopback());
        is_loopback_address || is_localhost(host)
    })
}

/// Browsers resolve `localhost` and the names below it to loopback addresses.
fn is_localhost(host: &str) -> bool {
    let name = host.trim_end_matches('.').to_ascii_lowercase();
    name == "localhost" || name.ends_with(".localhost")
}

fn versions(api: Api) -> HeaderValue {
    static CHAT: LazyLock<HeaderValue> = LazyLock::new(|| listed(Api::Chat));
    static IDENTITY: LazyLock<HeaderValue> = LazyLock::new(|| listed(Api::Identity));
    match api {
        Api::Chat => CHAT.clone(),
        Api::Identity => IDENTITY.clone(),
    }
}

fn listed(api: Api) -> HeaderValue {
    HeaderValue::from_str(&supported(api).join(", ")).unwrap_or(HeaderValue::from_static(""))
}

/// Web pages of every origin may call the two APIs, as they may call the service.
pub(crate) fn cors() -> CorsLayer {
    CorsLayer::new()
        .allow_origin(Any)
        // `*` would not allow `Authorization`.
        .allow_headers(AllowHeaders::mirror_request())
        .allow_methods(AllowMethods::mirror_request())
        .expose_headers(Any)
}
