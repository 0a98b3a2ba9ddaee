//! The messages of all threads in the order in which they arrived.

use std::collections::BTreeMap;

#[derive(Debug, Default)]
pub(super) struct Arrivals {
    /// The position of the thread and the id of the message, by arrival.
    messages: BTreeMap<u64, (u64, u64)>,
    next: u64,
}

impl Arrivals {
    /// Notes that a message has arrived, and returns the number of its arrival.
    pub fn add(&mut self, position: u64, id: u64) -> u64 {
        let arrival = self.next;
        self.next += 1;
        self.messages.insert(arrival, (position, id));
        arrival
    }

    pub fn remove(&mut self, arrival: u64) {
        self.messages.remove(&arrival);
    }

    /// Takes out the oldest message: the position of its thread, and its id.
    pub fn take_oldest(&mut self) -> Option<(u64, u64)> {
        self.messages.pop_first().map(|(_, message)| message)
    }

    /// The number of messages that have arrived so far, also of those that were removed.
    pub fn count(&self) -> u64 {
        self.next
    }

    /// Forgets the messages. The count goes on.
    pub fn clear(&mut self) {
        self.messages.clear();
    }

    #[cfg(test)]
    pub fn len(&self) -> usize {
        self.messages.len()
    }
}
