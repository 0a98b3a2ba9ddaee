//! The store from the records of a data folder.

use super::{
    Store,
    identities::Counters,
    journal::{Journal, Table},
    message::Message,
    messages::Messages,
    thread::Thread,
};
use crate::events::Subscription;
use serde::de::DeserializeOwned;
use std::{collections::HashMap, error::Error};

/// The records of all tables, each table in the order of its keys.
#[derive(Debug, Default)]
pub(super) struct Records(HashMap<&'static str, Vec<(String, Vec<u8>)>>);

type Fallible<T> = Result<T, Box<dyn Error + Send + Sync>>;

impl Records {
    pub fn add(&mut self, table: Table, key: &str, value: &[u8]) {
        self.0.entry(table.name()).or_default().push((key.to_owned(), value.to_vec()));
    }

    fn read<T: DeserializeOwned>(&self, table: Table) -> impl Iterator<Item = Fallible<(&str, T)>> {
        let records = self.0.get(table.name()).into_iter().flatten();
        records.map(move |(key, value)| {
            let value = serde_json::from_slice(value).map_err(|error| {
                format!("a record of {} is not of this version: {error}", table.name())
            })?;
            Ok((key.as_str(), value))
        })
    }
}

impl Records {
    pub fn subscriptions(&self) -> Fallible<Vec<Subscription>> {
        let records = self.read(Table::Subscriptions);
        records.map(|record| record.map(|(_, subscription)| subscription)).collect()
    }
}

impl Store {
    pub(super) fn load(resource_id: &str, records: &Records, journal: Journal) -> Fallible<Self> {
        let counters = records.read::<Counters>(Table::Counters).next().transpose()?;
        let counters = counters.map(|(_, counters)| counters).unwrap_or_default();
        let mut store = Self::with_journal(resource_id.to_owned(), counters, journal);
        for user in records.read(Table::Users) {
            let (id, user) = user?;
            store.identities.restore_user(id.to_owned(), user);
        }
        for assignment in records.read(Table::Assignments) {
            let (key, assignment) = assignment?;
            store.identities.restore_assignment(pair(key)?, &assignment);
        }
        for answer in records.read(Table::Answers) {
            let (key, answer) = answer?;
            store.answers.insert(pair(key)?, answer);
        }
        store.load_threads(records)?;
        Ok(store)
    }

    fn load_threads(&mut self, records: &Records) -> Fallible<()> {
        let mut progress = HashMap::new();
        for record in records.read(Table::Progress) {
            let (key, value) = record?;
            progress.insert(key, value);
        }
        let mut threads = Vec::new();
        for record in records.read(Table::Threads) {
            let (key, properties) = record?;
            let progress = progress.remove(key).ok_or("a thread has no progress")?;
            threads.push(Thread {
                position: key.parse()?,
                properties,
                progress,
                messages: Messages::default(),
                receipts: Vec::new(),
                changes: Vec::new(),
            });
        }
        // Threads that were used last are forgotten last.
        threads.sort_by_key(Thread::active_on);
        for thread in threads {
            self.next_position = self.next_position.max(thread.position + 1);
            self.keep(thread);
        }
        self.load_receipts(records)?;
        self.load_messages(records)
    }

    fn load_receipts(&mut self, records: &Records) -> Fallible<()> {
        for record in records.read(Table::Receipts) {
            let (key, receipt) = record?;
            let position = position(key)?;
            self.threads.change(&position, |thread| thread.receipts.push(receipt));
        }
        for position in self.positions.values() {
            let thread = self.threads.get_mut(position);
            thread.into_iter().for_each(|it| it.receipts.sort_by_key(|receipt| receipt.rank));
        }
        Ok(())
    }

    fn load_messages(&mut self, records: &Records) -> Fallible<()> {
        let mut messages: Vec<(u64, Message)> = Vec::new();
        for record in records.read(Table::Messages) {
            let (key, message) = record?;
            messages.push((position(key)?, message));
        }
        // Ids are times, so this is the order in which the messages of all threads arrived.
        messages.sort_by_key(|(_, message)| message.id);
        for (position, mut message) in messages {
            let Some(thread) = self.threads.get_mut(&position) else { continue };
            message.arrival = self.arrivals.add(position, message.id);
            thread.messages.insert(message);
        }
        let all = self.positions.values().filter_map(|position| self.threads.get(position));
        self.message_weight =
            all.map(|thread| crate::bounded::Weigh::weight(&thread.messages)).sum();
        Ok(())
    }
}

fn position(key: &str) -> Fallible<u64> {
    let (position, _) = key.split_once('/').ok_or("a key has no position")?;
    Ok(position.parse()?)
}

fn pair(key: &str) -> Fallible<(String, String)> {
    let (first, second) = key.split_once('\0').ok_or("a key has one part")?;
    Ok((first.to_owned(), second.to_owned()))
}
