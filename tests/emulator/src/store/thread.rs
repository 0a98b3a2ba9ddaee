//! One thread: its properties, its participants, its messages.

use super::{
    Metadata, Participant,
    message::{Draft, Kind, Message},
    metadata,
    participant::Receipt,
};
use crate::{clock::Timestamp, failure::Failure, identifier};
use serde_json::{Value, json};
use std::{collections::VecDeque, time::Duration};
use uuid::Uuid;

/// The service lets 250 people into a thread.
const PARTICIPANT_LIMIT: usize = 250;
/// The service takes topics of 250 characters.
const TOPIC_LIMIT: usize = 250;

#[derive(Debug)]
pub(crate) struct Thread {
    /// Counts the threads of the store. Newer threads have larger positions.
    pub position: u64,
    pub id: String,
    topic: String,
    created_on: Timestamp,
    created_by: String,
    metadata: Metadata,
    retention: Option<Retention>,
    deleted_on: Option<Timestamp>,
    last_message_on: Timestamp,
    last_message_id: u64,
    last_sequence: u64,
    participants: Vec<Participant>,
    messages: VecDeque<Message>,
    receipts: Vec<Receipt>,
}

/// What a thread is made of.
#[derive(Debug)]
pub(crate) struct NewThread {
    topic: String,
    metadata: Metadata,
    retention: Option<Retention>,
    creator: String,
    participants: Vec<Participant>,
}

#[derive(Clone, Copy, Debug)]
enum Retention {
    None,
    DaysAfterCreation(u64),
}

impl NewThread {
    /// Reads a `CreateChatThreadRequest`; its participants have been looked at already.
    pub fn read(me: &str, request: &Value, mut others: Vec<Participant>) -> Result<Self, Failure> {
        let listed = others.iter().position(|participant| participant.raw_id == me);
        let creator = listed.map(|index| others.remove(index));
        others.insert(0, creator.unwrap_or_else(|| Participant::new(me.to_owned())));
        if others.len() > PARTICIPANT_LIMIT {
            return Err(Failure::bad_request("participants", "A thread has room for 250 people."));
        }
        Ok(Self {
            topic: topic(&request["topic"])?,
            metadata: Metadata::read(&request["metadata"])?,
            retention: Retention::read(&request["retentionPolicy"])?,
            creator: me.to_owned(),
            participants: others,
        })
    }
}

impl Thread {
    pub fn new(position: u64, new: NewThread, now: Timestamp) -> Self {
        let mut thread = Self {
            position,
            id: format!("19:{}@thread.v2", Uuid::new_v4().simple()),
            topic: new.topic,
            created_on: now,
            created_by: new.creator,
            metadata: new.metadata,
            retention: new.retention,
            deleted_on: None,
            last_message_on: now,
            last_message_id: 0,
            last_sequence: 0,
            participants: Vec::new(),
            messages: VecDeque::new(),
            receipts: Vec::new(),
        };
        let creator = thread.created_by.clone();
        thread.add(&creator, new.participants, now);
        thread.announce_topic(&creator, now);
        thread
    }

    /// Lets only participants in.
    pub fn open_to(&self, me: &str) -> Result<&Self, Failure> {
        match self.participant(me) {
            Some(_) => Ok(self),
            None => Err(Failure::forbidden("The user does not take part in the chat thread.")),
        }
    }

    /// When the thread was deleted, by somebody or by its retention policy.
    pub fn deleted_on(&self, now: Timestamp) -> Option<Timestamp> {
        let retained_until = match self.retention {
            Some(Retention::DaysAfterCreation(days)) => {
                Some(self.created_on.plus(Duration::from_secs(days.saturating_mul(24 * 60 * 60))))
            }
            Some(Retention::None) | None => None,
        };
        self.deleted_on.or(retained_until.filter(|end| *end <= now))
    }

    pub fn delete(&mut self, now: Timestamp) {
        self.deleted_on = Some(now);
        self.messages.clear();
        self.receipts.clear();
    }

