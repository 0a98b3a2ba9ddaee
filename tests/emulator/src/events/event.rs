//! One event, and its two envelopes.

use crate::clock::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// The envelope of an event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum EventSchema {
    /// The schema of Event Grid. A request has an array with one event.
    #[default]
    EventGrid,
    /// CloudEvents 1.0 in the structured mode. A request has one event.
    CloudEvents,
}

pub(super) const PREFIX: &str = "Microsoft.Communication.";

/// The types of chat events, without their prefix.
pub(super) const TYPES: [&str; 18] = [
    "ChatMessageReceived",
    "ChatMessageEdited",
    "ChatMessageDeleted",
    "ChatThreadCreatedWithUser",
    "ChatThreadWithUserDeleted",
    "ChatThreadPropertiesUpdatedPerUser",
    "ChatParticipantAddedToThreadWithUser",
    "ChatParticipantRemovedFromThreadWithUser",
    "ChatMessageReceivedInThread",
    "ChatMessageEditedInThread",
    "ChatMessageDeletedInThread",
    "ChatThreadCreated",
    "ChatThreadDeleted",
    "ChatThreadPropertiesUpdated",
    "ChatThreadParticipantAdded",
    "ChatThreadParticipantRemoved",
    "ChatTypingIndicatorReceivedInThread",
    "ChatAzureBotCommandReceivedInThread",
];

/// Events for one user and events for a thread write the resource in different letters.
const USER_SOURCE: &str = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/\
    emulator/providers/Microsoft.Communication/communicationServices/emulator";

#[derive(Debug)]
pub(crate) struct Event {
    pub id: String,
    /// One of [`TYPES`].
    pub kind: &'static str,
    pub subject: String,
    pub time: Timestamp,
    /// True if the event is for one user of the thread.
    pub for_user: bool,
    pub data: Value,
}

impl Event {
    pub fn full_type(&self) -> String {
        format!("{PREFIX}{}", self.kind)
    }

    /// The body of the request that brings the event, as JSON.
    pub fn body(&self, schema: EventSchema) -> String {
        let source = match self.for_user {
            true => USER_SOURCE.to_owned(),
            false => USER_SOURCE.to_ascii_lowercase(),
        };
        let (kind, time) = (self.full_type(), self.time.in_utc());
        match schema {
            EventSchema::CloudEvents => json!({
                "id": self.id,
                "source": source,
                "type": kind,
                "subject": self.subject,
                "time": time,
                "data": self.data,
                "specversion": "1.0",
            }),
            EventSchema::EventGrid => json!([{
                "id": self.id,
                "topic": source,
                "eventType": kind,
                "subject": self.subject,
                "eventTime": time,
                "data": self.data,
                "dataVersion": "1.0",
                "metadataVersion": "1",
            }]),
        }
        .to_string()
    }
}
