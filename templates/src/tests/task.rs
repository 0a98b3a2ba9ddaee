use crate::runtime::task::sleep_for;
use azure_core::time::Duration;
use futures::poll;
use std::{future::poll_fn, pin::pin};
use tokio::time::Instant;

#[tokio::test(start_paused = true)]
async fn every_duration_can_be_slept() {
    for (duration, seconds) in [(150, 150), (60, 60), (0, 0), (-1, 0), (i64::MIN, 0)] {
        let start = Instant::now();
        sleep_for(Duration::seconds(duration)).await;
        assert_eq!(start.elapsed().as_secs(), seconds);
    }
    assert!(poll!(Box::pin(sleep_for(Duration::MAX))).is_pending());
}

/// Without `tokio`, a sleep is a thread that nothing can end, so it must be short.
#[tokio::test(start_paused = true)]
async fn a_long_sleep_is_many_short_ones() {
    let mut polls = 0;
    let mut sleep = pin!(sleep_for(Duration::minutes(10)));
    poll_fn(|cx| {
        polls += 1;
        sleep.as_mut().poll(cx)
    })
    .await;
    assert_eq!(polls, 11, "at the start and after each minute");
}
