//! What is tried again, and what stays the same when it is.

use super::server::{Answer, Server};
use azure_core::http::StatusCode;
use std::time::Instant;

#[tokio::test]
async fn busy_and_broken_services_are_asked_again() {
    for status in [408, 429, 500, 502, 503, 504] {
        let server = Server::start(move |_, number, _| match number {
            0 | 1 => (status, String::new()),
            _ => (201, r#"{"id":"7"}"#.to_owned()),
        })
        .await;
        let sent = server.thread().send_message("x").allow_duplicates().await.unwrap();
        assert_eq!((&*sent.id, server.seen().len()), ("7", 3), "{status}");
        assert!(server.seen().iter().all(|seen| seen.body == r#"{"content":"x"}"#));
    }
}

#[tokio::test]
async fn refusals_are_final() {
    for status in [400, 401, 403, 404, 409] {
        let server = Server::fixed(status, "").await;
        server.thread().send_message("x").await.unwrap_err();
        assert_eq!(server.seen().len(), 1, "{status}");
    }
}

#[tokio::test]
async fn a_service_that_stays_busy_is_an_error_after_the_retries() {
    let server = Server::fixed(429, r#"{"error":{"code":"TooManyRequests","message":"m"}}"#).await;
    let error = server.thread().send_message("x").await.unwrap_err();
    assert_eq!(error.http_status(), Some(StatusCode::TooManyRequests));
    assert_eq!(server.seen().len(), 3);
}

#[tokio::test]
async fn retry_after_is_waited_for() {
    let server = Server::start(|_, number, _| match number {
        0 => Answer {
            status: 429,
            headers: vec![("retry-after", "1".to_owned())],
            body: String::new(),
        },
        _ => (201, r#"{"id":"7"}"#).into(),
    })
    .await;
    let start = Instant::now();
    server.thread().send_message("x").await.unwrap();
    assert!(start.elapsed().as_millis() >= 1000, "the delay of the options is a millisecond");
}

#[tokio::test]
async fn ids_stay_over_retries_and_change_between_calls() {
    let server = Server::start(|_, number, _| match number {
        0 => (429, ""),
        1 => (503, ""),
        _ => (201, "{}"),
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
    assert!(requests.iter().chain(&threads[..4]).all(|id| id.len() == 36));
    assert!(requests[0] == requests[1] && requests[1] == requests[2], "{requests:?}");
    assert_ne!(requests[2], requests[3]);
    assert!(threads[..4].iter().all(|id| *id == threads[0]), "clones create one thread");
    assert_eq!(threads[4], "mine");
}

#[tokio::test]
async fn a_connection_that_cannot_be_made_is_tried_again_and_told() {
    let server = Server::fixed(200, "").await;
    let thread = server.thread();
    drop(server);
    let error = thread.get_properties().await.unwrap_err();
    assert_eq!(error.http_status(), None);
}
