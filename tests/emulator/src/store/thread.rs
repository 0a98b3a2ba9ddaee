//! One thread: its properties, its participants, its messages.

use super::{
    Participant,
    message::{Content, Draft, Message, Stamp},
    messages::Messages,
    participant::Receipt,
    properties::{NewThread, PARTICIPANT_LIMIT, Properties, topic},
    retention::Retention,
};
use crate::{
    bounded::{Weigh, slot},
    clock::Timestamp,
    failure::Failure,
    identifier,
    version::ApiVersion,
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

#[derive(Debug)]
pub(crate) struct Thread {
    /// The number of the thread in the store. Newer threads have larger numbers.
    pub position: u64,
    pub(super) properties: Properties,
    pub(super) progress: Progress,
    pub(super) messages: Messages,
    pub(super) receipts: Vec<Receipt>,
    /// The changes that the store has not taken note of yet.
    pub(super) changes: Vec<ThreadChange>,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(super) struct Progress {
    /// The last change of a message.
    pub stamp: Stamp,
    /// The number of messages so far.
    pub sequence: u64,
    /// The time of the latest message since the thread was created.
    pub message_on: Option<Timestamp>,
}

#[derive(Debug)]
pub(super) enum ThreadChange {
    Properties,
    MessageAdded(u64),
    MessageChanged(u64),
    MessageRemoved {
        id: u64,
        arrival: u64,
    },
    /// The receipt of this user.
    ReceiptChanged(String),
    ReceiptRemoved(String),
}

/// The result of adding participants.
#[derive(Debug)]
pub(crate) struct Added {
    pub joined: Vec<Participant>,
    /// The thread has no room for these.
    pub turned_away: Vec<Participant>,
}

impl Thread {
    pub fn new(position: u64, NewThread(mut properties): NewThread) -> Self {
        let now = properties.created_on;
        let creator = properties.created_by.clone();
        let participants = std::mem::take(&mut properties.participants);
        let mut thread = Self {
            position,
            properties,
            progress: Progress {
                stamp: Stamp { change: 0, version: 0 },
                sequence: 0,
                message_on: None,
            },
            messages: Messages::default(),
            receipts: Vec::new(),
            changes: Vec::new(),
        };
        thread.add(&creator, participants, now);
        thread.announce_topic(&creator, now);
        // The messages about the creation do not count.
        thread.progress.message_on = None;
        thread
    }

    pub fn id(&self) -> &str {
        &self.properties.id
    }

    /// Lets only participants in.
    pub fn open_to(&self, me: &str) -> Result<&Self, Failure> {
        match self.participant(me) {
            Some(_) => Ok(self),
            None => Err(Failure::forbidden("The user does not take part in the chat thread.")),
        }
    }

    /// Returns when the thread was deleted, by a participant or by its retention policy.
    pub fn deleted_on(&self, now: Timestamp) -> Option<Timestamp> {
        let Properties { deleted_on, retention, created_on, .. } = &self.properties;
        let end = retention.and_then(|retention| retention.end(*created_on));
        deleted_on.or(end.filter(|end| *end <= now))
    }

    pub fn delete(&mut self, now: Timestamp) {
        self.properties.deleted_on = Some(now);
        let removed = self.messages.take_all();
        self.changes.extend(removed.map(|message| message.removal()));
        let receipts = self.receipts.drain(..);
        self.changes.extend(receipts.map(|receipt| ThreadChange::ReceiptRemoved(receipt.raw_id)));
        self.changes.push(ThreadChange::Properties);
    }

    pub fn created_on(&self) -> Timestamp {
        self.properties.created_on
    }

    /// Returns the time of the latest message, or of the creation if there is none.
    pub fn active_on(&self) -> Timestamp {
        self.progress.message_on.unwrap_or(self.properties.created_on)
    }

    /// The `ChatThreadProperties`.
    pub fn properties(&self, version: ApiVersion) -> Value {
        let Properties { id, topic, created_on, created_by, metadata, retention, .. } =
            &self.properties;
        let mut json = json!({
            "id": id,
            "topic": topic,
            "createdOn": created_on.to_string(),
            "createdByCommunicationIdentifier": identifier::model(created_by),
        });
        let unset = version.shows_unset_properties().then_some(Retention::None);
        if let Some(retention) = retention.or(unset) {
            json["retentionPolicy"] = retention.to_json();
        }
        metadata.write(&mut json, version);
        json
    }

    /// The `ChatThreadItem` of a list.
    pub fn item(&self, now: Timestamp) -> Value {
        let mut json = json!({
            "id": self.properties.id,
            "topic": self.properties.topic,
        });
        if let Some(message_on) = self.progress.message_on {
            json["lastMessageReceivedOn"] = message_on.to_string().into();
        }
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
            None => self.properties.retention,
        };
        self.properties.metadata = self.properties.metadata.patched(patch)?;
        self.properties.retention = retention;
        self.changes.push(ThreadChange::Properties);
        if let Some(topic) = new_topic {
            self.properties.topic = topic;
            self.announce_topic(me, now);
        }
        Ok(())
    }

    fn announce_topic(&mut self, initiator: &str, now: Timestamp) {
        let (initiator, topic) = (initiator.to_owned(), self.properties.topic.clone());
        self.push(Draft::system(Content::TopicUpdated { initiator, topic }), now);
    }

    pub fn participants(&self) -> &[Participant] {
        &self.properties.participants
    }

    fn participant(&self, raw_id: &str) -> Option<&Participant> {
        self.participants().iter().find(|participant| participant.raw_id == raw_id)
    }

    /// Adds participants, apart from those who are in the thread already.
    pub fn add(&mut self, me: &str, new: Vec<Participant>, now: Timestamp) -> Added {
        let (mut joined, mut turned_away) = (Vec::new(), Vec::new());
        for participant in new {
            if self.participant(&participant.raw_id).is_some() {
                continue;
            }
            if self.participants().len() == PARTICIPANT_LIMIT {
                turned_away.push(participant);
                continue;
            }
            joined.push(participant.clone());
            self.properties.participants.push(participant);
        }
        if !joined.is_empty() {
            self.changes.push(ThreadChange::Properties);
            let initiator = me.to_owned();
            let participants = joined.iter().map(Participant::without_metadata).collect();
            let content = Content::ParticipantsAdded { initiator, participants };
            self.push(Draft::system(content), now);
        }
        Added { joined, turned_away }
    }

    pub fn remove(
        &mut self,
        me: &str,
        raw_id: &str,
        now: Timestamp,
    ) -> Result<Participant, Failure> {
        let position =
            self.participants().iter().position(|participant| participant.raw_id == raw_id);
        let position = position
            .ok_or_else(|| Failure::not_found("The participant is not in the chat thread."))?;
        let removed = self.properties.participants.remove(position);
        self.changes.push(ThreadChange::Properties);
        if let Some(index) = self.receipts.iter().position(|receipt| receipt.raw_id == raw_id) {
            self.changes.push(ThreadChange::ReceiptRemoved(self.receipts.remove(index).raw_id));
        }
        let (initiator, participants) = (me.to_owned(), vec![removed.without_metadata()]);
        self.push(Draft::system(Content::ParticipantsRemoved { initiator, participants }), now);
        Ok(removed)
    }

    pub fn send(&mut self, me: &str, request: &Value, now: Timestamp) -> Result<u64, Failure> {
        Ok(self.push(Draft::read(me, request)?, now))
    }

    /// Adds a message and returns its id.
    fn push(&mut self, draft: Draft, now: Timestamp) -> u64 {
        let stamp = self.next_stamp(now);
        self.progress.sequence += 1;
        self.progress.message_on = Some(now);
        self.messages.insert(Message::new(stamp, self.progress.sequence, draft, now));
        self.changes.push(ThreadChange::MessageAdded(stamp.version));
        stamp.version
    }

    fn next_stamp(&mut self, now: Timestamp) -> Stamp {
        let Stamp { change, version } = self.progress.stamp;
        self.progress.stamp =
            Stamp { change: change + 1, version: (version + 1).max(now.millis()) };
        self.progress.stamp
    }

    pub fn edit(
        &mut self,
        me: &str,
        id: &str,
        patch: &Value,
        version: ApiVersion,
        now: Timestamp,
    ) -> Result<(), Failure> {
        let next = self.progress.sequence + 1;
        let raises = version.edits_raise_sequence_ids();
        self.change_message(me, id, now, |message| {
            message.edit(me, patch, now)?;
            if raises {
                message.sequence = next;
            }
            Ok(())
        })?;
        if raises {
            self.progress.sequence = next;
        }
        Ok(())
    }

    pub fn delete_message(&mut self, me: &str, id: &str, now: Timestamp) -> Result<(), Failure> {
        self.change_message(me, id, now, |message| message.delete(me, now))
    }

    fn change_message(
        &mut self,
        me: &str,
        id: &str,
        now: Timestamp,
        change: impl FnOnce(&mut Message) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let id = self.message(me, id)?.id;
        let stamp = self.next_stamp(now);
        self.messages.change(id, stamp, change)?;
        self.changes.push(ThreadChange::MessageChanged(id));
        Ok(())
    }

    pub fn forget_message(&mut self, id: u64) {
        let removed = self.messages.remove(id);
        self.changes.extend(removed.map(|message| message.removal()));
    }

    /// The messages that a participant may see, latest change first, from a change on.
    pub fn messages(&self, me: &str, before: u64) -> impl Iterator<Item = &Message> {
        let share_history = self.share_history(me);
        self.messages
            .changed_before(before)
            .filter(move |message| message.created_on >= share_history)
    }

    /// All messages that the thread still has, oldest first, hidden ones included.
    pub fn all_messages(&self) -> impl DoubleEndedIterator<Item = &Message> + ExactSizeIterator {
        self.messages.oldest_first()
    }

    /// The arrivals of the first and the last message.
    pub fn arrivals(&self) -> Option<(u64, u64)> {
        let mut messages = self.all_messages();
        let first = messages.next()?.arrival;
        Some((first, messages.next_back().map_or(first, |last| last.arrival)))
    }

    /// Finds a message that is not deleted; only lists show those that are.
    pub fn message(&self, me: &str, id: &str) -> Result<&Message, Failure> {
        let number = id.parse().map_err(|_| {
            let message = format!("Value for MessageId ({id}) is not valid.");
            Failure::bad_request("MessageId", message)
        })?;
        self.messages
            .get(number)
            .filter(|message| !message.is_deleted())
            .filter(|message| message.created_on >= self.share_history(me))
            .ok_or_else(|| Failure::not_found("The chat message does not exist."))
    }

    /// Finds a message as the thread keeps it, also if it is deleted or hidden.
    pub fn any_message(&self, id: &str) -> Option<&Message> {
        self.messages.get(id.parse().ok()?)
    }

    fn share_history(&self, me: &str) -> Timestamp {
        self.participant(me).map_or(Timestamp::EPOCH, |participant| participant.share_history)
    }

    /// Notes that a participant has read a message and those before it.
    pub fn read(&mut self, me: &str, message_id: &str, now: Timestamp) -> Result<(), Failure> {
        let message = self.message(me, message_id)?.id;
        match self.receipts.iter_mut().find(|receipt| receipt.raw_id == me) {
            Some(receipt) if receipt.message >= message => return Ok(()),
            Some(receipt) => (receipt.message, receipt.read_on) = (message, now),
            None => {
                let rank = self.receipts.last().map_or(0, |last| last.rank + 1);
                let raw_id = me.to_owned();
                self.receipts.push(Receipt { raw_id, rank, message, read_on: now });
            }
        }
        self.changes.push(ThreadChange::ReceiptChanged(me.to_owned()));
        Ok(())
    }

    /// One receipt per participant, in the order in which they began to read.
    pub fn receipts(&self) -> Vec<Value> {
        self.receipts.iter().map(Receipt::to_json).collect()
    }
}

/// The memory of a thread without its messages, which the store counts apart.
impl Weigh for Thread {
    fn weight(&self) -> usize {
        let Properties { id, topic, created_by, metadata, participants, .. } = &self.properties;
        let participants: usize = participants.iter().map(Weigh::weight).sum();
        let receipts: usize = self.receipts.iter().map(Weigh::weight).sum();
        // The id is also a key of the store, and the two maps of messages have a node each.
        let texts = 2 * id.len() + topic.len() + created_by.len();
        let maps = slot::<String, u64>() + 2 * 11 * size_of::<[u64; 2]>();
        texts + metadata.weight() + participants + receipts + maps + 100
    }
}

impl Message {
    fn removal(&self) -> ThreadChange {
        ThreadChange::MessageRemoved { id: self.id, arrival: self.arrival }
    }
}