    /// The last sign of life, for lists that reach back to a certain time.
    pub fn active_on(&self) -> Timestamp {
        self.last_message_on
    }

    /// The `ChatThreadProperties`.
    pub fn properties(&self) -> Value {
        let mut json = json!({
            "id": self.id,
            "topic": self.topic,
            "createdOn": self.created_on.to_string(),
            "createdByCommunicationIdentifier": identifier::model(&self.created_by),
        });
        if let Some(retention) = self.retention {
            json["retentionPolicy"] = retention.to_json();
        }
        self.metadata.write(&mut json);
        json
    }

    /// The `ChatThreadItem` of a list.
    pub fn item(&self, now: Timestamp) -> Value {
        let mut json = json!({
            "id": self.id,
            "topic": self.topic,
            "lastMessageReceivedOn": self.last_message_on.to_string(),
        });
        if let Some(deleted_on) = self.deleted_on(now) {
            json["deletedOn"] = deleted_on.to_string().into();
        }
        json
    }

    /// Applies a merge patch.
    pub fn update(&mut self, me: &str, patch: &Value, now: Timestamp) -> Result<(), Failure> {
        let new_topic = patch.get("topic").map(topic).transpose()?;
        let retention = match patch.get("retentionPolicy") {
            Some(policy) => Retention::read(policy)?,
            None => self.retention,
        };
        self.metadata = metadata::patch(&self.metadata, patch)?;
        self.retention = retention;
        if let Some(topic) = new_topic {
            self.topic = topic;
            self.announce_topic(me, now);
        }
        Ok(())
    }

    fn announce_topic(&mut self, initiator: &str, now: Timestamp) {
        let topic = self.topic.as_str().into();
        self.push(Draft::system(Kind::TopicUpdated, initiator, "topic", topic), now);
    }

    pub fn participants(&self) -> &[Participant] {
        &self.participants
    }

    fn participant(&self, raw_id: &str) -> Option<&Participant> {
        self.participants.iter().find(|participant| participant.raw_id == raw_id)
    }

    /// Brings people in. Nothing changes for those who are here already. Returns those for whom
    /// there is no room.
    pub fn add(&mut self, me: &str, new: Vec<Participant>, now: Timestamp) -> Vec<Participant> {
        let (mut joined, mut turned_away) = (Vec::new(), Vec::new());
        for participant in new {
            if self.participant(&participant.raw_id).is_some() {
                continue;
            }
            if self.participants.len() == PARTICIPANT_LIMIT {
                turned_away.push(participant);
                continue;
            }
            joined.push(participant.to_json());
            self.participants.push(participant);
        }
        if !joined.is_empty() {
            let draft = Draft::system(Kind::ParticipantAdded, me, "participants", joined.into());
            self.push(draft, now);
        }
        turned_away
    }

    pub fn remove(&mut self, me: &str, raw_id: &str, now: Timestamp) -> Result<(), Failure> {
        let position =
            self.participants.iter().position(|participant| participant.raw_id == raw_id);
        let position = position
            .ok_or_else(|| Failure::not_found("The participant is not in the chat thread."))?;
        let removed = self.participants.remove(position);
        self.receipts.retain(|receipt| receipt.raw_id != raw_id);
        let about = json!([removed.to_json()]);
        self.push(Draft::system(Kind::ParticipantRemoved, me, "participants", about), now);
        Ok(())
    }

    /// Adds a message and returns its id.
    pub fn push(&mut self, draft: Draft, now: Timestamp) -> u64 {
        self.last_message_id = (self.last_message_id + 1).max(now.millis());
        self.last_sequence += 1;
        self.last_message_on = now;
        let (id, sequence) = (self.last_message_id, self.last_sequence);
        self.messages.push_back(Message::new(id, sequence, draft, now));
        id
    }

    pub fn send(&mut self, me: &str, request: &Value, now: Timestamp) -> Result<u64, Failure> {
        Ok(self.push(Draft::read(me, request)?, now))
    }

