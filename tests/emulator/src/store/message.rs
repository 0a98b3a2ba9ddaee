//! One message of a thread.

use super::{Metadata, metadata};
use crate::{clock::Timestamp, failure::Failure, identifier};
use serde_json::{Value, json};

#[derive(Clone, Debug)]
pub(crate) struct Message {
    /// In the service's way the time in milliseconds, moved on where two would be equal.
    pub id: u64,
    /// The position in the thread, from 1 on.
    pub sequence: u64,
    version: u64,
    kind: Kind,
    content: Value,
    /// Absent in system messages, which name an initiator in their content.
    sender: Option<Sender>,
    pub created_on: Timestamp,
    edited_on: Option<Timestamp>,
    deleted_on: Option<Timestamp>,
    metadata: Metadata,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    Text,
    Html,
    TopicUpdated,
    ParticipantAdded,
    ParticipantRemoved,
}

#[derive(Clone, Debug)]
pub(crate) struct Sender {
    pub raw_id: String,
    pub display_name: Option<String>,
}

/// What a message says, before the thread gives it an id.
#[derive(Debug)]
pub(crate) struct Draft {
    pub kind: Kind,
    pub content: Value,
    pub sender: Option<Sender>,
    pub metadata: Metadata,
}

/// The service takes 28 KB of content.
const CONTENT_LIMIT: usize = 28 * 1024;

impl Draft {
    /// Reads a `SendChatMessageRequest`.
    pub fn read(me: &str, request: &Value) -> Result<Self, Failure> {
        let kind = match request["type"].as_str() {
            None | Some("text") => Kind::Text,
            Some("html") => Kind::Html,
            Some(_) => {
                return Err(Failure::bad_request("type", "Only text and html can be sent."));
            }
        };
        let display_name = request["senderDisplayName"].as_str().map(str::to_owned);
        Ok(Self {
            kind,
            content: content(&request["content"])?,
            sender: Some(Sender { raw_id: me.to_owned(), display_name }),
            metadata: Metadata::read(&request["metadata"])?,
        })
    }

    /// A message of the service itself. `about` is the topic or the participants.
    pub fn system(kind: Kind, initiator: &str, name: &str, about: Value) -> Self {
        let initiator = identifier::model(initiator);
        let content = json!({ "initiatorCommunicationIdentifier": initiator, name: about });
        Self { kind, content, sender: None, metadata: Metadata::default() }
    }
}

/// The content of a message with this text, empty without one.
fn content(text: &Value) -> Result<Value, Failure> {
    match text.as_str() {
        Some(text) if text.len() > CONTENT_LIMIT => {
            Err(Failure::bad_request("content", "The content is larger than 28 KB."))
        }
        Some(text) => Ok(json!({ "message": text })),
        None => Ok(json!({})),
    }
}

impl Message {
    pub fn new(id: u64, sequence: u64, draft: Draft, now: Timestamp) -> Self {
        Self {
            id,
            sequence,
            version: id,
            kind: draft.kind,
            content: draft.content,
            sender: draft.sender,
            created_on: now,
            edited_on: None,
            deleted_on: None,
            metadata: draft.metadata,
        }
    }

    pub fn is_deleted(&self) -> bool {
        self.deleted_on.is_some()
    }

    /// Applies a merge patch of the sender's.
    pub fn edit(&mut self, me: &str, patch: &Value, now: Timestamp) -> Result<(), Failure> {
        self.written_by(me)?;
        let metadata = metadata::patch(&self.metadata, patch)?;
        if let Some(text) = patch.get("content") {
            self.content = content(text)?;
        }
        self.metadata = metadata;
        self.edited_on = Some(now);
        self.renew_version(now);
        Ok(())
    }

    /// What a deleted message said is gone; that there was one stays.
    pub fn delete(&mut self, me: &str, now: Timestamp) -> Result<(), Failure> {
        self.written_by(me)?;
        self.content = json!({});
        self.metadata = Metadata::default();
        self.deleted_on = Some(now);
        self.renew_version(now);
        Ok(())
    }

    fn written_by(&self, me: &str) -> Result<(), Failure> {
        match &self.sender {
            Some(sender) if sender.raw_id == me => Ok(()),
            _ => Err(Failure::forbidden("Only its sender can change a message.")),
        }
    }

    /// A version is the time of the change, as an id is that of the beginning.
    fn renew_version(&mut self, now: Timestamp) {
        self.version = (self.version + 1).max(now.millis());
    }

    pub fn to_json(&self) -> Value {
        let kind = match self.kind {
            Kind::Text => "text",
            Kind::Html => "html",
            Kind::TopicUpdated => "topicUpdated",
            Kind::ParticipantAdded => "participantAdded",
            Kind::ParticipantRemoved => "participantRemoved",
        };
        let mut json = json!({
            "id": self.id.to_string(),
            "type": kind,
            "sequenceId": self.sequence.to_string(),
            "version": self.version.to_string(),
            "content": self.content,
            "createdOn": self.created_on.to_string(),
        });
        if let Some(sender) = &self.sender {
            json["senderCommunicationIdentifier"] = identifier::model(&sender.raw_id);
            // The service answers an absent name with an empty one.
            json["senderDisplayName"] = sender.display_name.as_deref().unwrap_or_default().into();
        }
        for (name, time) in [("editedOn", self.edited_on), ("deletedOn", self.deleted_on)] {
            if let Some(time) = time {
                json[name] = time.to_string().into();
            }
        }
        self.metadata.write(&mut json);
        json
    }
}
