//! The web page at `/__emulator/`: its files, and the routes that only it needs.

mod live;
mod resource;

use crate::service::Service;
use axum::{
    Router,
    http::header::{
        CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY,
        X_CONTENT_TYPE_OPTIONS,
    },
    response::{IntoResponse, Redirect},
    routing::{get, post},
};
use std::sync::Arc;

const HTML: &str = "text/html; charset=utf-8";
const CSS: &str = "text/css; charset=utf-8";
const SVG: &str = "image/svg+xml";
const SCRIPT: &str = "text/javascript; charset=utf-8";

/// Paths below `/__emulator/`, content types, and files.
const FILES: [(&str, &str, &str); 13] = [
    ("", HTML, include_str!("index.html")),
    ("style.css", CSS, include_str!("style.css")),
    ("icon.svg", SVG, include_str!("icon.svg")),
    ("api.js", SCRIPT, include_str!("api.js")),
    ("app.js", SCRIPT, include_str!("app.js")),
    ("clock.js", SCRIPT, include_str!("clock.js")),
    ("dom.js", SCRIPT, include_str!("dom.js")),
    ("events.js", SCRIPT, include_str!("events.js")),
    ("faults.js", SCRIPT, include_str!("faults.js")),
    ("names.js", SCRIPT, include_str!("names.js")),
    ("requests.js", SCRIPT, include_str!("requests.js")),
    ("threads.js", SCRIPT, include_str!("threads.js")),
    ("users.js", SCRIPT, include_str!("users.js")),
];

/// The page runs its own scripts alone, talks to its own origin alone, and turns no text into markup.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
    connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
    require-trusted-types-for 'script'; trusted-types 'none'";

pub(crate) fn routes() -> Router<Arc<Service>> {
    let files = FILES.into_iter().fold(Router::new(), |routes, (path, content_type, text)| {
        routes.route(&format!("/__emulator/{path}"), get(async move || file(content_type, text)))
    });
    files
        .route("/__emulator", get(async || Redirect::permanent("/__emulator/")))
        .route("/__emulator/events", get(live::events))
        .route("/__emulator/resource", get(resource::resource))
        .route("/__emulator/tokens", post(resource::issue_token))
}

fn file(content_type: &'static str, text: &'static str) -> impl IntoResponse {
    let headers = [
        (CONTENT_TYPE, content_type),
        // Another emulator may use the same port tomorrow, with another page.
        (CACHE_CONTROL, "no-cache"),
        (CONTENT_SECURITY_POLICY, POLICY),
        (REFERRER_POLICY, "no-referrer"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    (headers, text)
}
