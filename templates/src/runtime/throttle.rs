//! Limits on how often an action is done.

use std::time::{Duration, Instant};

/// Lets an action pass at most once in an interval.
#[derive(Clone, Debug)]
pub(crate) struct Throttle {
    interval: Duration,
    last: Option<Instant>,
}

impl Throttle {
    pub fn new(interval: Duration) -> Self {
        Self { interval, last: None }
    }

    /// Returns `true` if the interval has passed since it last returned `true`.
    pub fn passes(&mut self, now: Instant) -> bool {
        let passes = self.last.is_none_or(|last| now.duration_since(last) >= self.interval);
        if passes {
            self.last = Some(now);
        }
        passes
    }
}
