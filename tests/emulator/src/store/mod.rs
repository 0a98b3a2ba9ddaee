//! The state of the service: users, threads and messages, in memory and within bounds.

mod arrivals;
mod identities;
mod journal;
mod load;
mod message;
mod messages;
mod metadata;
mod participant;
mod properties;
mod records;
mod retention;
mod storage;
#[cfg(test)]
mod tests;
mod thread;

pub(crate) use identities::Identities;
pub(crate) use journal::{Journal, Table};
pub(crate) use message::Message;
pub(crate) use metadata::Metadata;
pub(crate) use participant::Participant;
pub(crate) use properties::NewThread;
pub(crate) use storage::{Keys, Storage, open};
pub(crate) use thread::{Added, Thread};

use crate::{
    bounded::{Bounded, Weigh},
    clock::Timestamp,
    failure::Failure,
    identifier::is_thread_id,
};
use arrivals::Arrivals;
use records::{ThreadKey, answer_key, record};
use std::{
    collections::{BTreeSet, HashMap},
    ops::RangeBounds,
};

/// The bytes for threads, deleted ones included, without their messages. Those that nobody changed
/// for longest are forgotten.
const THREADS: usize = 32 << 20;
/// The bytes for the messages of all threads together. The oldest are forgotten.
const MESSAGES: usize = 64 << 20;
/// The bytes for answers to requests that may come again.
const ANSWERS: usize = 8 << 20;

#[derive(Debug)]
pub(crate) struct Store {
    pub identities: Identities,
    /// The location and the body of answers, by user and `repeatability-request-id`.
    answers: Bounded<(String, String), (String, String)>,
    threads: Bounded<u64, Box<Thread>>,
    /// The positions of threads by their ids.
    positions: HashMap<String, u64>,
    /// The positions of the threads of each user.
    memberships: HashMap<String, BTreeSet<u64>>,
    /// The messages of all threads.
    arrivals: Arrivals,
    message_weight: usize,
    next_position: u64,
    journal: Journal,
}

impl Store {
    pub fn new(resource_id: String) -> Self {
        Self::with_journal(resource_id, Default::default(), Journal::default())
    }

    fn with_journal(resource_id: String, counters: identities::Counters, journal: Journal) -> Self {
        Self {
            identities: Identities::new(resource_id, counters, journal.clone()),
            answers: Bounded::new(ANSWERS),
            threads: Bounded::new(THREADS),
            positions: HashMap::new(),
            memberships: HashMap::new(),
            arrivals: Arrivals::default(),
            message_weight: 0,
            next_position: 0,
            journal,
        }
    }

    /// Forgets everything but the id of the resource and the counters.
    pub fn clear(&mut self) {
        self.identities.clear();
        self.answers = Bounded::new(ANSWERS);
        self.threads = Bounded::new(THREADS);
        self.positions.clear();
        self.memberships.clear();
        self.arrivals.clear();
        self.message_weight = 0;
        self.journal.clear();
    }

    /// Returns the number of changes so far, if they are to be stored.
    pub fn change_count(&self) -> u64 {
        self.journal.count()
    }

    /// Keeps a new thread and returns it.
    pub fn add_thread(&mut self, new: NewThread) -> &Thread {
        let position = self.next_position;
        self.next_position += 1;
        self.keep(Thread::new(position, new));
        self.settle(position, 0);
        self.threads.get(&position).expect("the youngest thread is the last to be forgotten")
    }

    fn keep(&mut self, thread: Thread) {
        self.positions.insert(thread.id().to_owned(), thread.position);
        for participant in thread.participants() {
            self.join(&participant.raw_id, thread.position);
        }
        self.threads.insert(thread.position, Box::new(thread));
    }

    fn forget(&mut self, mut thread: Box<Thread>) {
        self.positions.remove(thread.id());
        for participant in thread.participants() {
            self.leave(&participant.raw_id, thread.position);
        }
        self.message_weight -= thread.messages.weight();
        thread.delete(Timestamp::EPOCH);
        record(&mut thread, &mut self.arrivals, &self.journal);
        self.journal.remove(Table::Threads, ThreadKey(thread.position));
        self.journal.remove(Table::Progress, ThreadKey(thread.position));
    }

    /// Looks at a thread in which a user takes part.
    pub fn thread(&self, id: &str, me: &str, now: Timestamp) -> Result<&Thread, Failure> {
        let thread = self.any_thread(id);
        match thread.filter(|thread| thread.deleted_on(now).is_none()) {
            Some(thread) => thread.open_to(me),
            None if is_thread_id(id) => Err(Failure::not_found("The chat thread does not exist.")),
            None => Err(Failure::bad_request("ThreadId", "The value is not a chat thread id.")),
        }
    }

