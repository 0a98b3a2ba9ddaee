//! Background tasks that end with their owner.

use azure_core::{
    async_runtime::get_async_runtime,
    sleep::sleep,
    time::{Duration, OffsetDateTime},
};
use futures::future::{AbortHandle, abortable};

/// A task that is cancelled when this handle is dropped.
#[derive(Debug)]
pub(crate) struct Task(AbortHandle);

impl Task {
    /// Runs `work` on the runtime of `azure_core`.
    pub fn spawn(work: impl Future<Output = ()> + Send + 'static) -> Self {
        let (work, abort) = abortable(work);
        // Dropping the runtime's own handle detaches the task.
        drop(get_async_runtime().spawn(Box::pin(async { work.await.unwrap_or_default() })));
        Self(abort)
    }
}

impl Drop for Task {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Runs `work`, whose timers wake the task that polls it.
#[cfg(feature = "tokio")]
pub(crate) fn waking<F: Future>(work: F) -> F {
    work
}

/// Runs `work`, whose timers wake the task that polls it.
///
/// Without its `tokio` feature, `azure_core` has timers that wake the task that polled them first,
/// even if another task waits now. `FuturesUnordered` wakes the task that polled it last.
#[cfg(not(feature = "tokio"))]
pub(crate) async fn waking<F: Future>(work: F) -> F::Output {
    use futures::stream::{FuturesUnordered, StreamExt};
    FuturesUnordered::from_iter([work]).select_next_some().await
}

/// Sleeps until `clock` shows `deadline`. Notices within a minute that the system's clock was set, or
/// that the machine was suspended.
pub(crate) async fn sleep_until(deadline: OffsetDateTime, clock: fn() -> OffsetDateTime) {
    loop {
        let left = deadline - clock();
        if !left.is_positive() {
            return;
        }
        sleep(left.min(STEP)).await;
    }
}

/// Sleeps for `duration`.
pub(crate) async fn sleep_for(mut duration: Duration) {
    while duration.is_positive() {
        sleep(duration.min(STEP)).await;
        duration = duration.saturating_sub(STEP);
    }
}

/// The longest single sleep. Without its `tokio` feature, `azure_core` sleeps on threads that nothing
/// can wake. Each outlives its task by a step at most.
const STEP: Duration = Duration::minutes(1);
