//! Refreshed tokens, on a paused clock.

use crate::runtime::communication::refresh::{RefreshSettings, RefreshedToken};
use azure_core::{
    Result,
    credentials::{AccessToken, Secret},
    error::{Error, ErrorKind},
    time::{Duration, OffsetDateTime},
};
use futures::{FutureExt, future::join_all};
use std::sync::{
    Arc, Mutex,
    atomic::{AtomicUsize, Ordering},
};
use tokio::time::{Instant, advance, timeout};

/// On the paused clock, a call that waits for ever takes this long.
const LIMIT: std::time::Duration = std::time::Duration::from_secs(24 * 3600);

/// The time of the paused clock.
fn now() -> OffsetDateTime {
    thread_local! { static START: Instant = Instant::now(); }
    let passed = START.with(|start| start.elapsed());
    OffsetDateTime::UNIX_EPOCH + Duration::days(20_000) + passed
}

fn token(text: &str, seconds: i64) -> AccessToken {
    AccessToken::new(text.to_owned(), now() + Duration::seconds(seconds))
}

/// A refresher that takes a second and counts its calls.
struct Refresher {
    asked: Arc<AtomicUsize>,
    tokens: Arc<RefreshedToken>,
}

impl Refresher {
    /// `answer` gets the number of the attempt, from 1.
    fn new(
        first: Option<AccessToken>,
        proactive: bool,
        answer: impl Fn(usize) -> Result<AccessToken> + Send + Sync + 'static,
    ) -> Self {
        let asked = Arc::new(AtomicUsize::new(0));
        let (count, answer) = (asked.clone(), Arc::new(answer));
        let refresh = move || {
            let number = count.fetch_add(1, Ordering::SeqCst) + 1;
            let answer = answer.clone();
            async move {
                tokio::time::sleep(std::time::Duration::from_secs(1)).await;
                answer(number)
            }
            .boxed()
        };
        let timeout = Duration::seconds(30);
        let settings = RefreshSettings { token: first, proactive, timeout, clock: now };
        Self { asked, tokens: RefreshedToken::new(Arc::new(refresh), settings) }
    }

    async fn get(&self) -> Result<String> {
        let token = timeout(LIMIT, self.tokens.token(None)).await.expect("no call hangs");
        token.map(|token| token.token.secret().to_owned())
    }

    fn asked(&self) -> usize {
        self.asked.load(Ordering::SeqCst)
    }
}

fn numbered(number: usize) -> Result<AccessToken> {
    Ok(token(&number.to_string(), 3600))
}

async fn pass(seconds: u64) {
    settle().await;
    advance(std::time::Duration::from_secs(seconds)).await;
    settle().await;
}

/// Runs the other tasks until all of them wait.
async fn settle() {
    for _ in 0..10 {
        tokio::task::yield_now().await;
    }
}