    /// Changes a thread in which a user takes part.
    pub fn change_thread<T>(
        &mut self,
        id: &str,
        me: &str,
        now: Timestamp,
        change: impl FnOnce(&mut Thread) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let thread = self.thread(id, me, now)?;
        let (position, weight) = (thread.position, thread.messages.weight());
        let result = self.threads.change(&position, |thread| change(thread));
        let result = result.expect("the thread was just found");
        self.settle(position, weight);
        result
    }

    pub fn add_participants(
        &mut self,
        id: &str,
        me: &str,
        now: Timestamp,
        new: Vec<Participant>,
    ) -> Result<Added, Failure> {
        let (position, added) = self
            .change_thread(id, me, now, |thread| Ok((thread.position, thread.add(me, new, now))))?;
        for participant in &added.joined {
            self.join(&participant.raw_id, position);
        }
        Ok(added)
    }

    pub fn remove_participant(
        &mut self,
        id: &str,
        me: &str,
        now: Timestamp,
        raw_id: &str,
    ) -> Result<Participant, Failure> {
        let (position, removed) = self.change_thread(id, me, now, |thread| {
            Ok((thread.position, thread.remove(me, raw_id, now)?))
        })?;
        self.leave(raw_id, position);
        Ok(removed)
    }

    /// The number of messages that have arrived so far.
    pub fn arrivals(&self) -> u64 {
        self.arrivals.count()
    }

    /// The threads of a user at these positions, newest first.
    pub fn threads_of(
        &self,
        user: &str,
        at: impl RangeBounds<u64> + Clone,
    ) -> impl Iterator<Item = &Thread> {
        let positions = self.memberships.get(user).into_iter();
        let positions = positions.flat_map(move |positions| positions.range(at.clone()));
        positions.rev().filter_map(|position| self.threads.get(position).map(|it| &**it))
    }

    /// All threads, deleted ones included, from the last one changed to the first.
    pub fn newest_threads(&self) -> impl ExactSizeIterator<Item = &Thread> {
        self.threads.youngest_first().map(|(_, thread)| &**thread)
    }

    /// Looks at a thread from outside, as none of its participants.
    pub fn any_thread(&self, id: &str) -> Option<&Thread> {
        self.positions.get(id).and_then(|position| self.threads.get(position)).map(|it| &**it)
    }

    fn join(&mut self, user: &str, position: u64) {
        self.memberships.entry(user.to_owned()).or_default().insert(position);
    }

    fn leave(&mut self, user: &str, position: u64) {
        if let Some(positions) = self.memberships.get_mut(user) {
            positions.remove(&position);
            if positions.is_empty() {
                self.memberships.remove(user);
            }
        }
    }

    /// Returns the location and the body of the answer to an earlier request with this id.
    pub fn answer(&self, user: &str, request_id: &str) -> Option<&(String, String)> {
        self.answers.get(&(user.to_owned(), request_id.to_owned()))
    }

    pub fn keep_answer(&mut self, user: &str, request_id: &str, mut answer: (String, String)) {
        answer.1.shrink_to_fit();
        let key = (user.to_owned(), request_id.to_owned());
        self.journal.put(Table::Answers, answer_key(&key), &answer);
        self.answers.insert(key, answer);
        while let Some((key, _)) = self.answers.overflow() {
            self.journal.remove(Table::Answers, answer_key(&key));
        }
    }

    /// Takes note of the changes of a thread, whose messages had this weight before, and keeps the
    /// bounds.
    fn settle(&mut self, position: u64, weight_before: usize) {
        if let Some(thread) = self.threads.get_mut(&position) {
            self.message_weight = self.message_weight + thread.messages.weight() - weight_before;
            record(thread, &mut self.arrivals, &self.journal);
        }
        // The thread is the youngest now, so it is not among those that are forgotten.
        while let Some((_, forgotten)) = self.threads.overflow() {
            self.forget(forgotten);
        }
        self.forget_oldest_messages();
    }

    fn forget_oldest_messages(&mut self) {
        while self.message_weight > MESSAGES
            && let Some((position, id)) = self.arrivals.take_oldest()
        {
            let Some(thread) = self.threads.get_mut(&position) else { continue };
            let before = thread.messages.weight();
            thread.forget_message(id);
            self.message_weight = self.message_weight + thread.messages.weight() - before;
            record(thread, &mut self.arrivals, &self.journal);
        }
    }
}
