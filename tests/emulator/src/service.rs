//! What all requests of one emulator share.

use crate::{auth::TokenKey, clock::Clock, faults::Faults, log::RequestLog, store::Store};
use base64::{Engine, engine::general_purpose::STANDARD};
use std::{
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use uuid::Uuid;

pub(crate) struct Service {
    pub clock: Clock,
    pub faults: Faults,
    pub log: RequestLog,
    pub access_key: Vec<u8>,
    pub entra_token: String,
    pub token_lifetime: Option<Duration>,
    pub token_key: TokenKey,
    /// `http` or `https`.
    pub scheme: &'static str,
    store: Mutex<Store>,
    violations: Mutex<Vec<String>>,
}

/// What a user decides when an emulator starts.
pub(crate) struct Settings {
    pub access_key: Vec<u8>,
    pub entra_token: String,
    pub token_lifetime: Option<Duration>,
    pub scheme: &'static str,
}

/// A defect of the emulator shows in its first violation; there is no use in keeping millions.
const VIOLATIONS: usize = 100;

impl Service {
    pub fn new(settings: Settings) -> Self {
        let Settings { access_key, entra_token, token_lifetime, scheme } = settings;
        let secret: [u8; 32] = random();
        Self {
            clock: Clock::default(),
            faults: Faults::default(),
            log: RequestLog::default(),
            access_key,
            entra_token,
            token_lifetime,
            token_key: TokenKey::new(&secret),
            scheme,
            store: Mutex::new(Store::new(Uuid::new_v4().to_string())),
            violations: Mutex::default(),
        }
    }

    /// Nothing waits or panics while it holds the store, so one lock is enough for everybody.
    pub fn store(&self) -> MutexGuard<'_, Store> {
        self.store.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn violations(&self) -> Vec<String> {
        self.violations.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub fn note_violation(&self, violation: String) {
        let mut violations = self.violations.lock().unwrap_or_else(PoisonError::into_inner);
        if violations.len() < VIOLATIONS {
            violations.push(violation);
        }
    }

    /// Endpoint and access key, in the form of the Azure portal.
    pub fn connection_string(&self, endpoint: &str) -> String {
        format!("endpoint={endpoint}/;accesskey={}", STANDARD.encode(&self.access_key))
    }

    /// Forgets everything but the keys.
    pub fn reset(&self) {
        let resource_id = self.store().identities.resource_id.clone();
        *self.store() = Store::new(resource_id);
        self.violations.lock().unwrap_or_else(PoisonError::into_inner).clear();
        self.faults.clear();
        self.log.clear();
        self.clock.reset();
    }
}

/// Random bytes for a key. Two UUIDs hold 244 random bits.
pub(crate) fn random() -> [u8; 32] {
    let mut bytes = [0; 32];
    bytes[..16].copy_from_slice(Uuid::new_v4().as_bytes());
    bytes[16..].copy_from_slice(Uuid::new_v4().as_bytes());
    bytes
}
