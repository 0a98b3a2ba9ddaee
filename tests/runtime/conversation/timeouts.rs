//! A service that is slower than the caller's timeout.

use super::{
    at_once::at_once,
    world::{World, new_thread, text},
};
use acs_chat_emulator::{Fault, Rule};
use azure_core::http::{ClientOptions, Transport};
use std::{
    future::IntoFuture,
    sync::Arc,
    time::{Duration, Instant},
};
use tokio::time::timeout;

/// A delay that no test waits for.
const FOREVER: u64 = 100_000;

/// A client with this timeout for each attempt.
fn impatient(tries: u32, patience: Duration) -> ClientOptions {
    let http = reqwest::Client::builder().timeout(patience).build().unwrap();
    ClientOptions {
        transport: Some(Transport::new(Arc::new(http))),
        retry: at_once(tries - 1),
        ..Default::default()
    }
}

#[tokio::test]
async fn a_call_can_be_given_a_time_limit() {
    let world = World::new().await;
    let thread = new_thread(&world.chat(&world.user().await)).await;
    let slow = Fault::Delay { milliseconds: FOREVER };
    world.emulator.faults().inject(Rule::new(slow).on("GET", "/chat/threads/*"));
    let start = Instant::now();
    let call = thread.get_properties().into_future();
    assert!(timeout(Duration::from_millis(100), call).await.is_err());
    assert!(start.elapsed() < Duration::from_secs(50));
    assert_eq!(thread.get_properties().await.unwrap().topic, "topic", "the client is as before");
}

#[tokio::test]
async fn each_try_can_be_given_a_time_limit() {
    let world = World::new().await;
    let me = world.user().await;
    let thread = new_thread(&world.chat(&me)).await;
    let sent = thread.send_message("hello").await.unwrap();
    let impatient = world.chat_with(&me, impatient(2, Duration::from_secs(3)));
    let thread = impatient.chat_thread_client(thread.chat_thread_id());
    for slow in [
        Fault::Delay { milliseconds: FOREVER },
        Fault::SlowBody { chunk_bytes: 10, milliseconds: 1_000 },
    ] {
        let rule = Rule::new(slow).on("GET", "/chat/threads/*/messages/*");
        world.emulator.faults().inject(rule.clone());
        assert_eq!(text(&thread.get_message(&sent.id).await.unwrap()), "hello");

        world.emulator.faults().inject(rule.times(2));
        let start = Instant::now();
        let error = thread.get_message(&sent.id).await.unwrap_err();
        assert!(start.elapsed() < Duration::from_secs(50));
        assert!(error.to_string().ends_with("operation timed out"), "{error}");
        assert_eq!(world.emulator.faults().pending(), []);
    }
}
