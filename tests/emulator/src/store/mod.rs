//! Everything the service remembers, and the bounds of its memory.

mod identities;
mod message;
mod metadata;
mod participant;
mod thread;

pub(crate) use identities::Identities;
pub(crate) use metadata::Metadata;
pub(crate) use participant::Participant;
pub(crate) use thread::{NewThread, Thread};

use crate::{bounded::Bounded, clock::Timestamp, failure::Failure};
use serde_json::Value;
use std::collections::{BTreeMap, HashMap, VecDeque};

/// How many threads are kept, deleted ones included. Those that nobody changed for longest are
/// forgotten.
const THREADS: usize = 10_000;
/// How many messages are kept, of all threads together. The oldest are forgotten.
const MESSAGES: usize = 100_000;
/// How many answers are kept for requests that come again.
const REPEATABLE_ANSWERS: usize = 10_000;

#[derive(Debug)]
pub(crate) struct Store {
    pub identities: Identities,
    /// By user and `repeatability-request-id`.
    pub repeatable: Bounded<(String, String), (String, Value)>,
    threads: Bounded<String, Thread>,
    /// The threads of each user, oldest first.
    memberships: HashMap<String, BTreeMap<u64, String>>,
    /// The thread of every message, oldest message first.
    arrivals: VecDeque<String>,
    next_thread: u64,
}

impl Store {
    pub fn new(resource_id: String) -> Self {
        Self {
            identities: Identities::new(resource_id),
            repeatable: Bounded::new(REPEATABLE_ANSWERS),
            threads: Bounded::new(THREADS),
            memberships: HashMap::new(),
            arrivals: VecDeque::new(),
            next_thread: 0,
        }
    }

    /// Keeps a new thread and returns it.
    pub fn add_thread(&mut self, new: NewThread, now: Timestamp) -> &Thread {
        let thread = Thread::new(self.next_thread, new, now);
        self.next_thread += 1;
        let id = thread.id.clone();
        for participant in thread.participants() {
            join(&mut self.memberships, &participant.raw_id, &thread);
        }
        self.note_arrivals(&id, thread.last_sequence());
        if let Some(forgotten) = self.threads.insert(id.clone(), thread) {
            for participant in forgotten.participants() {
                leave(&mut self.memberships, &participant.raw_id, forgotten.position);
            }
        }
        self.threads.get(&id).expect("the youngest thread is not the one that is forgotten")
    }

    /// Looks at a thread in which a user takes part.
    pub fn thread(&self, id: &str, me: &str, now: Timestamp) -> Result<&Thread, Failure> {
        let thread = self.threads.get(id);
        thread.filter(|thread| thread.deleted_on(now).is_none()).ok_or_else(no_thread)?.open_to(me)
    }

    /// Changes a thread in which a user takes part.
    pub fn change_thread<T>(
        &mut self,
        id: &str,
        me: &str,
        now: Timestamp,
        change: impl FnOnce(&mut Thread) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        self.thread(id, me, now)?;
        let thread = self.threads.use_mut(id).ok_or_else(no_thread)?;
        let before = thread.last_sequence();
        let result = change(thread);
        let arrived = thread.last_sequence() - before;
        self.note_arrivals(id, arrived);
        result
    }

    /// Brings people into a thread. Returns those for whom there is no room.
    pub fn add_participants(
        &mut self,
        id: &str,
        me: &str,
        now: Timestamp,
        new: Vec<Participant>,
    ) -> Result<Vec<Participant>, Failure> {
        let raw_ids: Vec<String> = new.iter().map(|new| new.raw_id.clone()).collect();
        let turned_away = self.change_thread(id, me, now, |thread| Ok(thread.add(me, new, now)))?;
        if let Some(thread) = self.threads.get(id) {
            for raw_id in raw_ids.iter().filter(|raw_id| thread.open_to(raw_id).is_ok()) {
                join(&mut self.memberships, raw_id, thread);
            }
        }
        Ok(turned_away)
    }

