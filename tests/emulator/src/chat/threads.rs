//! `/chat/threads`

use super::{Answered, participants::sort_out, path_of};
use crate::{
    answer::Answer,
    call::{Call, Me},
    paging::Cursor,
    service::Service,
    store::NewThread,
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
    let repeatable = call.repeatability_request_id.clone().map(|id| (me.clone(), id));
    if let Some((path, result)) = repeatable.as_ref().and_then(|key| store.repeatable.get(key)) {
        return Ok(Answer::created(result.clone()).at(format!("{}{path}", call.origin)));
    }

    let (others, invalid) = sort_out(&store, &me, &call.body["participants"])?;
    let new = NewThread::read(&me, &call.body, others)?;
    let thread = store.add_thread(new, now);
    let path = path_of(&thread.id);
    let mut result = json!({ "chatThread": thread.properties() });
    if !invalid.is_empty() {
        result["invalidParticipants"] = invalid.into();
    }
    if let Some(key) = repeatable {
        store.repeatable.insert(key, (path.clone(), result.clone()));
    }
    Ok(Answer::created(result).at(format!("{}{path}", call.origin)))
}

/// Deleted threads are listed with the time of their deletion, as long as the store remembers them.
pub(crate) async fn list(State(service): State<Arc<Service>>, Me(me): Me, call: Call) -> Answered {
    let now = service.clock.now();
    let cursor = Cursor::read(&call)?;
    let store = service.store();
    let items = store
        .threads_of(&me, cursor.before)
        .filter(|thread| thread.active_on() >= cursor.since)
        .map(|thread| (thread.position, thread.item(now)));
    Ok(Answer::ok(cursor.page(&call, "/chat/threads", items)))
}

pub(crate) async fn properties(
    State(service): State<Arc<Service>>,
    Me(me): Me,
    Path(id): Path<String>,
) -> Answered {
    let properties: Value = service.store().thread(&id, &me, service.clock.now())?.properties();
    Ok(Answer::ok(properties))
}

pub(crate) async fn update(
    State(service): State<Arc<Service>>,
    Me(me): Me,
    Path(id): Path<String>,
    call: Call,
) -> Answered {
    let now = service.clock.now();
    service.store().change_thread(&id, &me, now, |thread| thread.update(&me, &call.body, now))?;
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
        Ok(())
    })?;
    Ok(Answer::no_content())
}
