//! The paused clock of the clients, which must not move while a server is at work.

use azure_core::http::{
    ClientOptions, Context, FixedRetryOptions, Request, RetryOptions,
    policies::{Policy, PolicyResult},
};
use std::{
    sync::{Arc, mpsc},
    time::Duration,
};
use tokio::{runtime::Runtime, task::spawn_blocking};

/// Client options for a paused clock: two retries, after ten seconds.
pub fn options() -> ClientOptions {
    let delay = azure_core::time::Duration::seconds(10);
    let retry = FixedRetryOptions { delay, max_retries: 2, ..Default::default() };
    ClientOptions {
        retry: RetryOptions::fixed(retry),
        per_try_policies: vec![Arc::new(StandingClock)],
        ..Default::default()
    }
}

/// Runs `work` on a runtime whose clock is not paused.
pub async fn on<T: Send + 'static>(
    runtime: &Runtime,
    work: impl Future<Output = T> + Send + 'static,
) -> T {
    let _standing = standing();
    runtime.spawn(work).await.unwrap()
}

/// Tokio moves a paused clock to the next timer when all tasks wait, and a request waits for its
/// socket. It does not move the clock during blocking work.
#[derive(Debug)]
struct StandingClock;

#[async_trait::async_trait]
impl Policy for StandingClock {
    async fn send(
        &self,
        context: &Context,
        request: &mut Request,
        next: &[Arc<dyn Policy>],
    ) -> PolicyResult {
        let _standing = standing();
        next[0].send(context, request, &next[1..]).await
    }
}

/// Stops the clock until the returned value is dropped, and for a real minute at most: then the
/// request hangs, and the time limit of its call passes.
fn standing() -> mpsc::Sender<()> {
    let (moves, stopped) = mpsc::channel::<()>();
    drop(spawn_blocking(move || stopped.recv_timeout(Duration::from_secs(60))));
    moves
}
