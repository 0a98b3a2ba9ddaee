//! The operations of the Chat API.

pub(crate) mod messages;
pub(crate) mod participants;
pub(crate) mod receipts;
pub(crate) mod threads;
pub(crate) mod typing;

use crate::{answer::Answer, failure::Failure};

type Answered = Result<Answer, Failure>;
