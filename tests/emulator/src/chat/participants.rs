//! `/chat/threads/{thread}/participants`

use super::Answered;
use crate::{
    answer::Answer,
    call::{Call, Me},
    events::participants_changed,
    failure::Failure,
    identifier,
    paging::{path_in_links, skipping_page},
    service::Service,
    store::{Added, Participant, Store},
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
    let participants = thread.participants().iter();
    let participants: Vec<Value> =
        participants.map(|participant| participant.to_json(call.version)).collect();
    let path = format!("{}/participants", path_in_links(&id));
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
    let Added { joined, turned_away } = store.add_participants(&id, &me, now, valid)?;
    let thread = store.thread(&id, &me, now)?;
    service.events.report(|| participants_changed(thread, &me, &joined, true, now));
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
    let now = service.clock.now();
    let mut store = service.store();
    let removed = [store.remove_participant(&id, &me, now, &raw_id)?];
    if let Some(thread) = store.any_thread(&id) {
        service.events.report(|| participants_changed(thread, &me, &removed, false, now));
    }
    Ok(Answer::no_content())
}

/// Reads the participants of a request: those who can join, and the answer about the others, who do
/// not keep them out.
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

/// Only users of the resource can join. Phone numbers, apps and unknown identifiers cannot.
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