    /// How many messages there have been.
    pub fn last_sequence(&self) -> u64 {
        self.last_sequence
    }

    pub fn forget_oldest_message(&mut self) {
        self.messages.pop_front();
    }

    /// The messages that a participant may see, newest first, from a sequence number on.
    pub fn messages(&self, me: &str, before: u64) -> impl Iterator<Item = &Message> {
        let end = self.messages.partition_point(|message| message.sequence < before);
        let share_history = self.share_history(me);
        self.messages.range(..end).rev().filter(move |message| message.created_on >= share_history)
    }

    /// All messages that the thread still has, oldest first, whoever may see them.
    pub fn all_messages(&self) -> impl ExactSizeIterator<Item = &Message> {
        self.messages.iter()
    }

    pub fn message(&self, me: &str, id: &str) -> Result<&Message, Failure> {
        Ok(&self.messages[self.find(me, id)?])
    }

    pub fn message_mut(&mut self, me: &str, id: &str) -> Result<&mut Message, Failure> {
        let index = self.find(me, id)?;
        Ok(&mut self.messages[index])
    }

    /// A deleted message is gone for everybody who asks for it by name; only lists still show it.
    fn find(&self, me: &str, id: &str) -> Result<usize, Failure> {
        let share_history = self.share_history(me);
        id.parse()
            .ok()
            .and_then(|id| self.messages.binary_search_by_key(&id, |message| message.id).ok())
            .filter(|index| !self.messages[*index].is_deleted())
            .filter(|index| self.messages[*index].created_on >= share_history)
            .ok_or_else(|| Failure::not_found("The chat message does not exist."))
    }

    fn share_history(&self, me: &str) -> Timestamp {
        self.participant(me).map_or(Timestamp::EPOCH, |participant| participant.share_history)
    }

    /// A receipt covers the messages before it: one for an older message changes nothing.
    pub fn read(&mut self, me: &str, message_id: &str, now: Timestamp) -> Result<(), Failure> {
        let message = self.message(me, message_id)?.id;
        match self.receipts.iter_mut().find(|receipt| receipt.raw_id == me) {
            Some(receipt) if receipt.message >= message => {}
            Some(receipt) => (receipt.message, receipt.read_on) = (message, now),
            None => {
                self.receipts.push(Receipt { raw_id: me.to_owned(), message, read_on: now });
            }
        }
        Ok(())
    }

    /// One receipt per participant, in the order in which they began to read.
    pub fn receipts(&self) -> Vec<Value> {
        self.receipts.iter().map(Receipt::to_json).collect()
    }
}

/// A thread always has a topic, so a merge patch cannot remove it.
fn topic(value: &Value) -> Result<String, Failure> {
    match value.as_str() {
        Some(topic) if topic.chars().count() <= TOPIC_LIMIT => Ok(topic.to_owned()),
        Some(_) => Err(Failure::bad_request("topic", "A topic has 250 characters at most.")),
        None => Err(Failure::bad_request("topic", "A thread cannot be without a topic.")),
    }
}

impl Retention {
    /// Reads a `ChatRetentionPolicy`; `null` and nothing at all mean none is set.
    fn read(policy: &Value) -> Result<Option<Self>, Failure> {
        match policy["kind"].as_str() {
            None => Ok(None),
            Some("none") => Ok(Some(Self::None)),
            Some(_) => match policy["deleteThreadAfterDays"].as_u64() {
                Some(days @ 1..) => Ok(Some(Self::DaysAfterCreation(days))),
                _ => Err(Failure::bad_request(
                    "retentionPolicy",
                    "deleteThreadAfterDays has to be a positive number.",
                )),
            },
        }
    }

    fn to_json(self) -> Value {
        match self {
            Self::None => json!({ "kind": "none" }),
            Self::DaysAfterCreation(days) => {
                json!({ "kind": "threadCreationDate", "deleteThreadAfterDays": days })
            }
        }
    }
}
