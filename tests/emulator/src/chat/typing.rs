//! `/chat/threads/{thread}/typing`

use super::Answered;
use crate::{
    answer::Answer,
    call::{Call, Me},
    events,
    service::Service,
};
use axum::extract::{Path, State};
use std::sync::Arc;

/// A notification goes to clients that are connected. No request can ask for it later.
pub(crate) async fn notify(
    State(service): State<Arc<Service>>,
    Me(me): Me,
    Path(id): Path<String>,
    call: Call,
) -> Answered {
    let now = service.clock.now();
    let store = service.store();
    let thread = store.thread(&id, &me, now)?;
    let name = &call.body["senderDisplayName"];
    service.events.report(|| events::typing(thread, &me, name, now));
    Ok(Answer::taken())
}
