//! `/access/teamsExtension/tenants/{tenant}/assignments/{object}`

use super::Answered;
use crate::{answer::Answer, call::Call, failure::Failure, service::Service};
use axum::extract::{Path, State};
use serde_json::{Value, json};
use std::sync::Arc;

type Assignment = Path<(String, String)>;

pub(crate) async fn get(State(service): State<Arc<Service>>, Path(key): Assignment) -> Answered {
    let store = service.store();
    let missing = || Failure::not_found("The assignment does not exist.");
    Ok(Answer::ok(store.identities.assignment(&key).ok_or_else(missing)?))
}

pub(crate) async fn upsert(
    State(service): State<Arc<Service>>,
    Path(key): Assignment,
    call: Call,
) -> Answered {
    let mut assignment = json!({
        "tenantId": key.0,
        "objectId": key.1,
        "principalType": call.body["principalType"],
    });
    if let Some(clients @ Value::Array(_)) = call.body.get("clientIds") {
        assignment["clientIds"] = clients.clone();
    }
    let replaced = service.store().identities.assign(key, &assignment);
    Ok(if replaced { Answer::ok(assignment) } else { Answer::created(assignment) })
}

/// Deleting an assignment that does not exist is not an error.
pub(crate) async fn delete(State(service): State<Arc<Service>>, Path(key): Assignment) -> Answered {
    service.store().identities.unassign(&key);
    Ok(Answer::no_content())
}
