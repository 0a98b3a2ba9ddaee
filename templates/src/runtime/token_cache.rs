//! Access tokens that are fetched once, however many callers need one.
//!
//! Callers share one fetch, which the cache owns. Each caller that is polled drives the fetch, with
//! the timers in it. A caller that is dropped, or kept without being polled, neither cancels the
//! fetch nor blocks the other callers: no lock is held across an await. A valid token is used while
//! a background task fetches its successor.

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
    fmt, mem,
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

type Outcome = std::result::Result<AccessToken, Arc<Error>>;

/// After a fetch has failed, the time until the next one while the token is valid.
const BACK_OFF: Duration = Duration::seconds(30);

/// A fetch for which no caller waits is replaced after this time. The runtime that drove it may be
/// gone, or its credential may never answer.
const PATIENCE: Duration = Duration::minutes(1);

/// The newest token, and the fetch of the next one.
pub(crate) struct TokenCache {
    early: Duration,
    clock: Clock,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    token: Option<Kept>,
    current: Option<Current>,
}

struct Kept {
    token: AccessToken,
    refresh_at: OffsetDateTime,
}

/// The fetch in progress.
struct Current {
    fetch: Shared<BoxFuture<'static, Outcome>>,
    started: OffsetDateTime,
    /// Each caller that waits has a clone.
    callers: Arc<()>,
    /// At some time, no caller waited.
    deserted: bool,
    /// Drives the fetch while the token is valid, when no caller waits.
    background: Option<Task>,
}

/// A caller that waits for a fetch.
struct Caller {
    fetch: Shared<BoxFuture<'static, Outcome>>,
    /// The error of the fetch may be older than this call.
    may_be_stale: bool,
    _counted: Arc<()>,
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

    /// Returns a valid token: the newest one, or the one that the current fetch brings.
    ///
    /// # Errors
    /// Returns the error of the fetch, to each caller that waits for it. Its kind is
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

    /// Returns the token that the current fetch, or a new one, brings.
    pub async fn fetched(&self, fetch: &(dyn Fn() -> Fetch + Sync)) -> Result<AccessToken> {
        let caller = self.join(fetch);
        let mut outcome = self.outcome(&caller.fetch).await;
        if caller.may_be_stale && outcome.is_err() {
            outcome = self.outcome(&self.join(fetch).fetch).await;
        }
        outcome.map_err(|error| credential_error(error.kind().clone(), error))
    }

    /// Forgets the token if it is `refused`.
    pub fn forget(&self, refused: &Secret) {
        self.lock().token.take_if(|kept| kept.token.token == *refused);
    }

    /// Forgets the token, and a fetch in progress: its token may be as old.
    pub fn invalidate(&self) {
        let forgotten = mem::take(&mut *self.lock());
        // Code of a user may run when a fetch is dropped, so the lock is released first.
        drop(forgotten);
    }

    fn valid_token(self: &Arc<Self>, fetch: &(dyn Fn() -> Fetch + Sync)) -> Option<AccessToken> {
        let mut state = self.lock();
        let now = (self.clock)();
        let kept = state.token.as_ref().filter(|kept| kept.token.expires_on > now)?;
        let token = kept.token.clone();
        if kept.refresh_at > now {
            return Some(token);
        }
        let current = state.current.get_or_insert_with(|| Current::start(fetch, now));
        if current.background.is_none() {
            let (fetch, cache) = (current.fetch.clone(), Arc::downgrade(self));
            current.background = Some(Task::spawn(async move {
                let outcome = fetch.clone().await;
                if let Some(cache) = cache.upgrade() {
                    cache.keep(&fetch, &outcome);
                }
            }));
        }
        Some(token)
    }

    /// Waits for the current fetch, or for a new one.
    fn join(&self, fetch: &dyn Fn() -> Fetch) -> Caller {
        let mut state = self.lock();
        let now = (self.clock)();
        let replaced = state.current.take_if(|current| {
            current.deserted |= Arc::strong_count(&current.callers) == 1;
            current.deserted && now - current.started > PATIENCE
        });
        let current = state.current.get_or_insert_with(|| Current::start(fetch, now));
        let caller = Caller {
            fetch: current.fetch.clone(),
            may_be_stale: current.deserted,
            _counted: current.callers.clone(),
        };
        drop(state);
        // Not under the lock, as in `invalidate`.
        drop(replaced);
        caller
    }

    async fn outcome(&self, fetch: &Shared<BoxFuture<'static, Outcome>>) -> Outcome {
        let outcome = fetch.clone().await;
        self.keep(fetch, &outcome);
        outcome
    }

    /// Keeps the outcome of the current fetch. The first caller to come does so for all.
    fn keep(&self, fetch: &Shared<BoxFuture<'static, Outcome>>, outcome: &Outcome) {
        let mut state = self.lock();
        if state.current.take_if(|current| current.fetch.ptr_eq(fetch)).is_none() {
            return;
        }
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

impl Current {
    fn start(fetch: &dyn Fn() -> Fetch, now: OffsetDateTime) -> Self {
        // A panic would pass to all callers.
        let fetched = AssertUnwindSafe(fetch()).catch_unwind();
        let fetch = fetched.map(|fetched| fetched.unwrap_or_else(self::panicked).map_err(Arc::new));
        Self {
            fetch: fetch.boxed().shared(),
            started: now,
            callers: Arc::default(),
            deserted: false,
            background: None,
        }
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

/// The error of a call for which there is no token. It keeps the kind of a response. Any other kind
/// could make the retry policy believe that the call was sent.
pub(crate) fn credential_error(
    kind: ErrorKind,
    error: impl Into<Box<dyn std::error::Error + Send + Sync>>,
) -> Error {
    match kind {
        ErrorKind::HttpResponse { .. } => Error::new(kind, error),
        _ => Error::new(ErrorKind::Credential, error),
    }
}

/// A question to the credential, and its reply, in the context of `get_token`.
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
