//! A bad argument is an error before a request is sent. A good one arrives unchanged.

use acs_chat::{ChatClient, CommunicationTokenCredential, models::ChatMessageType};
use azure_core::time::{OffsetDateTime, parse_rfc3339};
use futures::StreamExt;
use tests::server::{JWT, Server};

#[tokio::test]
async fn ids_are_one_segment_each() {
    let server = Server::fixed(204, "").await;
    let chat = server.chat();
    for (id, segment) in [
        ("19:T/a b@thread.v2", "19%3AT%2Fa%20b%40thread.v2"),
        ("é%3A?#", "%C3%A9%253A%3F%23"),
        ("a\\b;c=d&e+f", "a%5Cb%3Bc%3Dd%26e%2Bf"),
        ("...", "..."),
    ] {
        chat.delete_chat_thread(id).await.unwrap();
        let target = format!("/chat/threads/{segment}?api-version=2025-03-15");
        assert_eq!(server.last().target, target);
    }
}

#[tokio::test]
async fn ids_that_would_make_another_path_are_refused() {
    let server = Server::fixed(204, "").await;
    let chat = server.chat();
    for bad in ["", ".", ".."] {
        let error = chat.delete_chat_thread(bad).await.unwrap_err();
        assert!(error.to_string().contains("chat_thread_id"), "{error}");
        let thread = chat.chat_thread_client(bad);
        assert!(thread.get_properties().response().await.is_err());
        let mut items = thread.list_messages().items();
        assert!(items.next().await.unwrap().is_err() && items.next().await.is_none());
        assert!(server.thread().delete_message(bad).await.is_err());
    }
    assert!(server.seen().is_empty());
}

#[tokio::test]
async fn only_text_and_html_are_sent() {
    let server = Server::fixed(201, r#"{"id":"7"}"#).await;
    let thread = server.thread();
    for bad in [
        ChatMessageType::TopicUpdated,
        ChatMessageType::ParticipantAdded,
        ChatMessageType::ParticipantRemoved,
    ] {
        let call = thread.send_message("x").message_type(bad);
        let error = call.clone().await.unwrap_err();
        assert!(error.to_string().contains("text or html"), "{error}");
        let before = server.seen().len();
        call.message_type(ChatMessageType::Text).await.unwrap();
        assert_eq!(server.seen().len(), before + 1, "a valid type withdraws the error");
    }
    thread.send_message("x").message_type("card".into()).await.unwrap();
    assert_eq!(server.last().json()["type"], "card", "an unknown type may be new");
    assert_eq!(server.seen().len(), 4);
}

#[tokio::test]
async fn a_header_cannot_begin_another() {
    let server = Server::fixed(201, "{}").await;
    for bad in ["a\r\nx: y", "a\n", "é"] {
        let call = server.chat().create_chat_thread("x").repeatability_request_id(bad);
        let error = call.await.unwrap_err();
        assert!(error.to_string().starts_with("repeatability_request_id has "), "{error}");
    }
    assert!(server.seen().is_empty());
}

#[tokio::test]
async fn the_error_of_a_bad_query_names_the_argument() {
    let server = Server::fixed(200, "{}").await;
    let late = parse_rfc3339("9999-12-31T23:59:59-01:00").unwrap();
    let mut items = server.chat().list_chat_threads().start_time(late).items();
    let error = items.next().await.unwrap().unwrap_err();
    assert_eq!(error.to_string(), "start_time is a time outside the years 0 to 9999");
    assert!(server.seen().is_empty());
}

#[tokio::test]
async fn to_add_nobody_sends_nothing() {
    let server = Server::fixed(500, "").await;
    let added = server.thread().add_participants([]).await.unwrap();
    assert!(added.invalid_participants.is_empty());
    assert!(server.seen().is_empty());
}

#[test]
fn an_endpoint_is_https_or_loopback() {
    let credential =
        || CommunicationTokenCredential::with_expiry("opaque", OffsetDateTime::UNIX_EPOCH);
    for good in ["https://a.example", "http://127.0.0.1:1", "http://[::1]:1", "http://localhost/"] {
        assert!(ChatClient::new(good, credential(), None).is_ok(), "{good}");
    }
    for bad in [
        "http://a.example",
        "http://127.0.0.1.evil.example",
        "http://localhost.evil.example",
        "http://10.0.0.1",
        "ftp://127.0.0.1",
        "https://user:pass@a.example",
        "https://a.example?x=y",
        "https://a.example#x",
        "a.example",
        "",
    ] {
        assert!(ChatClient::new(bad, credential(), None).is_err(), "{bad}");
    }
}

#[test]
fn other_text_than_a_jwt_is_refused_and_not_shown() {
    for bad in ["", "SECRET", "SECRET.SECRET.SECRET", "a.e30.b", "a.eyJleHAiOiJ4In0.b"] {
        let error = CommunicationTokenCredential::new(bad.to_owned()).unwrap_err();
        assert!(!format!("{error:?} {error}").contains("SECRET"));
    }
    assert!(CommunicationTokenCredential::new(format!("{JWT}\n")).is_err());
    let credential = CommunicationTokenCredential::new(JWT).unwrap();
    assert!(!format!("{credential:?}").contains(JWT));
}
