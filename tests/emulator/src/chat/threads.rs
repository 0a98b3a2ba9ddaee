//! `/chat/threads`

use super::{Answered, participants::sort_out};
use crate::{
    answer::Answer,
    call::{Call, Me},
    events,
    paging::{Cursor, List, path_in_locations},
    service::Service,
    store::{NewThread, Thread},
};
use axum::extract::{Path, State};
use serde_json::{Value, json};
use std::sync::Arc;

pub(crate) async fn create(
    State(service): State<Arc<Service>>,
    Me(me): Me,
    call: Call,
) -> Answered {
    let now = service.clock.now();
    let mut store = service.store();
    let request_id = call.repeatability_request_id.as_deref();
    if let Some((path, body)) = request_id.and_then(|id| store.answer(&me, id)) {
        return Ok(Answer::created(body).at(format!("{}{path}", call.origin)));
    }

    let (others, invalid) = sort_out(&store, &me, &call.body["participants"])?;
    let new = NewThread::read(&me, &call.body, others, call.version, now)?;
    let thread = store.add_thread(new);
    service.events.report(|| events::thread_created(thread, &me, now));
    let path = path_in_locations(thread.id());
    let mut result = json!({ "chatThread": thread.properties(call.version) });
    if !invalid.is_empty() {
        result["invalidParticipants"] = invalid.into();
    }
    if let Some(request_id) = request_id {
        store.keep_answer(&me, request_id, (path.clone(), result.to_string()));
    }
    Ok(Answer::created(result).at(format!("{}{path}", call.origin)))
}

/// The list includes deleted threads, as long as the store remembers them.
pub(crate) async fn list(State(service): State<Arc<Service>>, Me(me): Me, call: Call) -> Answered {
    let now = service.clock.now();
    let store = service.store();
    let cursor = Cursor::read(&call, List::Threads { arrivals: store.arrivals() })?;
    let comes_again = |thread: &&Thread| {
        thread.arrivals().is_some_and(|(first, last)| cursor.repeats(first, last))
    };
    let again =
        store.threads_of(&me, cursor.before..).filter(comes_again).map(|thread| thread.item(now));
    let items = store
        .threads_of(&me, ..cursor.before)
        .filter(|thread| cursor.includes(thread.active_on()))
        .map(|thread| (thread.position, thread.item(now)));
    Ok(Answer::ok(cursor.page(&call, again, items)))
}

pub(crate) async fn properties(
    State(service): State<Arc<Service>>,
    Me(me): Me,
    Path(id): Path<String>,
    call: Call,
) -> Answered {
    let store = service.store();
    let properties: Value = store.thread(&id, &me, service.clock.now())?.properties(call.version);
    Ok(Answer::ok(properties))
}

pub(crate) async fn update(
    State(service): State<Arc<Service>>,
    Me(me): Me,
    Path(id): Path<String>,
    call: Call,
) -> Answered {
    let now = service.clock.now();
    service.store().change_thread(&id, &me, now, |thread| {
        thread.update(&me, &call.body, now)?;
        service.events.report(|| events::thread_updated(thread, &me, now));
        Ok(())
    })?;
    Ok(Answer::no_content())
}

pub(crate) async fn delete(
    State(service): State<Arc<Service>>,
    Me(me): Me,
    Path(id): Path<String>,
) -> Answered {
    let now = service.clock.now();
    service.store().change_thread(&id, &me, now, |thread| {
        thread.delete(now);
        service.events.report(|| events::thread_deleted(thread, &me, now));
        Ok(())
    })?;
    Ok(Answer::no_content())
}
