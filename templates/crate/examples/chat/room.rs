//! A thread as one of its participants sees it.

use acs_chat::{
    ChatThreadClient, CommunicationIdentifier, ThreadChange, Typing,
    models::{ChatMessage, ChatMessageReadReceipt},
};
use std::collections::BTreeMap;

pub struct Room {
    pub thread: ChatThreadClient,
    pub typing: Typing,
    pub topic: String,
    /// By id, and so by time.
    pub messages: BTreeMap<u64, ChatMessage>,
    /// The newest message that another participant has read.
    pub read_by_others: u64,
    /// The newest message for which a read receipt was sent.
    pub read_by_me: u64,
    /// The stream of changes has ended.
    pub is_closed: bool,
}

impl Room {
    pub fn new(thread: ChatThreadClient, topic: String, my_name: &str) -> Self {
        Self {
            typing: thread.typing().sender_display_name(my_name),
            thread,
            topic,
            messages: BTreeMap::new(),
            read_by_others: 0,
            read_by_me: 0,
            is_closed: false,
        }
    }

    pub fn change(&mut self, change: ThreadChange) {
        if let ThreadChange::TopicUpdated(message) = &change
            && let Some(topic) = message.content.as_ref().and_then(|content| content.topic.clone())
        {
            self.topic = topic;
        }
        match change.message() {
            Some(message) => drop(self.messages.insert(number(&message.id), message.clone())),
            None => self.is_closed = true,
        }
    }

    pub fn note_receipts(
        &mut self,
        receipts: &[ChatMessageReadReceipt],
        me: &CommunicationIdentifier,
    ) {
        let others = receipts.iter().filter(|it| it.sender_communication_identifier != *me);
        let newest = others.map(|receipt| number(&receipt.chat_message_id)).max();
        self.read_by_others = newest.unwrap_or_default();
    }

    /// The newest message of another participant that is not read yet.
    pub fn unread(&self, me: &CommunicationIdentifier) -> Option<u64> {
        let mut others = self.messages.iter().rev().filter(|(_, message)| {
            message.deleted_on.is_none() && sender(message).is_some_and(|it| it != me)
        });
        others.next().map(|(id, _)| *id).filter(|id| *id > self.read_by_me)
    }

    /// The id of the newest message of this user.
    pub fn my_last(&self, me: &CommunicationIdentifier) -> Option<String> {
        let mut mine = self.messages.values().rev().filter(|message| sender(message) == Some(me));
        mine.find(|message| message.deleted_on.is_none()).map(|message| message.id.clone())
    }
}

pub fn sender(message: &ChatMessage) -> Option<&CommunicationIdentifier> {
    message.sender_communication_identifier.as_ref()
}

/// The ids of messages are times.
fn number(id: &str) -> u64 {
    id.parse().unwrap_or_default()
}
