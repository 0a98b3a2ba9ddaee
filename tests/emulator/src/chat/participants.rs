//! `/chat/threads/{thread}/participants`

use super::{Answered, path_of};
use crate::{
    answer::Answer,
    call::{Call, Me},
    failure::Failure,
    identifier,
    paging::skipping_page,
    service::Service,
    store::{Participant, Store},
};
use axum::extract::{Path, State};
use serde_json::{Value, json};
use std::sync::Arc;

pub(crate) async fn list(
    State(service): State<Arc<Service>>,
    Me(me): Me,
    Path(id): Path<String>,
    call: Call,
) -> Answered {
    let store = service.store();
    let thread = store.thread(&id, &me, service.clock.now())?;
    let participants: Vec<Value> = thread.participants().iter().map(Participant::to_json).collect();
    let path = format!("{}/participants", path_of(&id));
    Ok(Answer::ok(skipping_page(&call, &path, &participants)?))
}

pub(crate) async fn add(
    State(service): State<Arc<Service>>,
    Me(me): Me,
    Path(id): Path<String>,
    call: Call,
) -> Answered {
    let now = service.clock.now();
    let mut store = service.store();
    let (valid, mut invalid) = sort_out(&store, &me, &call.body["participants"])?;
    let turned_away = store.add_participants(&id, &me, now, valid)?;
    invalid.extend(turned_away.iter().map(|participant| {
        rejection(&participant.raw_id, "403", "There is no room in the chat thread")
    }));
    Ok(Answer::created(match invalid.is_empty() {
        true => json!({}),
        false => json!({ "invalidParticipants": invalid }),
    }))
}

pub(crate) async fn remove(
    State(service): State<Arc<Service>>,
    Me(me): Me,
    Path(id): Path<String>,
    call: Call,
) -> Answered {
    let raw_id = identifier::raw_id(&call.body)?;
    service.store().remove_participant(&id, &me, service.clock.now(), &raw_id)?;
    Ok(Answer::no_content())
}

/// Reads the participants of a request. Those who cannot join are named in the answer, and do not
/// keep the others out.
pub(super) fn sort_out(
    store: &Store,
    me: &str,
    participants: &Value,
) -> Result<(Vec<Participant>, Vec<Value>), Failure> {
    let (mut valid, mut invalid) = (Vec::new(), Vec::new());
    for value in participants.as_array().into_iter().flatten() {
        let participant = Participant::read(value)?;
        match obstacle(store, me, &participant.raw_id) {
            None => valid.push(participant),
            Some((code, message)) => invalid.push(rejection(&participant.raw_id, code, message)),
        }
    }
    Ok((valid, invalid))
}

/// Users join whom the resource knows. Phone numbers, apps and what has no kind never do.
fn obstacle(store: &Store, me: &str, raw_id: &str) -> Option<(&'static str, &'static str)> {
    let is_user = raw_id.starts_with("8:");
    match is_user {
        false => Some(("403", "Permissions check failed")),
        true if raw_id == me || store.identities.exists(raw_id) => None,
        true => Some(("404", "Not found")),
    }
}

fn rejection(raw_id: &str, code: &str, message: &str) -> Value {
    json!({ "target": raw_id, "code": code, "message": message })
}
