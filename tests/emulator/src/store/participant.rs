//! The people in a thread, and how far each has read.

use super::Metadata;
use crate::{clock::Timestamp, failure::Failure, identifier};
use serde_json::{Value, json};

/// Somebody in a thread.
#[derive(Clone, Debug)]
pub(crate) struct Participant {
    pub raw_id: String,
    pub display_name: Option<String>,
    /// Messages from before this time are hidden from the participant.
    pub share_history: Timestamp,
    pub metadata: Metadata,
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

    /// Reads a `ChatParticipant` of a request. Without a `shareHistoryTime` the service notes 1970
    /// and thus shares everything.
    pub fn read(value: &Value) -> Result<Self, Failure> {
        let share_history = match value["shareHistoryTime"].as_str() {
            Some(time) => Timestamp::parse(time)
                .ok_or_else(|| Failure::bad_request("shareHistoryTime", "This is not a time."))?,
            None => Timestamp::EPOCH,
        };
        Ok(Self {
            raw_id: identifier::raw_id(&value["communicationIdentifier"])?,
            display_name: value["displayName"].as_str().map(str::to_owned),
            share_history,
            metadata: Metadata::read(&value["metadata"])?,
        })
    }

    pub fn to_json(&self) -> Value {
        let mut json = json!({
            "communicationIdentifier": identifier::model(&self.raw_id),
            "shareHistoryTime": self.share_history.to_string(),
        });
        if let Some(name) = &self.display_name {
            json["displayName"] = name.as_str().into();
        }
        self.metadata.write(&mut json);
        json
    }
}

/// How far a participant has read.
#[derive(Debug)]
pub(super) struct Receipt {
    pub raw_id: String,
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
