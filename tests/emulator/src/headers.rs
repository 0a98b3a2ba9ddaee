//! The headers that the service adds to every response.

use crate::{contract::Api, service::random, version::supported};
use axum::{
    extract::Request,
    http::{HeaderMap, HeaderName, HeaderValue, header::STRICT_TRANSPORT_SECURITY},
    middleware::Next,
    response::Response,
};
use base64::{
    Engine,
    engine::general_purpose::{STANDARD, STANDARD_NO_PAD},
};
use std::{sync::LazyLock, time::Instant};
use tower_http::cors::{AllowHeaders, AllowMethods, Any, CorsLayer};

const API_SUPPORTED_VERSIONS: HeaderName = HeaderName::from_static("api-supported-versions");
const CLIENT_REQUEST_ID: HeaderName = HeaderName::from_static("x-ms-client-request-id");
const RETURN_CLIENT_REQUEST_ID: &str = "x-ms-return-client-request-id";

/// Adds the headers of the service. Clients only read them, so ids in them are random.
pub(crate) async fn add(request: Request, next: Next) -> Response {
    let arrived = Instant::now();
    let api = Api::of_path(request.uri().path());
    let client_request_id = returned_id(api, request.headers());
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.reserve(12); // Once for these headers and for those of CORS.
    if let Some(id) = client_request_id {
        headers.insert(CLIENT_REQUEST_ID, id);
    }
    headers.insert(API_SUPPORTED_VERSIONS, versions(api));
    headers.insert(STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=2592000"));
    if api == Api::Identity {
        headers.insert("request-context", HeaderValue::from_static("appId="));
    }
    let random = random();
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
