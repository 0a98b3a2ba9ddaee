//! Access tokens that are fetched once, however many callers need one.
//!
//! Callers share one future, the *flight*, which the cache owns. Each caller that is polled drives
//! the flight, timers in it included. A caller that is dropped, or kept without being polled,
//! neither cancels the flight nor blocks the other callers: no lock is held across an await. A
//! valid token is used while a background task fetches its successor.

use crate::runtime::task::Task;
use azure_core::{
    Result,
    credentials::{AccessToken, Secret, TokenRequestOptions},
    error::{Error, ErrorKind},
    time::{Duration, OffsetDateTime},
};
use futures::{
    FutureExt,
    future::{BoxFuture, Shared},
};
use std::{
    any::Any,
    fmt,
    panic::AssertUnwindSafe,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

/// The current time. Tests bring their own.
pub(crate) type Clock = fn() -> OffsetDateTime;

/// A fetch of a new token.
pub(crate) type Fetch = BoxFuture<'static, Result<AccessToken>>;

type Flight = Shared<BoxFuture<'static, std::result::Result<AccessToken, Arc<Error>>>>;

/// After a fetch has failed, the time until the next one while the token is valid.
const BACK_OFF: Duration = Duration::seconds(30);

/// The newest token, and the flight that fetches the next one.
pub(crate) struct TokenCache {
    early: Duration,
    clock: Clock,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    token: Option<Kept>,
    flight: Option<Flight>,
    /// Drives the flight while the token is valid, when no caller waits.
    background: Option<Task>,
}

struct Kept {
    token: AccessToken,
    refresh_at: OffsetDateTime,
}

impl TokenCache {
    /// A cache that fetches a token's successor `early` before the token expires. A token that is
    /// fetched with less than that left is replaced at half of its life.
    pub fn new(early: Duration, clock: Clock, token: Option<AccessToken>) -> Arc<Self> {
        let token = token.map(|token| {
            let refresh_at = token.expires_on.saturating_sub(early);
            Kept { token, refresh_at }
        });
        let state = Mutex::new(State { token, ..State::default() });
        Arc::new(Self { early, clock, state })
    }

    /// A valid token: the newest one, or the one that the current flight brings.
    ///
    /// # Errors
    /// The error of the flight, for each caller that waits for it. Its kind is
    /// [`ErrorKind::HttpResponse`] or [`ErrorKind::Credential`]. The next call fetches again.
    pub async fn token(
        self: &Arc<Self>,
        fetch: &(dyn Fn() -> Fetch + Sync),
    ) -> Result<AccessToken> {
        match self.valid_token(fetch) {
            Some(token) => Ok(token),
            None => self.fetched(fetch).await,
        }
    }

    /// The token that the current flight brings, or a new flight.
    pub async fn fetched(&self, fetch: &(dyn Fn() -> Fetch + Sync)) -> Result<AccessToken> {
        let (flight, abandoned) = self.lock().board(fetch);
        let mut outcome = self.land(flight).await;
        if abandoned && outcome.is_err() {
            // All earlier callers had left this flight, so its error may be old.
            let (flight, _) = self.lock().board(fetch);
            outcome = self.land(flight).await;
        }
        outcome.map_err(|error| credential_error(error.kind().clone(), error))
    }

    /// Forgets the token if it is `refused`.
    pub fn forget(&self, refused: &Secret) {
        let mut state = self.lock();
        state.token.take_if(|kept| kept.token.token == *refused);
    }

    /// Forgets the token.
    pub fn invalidate(&self) {
        self.lock().token = None;
    }

    fn valid_token(self: &Arc<Self>, fetch: &(dyn Fn() -> Fetch + Sync)) -> Option<AccessToken> {
        let mut state = self.lock();
        let now = (self.clock)();
        let kept = state.token.as_ref().filter(|kept| kept.token.expires_on > now)?;
        let token = kept.token.clone();
        if kept.refresh_at <= now && state.background.is_none() {
            let (flight, _) = state.board(fetch);
            let cache = Arc::downgrade(self);
            state.background = Some(Task::spawn(async move {
                let outcome = flight.clone().await;
                if let Some(cache) = cache.upgrade() {
                    cache.landed(&flight, &outcome);
                }
            }));
        }
        Some(token)
    }

    async fn land(&self, flight: Flight) -> std::result::Result<AccessToken, Arc<Error>> {
        let outcome = flight.clone().await;
        self.landed(&flight, &outcome);
        outcome
    }

    /// Keeps the outcome. The first caller to come does so for all.
    fn landed(&self, flight: &Flight, outcome: &std::result::Result<AccessToken, Arc<Error>>) {
        let mut state = self.lock();
        if !state.flight.as_ref().is_some_and(|current| current.ptr_eq(flight)) {
            return;
        }
        (state.flight, state.background) = (None, None);
        let now = (self.clock)();
        match outcome {
            Ok(token) => {
                let left = token.expires_on - now;
                let wait = if left > self.early { left - self.early } else { left / 2 };
                state.token = Some(Kept { token: token.clone(), refresh_at: now + wait });
            }
            Err(_) => {
                if let Some(kept) = &mut state.token {
                    kept.refresh_at = now + BACK_OFF;
                }
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // No code of a user runs under the lock.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// The current flight or a new one, and whether all of its callers had left it.
    fn board(&mut self, fetch: &dyn Fn() -> Fetch) -> (Flight, bool) {
        if let Some(flight) = &self.flight {
            let abandoned = flight.strong_count() == Some(1);
            return (flight.clone(), abandoned);
        }
        // A panic would pass to all who share the flight.
        let fetched = AssertUnwindSafe(fetch()).catch_unwind();
        let flight =
            fetched.map(|fetched| fetched.unwrap_or_else(self::panicked).map_err(Arc::new));
        let flight = flight.boxed().shared();
        self.flight = Some(flight.clone());
        (flight, false)
    }
}

fn panicked(_: Box<dyn Any + Send>) -> Result<AccessToken> {
    Err(Error::with_message(ErrorKind::Credential, "the credential panicked"))
}

impl fmt::Debug for TokenCache {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenCache").finish_non_exhaustive()
    }
}

/// The error of a call for which there is no token. The kind tells what a service answered; any
/// other kind would make the call's own retries believe that the call had been sent.
pub(crate) fn credential_error(
    kind: ErrorKind,
    error: impl Into<Box<dyn std::error::Error + Send + Sync>>,
) -> Error {
    match kind {
        ErrorKind::HttpResponse { .. } => Error::new(kind, error),
        _ => Error::new(ErrorKind::Credential, error),
    }
}

/// A message to the credential, and its reply, in the context of `get_token`.
///
/// `TokenCredential` cannot express that a token was refused, or that a caller need not cache
/// tokens.
#[derive(Clone, Default)]
pub(crate) struct TokenDemand {
    /// The token that the service has refused.
    #[allow(dead_code, reason = "only the credentials of some services read it")]
    refused: Option<Secret>,
    keeps_tokens: Arc<AtomicBool>,
}

impl TokenDemand {
    /// Tells the caller that the credential caches its tokens, and returns the token that the
    /// service has refused.
    pub fn answer<'a>(options: Option<&'a TokenRequestOptions<'_>>) -> Option<&'a Secret> {
        let demand = options?.method_options.context.value::<Self>()?;
        demand.keeps_tokens.store(true, Ordering::Relaxed);
        demand.refused.as_ref()
    }

    /// Returns `true` if the credential has said that it caches its tokens.
    pub fn is_kept(&self) -> bool {
        self.keeps_tokens.load(Ordering::Relaxed)
    }

    /// The same demand, after the service has refused a token.
    pub fn refusing(&self, refused: Option<&AccessToken>) -> Self {
        Self { refused: refused.map(|token| token.token.clone()), ..self.clone() }
    }
}
