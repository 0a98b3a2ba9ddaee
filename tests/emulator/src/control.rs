//! `/__emulator/`: the library's controls over HTTP, for tests in any language.

use crate::{faults::Rule, gate::BODY_LIMIT, log::LoggedRequest, page, service::Service};
use axum::{
    Json, Router,
    body::{Body, to_bytes},
    extract::State,
    http::StatusCode,
    routing::{get, post},
};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Value, json};
use std::{sync::Arc, time::Duration};

pub(crate) fn routes() -> Router<Arc<Service>> {
    Router::new()
        .route("/__emulator/faults", get(faults).post(inject).delete(clear_faults))
        .route("/__emulator/requests", get(requests).delete(clear_requests))
        .route("/__emulator/violations", get(violations))
        .route("/__emulator/clock", post(advance_clock))
        .route("/__emulator/reset", post(reset))
        .merge(page::routes())
}

pub(crate) type Refused = (StatusCode, Json<Value>);

async fn faults(State(service): State<Arc<Service>>) -> Json<Vec<Rule>> {
    Json(service.faults.pending())
}

/// One rule or several.
#[derive(Deserialize)]
#[serde(untagged)]
enum Rules {
    Several(Vec<Rule>),
    One(Rule),
}

async fn inject(State(service): State<Arc<Service>>, body: Body) -> Result<StatusCode, Refused> {
    let rules = match read(body).await? {
        Rules::Several(rules) => rules,
        Rules::One(rule) => vec![rule],
    };
    rules.into_iter().for_each(|rule| service.faults.inject(rule));
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

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Advance {
    advance_seconds: u64,
}

async fn advance_clock(
    State(service): State<Arc<Service>>,
    body: Body,
) -> Result<StatusCode, Refused> {
    let Advance { advance_seconds } = read(body).await?;
    service.clock.advance(Duration::from_secs(advance_seconds));
    Ok(StatusCode::NO_CONTENT)
}

async fn reset(State(service): State<Arc<Service>>) -> StatusCode {
    service.reset();
    StatusCode::NO_CONTENT
}

/// Whatever the content type says: `curl -d` sends a form.
pub(crate) async fn read<T: DeserializeOwned>(body: Body) -> Result<T, Refused> {
    let body = to_bytes(body, BODY_LIMIT).await.map_err(|error| refuse(error.to_string()))?;
    serde_json::from_slice(&body).map_err(|error| refuse(error.to_string()))
}

pub(crate) fn refuse(message: impl Into<Value>) -> Refused {
    let message: Value = message.into();
    (StatusCode::BAD_REQUEST, Json(json!({ "error": message })))
}
