//! How often a stream asks.

use super::service::{Service, changes, text};
use acs_chat::ThreadChanges;
use azure_core::time::Duration;
use futures::StreamExt;
use tokio::time::timeout;

/// Polls for this long, without a change.
async fn rest(stream: &mut ThreadChanges, seconds: u64) {
    let time = std::time::Duration::from_secs(seconds);
    assert!(timeout(time, stream.next()).await.is_err());
}

fn waits(service: &Service) -> Vec<f64> {
    let times = service.times();
    times.windows(2).map(|pair| (pair[1] - pair[0]).as_secs_f64()).collect()
}

#[tokio::test(start_paused = true)]
async fn the_pace_slows_down_until_there_is_a_change() {
    let service = Service::new([text(1, 1)]);
    let mut stream = service.thread().watch().changes();
    rest(&mut stream, 600).await;
    let waits = self::waits(&service);
    assert!((2.4..2.6).contains(&waits[0]), "{waits:?}");
    for pair in waits.windows(2) {
        let slower = (pair[0] * 1.25).min(20.0);
        assert!((pair[1] - slower).abs() < 0.1, "{waits:?}");
    }
    let at_rest = waits.iter().filter(|wait| **wait > 19.9);
    assert!(at_rest.count() >= 25, "{waits:?}");

    service.queries();
    service.put(text(100_000, 100_000));
    stream.next().await.unwrap().unwrap();
    rest(&mut stream, 3).await;
    let wait = self::waits(&service)[0];
    assert!((1.9..2.1).contains(&wait), "{wait} seconds after a change");
}

/// The number in the docs of `every`.
#[tokio::test(start_paused = true)]
async fn a_quiet_thread_costs_three_requests_a_minute() {
    let service = Service::new([text(1, 1)]);
    let mut stream = service.thread().watch().changes();
    rest(&mut stream, 300).await;
    service.queries();
    rest(&mut stream, 600).await;
    assert_eq!(service.queries().len(), 30);
}

#[tokio::test(start_paused = true)]
async fn the_caller_chooses_the_pace() {
    let service = Service::new([text(1, 1)]);
    let every = Duration::milliseconds(500)..=Duration::seconds(1);
    let mut stream = service.thread().watch().every(every).changes();
    rest(&mut stream, 60).await;
    let waits = self::waits(&service);
    assert!((0.6..0.7).contains(&waits[0]) && (0.9..1.1).contains(waits.last().unwrap()));
    // Even a pace of zero leaves time for others, and slows down.
    let service = Service::new([text(1, 1)]);
    let every = Duration::ZERO..=Duration::seconds(-1);
    let mut stream = service.thread().watch().every(every).changes();
    rest(&mut stream, 1).await;
    assert!((100..=1_001).contains(&service.queries().len()));
}

#[tokio::test(start_paused = true)]
async fn the_service_can_ask_for_a_longer_wait() {
    let service = Service::new([text(1, 1)]);
    let mut stream = service.thread().watch().changes();
    service.answer_next(Some((429, &[("retry-after", "150")], "")));
    service.answer_next(Some((503, &[], "")));
    assert_eq!(changes(&mut stream).await.len(), 1, "a minute is over");
    rest(&mut stream, 85).await;
    assert_eq!(service.times().len(), 1);
    assert!(stream.next().await.unwrap().is_err());
    assert!((149.0..152.0).contains(&waits(&service)[0]));
    rest(&mut stream, 20).await;
    assert!((7.9..8.2).contains(&waits(&service)[1]), "{:?}", waits(&service));
}
