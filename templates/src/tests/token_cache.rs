//! Fetches that their callers, or their runtime, have left.

use crate::runtime::token_cache::{Fetch, TokenCache};
use azure_core::{
    Result,
    credentials::AccessToken,
    error::{Error, ErrorKind},
    time::{Duration, OffsetDateTime},
};
use futures::{FutureExt, executor::block_on, future, poll};
use std::{
    cell::Cell,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};
use tokio::time::timeout;

const LIMIT: std::time::Duration = std::time::Duration::from_secs(10);

thread_local! { static NOW: Cell<i64> = const { Cell::new(0) } }

fn now() -> OffsetDateTime {
    OffsetDateTime::UNIX_EPOCH + Duration::seconds(NOW.get())
}

fn pass(seconds: i64) {
    NOW.set(NOW.get() + seconds);
}

fn token(number: usize, seconds: i64) -> AccessToken {
    AccessToken::new(number.to_string(), now() + Duration::seconds(seconds))
}

/// A cache without a token, and what fetches one. `answer` gets the number of the fetch, from 1.
struct Tokens<F> {
    cache: Arc<TokenCache>,
    fetches: AtomicUsize,
    answer: F,
}

impl<F: Fn(usize) -> Fetch + Sync> Tokens<F> {
    fn new(first: Option<AccessToken>, answer: F) -> Self {
        let cache = TokenCache::new(Duration::minutes(2), now, first);
        Self { cache, fetches: AtomicUsize::new(0), answer }
    }

    async fn get(&self) -> Result<String> {
        let fetch = || (self.answer)(self.fetches.fetch_add(1, Ordering::SeqCst) + 1);
        let token = timeout(LIMIT, self.cache.token(&fetch)).await.expect("no call hangs");
        token.map(|token| token.token.secret().to_owned())
    }

    fn fetches(&self) -> usize {
        self.fetches.load(Ordering::SeqCst)
    }
}

/// Waits once, so that a caller can leave before the answer.
fn later(answer: Result<AccessToken>) -> Fetch {
    async {
        tokio::task::yield_now().await;
        answer
    }
    .boxed()
}

#[tokio::test]
async fn a_fetch_that_never_ends_is_replaced_when_its_callers_have_left() {
    let tokens = Tokens::new(None, |number| match number {
        1 => future::pending().boxed(),
        number => later(Ok(token(number, 3600))),
    });
    for seconds in [0, 30, 30] {
        pass(seconds);
        assert!(poll!(Box::pin(tokens.get())).is_pending());
        assert_eq!(tokens.fetches(), 1);
    }
    pass(1);
    assert_eq!(tokens.get().await.unwrap(), "2");
}

#[tokio::test]
async fn a_fetch_that_a_caller_waits_for_is_not_replaced() {
    let tokens = Tokens::new(None, |_| future::pending().boxed());
    let mut patient = Box::pin(tokens.get());
    assert!(poll!(&mut patient).is_pending());
    pass(3600);
    assert!(poll!(Box::pin(tokens.get())).is_pending());
    assert_eq!(tokens.fetches(), 1);
}

#[tokio::test]
async fn no_later_caller_gets_the_error_of_a_fetch_that_was_left() {
    let tokens = Tokens::new(None, |number| match number {
        1 => later(Err(Error::with_message(ErrorKind::Other, "old"))),
        number => later(Ok(token(number, 3600))),
    });
    assert!(poll!(Box::pin(tokens.get())).is_pending());
    let (one, other) = future::join(tokens.get(), tokens.get()).await;
    assert_eq!((one.unwrap(), other.unwrap()), ("2".to_owned(), "2".to_owned()));
    assert_eq!(tokens.fetches(), 2);
}

/// A program may use a runtime for each call.
#[test]
fn a_background_fetch_whose_runtime_has_ended_does_not_fail_the_next_call() {
    let runtime = || tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
    for seconds in [100, 30] {
        let tokens = Tokens::new(Some(token(0, 100)), |number| match number {
            1 => later(Err(Error::with_message(ErrorKind::Other, "old"))),
            number => later(Ok(token(number, 3600))),
        });
        assert_eq!(runtime().block_on(tokens.get()).unwrap(), "0");
        assert_eq!(tokens.fetches(), 1, "the successor");
        pass(seconds);
        tokens.cache.forget(&"0".into());
        assert_eq!(runtime().block_on(tokens.get()).unwrap(), "2", "after {seconds} seconds");
    }
}

#[tokio::test]
async fn the_clock_is_read_after_a_fetch() {
    let tokens = Tokens::new(None, |number| {
        async move {
            tokio::task::yield_now().await;
            Ok(token(number, 60))
        }
        .boxed()
    });
    let mut first = Box::pin(tokens.get());
    assert!(poll!(&mut first).is_pending());
    pass(100);
    assert_eq!(first.await.unwrap(), "1");
    pass(29);
    assert_eq!((&*tokens.get().await.unwrap(), tokens.fetches()), ("1", 1));
    pass(1);
    assert_eq!((&*tokens.get().await.unwrap(), tokens.fetches()), ("1", 2), "half of its life");
    pass(30);
    assert_eq!(tokens.get().await.unwrap(), "2", "the first has expired");
}

#[tokio::test]
async fn an_invalidated_cache_does_not_wait_for_an_older_fetch() {
    let tokens = Tokens::new(None, |number| later(Ok(token(number, 3600))));
    let mut older = Box::pin(tokens.get());
    assert!(poll!(&mut older).is_pending());
    tokens.cache.invalidate();
    assert_eq!(tokens.get().await.unwrap(), "2");
    assert_eq!(older.await.unwrap(), "1");
    assert_eq!(tokens.get().await.unwrap(), "2");
}

/// The fetch may own a value whose destructor uses the credential.
#[test]
fn a_fetch_is_dropped_without_a_lock() {
    struct Invalidates(Arc<TokenCache>);
    impl Drop for Invalidates {
        fn drop(&mut self) {
            self.0.invalidate();
        }
    }
    let cache = TokenCache::new(Duration::minutes(2), now, None);
    let owner = cache.clone();
    let fetch = move || {
        let owned = Invalidates(owner.clone());
        async move {
            future::pending::<()>().await;
            drop(owned);
            Ok(token(1, 3600))
        }
        .boxed()
    };
    block_on(async {
        assert!(poll!(Box::pin(cache.token(&fetch))).is_pending());
        cache.invalidate();
        assert!(poll!(Box::pin(cache.token(&fetch))).is_pending());
        pass(61);
        assert!(poll!(Box::pin(cache.token(&fetch))).is_pending());
    });
}
