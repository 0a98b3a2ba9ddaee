//! `/__emulator/`: the library's controls over HTTP, for tests in any language.

use crate::{
    body, clock::Timestamp, events, faults::Rule, log::LoggedRequest, page, service::Service,
};
use axum::{
    Json, Router,
    body::Body,
    extract::State,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Value, json};
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Service>> {
    Router::new()
        .route("/__emulator/faults", get(faults).post(inject).delete(clear_faults))
        .route("/__emulator/requests", get(requests).delete(clear_requests))
        .route("/__emulator/violations", get(violations))
        .route("/__emulator/clock", get(clock).post(move_clock).delete(reset_clock))
        .route("/__emulator/reset", post(reset))
        .merge(events::routes())
        .merge(page::routes())
}

async fn faults(State(service): State<Arc<Service>>) -> Json<Vec<Rule>> {
    Json(service.faults.pending())
}

/// Takes one rule or an array of rules, all of them or none.
async fn inject(
    State(service): State<Arc<Service>>,
    headers: HeaderMap,
    body: Body,
) -> Result<StatusCode, Response> {
    let rules = match read(&service, &headers, body).await? {
        Value::Array(rules) => rules,
        rule => vec![rule],
    };
    let mut read = Vec::new();
    for (index, rule) in rules.into_iter().enumerate() {
        let rule = serde_json::from_value(rule);
        read.push(rule.map_err(|error| refuse(format!("Rule {}: {error}.", index + 1)))?);
    }
    service.faults.inject_within_bounds(read).map_err(refuse)?;
    Ok(StatusCode::NO_CONTENT)
}

async fn clear_faults(State(service): State<Arc<Service>>) -> StatusCode {
    service.faults.clear();
    StatusCode::NO_CONTENT
}

async fn requests(State(service): State<Arc<Service>>) -> Json<Vec<LoggedRequest>> {
    Json(service.log.requests())
}

async fn clear_requests(State(service): State<Arc<Service>>) -> StatusCode {
    service.log.clear();
    StatusCode::NO_CONTENT
}

async fn violations(State(service): State<Arc<Service>>) -> Json<Vec<String>> {
    Json(service.violations())
}

async fn clock(State(service): State<Arc<Service>>) -> Json<Value> {
    let (now, offset) = (service.clock.now(), service.clock.offset_seconds());
    Json(json!({ "now": now.to_string(), "offsetSeconds": offset }))
}

/// How to move the clock. In JSON it is an object with one of the two properties.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
enum Move {
    /// Back, if it is negative.
    AdvanceSeconds(i64),
    /// A time of RFC 3339.
    Now(String),
}

async fn move_clock(
    State(service): State<Arc<Service>>,
    headers: HeaderMap,
    body: Body,
) -> Result<Json<Value>, Response> {
    match read(&service, &headers, body).await? {
        Move::AdvanceSeconds(seconds) => service.clock.shift_seconds(seconds),
        Move::Now(text) => {
            let wrong = || refuse("now is not a time such as 2026-11-24T08:00:00Z.".to_owned());
            service.clock.set_to(Timestamp::parse(&text).ok_or_else(wrong)?);
        }
    }
    Ok(clock(State(service)).await)
}

async fn reset_clock(State(service): State<Arc<Service>>) -> StatusCode {
    service.clock.reset();
    StatusCode::NO_CONTENT
}

async fn reset(State(service): State<Arc<Service>>) -> Result<StatusCode, Response> {
    service.reset();
    service.stored().await.map_err(IntoResponse::into_response)?;
    Ok(StatusCode::NO_CONTENT)
}

/// Reads JSON under any content type: `curl -d` sends a form.
pub(crate) async fn read<T: DeserializeOwned>(
    service: &Service,
    headers: &HeaderMap,
    body: Body,
) -> Result<T, Response> {
    let body = body::read(headers, body, service.idle_timeout).await?;
    serde_json::from_slice(&body).map_err(|error| refuse(format!("{error}.")))
}

pub(crate) fn refuse(message: String) -> Response {
    (StatusCode::BAD_REQUEST, Json(json!({ "error": message }))).into_response()
}
