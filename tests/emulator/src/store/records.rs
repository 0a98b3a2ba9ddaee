//! The records of a data folder for the changes of the store, and their keys.

use super::{
    arrivals::Arrivals,
    journal::{Journal, Table},
    thread::{Thread, ThreadChange},
};
use std::mem;

/// Brings the arrivals and the journal up to date with the changes of a thread.
pub(super) fn record(thread: &mut Thread, arrivals: &mut Arrivals, journal: &Journal) {
    let position = thread.position;
    for change in mem::take(&mut thread.changes) {
        match change {
            ThreadChange::Properties => {
                journal.put(Table::Threads, ThreadKey(position), &thread.properties);
            }
            ThreadChange::MessageAdded(id) => {
                if let Some(message) = thread.messages.get_mut(id) {
                    message.arrival = arrivals.add(position, id);
                    journal.put(Table::Messages, MessageKey(position, id), message);
                }
                journal.put(Table::Progress, ThreadKey(position), &thread.progress);
            }
            ThreadChange::MessageChanged(id) => {
                if let Some(message) = thread.messages.get(id) {
                    journal.put(Table::Messages, MessageKey(position, id), message);
                }
                journal.put(Table::Progress, ThreadKey(position), &thread.progress);
            }
            ThreadChange::MessageRemoved { id, arrival } => {
                arrivals.remove(arrival);
                journal.remove(Table::Messages, MessageKey(position, id));
            }
            ThreadChange::ReceiptChanged(raw_id) => {
                let receipt = thread.receipts.iter().find(|receipt| receipt.raw_id == raw_id);
                if let Some(receipt) = receipt {
                    journal.put(Table::Receipts, receipt_key(position, &raw_id), receipt);
                }
            }
            ThreadChange::ReceiptRemoved(raw_id) => {
                journal.remove(Table::Receipts, receipt_key(position, &raw_id));
            }
        }
    }
}

/// The position of a thread. Keys sort like the numbers in them. A key becomes text only if there is
/// a journal that keeps it.
pub(super) struct ThreadKey(pub u64);

impl From<ThreadKey> for String {
    fn from(ThreadKey(position): ThreadKey) -> Self {
        format!("{position:020}")
    }
}

/// The position of a thread, and the id of a message.
struct MessageKey(u64, u64);

impl From<MessageKey> for String {
    fn from(MessageKey(position, id): MessageKey) -> Self {
        format!("{position:020}/{id:020}")
    }
}

fn receipt_key(position: u64, raw_id: &str) -> String {
    format!("{position:020}/{raw_id}")
}

/// No part has a NUL in it: headers and tokens cannot carry one.
pub(super) fn answer_key((user, request_id): &(String, String)) -> String {
    format!("{user}\0{request_id}")
}
