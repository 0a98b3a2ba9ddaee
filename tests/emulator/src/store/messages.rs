//! The messages of one thread, by id and by their last change.

use super::message::Message;
use crate::bounded::Weigh;
use std::{collections::BTreeMap, mem};

#[derive(Debug, Default)]
pub(super) struct Messages {
    by_id: BTreeMap<u64, Message>,
    /// Ids by versions: a change makes a version that is newer than all others of the thread.
    by_version: BTreeMap<u64, u64>,
    weight: usize,
}

impl Messages {
    pub fn insert(&mut self, message: Message) {
        self.weight += message.weight();
        self.by_version.insert(message.version, message.id);
        self.by_id.insert(message.id, message);
    }

    pub fn get(&self, id: u64) -> Option<&Message> {
        self.by_id.get(&id)
    }

    pub fn get_mut(&mut self, id: u64) -> Option<&mut Message> {
        self.by_id.get_mut(&id)
    }

    /// Changes a message and gives it a version, unless the change fails.
    pub fn change<E>(
        &mut self,
        id: u64,
        version: u64,
        change: impl FnOnce(&mut Message) -> Result<(), E>,
    ) -> Result<(), E> {
        let Some(message) = self.by_id.get_mut(&id) else { return Ok(()) };
        let before = message.weight();
        change(message)?;
        self.weight = self.weight + message.weight() - before;
        self.by_version.remove(&message.version);
        message.version = version;
        self.by_version.insert(version, id);
        Ok(())
    }

    pub fn remove(&mut self, id: u64) -> Option<Message> {
        let message = self.by_id.remove(&id)?;
        self.by_version.remove(&message.version);
        self.weight -= message.weight();
        Some(message)
    }

    pub fn take_all(&mut self) -> impl Iterator<Item = Message> + use<> {
        mem::take(self).by_id.into_values()
    }

    pub fn oldest_first(&self) -> impl DoubleEndedIterator<Item = &Message> + ExactSizeIterator {
        self.by_id.values()
    }

    /// The messages whose last change is older than a version, latest change first.
    pub fn changed_before(&self, version: u64) -> impl Iterator<Item = &Message> {
        self.by_version.range(..version).rev().filter_map(|(_, id)| self.by_id.get(id))
    }
}

impl Weigh for Messages {
    fn weight(&self) -> usize {
        self.weight
    }
}
