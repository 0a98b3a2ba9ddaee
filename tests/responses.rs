//! What each of the 16 operations has in common with the others: what every request has, and what
//! callers get of a response.

use acs_chat::{ChatClient, models::*};
use azure_core::{Uuid, error::ErrorKind};
use serde_json::json;
use std::collections::HashSet;
use tests::{
    operations::{IDS, OPERATIONS, Operation},
    server::{Answer, JWT, Server, THREAD},
};

/// A server that answers as the operation's does.
async fn server(operation: Operation) -> Server {
    Server::fixed(operation.status, operation.answer).await
}

#[tokio::test]
async fn every_request_has_what_the_service_asks_for() {
    let mut request_ids = HashSet::new();
    for operation in OPERATIONS {
        let server = server(operation).await;
        (operation.call)(&server.chat(), IDS).awaited.await.unwrap();
        let [seen] = &*server.seen() else { panic!("{} sent other than once", operation.name) };
        assert_eq!(seen.method, operation.method, "{}", operation.name);
        let target = format!("{}?api-version=2025-03-15", operation.path);
        assert_eq!(seen.target, target, "{}", operation.name);
        assert_eq!(seen.header("content-type"), operation.content_type, "{}", operation.name);
        assert_eq!(seen.body.is_empty(), operation.content_type.is_empty(), "{}", operation.name);
        assert_eq!(seen.header("accept"), "application/json");
        assert_eq!(seen.header("authorization"), format!("Bearer {JWT}"));
        assert!(seen.header("user-agent").starts_with("azsdk-rust-acs-chat/0.1.0 ("));
        let id = seen.header("x-ms-client-request-id").to_owned();
        assert!(Uuid::parse_str(&id).is_ok(), "{}: {id}", operation.name);
        assert!(request_ids.insert(id), "{}: an id that was there before", operation.name);
        let creates = operation.name == "ChatClient.create_chat_thread";
        let repeatability = Uuid::parse_str(seen.header("repeatability-request-id"));
        assert_eq!(repeatability.is_ok(), creates, "{}", operation.name);
        if let Ok(id) = repeatability {
            assert_eq!(id.get_version_num(), 4);
        }
    }
}

#[tokio::test]
async fn a_response_has_the_status_the_headers_and_the_body_of_the_service() {
    for operation in OPERATIONS.into_iter().filter(|operation| !operation.is_list()) {
        let server = Server::start(move |_, _, _| {
            Answer::from((operation.status, operation.answer))
                .header("location", "https://contoso.example/x")
                .header("x-own", operation.path)
        })
        .await;
        let made = (operation.call)(&server.chat(), IDS);
        assert!(server.seen().is_empty());
        let received = made.response.await.unwrap();
        assert_eq!(u16::from(received.status), operation.status, "{}", operation.name);
        let header = |name| received.headers.get_optional_str(&name);
        assert_eq!(header("x-own".into()), Some(operation.path), "{}", operation.name);
        assert_eq!(header("location".into()), Some("https://contoso.example/x"));
        assert_eq!(received.body, operation.answer.as_bytes(), "{}", operation.name);
        // What is sent does not depend on what the caller wants of the response.
        drop(made.awaited);
        (operation.call)(&server.chat(), IDS).awaited.await.unwrap();
        let [one, other] = &*server.seen() else { panic!("{}", operation.name) };
        assert_eq!((&one.target, &one.body), (&other.target, &other.body));
    }
}

