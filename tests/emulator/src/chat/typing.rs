//! `/chat/threads/{thread}/typing`

use super::Answered;
use crate::{answer::Answer, call::Me, service::Service};
use axum::extract::{Path, State};
use std::sync::Arc;

/// The notification goes to those who are connected, and leaves nothing behind to be asked for.
pub(crate) async fn notify(
    State(service): State<Arc<Service>>,
    Me(me): Me,
    Path(id): Path<String>,
) -> Answered {
    service.store().thread(&id, &me, service.clock.now())?;
    Ok(Answer::taken())
}
