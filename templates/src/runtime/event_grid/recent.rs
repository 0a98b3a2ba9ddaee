//! The events that a receiver remembers.

use std::collections::{HashMap, VecDeque};

/// A map that forgets its oldest entries when it is full.
#[derive(Debug)]
pub(crate) struct Recent<V> {
    capacity: usize,
    values: HashMap<String, V>,
    /// The keys, oldest first.
    order: VecDeque<String>,
}

impl<V> Recent<V> {
    pub fn new(capacity: usize) -> Self {
        Self { capacity: capacity.max(1), values: HashMap::new(), order: VecDeque::new() }
    }

    pub fn get(&self, key: &str) -> Option<&V> {
        self.values.get(key)
    }

    pub fn insert(&mut self, key: &str, value: V) {
        if let Some(known) = self.values.get_mut(key) {
            *known = value;
            return;
        }
        if self.order.len() == self.capacity
            && let Some(oldest) = self.order.pop_front()
        {
            self.values.remove(&oldest);
        }
        self.order.push_back(key.to_owned());
        self.values.insert(key.to_owned(), value);
    }

    pub fn remove(&mut self, key: &str) {
        if self.values.remove(key).is_some() {
            self.order.retain(|other| other != key);
        }
    }
}

/// The ids of the events that were received, to drop duplicates.
///
/// Event Grid delivers each event at least once. It sends an event again if the webhook does not
/// answer 2xx within 30 seconds, even if the webhook has handled it.
#[derive(Debug)]
pub struct SeenEvents(Recent<()>);

impl SeenEvents {
    /// Remembers the ids of the last `capacity` events. Event Grid repeats an event for up to a day,
    /// at growing intervals.
    pub fn new(capacity: usize) -> Self {
        Self(Recent::new(capacity))
    }

    /// Remembers the id of an event. Returns whether it is new.
    pub fn insert(&mut self, id: &str) -> bool {
        let is_new = self.0.get(id).is_none();
        if is_new {
            self.0.insert(id, ());
        }
        is_new
    }

    /// Forgets an id, so that the event is new when it arrives again. Call this if handling the event
    /// failed and the webhook answers with an error.
    pub fn forget(&mut self, id: &str) {
        self.0.remove(id);
    }
}
