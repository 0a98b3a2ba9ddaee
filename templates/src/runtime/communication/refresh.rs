//! Tokens that a refresher returns, on demand or ahead of time.

use crate::runtime::{
    task::{Task, sleep_for, sleep_until},
    token_cache::{Clock, Fetch, TokenCache},
};
use azure_core::{
    Result,
    credentials::{AccessToken, Secret},
    error::{Error, ErrorKind},
    time::{Duration, OffsetDateTime},
};
use futures::{
    FutureExt,
    future::{Either, select},
};
use std::{
    fmt,
    pin::pin,
    sync::{Arc, Mutex, PoisonError},
};

/// A token this close to its expiry is replaced.
const EARLY: Duration = Duration::minutes(2);

/// A proactive refresh starts this long before a token expires. If a token has less than that left,
/// the refresh starts at half of the remaining time. The official clients do the same.
const AHEAD: Duration = Duration::minutes(10);

/// The shortest time until a proactive refresh. Without it, tokens that live for seconds would be
/// refreshed without a pause.
const PAUSE: Duration = Duration::seconds(10);

/// Asks for a new token.
pub(crate) type Refresh = Arc<dyn Fn() -> Fetch + Send + Sync>;

/// Settings of a [`RefreshedToken`].
pub(crate) struct RefreshSettings {
    /// The first token, if there is one.
    pub token: Option<AccessToken>,
    /// Refreshes ahead of time if `true`.
    pub proactive: bool,
    /// The time limit of a refresh.
    pub timeout: Duration,
    pub clock: Clock,
}

/// A token and how to get the next one.
pub(crate) struct RefreshedToken {
    refresh: Refresh,
    proactive: bool,
    timeout: Duration,
    clock: Clock,
    cache: Arc<TokenCache>,
    /// The expiry of the token that is refreshed ahead of time, and the task that does so.
    ahead: Mutex<Option<(OffsetDateTime, Task)>>,
}

impl RefreshedToken {
    pub fn new(refresh: Refresh, settings: RefreshSettings) -> Arc<Self> {
        let RefreshSettings { token, proactive, timeout, clock } = settings;
        let cache = TokenCache::new(EARLY, clock, token);
        Arc::new(Self { refresh, proactive, timeout, clock, cache, ahead: Mutex::default() })
    }

    /// Returns a valid token, other than `refused`.
    ///
    /// # Errors
    /// Returns an error if there is none, and the refresh fails, panics, takes too long, or returns
    /// a token that has expired. All callers of one refresh get its error. The next call tries again.
    pub async fn token(self: &Arc<Self>, refused: Option<&Secret>) -> Result<AccessToken> {
        if let Some(refused) = refused {
            self.cache.forget(refused);
        }
        let token = self.cache.token(&|| self.fetch()).await?;
        if self.proactive {
            self.schedule(&token);
        }
        Ok(token)
    }

    /// Forgets the token, so that the next call fetches another one.
    pub fn invalidate(&self) {
        self.cache.invalidate();
    }

    fn fetch(&self) -> Fetch {
        let (refresh, timeout, clock) = (self.refresh.clone(), self.timeout, self.clock);
        async move {
            let token = match select(pin!(refresh()), pin!(sleep_for(timeout))).await {
                Either::Left((token, _)) => token?,
                Either::Right(_) => return Err(failed("the token refresher took too long")),
            };
            if token.expires_on <= clock() {
                return Err(failed("the token refresher returned a token that has expired"));
            }
            Ok(token)
        }
        .boxed()
    }

    /// Refreshes `token` ahead of time, once: a refresh that succeeds schedules the next one, and
    /// one that fails leaves it to the next call.
    fn schedule(self: &Arc<Self>, token: &AccessToken) {
        let mut ahead = self.ahead.lock().unwrap_or_else(PoisonError::into_inner);
        if ahead.as_ref().is_some_and(|(expires_on, _)| *expires_on == token.expires_on) {
            return;
        }
        let (now, clock) = ((self.clock)(), self.clock);
        let left = token.expires_on - now;
        let wait = if left > AHEAD { left - AHEAD } else { left / 2 }.max(PAUSE);
        let this = Arc::downgrade(self);
        let task = Task::spawn(async move {
            sleep_until(now + wait, clock).await;
            let Some(this) = this.upgrade() else { return };
            if let Ok(token) = this.cache.fetched(&|| this.fetch()).await {
                this.schedule(&token);
            }
        });
        *ahead = Some((token.expires_on, task));
    }
}

impl fmt::Debug for RefreshedToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RefreshedToken").field("proactive", &self.proactive).finish_non_exhaustive()
    }
}

fn failed(message: &'static str) -> Error {
    Error::with_message(ErrorKind::Credential, message)
}