    pub fn remove_participant(
        &mut self,
        id: &str,
        me: &str,
        now: Timestamp,
        raw_id: &str,
    ) -> Result<(), Failure> {
        let position = self.change_thread(id, me, now, |thread| {
            thread.remove(me, raw_id, now)?;
            Ok(thread.position)
        })?;
        leave(&mut self.memberships, raw_id, position);
        Ok(())
    }

    /// The threads of a user, newest first, from a position on.
    pub fn threads_of(&self, user: &str, before: u64) -> impl Iterator<Item = &Thread> {
        let ids =
            self.memberships.get(user).into_iter().flat_map(move |threads| threads.range(..before));
        ids.rev().filter_map(|(_, id)| self.threads.get(id))
    }

    /// All threads, deleted ones included, from the last one changed to the first.
    pub fn newest_threads(&self) -> impl ExactSizeIterator<Item = &Thread> {
        self.threads.youngest_first().map(|(_, thread)| thread)
    }

    /// Looks at a thread from outside, as none of its participants.
    pub fn any_thread(&self, id: &str) -> Option<&Thread> {
        self.threads.get(id)
    }

    /// Every arrival stands for one message at most, so the messages never outnumber the arrivals.
    fn note_arrivals(&mut self, thread: &str, messages: u64) {
        self.arrivals.extend((0..messages).map(|_| thread.to_owned()));
        while self.arrivals.len() > MESSAGES {
            let thread = self.arrivals.pop_front().and_then(|id| self.threads.get_mut(&id));
            if let Some(thread) = thread {
                thread.forget_oldest_message();
            }
        }
    }
}

fn no_thread() -> Failure {
    Failure::not_found("The chat thread does not exist.")
}

fn join(memberships: &mut HashMap<String, BTreeMap<u64, String>>, user: &str, thread: &Thread) {
    memberships.entry(user.to_owned()).or_default().insert(thread.position, thread.id.clone());
}

fn leave(memberships: &mut HashMap<String, BTreeMap<u64, String>>, user: &str, position: u64) {
    if let Some(threads) = memberships.get_mut(user) {
        threads.remove(&position);
        if threads.is_empty() {
            memberships.remove(user);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{MESSAGES, NewThread, Store, THREADS};
    use crate::clock::Timestamp;
    use serde_json::json;

    const NOW: Timestamp = Timestamp::EPOCH;

    fn add_thread(store: &mut Store) -> String {
        let new = NewThread::read("8:me", &json!({ "topic": "x" }), Vec::new()).unwrap();
        store.add_thread(new, NOW).id.clone()
    }

    #[test]
    fn the_oldest_messages_are_forgotten_whichever_thread_they_are_in() {
        let mut store = Store::new(String::new());
        let (quiet, busy) = (add_thread(&mut store), add_thread(&mut store));
        for _ in 0..MESSAGES {
            let request = json!({ "content": "x" });
            store.change_thread(&busy, "8:me", NOW, |it| it.send("8:me", &request, NOW)).unwrap();
        }
        let count =
            |id: &str| store.thread(id, "8:me", NOW).unwrap().messages("8:me", u64::MAX).count();
        assert_eq!((count(&quiet), count(&busy)), (0, MESSAGES));
        assert_eq!(store.arrivals.len(), MESSAGES);
    }

    #[test]
    fn unused_threads_are_forgotten_by_their_participants_too() {
        let mut store = Store::new(String::new());
        let (unused, used) = (add_thread(&mut store), add_thread(&mut store));
        for _ in 0..THREADS {
            store.change_thread(&used, "8:me", NOW, |_| Ok(())).unwrap();
            add_thread(&mut store);
        }
        assert!(store.thread(&unused, "8:me", NOW).is_err());
        assert!(store.thread(&used, "8:me", NOW).is_ok());
        assert_eq!(store.threads_of("8:me", u64::MAX).count(), THREADS);
        assert_eq!(store.memberships["8:me"].len(), THREADS);
    }
}
