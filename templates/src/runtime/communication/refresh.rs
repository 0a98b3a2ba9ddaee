//! Tokens that are refreshed: kept while they are good, asked for once however many want one, and,
//! where that is wanted, ahead of time.

use azure_core::{
    Result,
    async_runtime::get_async_runtime,
    credentials::AccessToken,
    error::{Error, ErrorKind},
    sleep::sleep,
    time::{Duration, OffsetDateTime},
};
use futures::{
    FutureExt,
    future::{AbortHandle, BoxFuture, Either, Shared, WeakShared, abortable, select},
};
use std::{
    fmt,
    panic::AssertUnwindSafe,
    pin::pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// A token this close to its expiry is refreshed before it is used.
const ON_DEMAND: Duration = Duration::minutes(2);

/// A token is refreshed ahead of time when so much of its life is left; one that begins with less,
/// after half of what is left. The official clients do the same.
const AHEAD: Duration = Duration::minutes(10);

/// Asks for a new token.
pub(crate) type Refresh = Box<dyn Fn() -> BoxFuture<'static, Result<AccessToken>> + Send + Sync>;

/// The present time; tests have their own.
pub(crate) type Clock = fn() -> OffsetDateTime;

/// How tokens are refreshed.
pub(crate) struct RefreshSettings {
    /// The first token, if there is one.
    pub token: Option<AccessToken>,
    /// Whether to refresh ahead of time.
    pub proactive: bool,
    /// How long a refresh may take.
    pub timeout: Duration,
    pub clock: Clock,
}

/// A token and how to get the next one.
pub(crate) struct RefreshedToken {
    refresh: Refresh,
    proactive: bool,
    timeout: Duration,
    clock: Clock,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    token: Option<AccessToken>,
    /// The refresh that is under way. Those who wait for it keep it alive: when the last of them
    /// goes, it ends.
    flight: Option<WeakShared<Flight>>,
    timer: Option<Timer>,
}

/// A refresh; its error goes to everybody who waits for it.
type Flight = BoxFuture<'static, std::result::Result<AccessToken, Arc<Error>>>;

impl RefreshedToken {
    pub fn new(refresh: Refresh, settings: RefreshSettings) -> Arc<Self> {
        let RefreshSettings { token, proactive, timeout, clock } = settings;
        let state = Mutex::new(State { token, ..State::default() });
        Arc::new(Self { refresh, proactive, timeout, clock, state })
    }

    /// A token that is good for another two minutes.
    ///
    /// # Errors
    /// Of kind [`ErrorKind::Credential`] when there is none, and the refresh fails, panics, takes
    /// too long, or gives a token that has expired. The next call tries again.
    pub async fn token(self: &Arc<Self>) -> Result<AccessToken> {
        let flight = {
            let mut state = self.lock();
            if let Some(token) = &state.token
                && token.expires_on > (self.clock)() + ON_DEMAND
            {
                let token = token.clone();
                self.schedule(&mut state);
                return Ok(token);
            }
            self.flight(&mut state)
        };
        flight.await.map_err(|error| Error::new(ErrorKind::Credential, error))
    }

    /// The refresh that is under way, or a new one.
    fn flight(self: &Arc<Self>, state: &mut State) -> Shared<Flight> {
        if let Some(flight) = state.flight.as_ref().and_then(WeakShared::upgrade) {
            return flight;
        }
        let this = self.clone();
        let flight = async move { this.refresh().await.map_err(Arc::new) }.boxed().shared();
        state.flight = flight.downgrade();
        flight
    }

    async fn refresh(self: &Arc<Self>) -> Result<AccessToken> {
        let refreshed = self.refreshed().await;
        let mut state = self.lock();
        state.flight = None;
        let token = refreshed?;
        state.token = Some(token.clone());
        state.timer = None;
        self.schedule(&mut state);
        Ok(token)
    }

    async fn refreshed(&self) -> Result<AccessToken> {
        // The closure may panic before it gives a future.
        let refresh = AssertUnwindSafe(async { (self.refresh)().await }).catch_unwind();
        let token = match select(pin!(refresh), pin!(sleep(self.timeout))).await {
            Either::Left((Ok(token), _)) => token?,
            Either::Left((Err(_), _)) => return Err(failed("the token refresher panicked")),
            Either::Right(_) => return Err(failed("the token refresher took too long")),
        };
        if token.expires_on <= (self.clock)() {
            return Err(failed("the token refresher gave a token that has expired"));
        }
        Ok(token)
    }

    /// Refreshes ahead of time, once: a refresh that succeeds schedules the next, and one that
    /// fails leaves it to the next call.
    fn schedule(self: &Arc<Self>, state: &mut State) {
        let Some(token) = state.token.as_ref().filter(|_| self.proactive && state.timer.is_none())
        else {
            return;
        };
        let left = token.expires_on - (self.clock)();
        let wait = if left > AHEAD { left - AHEAD } else { left / 2 }.max(Duration::ZERO);
        let this = Arc::downgrade(self);
        let (task, abort) = abortable(async move {
            sleep(wait).await;
            let Some(this) = this.upgrade() else { return };
            let flight = this.flight(&mut this.lock());
            drop(flight.await);
        });
        state.timer = Some(Timer(abort));
        drop(get_async_runtime().spawn(task.map(drop).boxed()));
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // Nothing that may panic runs under the lock.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for RefreshedToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RefreshedToken").field("proactive", &self.proactive).finish_non_exhaustive()
    }
}

/// A task that ends when this is dropped.
struct Timer(AbortHandle);

impl Drop for Timer {
    fn drop(&mut self) {
        self.0.abort();
    }
}

fn failed(message: &'static str) -> Error {
    Error::with_message(ErrorKind::Credential, message)
}
