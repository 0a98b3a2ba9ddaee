//! `/chat/threads/{thread}/messages`

use super::{Answered, path_of};
use crate::{
    answer::Answer,
    call::{Call, Me},
    paging::Cursor,
    service::Service,
};
use axum::extract::{Path, State};
use serde_json::json;
use std::sync::Arc;

pub(crate) async fn send(
    State(service): State<Arc<Service>>,
    Me(me): Me,
    Path(thread): Path<String>,
    call: Call,
) -> Answered {
    let now = service.clock.now();
    let id = service
        .store()
        .change_thread(&thread, &me, now, |thread| thread.send(&me, &call.body, now))?;
    let location = format!("{}{}/messages/{id}", call.origin, path_of(&thread));
    Ok(Answer::created(json!({ "id": id.to_string() })).at(location))
}

pub(crate) async fn list(
    State(service): State<Arc<Service>>,
    Me(me): Me,
    Path(id): Path<String>,
    call: Call,
) -> Answered {
    let cursor = Cursor::read(&call)?;
    let store = service.store();
    let messages = store
        .thread(&id, &me, service.clock.now())?
        .messages(&me, cursor.before)
        .filter(|message| message.created_on >= cursor.since)
        .map(|message| (message.sequence, message.to_json()));
    Ok(Answer::ok(cursor.page(&call, &format!("{}/messages", path_of(&id)), messages)))
}

pub(crate) async fn get(
    State(service): State<Arc<Service>>,
    Me(me): Me,
    Path((thread, id)): Path<(String, String)>,
) -> Answered {
    let store = service.store();
    let message = store.thread(&thread, &me, service.clock.now())?.message(&me, &id)?;
    Ok(Answer::ok(message.to_json()))
}

pub(crate) async fn update(
    State(service): State<Arc<Service>>,
    Me(me): Me,
    Path((thread, id)): Path<(String, String)>,
    call: Call,
) -> Answered {
    let now = service.clock.now();
    service.store().change_thread(&thread, &me, now, |thread| {
        thread.message_mut(&me, &id)?.edit(&me, &call.body, now)
    })?;
    Ok(Answer::no_content())
}

pub(crate) async fn delete(
    State(service): State<Arc<Service>>,
    Me(me): Me,
    Path((thread, id)): Path<(String, String)>,
) -> Answered {
    let now = service.clock.now();
    service.store().change_thread(&thread, &me, now, |thread| {
        thread.message_mut(&me, &id)?.delete(&me, now)
    })?;
    Ok(Answer::no_content())
}
