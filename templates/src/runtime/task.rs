//! Background tasks that end with their owner.

use azure_core::{
    async_runtime::get_async_runtime,
    sleep::sleep,
    time::{Duration, OffsetDateTime},
};
use futures::{
    FutureExt,
    future::{AbortHandle, abortable},
};

/// A task that is cancelled when this handle is dropped.
#[derive(Debug)]
pub(crate) struct Task(AbortHandle);

impl Task {
    /// Runs `work` on the runtime of `azure_core`.
    pub fn spawn(work: impl Future<Output = ()> + Send + 'static) -> Self {
        let (work, abort) = abortable(work);
        // Dropping the runtime's own handle detaches the task.
        drop(get_async_runtime().spawn(work.map(drop).boxed()));
        Self(abort)
    }
}

impl Drop for Task {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Sleeps until `clock` shows `deadline`, in steps of at most a minute.
///
/// The steps notice when the system's clock was set or the machine was suspended. They also bound
/// how long a thread outlives its task: without its `tokio` feature, `azure_core` sleeps on threads
/// that nothing can wake.
pub(crate) async fn sleep_until(deadline: OffsetDateTime, clock: fn() -> OffsetDateTime) {
    loop {
        let left = deadline - clock();
        if !left.is_positive() {
            return;
        }
        sleep(left.min(Duration::minutes(1))).await;
    }
}
