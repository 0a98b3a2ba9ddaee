//! The request and the result of each of the 16 chat operations, with no option set and with all.

use acs_chat::{CommunicationIdentifier, Patch, models::*};
use azure_core::{
    http::StatusCode,
    time::{OffsetDateTime, parse_rfc3339},
};
use futures::TryStreamExt;
use serde_json::{Value, json};
use tests::server::{JWT, Seen, Server, THREAD};

/// The method, the target and the JSON body of a request; what every request has is checked too.
#[track_caller]
fn sent(seen: &Seen, method: &str, target: &str, content_type: &str, body: Option<Value>) {
    assert_eq!((seen.method.as_str(), seen.target.as_str()), (method, target));
    assert_eq!(seen.header("content-type"), content_type);
    match body {
        Some(body) => assert_eq!(seen.json(), body),
        None => assert_eq!(seen.body, ""),
    }
    assert_eq!(seen.header("accept"), "application/json");
    assert_eq!(seen.header("authorization"), format!("Bearer {JWT}"));
    assert_eq!(seen.header("x-ms-client-request-id").len(), 36);
    assert!(seen.header("user-agent").starts_with("azsdk-rust-acs-chat/"));
}

const JSON: &str = "application/json";
const MERGE_PATCH: &str = "application/merge-patch+json";
const VERSION: &str = "api-version=2025-03-15";

fn time() -> OffsetDateTime {
    parse_rfc3339("2026-01-01T02:00:00+02:00").unwrap()
}

fn user() -> CommunicationIdentifier {
    CommunicationIdentifier::from_raw_id("8:acs:a_b")
}

fn user_json() -> Value {
    json!({"rawId": "8:acs:a_b", "communicationUser": {"id": "8:acs:a_b"}})
}

fn thread_json() -> Value {
    json!({
        "id": "19:t@thread.v2", "topic": "x", "createdOn": "2021-03-08T05:26:40Z",
        "createdByCommunicationIdentifier": user_json(),
        "metadata": {"k": "v"}, "retentionPolicy": {"kind": "none"},
    })
}

fn message_json() -> Value {
    json!({
        "id": "7", "type": "html", "sequenceId": "3", "version": "8",
        "content": {"message": "hi", "attachments": [
            {"id": "a", "attachmentType": "image", "name": "n", "url": "https://{x}", "previewUrl": "p"}
        ]},
        "senderDisplayName": "Jane", "createdOn": "2021-03-08T05:26:40Z",
        "senderCommunicationIdentifier": user_json(),
        "editedOn": "2021-03-08T05:27:40Z", "metadata": {"k": "v"},
    })
}

#[tokio::test]
async fn create_chat_thread() {
    let answer = json!({
        "chatThread": thread_json(),
        "invalidParticipants": [{"code": "404", "message": "gone", "target": "8:acs:a_b"}],
    });
    let server = Server::fixed(201, answer.to_string()).await;
    let chat = server.chat();
    let created = chat.create_chat_thread("x").await.unwrap();
    let target = format!("/chat/threads?{VERSION}");
    sent(&server.last(), "POST", &target, JSON, Some(json!({"topic": "x"})));
    assert_eq!(server.last().header("repeatability-request-id").len(), 36);
    let participants = [ChatParticipant::new(user())];
    let failed: Vec<_> = created.failures(&participants).collect();
    assert_eq!((failed.len(), &failed[0].0, &*failed[0].1.code), (1, &participants[0], "404"));
    let thread = created.chat_thread.unwrap();
    assert_eq!((thread.id.as_str(), thread.topic.as_str()), ("19:t@thread.v2", "x"));
    assert_eq!(thread.retention_policy, Some(NoneRetentionPolicy::new().into()));
    assert_eq!(thread.created_by_communication_identifier, user());

    let participant = ChatParticipant::new(user())
        .display_name("Fred")
        .share_history_time(time())
        .metadata([("a", "b")]);
    chat.create_chat_thread("x")
        .participants([participant])
        .metadata([("k", "v")])
        .retention_policy(ThreadCreationDateRetentionPolicy::new(60))
        .repeatability_request_id("mine")
        .await
        .unwrap();
    let body = json!({
        "topic": "x",
        "participants": [{
            "communicationIdentifier": user_json(), "displayName": "Fred",
            "shareHistoryTime": "2026-01-01T00:00:00Z", "metadata": {"a": "b"},
        }],
        "metadata": {"k": "v"},
        "retentionPolicy": {"kind": "threadCreationDate", "deleteThreadAfterDays": 60},
    });
    sent(&server.last(), "POST", &target, JSON, Some(body));
    assert_eq!(server.last().header("repeatability-request-id"), "mine");
}

