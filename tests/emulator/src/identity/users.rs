//! `/identities`

use super::{Answered, DEFAULT_MINUTES, access_token, not_owned};
use crate::{answer::Answer, call::Call, failure::Failure, service::Service};
use axum::extract::{Path, State};
use serde_json::{Value, json};
use std::sync::Arc;

/// The characters that a custom id may have.
const CUSTOM_ID_LIMIT: usize = 256;

pub(crate) async fn create(State(service): State<Arc<Service>>, call: Call) -> Answered {
    let scopes = scopes(&call.body["createTokenWithScopes"]);
    let minutes = minutes(&call.body)?;
    let custom_id = call.body["customId"].as_str().filter(|_| call.version.has_custom_ids());
    if custom_id.is_some_and(|id| id.is_empty() || id.chars().count() > CUSTOM_ID_LIMIT) {
        let message = "Invalid customId - it has 1 to 256 characters.";
        return Err(Failure::validation("customId", message));
    }
    let mut store = service.store();
    let id = store.identities.create(custom_id);
    let mut result = json!({ "identity": { "id": id } });
    if !scopes.is_empty() {
        result["accessToken"] =
            access_token(&service, &mut store.identities, &id, scopes, minutes)?;
    }
    Ok(Answer::created(result))
}

pub(crate) async fn get(State(service): State<Arc<Service>>, Path(id): Path<String>) -> Answered {
    let store = service.store();
    let (custom_id, issued_at) = store.identities.details(&id).ok_or_else(not_owned)?;
    let mut details = json!({ "id": id });
    if let Some(custom_id) = custom_id {
        details["customId"] = custom_id.into();
    }
    if let Some(issued_at) = issued_at {
        details["lastTokenIssuedAt"] = issued_at.with_offset().into();
    }
    Ok(Answer::ok(details))
}

pub(crate) async fn delete(
    State(service): State<Arc<Service>>,
    Path(id): Path<String>,
) -> Answered {
    let known = service.store().identities.delete(&id);
    known.then(Answer::no_content).ok_or_else(not_owned)
}

pub(crate) async fn issue_token(
    State(service): State<Arc<Service>>,
    Path(id): Path<String>,
    call: Call,
) -> Answered {
    let scopes = scopes(&call.body["scopes"]);
    if scopes.is_empty() {
        return Err(Failure::validation("scopes", "Invalid scopes - Scopes field is required."));
    }
    let minutes = minutes(&call.body)?;
    let mut store = service.store();
    Ok(Answer::ok(access_token(&service, &mut store.identities, &id, scopes, minutes)?))
}

pub(crate) async fn revoke_tokens(
    State(service): State<Arc<Service>>,
    Path(id): Path<String>,
) -> Answered {
    let known = service.store().identities.revoke(&id);
    known.then(Answer::no_content).ok_or_else(not_owned)
}

fn scopes(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// The description of the range may be in words only, so it is checked here as well.
fn minutes(body: &Value) -> Result<u64, Failure> {
    match body["expiresInMinutes"].as_u64() {
        None if body["expiresInMinutes"].is_null() => Ok(DEFAULT_MINUTES),
        Some(minutes @ 60..=1440) => Ok(minutes),
        _ => Err(Failure::validation(
            "expiresInMinutes",
            "Invalid ExpiresInMinutes - a token lasts 60 to 1440 minutes.",
        )),
    }
}
