//! The data folder: a redb database, and the thread that writes the journal into it.
//!
//! A request is answered after its changes are on disk, so an answer survives the end of the
//! process at any moment. The changes of all requests that wait share one transaction.

use super::{
    Store,
    journal::{Change, Journal, Table},
    load::Records,
};
use crate::{
    events::Events,
    service::{State, random},
};
use redb::{Database, DatabaseError, ReadableDatabase, ReadableTable, TableDefinition, TableError};
use serde::{Deserialize, Serialize};
use std::{
    fs, io,
    path::Path,
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{Receiver, SyncSender, sync_channel},
    },
    thread::{self, JoinHandle},
    time::Duration,
};
use tokio::sync::watch;
use uuid::Uuid;

/// The secrets and the name of a resource.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Keys {
    pub access_key: Vec<u8>,
    pub token_secret: [u8; 32],
    pub resource_id: String,
}

impl Keys {
    pub fn new(access_key: Option<Vec<u8>>) -> Self {
        Self {
            access_key: access_key.unwrap_or_else(|| random().to_vec()),
            token_secret: random(),
            resource_id: Uuid::new_v4().to_string(),
        }
    }
}

/// The bytes of the file that stay in memory. redb would take up to a gigabyte.
const CACHE: usize = 16 << 20;

const KEYS: TableDefinition<'_, &str, &[u8]> = TableDefinition::new("keys");

/// The writer of a data folder. It ends when it is dropped, after the last change is written.
pub(crate) struct Storage {
    /// Absent only while the writer ends.
    wake: Option<SyncSender<()>>,
    stored: watch::Receiver<Stored>,
    writer: Option<JoinHandle<()>>,
}

#[derive(Clone, Debug, Default)]
struct Stored {
    /// The number of changes that are on disk.
    changes: u64,
    failure: Option<String>,
}

/// Opens a data folder, or makes it. New folders get the access key, or a random one.
pub(crate) async fn open(folder: &Path, access_key: Option<Vec<u8>>) -> io::Result<(Keys, State)> {
    let explain = |error: Box<dyn std::error::Error + Send + Sync>| {
        io::Error::other(format!("the data folder {}: {error}", folder.display()))
    };
    fs::create_dir_all(folder).map_err(|error| explain(error.into()))?;
    let database = open_database(&folder.join("emulator.redb")).await.map_err(explain)?;
    let keys = keys(&database, access_key).map_err(explain)?;
    let journal = Journal::enabled();
    let records = Records::new(&database).map_err(explain)?;
    let store = Store::load(&keys.resource_id, &records, journal.clone()).map_err(explain)?;
    let store = Arc::new(Mutex::new(store));
    let subscriptions = records.subscriptions().map_err(explain)?;
    let events = Events::restore(subscriptions, journal.clone());
    let events = events.map_err(|message| explain(message.into()))?;
    let storage = Some(Storage::start(database, store.clone(), journal));
    Ok((keys, State { store, events, storage }))
}

type Fallible<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// An emulator that was just dropped may still be writing, so a database that is open is tried
/// again.
async fn open_database(path: &Path) -> Fallible<Database> {
    for _ in 0..40 {
        match Database::builder().set_cache_size(CACHE).create(path) {
            Err(DatabaseError::DatabaseAlreadyOpen) => {
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
            opened => return Ok(opened?),
        }
    }
    Err("another emulator uses it".into())
}

fn keys(database: &Database, access_key: Option<Vec<u8>>) -> Fallible<Keys> {
    let transaction = database.begin_write()?;
    let keys = {
        let mut table = transaction.open_table(KEYS)?;
        let stored = table.get("keys")?.map(|json| serde_json::from_slice(json.value()));
        match stored {
            Some(keys) => keys?,
            None => {
                let keys = Keys::new(access_key);
                table.insert("keys", serde_json::to_vec(&keys)?.as_slice())?;
                keys
            }
        }
    };
    transaction.commit()?;
    Ok(keys)
}

impl Storage {
    fn start(database: Database, store: Arc<Mutex<Store>>, journal: Journal) -> Self {
        // One waiting call is enough for the writer to look for changes again.
        let (wake, calls) = sync_channel(1);
        let (sender, stored) = watch::channel(Stored::default());
        let writer = Writer { database, store, journal, stored: sender };
        let writer = thread::spawn(move || writer.run(&calls));
        Self { wake: Some(wake), stored, writer: Some(writer) }
    }

    /// Lets the writer look for changes.
    pub fn wake(&self) {
        if let Some(wake) = &self.wake {
            // If it is full, the writer is going to look anyway.
            let _ = wake.try_send(());
        }
    }

    /// Waits until this number of changes is on disk.
    pub async fn stored(&self, changes: u64) -> Result<(), String> {
        self.wake();
        let mut stored = self.stored.clone();
        let done = stored
            .wait_for(|stored| stored.changes >= changes || stored.failure.is_some())
            .await
            .map_err(|_| "The writer of the data folder has ended.".to_owned())?;
        match &done.failure {
            None => Ok(()),
            Some(failure) => Err(failure.clone()),
        }
    }
}

impl Drop for Storage {
    fn drop(&mut self) {
        self.wake = None;
        if let Some(writer) = self.writer.take() {
            let _ = writer.join();
        }
    }
}

struct Writer {
    database: Database,
    store: Arc<Mutex<Store>>,
    journal: Journal,
    stored: watch::Sender<Stored>,
}

impl Writer {
    fn run(&self, calls: &Receiver<()>) {
        loop {
            let last = calls.recv().is_err();
            let (changes, count) = {
                let _store = self.store.lock().unwrap_or_else(PoisonError::into_inner);
                self.journal.take()
            };
            let failure = self.commit(&changes).err();
            let failure =
                failure.map(|error| format!("The data folder cannot be written: {error}."));
            let last = last || failure.is_some();
            self.stored.send_replace(Stored { changes: count, failure });
            if last {
                return;
            }
        }
    }

    fn commit(&self, changes: &[Change]) -> Result<(), redb::Error> {
        if changes.is_empty() {
            return Ok(());
        }
        let transaction = self.database.begin_write()?;
        for change in changes {
            match change {
                Change::Put(table, key, value) => {
                    let mut table = transaction.open_table(definition(*table))?;
                    table.insert(key.as_str(), value.as_slice())?;
                }
                Change::Remove(table, key) => {
                    transaction.open_table(definition(*table))?.remove(key.as_str())?;
                }
                Change::Clear => {
                    for table in Table::ALL.into_iter().filter(|table| !table.outlives_reset()) {
                        transaction.delete_table(definition(table))?;
                    }
                }
            }
        }
        transaction.commit()?;
        Ok(())
    }
}

fn definition(table: Table) -> TableDefinition<'static, &'static str, &'static [u8]> {
    TableDefinition::new(table.name())
}

impl Records {
    fn new(database: &Database) -> Fallible<Self> {
        let transaction = database.begin_read()?;
        let mut records = Self::default();
        for table in Table::ALL {
            let opened = match transaction.open_table(definition(table)) {
                Err(TableError::TableDoesNotExist(_)) => continue,
                opened => opened?,
            };
            for record in opened.iter()? {
                let (key, value) = record?;
                records.add(table, key.value(), value.value());
            }
        }
        Ok(records)
    }
}
