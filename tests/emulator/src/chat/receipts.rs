//! `/chat/threads/{thread}/readReceipts`

use super::Answered;
use crate::{
    answer::Answer,
    call::{Call, Me},
    paging::{path_in_links, skipping_page},
    service::Service,
};
use axum::extract::{Path, State};
use std::sync::Arc;

pub(crate) async fn send(
    State(service): State<Arc<Service>>,
    Me(me): Me,
    Path(id): Path<String>,
    call: Call,
) -> Answered {
    let now = service.clock.now();
    let message = call.body["chatMessageId"].as_str().unwrap_or_default();
    service.store().change_thread(&id, &me, now, |thread| thread.read(&me, message, now))?;
    Ok(Answer::taken())
}

pub(crate) async fn list(
    State(service): State<Arc<Service>>,
    Me(me): Me,
    Path(id): Path<String>,
    call: Call,
) -> Answered {
    let receipts = service.store().thread(&id, &me, service.clock.now())?.receipts();
    let path = format!("{}/readReceipts", path_in_links(&id));
    Ok(Answer::ok(skipping_page(&call, &path, &receipts)?))
}
