//! The events that a receiver remembers.

use lru::LruCache;
use std::{fmt, num::NonZeroUsize};

/// The ids of the events that were received, to drop duplicates.
///
/// Event Grid delivers each event at least once. It sends an event again if the webhook does not
/// answer 2xx within 30 seconds, even if the webhook has handled it.
pub struct SeenEvents(LruCache<String, ()>);

impl SeenEvents {
    /// Remembers the ids of the last `capacity` events, and at least of one. Event Grid repeats an
    /// event for up to a day, at growing intervals.
    pub fn new(capacity: usize) -> Self {
        Self(cache(capacity))
    }

    /// Remembers the id of an event. Returns whether it is new.
    pub fn insert(&mut self, id: &str) -> bool {
        let is_new = !self.0.contains(id);
        self.0.put(id.to_owned(), ());
        is_new
    }

    /// Forgets an id, so that the event is new when it arrives again. Call this if handling the event
    /// failed and the webhook answers with an error.
    pub fn forget(&mut self, id: &str) {
        self.0.pop(id);
    }
}

impl fmt::Debug for SeenEvents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SeenEvents").field("len", &self.0.len()).finish_non_exhaustive()
    }
}

/// The versions of the objects that changed last.
pub(crate) struct NewestVersions(LruCache<String, i64>);

impl NewestVersions {
    pub fn new(capacity: usize) -> Self {
        Self(cache(capacity))
    }

    /// Returns whether the version of the object is newer than the one before. Then remembers it.
    pub fn advance(&mut self, object: String, version: i64) -> bool {
        let is_newer = self.0.get(&object).is_none_or(|known| *known < version);
        if is_newer {
            self.0.put(object, version);
        }
        is_newer
    }
}

impl fmt::Debug for NewestVersions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NewestVersions").field("len", &self.0.len()).finish_non_exhaustive()
    }
}

/// A cache that does not reserve its whole capacity.
fn cache<V>(capacity: usize) -> LruCache<String, V> {
    let mut cache = LruCache::unbounded();
    cache.resize(NonZeroUsize::new(capacity).unwrap_or(NonZeroUsize::MIN));
    cache
}
