use crate::runtime::task::sleep_for;
use azure_core::time::Duration;
use futures::poll;
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
