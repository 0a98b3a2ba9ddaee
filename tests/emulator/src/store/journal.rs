//! The changes of the store that are not on disk yet.

use serde::Serialize;
use std::{
    mem,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// A group of records of one kind, in a table of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Table {
    Counters,
    Users,
    Assignments,
    /// The properties and participants of threads.
    Threads,
    /// The latest message of each thread: id, number and time.
    Progress,
    Messages,
    Receipts,
    /// Answers to requests that may come again.
    Answers,
    /// The webhooks that get events.
    Subscriptions,
}

impl Table {
    pub const ALL: [Self; 9] = [
        Self::Counters,
        Self::Users,
        Self::Assignments,
        Self::Threads,
        Self::Progress,
        Self::Messages,
        Self::Receipts,
        Self::Answers,
        Self::Subscriptions,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Counters => "counters",
            Self::Users => "users",
            Self::Assignments => "assignments",
            Self::Threads => "threads",
            Self::Progress => "progress",
            Self::Messages => "messages",
            Self::Receipts => "receipts",
            Self::Answers => "answers",
            Self::Subscriptions => "subscriptions",
        }
    }

    /// Says whether a reset keeps the records.
    pub fn outlives_reset(self) -> bool {
        matches!(self, Self::Counters | Self::Subscriptions)
    }
}

#[derive(Debug, PartialEq)]
pub(crate) enum Change {
    /// Adds or replaces a record. The value is JSON.
    Put(Table, String, Vec<u8>),
    Remove(Table, String),
    /// Removes the records that do not outlive a reset.
    Clear,
}

/// Collects changes while its owner holds the store. Without a data folder it collects nothing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Journal(Option<Arc<Mutex<Pending>>>);

#[derive(Debug, Default)]
struct Pending {
    changes: Vec<Change>,
    /// The number of changes so far, taken ones included.
    count: u64,
}

impl Journal {
    pub fn enabled() -> Self {
        Self(Some(Arc::default()))
    }

    pub fn put(&self, table: Table, key: impl Into<String>, value: &impl Serialize) {
        if let Some(mut pending) = self.pending() {
            let value = serde_json::to_vec(value).expect("records have names and plain values");
            pending.push(Change::Put(table, key.into(), value));
        }
    }

    pub fn remove(&self, table: Table, key: impl Into<String>) {
        if let Some(mut pending) = self.pending() {
            pending.push(Change::Remove(table, key.into()));
        }
    }

    pub fn clear(&self) {
        if let Some(mut pending) = self.pending() {
            pending.push(Change::Clear);
        }
    }

    /// Returns the number of changes so far.
    pub fn count(&self) -> u64 {
        self.pending().map_or(0, |pending| pending.count)
    }

    /// Takes out the changes since the last call, and their number so far. The caller holds the
    /// store, so that no request is in the middle of its changes.
    pub fn take(&self) -> (Vec<Change>, u64) {
        match self.pending() {
            Some(mut pending) => (mem::take(&mut pending.changes), pending.count),
            None => (Vec::new(), 0),
        }
    }

    fn pending(&self) -> Option<MutexGuard<'_, Pending>> {
        self.0.as_ref().map(|pending| pending.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Pending {
    fn push(&mut self, change: Change) {
        self.changes.push(change);
        self.count += 1;
    }
}
