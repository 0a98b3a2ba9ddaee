//! The state that all requests of one emulator share.

use crate::{
    auth::TokenKey,
    clock::{Clock, Timestamp},
    events::{Events, Filter, MessageChange, message_changed},
    failure::Failure,
    faults::Faults,
    log::RequestLog,
    store::{Journal, Storage, Store, Thread},
};
use axum::http::StatusCode;
use base64::{Engine, engine::general_purpose::STANDARD};
use ring::rand::{self, SystemRandom};
use std::{
    io,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

pub(crate) struct Service {
    pub clock: Clock,
    pub events: Events,
    pub faults: Faults,
    pub log: RequestLog,
    pub access_key: Vec<u8>,
    pub entra_token: String,
    pub token_lifetime: Option<Duration>,
    pub token_key: TokenKey,
    /// `http` or `https`.
    pub scheme: &'static str,
    /// How long a client may take to send a body.
    pub idle_timeout: Duration,
    store: Arc<Mutex<Store>>,
    storage: Option<Storage>,
    violations: Mutex<Vec<String>>,
}

/// The choices of a user when an emulator starts.
pub(crate) struct Settings {
    pub access_key: Vec<u8>,
    pub entra_token: String,
    pub token_lifetime: Option<Duration>,
    pub token_secret: [u8; 32],
    pub scheme: &'static str,
    pub idle_timeout: Duration,
}

/// The state of a service: in memory, and in a data folder if there is one.
pub(crate) struct State {
    pub store: Arc<Mutex<Store>>,
    pub events: Events,
    pub storage: Option<Storage>,
}

impl State {
    /// An empty state in memory.
    pub fn new(resource_id: String) -> Self {
        let store = Arc::new(Mutex::new(Store::new(resource_id)));
        Self { store, events: Events::new(Journal::default()), storage: None }
    }
}

/// A defect of the emulator shows in its first violations, so more are not kept.
const VIOLATIONS: usize = 100;
/// The characters of a violation that are kept.
const VIOLATION: usize = 1000;

impl Service {
    pub fn new(settings: Settings, State { store, events, storage }: State) -> Self {
        Self {
            clock: Clock::default(),
            events,
            faults: Faults::default(),
            log: RequestLog::default(),
            access_key: settings.access_key,
            entra_token: settings.entra_token,
            token_lifetime: settings.token_lifetime,
            token_key: TokenKey::new(&settings.token_secret),
            scheme: settings.scheme,
            idle_timeout: settings.idle_timeout,
            store,
            storage,
            violations: Mutex::default(),
        }
    }

    /// Nothing waits or panics while it holds the store, so one lock is enough for all requests.
    pub fn store(&self) -> MutexGuard<'_, Store> {
        self.store.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sends the events of a changed message. The caller holds the store, so that events come in the
    /// order of the changes.
    pub fn report_message(&self, thread: &Thread, id: &str, change: MessageChange, now: Timestamp) {
        self.events.report(|| {
            let message = thread.any_message(id).into_iter();
            message.flat_map(move |message| message_changed(thread, message, change, now))
        });
    }

    /// Waits until all changes so far are in the data folder, if there is one.
    pub async fn stored(&self) -> Result<(), Failure> {
        self.written().await.map_err(|message| {
            Failure::new(StatusCode::INTERNAL_SERVER_ERROR, "DataFolder", message)
        })
    }

    /// Does the same as [`stored`](Self::stored). The error is a text.
    async fn written(&self) -> Result<(), String> {
        let Some(storage) = &self.storage else { return Ok(()) };
        let changes = self.store().change_count();
        storage.stored(changes).await
    }

    /// Subscribes a webhook. Returns the id of the subscription, once it is in the data folder.
    pub async fn subscribe(&self, url: &str, filter: Filter) -> io::Result<u64> {
        let id = self.events.subscribe(url, filter).await?;
        self.written().await.map_err(io::Error::other)?;
        Ok(id)
    }

    /// Ends a subscription. False if it does not exist.
    pub fn unsubscribe(&self, id: u64) -> bool {
        let ended = self.events.unsubscribe(id);
        self.write_soon();
        ended
    }

    fn write_soon(&self) {
        if let Some(storage) = &self.storage {
            storage.wake();
        }
    }

    pub fn violations(&self) -> Vec<String> {
        self.violations.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub fn note_violation(&self, violation: &str) {
        let mut violations = self.violations.lock().unwrap_or_else(PoisonError::into_inner);
        if violations.len() < VIOLATIONS {
            violations.push(violation.chars().take(VIOLATION).collect());
        }
    }

    /// Endpoint and access key, in the form of the Azure portal.
    pub fn connection_string(&self, endpoint: &str) -> String {
        format!("endpoint={endpoint}/;accesskey={}", STANDARD.encode(&self.access_key))
    }

    /// Forgets everything but the keys and the subscriptions.
    pub fn reset(&self) {
        self.store().clear();
        self.write_soon();
        self.violations.lock().unwrap_or_else(PoisonError::into_inner).clear();
        self.events.forget_deliveries();
        self.faults.clear();
        self.log.clear();
        self.clock.reset();
    }
}

/// Random bytes for a key or an id.
pub(crate) fn random() -> [u8; 32] {
    let bytes = rand::generate(&SystemRandom::new());
    bytes.expect("the operating system has random numbers").expose()
}