#[tokio::test]
async fn a_response_has_the_model_that_the_awaited_call_gives() {
    macro_rules! same {
        ($status:literal, $json:expr, $call:expr) => {{
            let json: serde_json::Value = $json;
            let server = Server::fixed($status, json.to_string()).await;
            let call = $call(server.chat());
            let awaited = call.clone().await.unwrap();
            assert_eq!(call.response().await.unwrap().into_model().unwrap(), awaited);
            assert_eq!(serde_json::to_value(&awaited).unwrap(), json);
        }};
    }
    let user = json!({"rawId": "8:acs:a_b", "communicationUser": {"id": "8:acs:a_b"}});
    let errors = json!([{"code": "404", "message": "gone", "target": "8:acs:a_b"}]);
    let thread = json!({
        "id": "t", "topic": "x", "createdOn": "2021-03-08T05:26:40Z",
        "createdByCommunicationIdentifier": user, "deletedOn": "2022-03-08T05:26:40Z",
        "metadata": {"k": "v"},
        "retentionPolicy": {"kind": "threadCreationDate", "deleteThreadAfterDays": 60},
    });
    let message = json!({
        "id": "m", "type": "html", "sequenceId": "3", "version": "8", "content": {"message": "hi"},
        "senderDisplayName": "Jane", "createdOn": "2021-03-08T05:26:40.123Z",
        "senderCommunicationIdentifier": user, "editedOn": "2021-03-08T05:27:40Z",
        "deletedOn": "2021-03-08T05:28:40Z", "metadata": {"k": "v"},
    });
    let of = |chat: ChatClient| chat.chat_thread_client("t");
    let created = json!({"chatThread": thread, "invalidParticipants": errors});
    same!(201, created, |chat: ChatClient| chat.create_chat_thread("x"));
    same!(200, thread, |chat| of(chat).get_properties());
    same!(201, json!({"id": "m"}), |chat| of(chat).send_message("x"));
    same!(200, message, |chat| of(chat).get_message("m"));
    let somebody = || [ChatParticipant::new("8:acs:a_b")];
    let added = json!({"invalidParticipants": errors});
    same!(201, added, |chat| of(chat).add_participants(somebody()));
    same!(201, json!({}), |chat| of(chat).add_participants(somebody()));
}

#[tokio::test]
async fn an_operation_without_a_result_does_not_look_at_the_body() {
    for operation in OPERATIONS.into_iter().filter(|it| it.answer.is_empty() && it.status == 200) {
        let server = Server::fixed(operation.status, "not JSON").await;
        (operation.call)(&server.chat(), IDS).awaited.await.unwrap();
    }
}

#[tokio::test]
async fn a_result_that_is_not_there_is_an_error_and_not_a_panic() {
    for operation in OPERATIONS.into_iter().filter(|operation| !operation.answer.is_empty()) {
        for body in ["", "null", "[]", "7", "{", "<html>"] {
            let server = Server::fixed(operation.status, body).await;
            let error = (operation.call)(&server.chat(), IDS).awaited.await.unwrap_err();
            assert_eq!(error.kind(), &ErrorKind::DataConversion, "{} {body:?}", operation.name);
            assert_eq!(
                server.seen().len(),
                1,
                "{}: a bad body is not asked for again",
                operation.name
            );
        }
    }
}

#[tokio::test]
async fn only_the_described_status_is_success() {
    for operation in OPERATIONS {
        for status in
            [200, 201, 202, 204, 206, 304].into_iter().filter(|it| *it != operation.status)
        {
            let server = Server::fixed(status, operation.answer).await;
            let made = (operation.call)(&server.chat(), IDS);
            for error in [made.awaited.await.unwrap_err(), made.response.await.err().unwrap()] {
                let told = error.http_status().map(u16::from);
                assert_eq!(told, Some(status), "{}: {error}", operation.name);
            }
        }
    }
}

#[tokio::test]
async fn redirections_are_errors_and_take_no_token_along() {
    let other = Server::fixed(200, "{}").await;
    let location = format!("{}/elsewhere", other.base);
    let server =
        Server::start(move |_, _, _| Answer::from((307, "")).header("location", &location)).await;
    for operation in OPERATIONS {
        let error = (operation.call)(&server.chat(), IDS).awaited.await.unwrap_err();
        assert_eq!(error.http_status().map(u16::from), Some(307), "{}", operation.name);
    }
    assert_eq!(server.seen().len(), OPERATIONS.len());
    assert!(other.seen().is_empty());
}

#[tokio::test]
async fn an_endpoint_may_have_a_path() {
    let server = Server::fixed(204, "").await;
    for path in ["/proxy/chat", "/proxy/chat/", "/proxy/chat//"] {
        let endpoint = format!("{}{path}", server.base);
        let chat = tests::server::chat_at(&endpoint, Default::default());
        chat.chat_thread_client("19:t@thread.v2").delete_message("m").await.unwrap();
        let target = format!("/proxy/chat{THREAD}/messages/m?api-version=2025-03-15");
        assert_eq!(server.last().target, target);
    }
}

#[tokio::test]
async fn clients_share_what_they_are_made_from() {
    let server = Server::fixed(204, "").await;
    let chat = server.chat();
    let thread = chat.chat_thread_client(String::from("19:t@thread.v2"));
    assert_eq!(thread.chat_thread_id(), "19:t@thread.v2");
    drop(chat);
    thread.clone().delete_message("m").await.unwrap();
    drop(thread);
    assert_eq!(server.seen().len(), 1);
}
