//! The people in a thread, and how far each has read.

use super::Metadata;
use crate::{
    bounded::{Weigh, slot},
    clock::Timestamp,
    failure::Failure,
    identifier::{self, display_name},
    version::ApiVersion,
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Somebody in a thread.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Participant {
    pub raw_id: String,
    display_name: Option<String>,
    /// Earlier messages are hidden from the participant.
    pub share_history: Timestamp,
    metadata: Metadata,
}

impl Participant {
    pub fn new(raw_id: String) -> Self {
        Self {
            raw_id,
            display_name: None,
            share_history: Timestamp::EPOCH,
            metadata: Metadata::default(),
        }
    }

    /// Reads a `ChatParticipant` of a request. Without a `shareHistoryTime` the service notes 1970,
    /// which shares everything.
    pub fn read(value: &Value) -> Result<Self, Failure> {
        let share_history = match value["shareHistoryTime"].as_str() {
            Some(time) => Timestamp::parse(time)
                .ok_or_else(|| Failure::bad_request("shareHistoryTime", "This is not a time."))?,
            None => Timestamp::EPOCH,
        };
        Ok(Self {
            raw_id: identifier::raw_id(&value["communicationIdentifier"])?,
            display_name: display_name(value, "displayName")?,
            share_history,
            metadata: Metadata::read(&value["metadata"])?,
        })
    }

    /// The same participant as system messages show it.
    pub fn without_metadata(&self) -> Self {
        Self { metadata: Metadata::default(), ..self.clone() }
    }

    pub fn to_json(&self, version: ApiVersion) -> Value {
        let mut json = json!({
            "communicationIdentifier": identifier::model(&self.raw_id),
            "shareHistoryTime": self.share_history.to_string(),
        });
        if let Some(name) = &self.display_name {
            json["displayName"] = name.as_str().into();
        }
        self.metadata.write(&mut json, version);
        json
    }
}

impl Weigh for Participant {
    fn weight(&self) -> usize {
        let name = self.display_name.as_ref().map_or(0, String::len);
        // The raw id is also a key of the memberships, whose values have a node each. A vector may
        // have twice as much room as participants.
        let membership = slot::<String, BTreeSet<u64>>() + 12 * size_of::<u64>();
        2 * size_of::<Self>() + 2 * self.raw_id.len() + name + self.metadata.weight() + membership
    }
}

/// How far a participant has read.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Receipt {
    pub raw_id: String,
    /// The rank among the receipts of the thread: who began to read first comes first.
    pub rank: u64,
    pub message: u64,
    pub read_on: Timestamp,
}

impl Receipt {
    pub fn to_json(&self) -> Value {
        json!({
            "senderCommunicationIdentifier": identifier::model(&self.raw_id),
            "chatMessageId": self.message.to_string(),
            "readOn": self.read_on.to_string(),
        })
    }
}

impl Weigh for Receipt {
    fn weight(&self) -> usize {
        2 * size_of::<Self>() + self.raw_id.len()
    }
}
