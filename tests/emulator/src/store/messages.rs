//! The messages of one thread, by id and by their last change.

use super::message::{Message, Stamp};
use crate::bounded::Weigh;
use std::{collections::BTreeMap, mem};

#[derive(Debug, Default)]
pub(super) struct Messages {
    /// In boxes, because the nodes of the map would have room for messages that are not there.
    by_id: BTreeMap<u64, Box<Message>>,
    /// Ids by the numbers of the last changes.
    by_change: BTreeMap<u64, u64>,
    weight: usize,
}

impl Messages {
    pub fn insert(&mut self, message: Message) {
        let message = Box::new(message);
        self.weight += message.weight();
        self.by_change.insert(message.stamp.change, message.id);
        self.by_id.insert(message.id, message);
    }

    pub fn get(&self, id: u64) -> Option<&Message> {
        self.by_id.get(&id).map(|message| &**message)
    }

    pub fn get_mut(&mut self, id: u64) -> Option<&mut Message> {
        self.by_id.get_mut(&id).map(|message| &mut **message)
    }

    /// Changes a message and stamps it, unless the change fails.
    pub fn change<E>(
        &mut self,
        id: u64,
        stamp: Stamp,
        change: impl FnOnce(&mut Message) -> Result<(), E>,
    ) -> Result<(), E> {
        let Some(message) = self.by_id.get_mut(&id) else { return Ok(()) };
        let before = message.weight();
        change(message)?;
        self.weight = self.weight + message.weight() - before;
        self.by_change.remove(&message.stamp.change);
        message.stamp = stamp;
        self.by_change.insert(stamp.change, id);
        Ok(())
    }

    pub fn remove(&mut self, id: u64) -> Option<Message> {
        let message = self.by_id.remove(&id)?;
        self.by_change.remove(&message.stamp.change);
        self.weight -= message.weight();
        Some(*message)
    }

    pub fn take_all(&mut self) -> impl Iterator<Item = Message> + use<> {
        mem::take(self).by_id.into_values().map(|message| *message)
    }

    pub fn oldest_first(&self) -> impl DoubleEndedIterator<Item = &Message> + ExactSizeIterator {
        self.by_id.values().map(|message| &**message)
    }

    /// The messages whose last change came before the one with this number, latest change first.
    pub fn changed_before(&self, change: u64) -> impl Iterator<Item = &Message> {
        self.by_change.range(..change).rev().filter_map(|(_, id)| self.get(*id))
    }
}

impl Weigh for Messages {
    fn weight(&self) -> usize {
        self.weight
    }
}
