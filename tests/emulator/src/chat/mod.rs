//! The operations of the Chat API.

pub(crate) mod messages;
pub(crate) mod participants;
pub(crate) mod receipts;
pub(crate) mod threads;
pub(crate) mod typing;

use crate::{answer::Answer, failure::Failure, paging::segment};

type Answered = Result<Answer, Failure>;

/// The path of a thread in the service's own spelling, for links and locations.
fn path_of(thread: &str) -> String {
    format!("/chat/threads/{}", segment(thread))
}
