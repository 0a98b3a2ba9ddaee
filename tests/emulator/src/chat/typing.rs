//! `/chat/threads/{thread}/typing`

use super::Answered;
use crate::{answer::Answer, call::Me, service::Service};
use axum::extract::{Path, State};
use std::sync::Arc;

/// A notification goes to clients that are connected. No request can ask for it later.
pub(crate) async fn notify(
    State(service): State<Arc<Service>>,
    Me(me): Me,
    Path(id): Path<String>,
) -> Answered {
    service.store().thread(&id, &me, service.clock.now())?;
    Ok(Answer::taken())
}
