//! `/chat/threads/{thread}/messages`

use super::Answered;
use crate::{
    answer::Answer,
    call::{Call, Me},
    events::MessageChange,
    paging::{Cursor, List, path_in_locations},
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
    let id = service.store().change_thread(&thread, &me, now, |thread| {
        let id = thread.send(&me, &call.body, now)?.to_string();
        service.report_message(thread, &id, MessageChange::Received, now);
        Ok(id)
    })?;
    let location = format!("{}{}/messages/{id}", call.origin, path_in_locations(&thread));
    Ok(Answer::created(json!({ "id": id })).at(location))
}

pub(crate) async fn list(
    State(service): State<Arc<Service>>,
    Me(me): Me,
    Path(id): Path<String>,
    call: Call,
) -> Answered {
    let cursor = Cursor::read(&call, List::Messages(&id))?;
    let store = service.store();
    let messages = store
        .thread(&id, &me, service.clock.now())?
        .messages(&me, cursor.before)
        .filter(|message| cursor.includes(message.created_on))
        .map(|message| (message.stamp.change, message.to_json(call.version)));
    Ok(Answer::ok(cursor.page(&call, Vec::new(), messages)))
}

pub(crate) async fn get(
    State(service): State<Arc<Service>>,
    Me(me): Me,
    Path((thread, id)): Path<(String, String)>,
    call: Call,
) -> Answered {
    let store = service.store();
    let message = store.thread(&thread, &me, service.clock.now())?.message(&me, &id)?;
    Ok(Answer::ok(message.to_json(call.version)))
}

pub(crate) async fn update(
    State(service): State<Arc<Service>>,
    Me(me): Me,
    Path((thread, id)): Path<(String, String)>,
    call: Call,
) -> Answered {
    let now = service.clock.now();
    service.store().change_thread(&thread, &me, now, |thread| {
        thread.edit(&me, &id, &call.body, call.version, now)?;
        service.report_message(thread, &id, MessageChange::Edited, now);
        Ok(())
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
        thread.delete_message(&me, &id, now)?;
        service.report_message(thread, &id, MessageChange::Deleted, now);
        Ok(())
    })?;
    Ok(Answer::no_content())
}