#[tokio::test]
async fn list_chat_threads() {
    let item = json!({
        "id": "t", "topic": "x", "deletedOn": null, "lastMessageReceivedOn": "2021-03-08T05:26:40Z",
    });
    let server = Server::fixed(200, json!({"value": [item]}).to_string()).await;
    let chat = server.chat();
    let items: Vec<_> = chat.list_chat_threads().items().try_collect().await.unwrap();
    sent(&server.last(), "GET", &format!("/chat/threads?{VERSION}"), "", None);
    assert_eq!((items[0].id.as_str(), items[0].topic.as_str()), ("t", "x"));
    assert!(items[0].deleted_on.is_none() && items[0].last_message_received_on.is_some());

    let list = chat.list_chat_threads().max_page_size(9).start_time(time()).max_page_size(5);
    list.pages().try_collect::<Vec<_>>().await.unwrap();
    let query = format!("maxPageSize=5&startTime=2026-01-01T00%3A00%3A00Z&{VERSION}");
    sent(&server.last(), "GET", &format!("/chat/threads?{query}"), "", None);
}

#[tokio::test]
async fn delete_chat_thread() {
    let server = Server::fixed(204, "").await;
    server.chat().delete_chat_thread("19:t@thread.v2").await.unwrap();
    sent(&server.last(), "DELETE", &format!("{THREAD}?{VERSION}"), "", None);
}

#[tokio::test]
async fn get_properties() {
    let server = Server::fixed(200, thread_json().to_string()).await;
    let thread = server.thread().get_properties().await.unwrap();
    sent(&server.last(), "GET", &format!("{THREAD}?{VERSION}"), "", None);
    assert_eq!(thread.metadata["k"], "v");
    assert_eq!(serde_json::to_value(&thread).unwrap(), thread_json());
}

#[tokio::test]
async fn update_properties() {
    let server = Server::fixed(204, "").await;
    let (thread, target) = (server.thread(), format!("{THREAD}?{VERSION}"));
    thread.update_properties().await.unwrap();
    sent(&server.last(), "PATCH", &target, MERGE_PATCH, Some(json!({})));
    thread
        .update_properties()
        .topic("new")
        .metadata([("a", Patch::from("b")), ("c", Patch::Null)])
        .retention_policy(ThreadCreationDateRetentionPolicy::new(9))
        .await
        .unwrap();
    let body = json!({
        "topic": "new", "metadata": {"a": "b", "c": null},
        "retentionPolicy": {"kind": "threadCreationDate", "deleteThreadAfterDays": 9},
    });
    sent(&server.last(), "PATCH", &target, MERGE_PATCH, Some(body));
    thread
        .update_properties()
        .topic(Patch::Absent)
        .metadata(Patch::Null)
        .retention_policy(Patch::Null)
        .await
        .unwrap();
    let body = json!({"metadata": null, "retentionPolicy": null});
    sent(&server.last(), "PATCH", &target, MERGE_PATCH, Some(body));
}

