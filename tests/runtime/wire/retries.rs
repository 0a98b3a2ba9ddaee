//! Which requests are retried, and which of their parts stay the same.

use std::time::Instant;
use tests::server::{Answer, Server};

#[tokio::test]
async fn retry_after_is_waited_for() {
    let server = Server::start(|_, number, _| match number {
        0 => Answer {
            status: 429,
            headers: vec![("retry-after", "1".to_owned())],
            ..Answer::default()
        },
        _ => (201, r#"{"id":"7"}"#).into(),
    })
    .await;
    let start = Instant::now();
    server.thread().send_message("x").await.unwrap();
    assert!(start.elapsed().as_millis() >= 1000, "the delay of the options is a millisecond");
}

#[tokio::test]
async fn duplicates_are_sent_only_if_they_are_allowed() {
    let server = Server::start(|_, number, _| match number {
        0 => Answer { status: 500, ..Answer::default() },
        _ => (201, r#"{"id":"7"}"#).into(),
    })
    .await;
    let sent = server.thread().send_message("x").allow_duplicates().await.unwrap();
    assert_eq!((&*sent.id, server.seen().len()), ("7", 2));
}

#[tokio::test]
async fn retries_and_clones_of_a_call_create_one_thread() {
    let server = Server::start(|_, number, _| match number {
        0 => Answer { status: 429, ..Answer::default() },
        _ => (201, "{}").into(),
    })
    .await;
    let call = server.chat().create_chat_thread("topic");
    call.clone().await.unwrap();
    call.clone().await.unwrap();
    call.repeatability_request_id("mine").await.unwrap();
    let ids = |name: &str| {
        server.seen().iter().map(|seen| seen.header(name).to_owned()).collect::<Vec<_>>()
    };
    let (requests, threads) = (ids("x-ms-client-request-id"), ids("repeatability-request-id"));
    assert_eq!(requests[0], requests[1], "a retry has the request id of its call");
    assert_ne!(requests[1], requests[2], "another call has another one");
    assert_eq!(threads[..3], vec![threads[0].clone(); 3], "clones have one repeatability id");
    assert_eq!(threads[3], "mine");
}