#[tokio::test(start_paused = true)]
async fn a_thousand_callers_cause_one_refresh() {
    let refresher = Refresher::new(Some(token("old", -1)), false, numbered);
    let got = join_all((0..1000).map(|_| refresher.get())).await;
    assert!(got.iter().all(|token| token.as_ref().unwrap() == "1"));
    assert_eq!(refresher.asked(), 1);
    assert_eq!(refresher.get().await.unwrap(), "1");
    assert_eq!(refresher.asked(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_valid_token_is_used_while_its_successor_is_fetched() {
    let refresher = Refresher::new(Some(token("first", 300)), false, numbered);
    assert_eq!(refresher.get().await.unwrap(), "first");
    pass(179).await;
    assert_eq!(refresher.get().await.unwrap(), "first");
    assert_eq!(refresher.asked(), 0, "more than two minutes are left");
    pass(1).await;
    let before = Instant::now();
    for _ in 0..10 {
        assert_eq!(refresher.get().await.unwrap(), "first");
    }
    assert_eq!(before.elapsed().as_secs(), 0, "nobody waits for the refresh");
    pass(1).await;
    assert_eq!(refresher.get().await.unwrap(), "1");
    assert_eq!(refresher.asked(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_valid_token_is_used_when_its_refresh_fails() {
    let down = |_| Err(Error::with_message(ErrorKind::Other, "down"));
    let refresher = Refresher::new(Some(token("first", 100)), false, down);
    for second in 0..99 {
        assert_eq!(refresher.get().await.unwrap(), "first", "{second}");
        pass(1).await;
    }
    assert_eq!(refresher.asked(), 4, "once in thirty seconds, each of which takes one");
    pass(1).await;
    assert!(refresher.get().await.unwrap_err().to_string().contains("down"));
}

#[tokio::test(start_paused = true)]
async fn no_first_token_is_needed() {
    let refresher = Refresher::new(None, false, numbered);
    assert_eq!(refresher.get().await.unwrap(), "1");
}

#[tokio::test(start_paused = true)]
async fn a_failed_refresh_fails_all_callers_and_the_next_one_retries() {
    let refresher = Refresher::new(None, false, |number| match number {
        1 => Err(Error::with_message(ErrorKind::Other, "no token today")),
        2 => Ok(token("old", -1)),
        3 => panic!("a refresher's panic"),
        number => numbered(number),
    });
    let got = join_all((0..10).map(|_| refresher.get())).await;
    for error in got.into_iter().map(Result::unwrap_err) {
        assert!(matches!(error.kind(), ErrorKind::Credential));
        assert!(format!("{error:?} {error}").contains("no token today"), "{error}");
    }
    assert_eq!(refresher.asked(), 1);
    assert!(refresher.get().await.unwrap_err().to_string().contains("expired"));
    assert!(refresher.get().await.unwrap_err().to_string().contains("panicked"));
    assert_eq!(refresher.get().await.unwrap(), "4");
}

#[tokio::test(start_paused = true)]
async fn a_refresh_that_hangs_is_an_error_after_the_timeout() {
    let asked = Arc::new(Mutex::new(0));
    let count = asked.clone();
    let refresh = move || {
        let mut count = count.lock().unwrap();
        *count += 1;
        if *count == 1 { std::future::pending().boxed() } else { async { numbered(2) }.boxed() }
    };
    let timeout = Duration::seconds(30);
    let settings = RefreshSettings { token: None, proactive: false, timeout, clock: now };
    let tokens = RefreshedToken::new(Arc::new(refresh), settings);
    let start = Instant::now();
    let error = tokens.token(None).await.unwrap_err();
    assert_eq!(start.elapsed().as_secs(), 30);
    assert!(error.to_string().contains("too long"), "{error}");
    assert_eq!(tokens.token(None).await.unwrap().token.secret(), "2");
}

#[tokio::test(start_paused = true)]
async fn a_caller_that_goes_away_does_not_stop_the_others() {
    let refresher = Refresher::new(None, false, numbered);
    let (first, second) = (refresher.get(), refresher.get());
    let mut first = Box::pin(first);
    assert!(futures::poll!(&mut first).is_pending());
    let mut second = Box::pin(second);
    assert!(futures::poll!(&mut second).is_pending());
    drop(first);
    assert_eq!(second.await.unwrap(), "1");
    // The next caller continues a refresh that all other callers have left.
    let refresher = Refresher::new(None, false, numbered);
    let mut only = Box::pin(refresher.get());
    assert!(futures::poll!(&mut only).is_pending());
    drop(only);
    assert_eq!(refresher.get().await.unwrap(), "1");
}

#[tokio::test(start_paused = true)]
async fn impatient_callers_get_a_token_from_one_refresh() {
    let refresher = Refresher::new(None, false, numbered);
    let wait = std::time::Duration::from_millis;
    let impatient = |number: u64| {
        let get = refresher.get();
        async move {
            tokio::time::sleep(wait(number * 100)).await;
            tokio::time::timeout(wait(850), get).await
        }
    };
    let got = join_all((0..20).map(impatient)).await;
    assert_eq!(got.iter().filter(|token| token.is_ok()).count(), 18);
    assert_eq!(refresher.asked(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_caller_that_is_not_polled_does_not_block_others() {
    let refresher = Refresher::new(None, false, numbered);
    let mut idle = Box::pin(refresher.get());
    assert!(futures::poll!(&mut idle).is_pending());
    assert_eq!(refresher.get().await.unwrap(), "1");
    assert_eq!(idle.await.unwrap(), "1");
    assert_eq!(refresher.asked(), 1);
}

#[tokio::test(start_paused = true)]
async fn the_error_of_an_abandoned_refresh_is_not_returned_to_the_next_caller() {
    let refresher = Refresher::new(None, false, |number| match number {
        1 => Err(Error::with_message(ErrorKind::Other, "old")),
        number => numbered(number),
    });
    let mut only = Box::pin(refresher.get());
    assert!(futures::poll!(&mut only).is_pending());
    drop(only);
    pass(3600).await;
    assert_eq!(refresher.get().await.unwrap(), "2");
}

#[tokio::test(start_paused = true)]
async fn a_refused_or_invalidated_token_is_not_reused() {
    let refresher = Refresher::new(Some(token("first", 3600)), false, numbered);
    let first = Secret::new("first");
    let other = refresher.tokens.token(Some(&first)).await.unwrap();
    assert_eq!(other.token.secret(), "1");
    let same = refresher.tokens.token(Some(&first)).await.unwrap();
    assert_eq!(same.token.secret(), "1", "another caller had the old token refused");
    refresher.tokens.invalidate();
    assert_eq!(refresher.get().await.unwrap(), "2");
}

#[tokio::test(start_paused = true)]
async fn a_short_lived_token_is_refreshed_at_half_of_its_life() {
    let refresher = Refresher::new(None, false, |number| Ok(token(&number.to_string(), 60)));
    assert_eq!(refresher.get().await.unwrap(), "1");
    pass(29).await;
    refresher.get().await.unwrap();
    assert_eq!(refresher.asked(), 1);
    pass(1).await;
    refresher.get().await.unwrap();
    pass(1).await;
    assert_eq!((refresher.asked(), &*refresher.get().await.unwrap()), (2, "2"));
}

#[tokio::test(start_paused = true)]
async fn a_proactive_refresh_comes_ten_minutes_early_or_at_half_time() {
    for (left, wait) in [(650, 50), (400, 200), (3600, 3000)] {
        let refresher = Refresher::new(Some(token("first", left)), true, numbered);
        assert_eq!(refresher.get().await.unwrap(), "first");
        pass(wait - 1).await;
        assert_eq!(refresher.asked(), 0, "{left}");
        pass(1).await;
        assert_eq!(refresher.asked(), 1, "{left}");
        pass(1).await;
        assert_eq!(refresher.get().await.unwrap(), "1", "{left}");
        // The new token has an hour.
        pass(3000).await;
        assert_eq!(refresher.asked(), 2, "{left}");
    }
}

#[tokio::test(start_paused = true)]
async fn tokens_that_live_for_a_moment_are_not_refreshed_without_a_pause() {
    let refresher =
        Refresher::new(Some(token("first", 2)), true, |number| Ok(token(&number.to_string(), 2)));
    assert_eq!(refresher.get().await.unwrap(), "first");
    for _ in 0..60 {
        pass(1).await;
    }
    assert!(refresher.asked() <= 6, "{} refreshes in a minute", refresher.asked());
}

#[tokio::test(start_paused = true)]
async fn a_failed_proactive_refresh_is_retried_on_demand() {
    let refresher = Refresher::new(Some(token("first", 700)), true, |number| match number {
        1 => Err(Error::with_message(ErrorKind::Other, "not yet")),
        number => numbered(number),
    });
    assert_eq!(refresher.get().await.unwrap(), "first");
    pass(100).await;
    pass(1).await;
    assert_eq!((refresher.asked(), refresher.get().await.unwrap().as_str()), (1, "first"));
    pass(500).await;
    assert_eq!(refresher.get().await.unwrap(), "first");
    pass(1).await;
    assert_eq!(refresher.get().await.unwrap(), "2");
}

#[tokio::test(start_paused = true)]
async fn dropping_the_credential_ends_its_task() {
    let refresher = Refresher::new(Some(token("first", 700)), true, numbered);
    refresher.get().await.unwrap();
    let (asked, tokens) = (refresher.asked.clone(), Arc::downgrade(&refresher.tokens));
    drop(refresher);
    assert!(tokens.upgrade().is_none(), "the task does not keep the credential");
    pass(1000).await;
    assert_eq!(asked.load(Ordering::SeqCst), 0);
    assert_eq!(tokio::runtime::Handle::current().metrics().num_alive_tasks(), 0);
}

#[tokio::test(start_paused = true)]
async fn debug_output_shows_no_token() {
    let refresher = Refresher::new(Some(token("SECRET", 700)), true, numbered);
    assert!(!format!("{:?}", refresher.tokens).contains("SECRET"));
}
