//! One message of a thread.

use super::{Metadata, Participant};
use crate::{
    bounded::{Weigh, leaf},
    clock::Timestamp,
    failure::Failure,
    identifier::{self, display_name},
    version::ApiVersion,
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Message {
    /// The version that the message began with.
    pub id: u64,
    /// The position in the thread, from 1 on.
    pub sequence: u64,
    /// The last change.
    pub stamp: Stamp,
    /// The position among the messages of all threads.
    #[serde(skip)]
    pub arrival: u64,
    content: Content,
    /// Absent in system messages, which name an initiator in their content.
    sender: Option<Sender>,
    pub created_on: Timestamp,
    edited_on: Option<Timestamp>,
    deleted_on: Option<Timestamp>,
    metadata: Metadata,
}

/// Tells one change of a thread's messages from another, as an id tells messages.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct Stamp {
    /// The number of the change in the thread. Lists are in the order of these numbers.
    pub change: u64,
    /// The time in milliseconds, as in the service; larger where two would be equal.
    pub version: u64,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) enum Content {
    Text(String),
    Html(String),
    TopicUpdated { initiator: String, topic: String },
    ParticipantsAdded { initiator: String, participants: Vec<Participant> },
    ParticipantsRemoved { initiator: String, participants: Vec<Participant> },
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Sender {
    raw_id: String,
    display_name: Option<String>,
}

/// A message before its thread gives it an id.
#[derive(Debug)]
pub(crate) struct Draft {
    content: Content,
    sender: Option<Sender>,
    metadata: Metadata,
}

/// The service takes 28 KB of content.
const CONTENT_LIMIT: usize = 28 * 1024;

impl Draft {
    /// Reads a `SendChatMessageRequest`.
    pub fn read(me: &str, request: &Value) -> Result<Self, Failure> {
        let text = text(&request["content"])?;
        let content = match request["type"].as_str() {
            None | Some("text") => Content::Text(text),
            Some("html") => Content::Html(text),
            Some(_) => {
                return Err(Failure::bad_request("type", "Only text and html can be sent."));
            }
        };
        let display_name = display_name(request, "senderDisplayName")?;
        Ok(Self {
            content,
            sender: Some(Sender { raw_id: me.to_owned(), display_name }),
            metadata: Metadata::read(&request["metadata"])?,
        })
    }

    /// A message that the service itself writes.
    pub fn system(content: Content) -> Self {
        Self { content, sender: None, metadata: Metadata::default() }
    }
}

fn text(content: &Value) -> Result<String, Failure> {
    let text = content.as_str().unwrap_or_default();
    match text.len() <= CONTENT_LIMIT {
        true => Ok(text.to_owned()),
        false => Err(Failure::bad_request("content", "The content is larger than 28 KB.")),
    }
}

impl Message {
    pub fn new(stamp: Stamp, sequence: u64, draft: Draft, now: Timestamp) -> Self {
        Self {
            id: stamp.version,
            sequence,
            stamp,
            arrival: 0,
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
        let metadata = self.metadata.patched(patch)?;
        if let Some(new) = patch.get("content") {
            self.content.set_text(text(new)?);
        }
        self.metadata = metadata;
        self.edited_on = Some(now);
        Ok(())
    }

    /// Forgets the text. Lists still show that there was a message.
    pub fn delete(&mut self, me: &str, now: Timestamp) -> Result<(), Failure> {
        self.written_by(me)?;
        self.content.set_text(String::new());
        self.metadata = Metadata::default();
        self.deleted_on = Some(now);
        Ok(())
    }

    fn written_by(&self, me: &str) -> Result<(), Failure> {
        match &self.sender {
            Some(sender) if sender.raw_id == me => Ok(()),
            _ => Err(Failure::forbidden("Only its sender can change a message.")),
        }
    }

    pub fn to_json(&self, version: ApiVersion) -> Value {
        let mut json = json!({
            "id": self.id.to_string(),
            "type": self.content.kind(),
            "sequenceId": self.sequence.to_string(),
            "version": self.stamp.version.to_string(),
            "content": self.content.to_json(version),
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
        self.metadata.write(&mut json, version);
        json
    }
}

impl Content {
    fn kind(&self) -> &'static str {
        match self {
            Self::Text(_) => "text",
            Self::Html(_) => "html",
            Self::TopicUpdated { .. } => "topicUpdated",
            Self::ParticipantsAdded { .. } => "participantAdded",
            Self::ParticipantsRemoved { .. } => "participantRemoved",
        }
    }

    /// Only people's messages have a text, and only they are edited.
    fn set_text(&mut self, new: String) {
        if let Self::Text(text) | Self::Html(text) = self {
            *text = new;
        }
    }

    fn to_json(&self, version: ApiVersion) -> Value {
        match self {
            Self::Text(text) | Self::Html(text) => {
                let mut json = json!({ "message": text });
                if version.has_attachments() {
                    json["attachments"] = json!([]);
                }
                json
            }
            Self::TopicUpdated { initiator, topic } => json!({
                "initiatorCommunicationIdentifier": identifier::model(initiator),
                "topic": topic,
            }),
            Self::ParticipantsAdded { initiator, participants }
            | Self::ParticipantsRemoved { initiator, participants } => {
                let participants: Vec<Value> =
                    participants.iter().map(|participant| participant.to_json(version)).collect();
                json!({
                    "initiatorCommunicationIdentifier": identifier::model(initiator),
                    "participants": participants,
                })
            }
        }
    }
}

impl Weigh for Message {
    fn weight(&self) -> usize {
        let content = match &self.content {
            Content::Text(text) | Content::Html(text) => text.len(),
            Content::TopicUpdated { initiator, topic } => initiator.len() + topic.len(),
            Content::ParticipantsAdded { initiator, participants }
            | Content::ParticipantsRemoved { initiator, participants } => {
                initiator.len() + participants.iter().map(Weigh::weight).sum::<usize>()
            }
        };
        let sender = self.sender.as_ref().map_or(0, |sender| {
            sender.raw_id.len() + sender.display_name.as_ref().map_or(0, String::len)
        });
        let maps = 2 * leaf::<u64, u64>() + leaf::<u64, (u64, u64)>();
        content + sender + self.metadata.weight() + maps
    }
}
