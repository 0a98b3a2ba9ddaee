//! The properties of a thread, and the request for a new one.

use super::{Metadata, Participant, retention::Retention};
use crate::{clock::Timestamp, failure::Failure, service::random, version::ApiVersion};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The service lets 250 people into a thread.
pub(super) const PARTICIPANT_LIMIT: usize = 250;
/// The service takes topics of 250 characters.
const TOPIC_LIMIT: usize = 250;

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Properties {
    pub id: String,
    pub topic: String,
    pub created_on: Timestamp,
    pub created_by: String,
    pub metadata: Metadata,
    pub retention: Option<Retention>,
    pub deleted_on: Option<Timestamp>,
    pub participants: Vec<Participant>,
}

/// A thread before the store gives it a position.
#[derive(Debug)]
pub(crate) struct NewThread(pub(super) Properties);

impl NewThread {
    /// Reads a `CreateChatThreadRequest`. The others are the participants that can join.
    pub fn read(
        me: &str,
        request: &Value,
        mut others: Vec<Participant>,
        version: ApiVersion,
        now: Timestamp,
    ) -> Result<Self, Failure> {
        let listed = others.iter().position(|participant| participant.raw_id == me);
        let creator = listed.map(|index| others.remove(index));
        others.insert(0, creator.unwrap_or_else(|| Participant::new(me.to_owned())));
        if others.len() > PARTICIPANT_LIMIT {
            return Err(Failure::bad_request("participants", "A thread has room for 250 people."));
        }
        Ok(Self(Properties {
            id: new_id(version),
            topic: topic(&request["topic"])?,
            created_on: now,
            created_by: me.to_owned(),
            metadata: Metadata::read(&request["metadata"])?,
            retention: Retention::read(&request["retentionPolicy"])?,
            deleted_on: None,
            participants: others,
        }))
    }
}

/// `19:`, in newer versions `acsV1_`, then 43 characters and a `1`.
fn new_id(version: ApiVersion) -> String {
    let service = if version.has_named_thread_ids() { "acsV1_" } else { "" };
    format!("19:{service}{}1@thread.v2", URL_SAFE_NO_PAD.encode(random()))
}

/// A thread always has a topic, so a merge patch cannot remove it.
pub(super) fn topic(value: &Value) -> Result<String, Failure> {
    match value.as_str() {
        Some(topic) if topic.chars().count() <= TOPIC_LIMIT => Ok(topic.to_owned()),
        Some(_) => Err(Failure::bad_request("topic", "A topic has 250 characters at most.")),
        None => Err(Failure::bad_request("topic", "A thread cannot be without a topic.")),
    }
}
