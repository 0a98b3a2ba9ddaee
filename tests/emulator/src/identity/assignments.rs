//! `/access/teamsExtension/tenants/{tenant}/assignments/{object}`

use super::Answered;
use crate::{answer::Answer, call::Call, failure::Failure, service::Service};
use axum::extract::{Path, State};
use serde_json::json;
use std::sync::Arc;

type Assignment = Path<(String, String)>;

pub(crate) async fn get(State(service): State<Arc<Service>>, Path(key): Assignment) -> Answered {
    let store = service.store();
    let assignment = store.identities.assignments.get(&key);
    let missing = || Failure::not_found("The assignment does not exist.");
    Ok(Answer::ok(assignment.ok_or_else(missing)?.clone()))
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
    if let Some(clients) = call.body.get("clientIds") {
        assignment["clientIds"] = clients.clone();
    }
    let mut store = service.store();
    let replaces = store.identities.assignments.get(&key).is_some();
    store.identities.assignments.insert(key, assignment.clone());
    Ok(if replaces { Answer::ok(assignment) } else { Answer::created(assignment) })
}

/// To delete what is not there is no error.
pub(crate) async fn delete(State(service): State<Arc<Service>>, Path(key): Assignment) -> Answered {
    service.store().identities.assignments.remove(&key);
    Ok(Answer::no_content())
}