#[tokio::test]
async fn send_message() {
    let server = Server::fixed(201, r#"{"id":"7"}"#).await;
    let (thread, target) = (server.thread(), format!("{THREAD}/messages?{VERSION}"));
    assert_eq!(thread.send_message("hello").await.unwrap().id, "7");
    sent(&server.last(), "POST", &target, JSON, Some(json!({"content": "hello"})));
    let call = thread
        .send_message("hello")
        .sender_display_name("Bob")
        .message_type(ChatMessageType::Html)
        .metadata([("k", "v")]);
    let response = call.response().await.unwrap();
    assert_eq!(response.status(), StatusCode::Created);
    assert_eq!(response.headers().get_optional_str(&"retry-after".into()), Some("0"));
    assert_eq!(response.into_model().unwrap().id, "7");
    let body = json!({
        "content": "hello", "senderDisplayName": "Bob", "type": "html", "metadata": {"k": "v"},
    });
    sent(&server.last(), "POST", &target, JSON, Some(body));
}

#[tokio::test]
async fn list_messages() {
    let server = Server::fixed(200, json!({"value": [message_json()]}).to_string()).await;
    let thread = server.thread();
    let items: Vec<_> = thread.list_messages().items().try_collect().await.unwrap();
    sent(&server.last(), "GET", &format!("{THREAD}/messages?{VERSION}"), "", None);
    assert_eq!(serde_json::to_value(&items[0]).unwrap(), message_json());
    let list = thread.list_messages().max_page_size(1).start_time(time());
    list.items().try_collect::<Vec<_>>().await.unwrap();
    let query = format!("maxPageSize=1&startTime=2026-01-01T00%3A00%3A00Z&{VERSION}");
    sent(&server.last(), "GET", &format!("{THREAD}/messages?{query}"), "", None);
}

#[tokio::test]
async fn get_message() {
    let server = Server::fixed(200, message_json().to_string()).await;
    let message = server.thread().get_message("7").await.unwrap();
    sent(&server.last(), "GET", &format!("{THREAD}/messages/7?{VERSION}"), "", None);
    assert_eq!(message.message_type, ChatMessageType::Html);
    let content = message.content.unwrap();
    assert_eq!(content.message.as_deref(), Some("hi"));
    assert_eq!(content.attachments[0].attachment_type, ChatAttachmentType::Image);
}

#[tokio::test]
async fn update_message() {
    let server = Server::fixed(204, "").await;
    let (thread, target) = (server.thread(), format!("{THREAD}/messages/7?{VERSION}"));
    thread.update_message("7").content("new").metadata([("k", "v")]).await.unwrap();
    let body = json!({"content": "new", "metadata": {"k": "v"}});
    sent(&server.last(), "PATCH", &target, MERGE_PATCH, Some(body));
    thread.update_message("7").await.unwrap();
    sent(&server.last(), "PATCH", &target, MERGE_PATCH, Some(json!({})));
}

#[tokio::test]
async fn delete_message() {
    let server = Server::fixed(204, "").await;
    server.thread().delete_message("7").await.unwrap();
    sent(&server.last(), "DELETE", &format!("{THREAD}/messages/7?{VERSION}"), "", None);
}

#[tokio::test]
async fn list_participants() {
    let participant = json!({
        "communicationIdentifier": user_json(), "displayName": "Fred",
        "shareHistoryTime": "2021-03-08T05:26:40Z", "metadata": {"k": "v"},
    });
    let server = Server::fixed(200, json!({"value": [participant]}).to_string()).await;
    let thread = server.thread();
    let items: Vec<_> = thread.list_participants().items().try_collect().await.unwrap();
    sent(&server.last(), "GET", &format!("{THREAD}/participants?{VERSION}"), "", None);
    assert_eq!(serde_json::to_value(&items[0]).unwrap(), participant);
    let list = thread.list_participants().max_page_size(2).skip(4);
    list.items().try_collect::<Vec<_>>().await.unwrap();
    let query = format!("maxPageSize=2&skip=4&{VERSION}");
    sent(&server.last(), "GET", &format!("{THREAD}/participants?{query}"), "", None);
}

#[tokio::test]
async fn add_participants() {
    let answer =
        r#"{"invalidParticipants":[{"code":"404","message":"gone","target":"8:acs:a_b"}]}"#;
    let server = Server::fixed(201, answer).await;
    let thread = server.thread();
    let participants = [ChatParticipant::new(user()), ChatParticipant::new("8:acs:c_d")];
    let added = thread.add_participants(participants.clone()).await.unwrap();
    let target = format!("{THREAD}/participants/:add?{VERSION}");
    let other = json!({"rawId": "8:acs:c_d", "communicationUser": {"id": "8:acs:c_d"}});
    let body = json!({"participants": [
        {"communicationIdentifier": user_json()}, {"communicationIdentifier": other},
    ]});
    sent(&server.last(), "POST", &target, JSON, Some(body));
    let failed: Vec<_> = added.failures(&participants).map(|(it, _)| it).collect();
    assert_eq!(failed, [participants[0].clone()]);
}

#[tokio::test]
async fn remove_participant() {
    let server = Server::fixed(204, "").await;
    server.thread().remove_participant(user()).await.unwrap();
    let target = format!("{THREAD}/participants/:remove?{VERSION}");
    sent(&server.last(), "POST", &target, JSON, Some(user_json()));
    server.thread().remove_participant("8:acs:a_b").await.unwrap();
    sent(&server.last(), "POST", &target, JSON, Some(user_json()));
}

#[tokio::test]
async fn send_typing_notification() {
    let server = Server::fixed(200, "").await;
    let (thread, target) = (server.thread(), format!("{THREAD}/typing?{VERSION}"));
    thread.send_typing_notification().await.unwrap();
    sent(&server.last(), "POST", &target, JSON, Some(json!({})));
    thread.send_typing_notification().sender_display_name("Bob").await.unwrap();
    sent(&server.last(), "POST", &target, JSON, Some(json!({"senderDisplayName": "Bob"})));
}

#[tokio::test]
async fn send_read_receipt() {
    let server = Server::fixed(200, "").await;
    server.thread().send_read_receipt("7").await.unwrap();
    let target = format!("{THREAD}/readReceipts?{VERSION}");
    sent(&server.last(), "POST", &target, JSON, Some(json!({"chatMessageId": "7"})));
}

#[tokio::test]
async fn list_read_receipts() {
    let receipt = json!({
        "senderCommunicationIdentifier": user_json(), "chatMessageId": "7",
        "readOn": "2021-03-08T05:26:40Z",
    });
    let server = Server::fixed(200, json!({"value": [receipt]}).to_string()).await;
    let thread = server.thread();
    let items: Vec<_> = thread.list_read_receipts().items().try_collect().await.unwrap();
    sent(&server.last(), "GET", &format!("{THREAD}/readReceipts?{VERSION}"), "", None);
    assert_eq!(serde_json::to_value(&items[0]).unwrap(), receipt);
    let list = thread.list_read_receipts().skip(4).max_page_size(2);
    list.items().try_collect::<Vec<_>>().await.unwrap();
    let query = format!("skip=4&maxPageSize=2&{VERSION}");
    sent(&server.last(), "GET", &format!("{THREAD}/readReceipts?{query}"), "", None);
}
