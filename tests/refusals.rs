//! Arguments that cannot be sent are errors before anything is sent, and all others arrive as they
//! are.

use acs_chat::{ChatClient, CommunicationTokenCredential, Patch, models::*};
use azure_core::{
    error::ErrorKind,
    http::{Context, request::options::ClientRequestId},
    time::{OffsetDateTime, parse_rfc3339},
};
use futures::TryStreamExt;
use serde_json::json;
use std::collections::{BTreeMap, HashMap};
use tests::{
    operations::{IDS, Ids, OPERATIONS, Operation},
    server::{JWT, Server},
};

/// Ids that people may have, and how they travel: as one segment (RFC 3986, section 3.3).
const SEGMENTS: &[(&str, &str)] = &[
    ("19:T/a b@thread.v2", "19%3AT%2Fa%20b%40thread.v2"),
    ("../../x", "..%2F..%2Fx"),
    ("%2e%2e", "%252e%252e"),
    ("...", "..."),
    (".hidden", ".hidden"),
    ("?api-version=1#x", "%3Fapi-version%3D1%23x"),
    ("é 日本 🦀", "%C3%A9%20%E6%97%A5%E6%9C%AC%20%F0%9F%A6%80"),
    ("a\\b\r\n\0\t", "a%5Cb%0D%0A%00%09"),
    ("{chatThreadId}", "%7BchatThreadId%7D"),
    (":add", "%3Aadd"),
    ("-._~!$&'()*+,;=", "-._~%21%24%26%27%28%29%2A%2B%2C%3B%3D"),
    (" ", "%20"),
];

/// A path with other ids than [`IDS`].
fn path(operation: Operation, thread: &str, message: &str) -> String {
    let parts = operation.path.split('/').map(|part| match part {
        "t" => thread,
        "m" => message,
        part => part,
    });
    parts.collect::<Vec<_>>().join("/")
}

fn has_thread(operation: &Operation) -> bool {
    operation.path.split('/').any(|part| part == "t")
}

fn has_message(operation: &Operation) -> bool {
    operation.path.ends_with("/m")
}

#[tokio::test]
async fn every_id_is_one_segment() {
    for operation in OPERATIONS {
        let server = Server::fixed(operation.status, operation.answer).await;
        let chat = server.chat();
        for (id, segment) in SEGMENTS {
            let ids = Ids { thread: id, message: "m" };
            (operation.call)(&chat, ids).awaited.await.unwrap();
            let target = format!("{}?api-version=2025-03-15", path(operation, segment, "m"));
            assert_eq!(server.last().target, target, "{}", operation.name);
            let ids = Ids { thread: "t", message: id };
            (operation.call)(&chat, ids).awaited.await.unwrap();
            let target = format!("{}?api-version=2025-03-15", path(operation, "t", segment));
            assert_eq!(server.last().target, target, "{}", operation.name);
        }
    }
}

#[tokio::test]
async fn an_id_that_would_make_another_path_is_refused_by_name() {
    for operation in OPERATIONS {
        let server = Server::fixed(operation.status, operation.answer).await;
        let chat = server.chat();
        for bad in ["", ".", ".."] {
            let ids = [
                (has_thread(&operation), "chatThreadId", Ids { thread: bad, ..IDS }),
                (has_message(&operation), "chatMessageId", Ids { message: bad, ..IDS }),
            ];
            for (_, name, ids) in ids.into_iter().filter(|id| id.0) {
                let made = (operation.call)(&chat, ids);
                for error in [made.awaited.await.unwrap_err(), made.response.await.err().unwrap()] {
                    assert!(error.to_string().contains(name), "{}: {error}", operation.name);
                    assert_eq!(error.http_status(), None);
                }
            }
        }
        assert!(server.seen().is_empty(), "{}", operation.name);
    }
    assert_eq!(OPERATIONS.iter().filter(|it| has_thread(it)).count(), 14);
    assert_eq!(OPERATIONS.iter().filter(|it| has_message(it)).count(), 3);
}

#[tokio::test]
async fn texts_of_bodies_arrive_as_they_are() {
    let server = Server::fixed(201, r#"{"id":"m"}"#).await;
    for text in ["", " ", "\"\\\n\u{0}\u{7f}", "é 日本 🦀", "</script>", "{}", "null"] {
        let call = server.thread().send_message(text).sender_display_name(text);
        call.metadata([(text, text)]).await.unwrap();
        let body = json!({"content": text, "senderDisplayName": text, "metadata": {text: text}});
        assert_eq!(server.last().json(), body);
    }
    let large = "x".repeat(1_000_000);
    server.thread().send_message(&large).await.unwrap();
    assert_eq!(server.last().json()["content"], large);
}

#[tokio::test]
async fn the_last_of_two_settings_holds_and_empty_collections_are_left_out() {
    let server = Server::fixed(201, r#"{"id":"m"}"#).await;
    let call = server.thread().send_message("x").metadata([("a", "b")]).metadata([("c", "d")]);
    call.sender_display_name("A").sender_display_name("B").await.unwrap();
    let body = json!({"content": "x", "senderDisplayName": "B", "metadata": {"c": "d"}});
    assert_eq!(server.last().json(), body);
    let nothing: HashMap<String, String> = HashMap::new();
    server.thread().send_message("x").metadata(nothing.clone()).await.unwrap();
    assert_eq!(server.last().json(), json!({"content": "x"}));
    let call = server.chat().create_chat_thread("x").participants([]).metadata(nothing);
    call.await.unwrap();
    assert_eq!(server.last().json(), json!({"topic": "x"}));
}

#[tokio::test]
async fn to_add_nobody_gives_an_empty_result_without_a_request() {
    let server = Server::fixed(500, "").await;
    let thread = server.thread();
    let call = thread.add_participants(Vec::new());
    assert_eq!(call.clone().await.unwrap(), AddChatParticipantsResult::new());
    let response = call.response().await.unwrap();
    assert_eq!(u16::from(response.status()), 201);
    assert_eq!(response.into_model().unwrap(), AddChatParticipantsResult::new());
    // That there is nobody to add does not make a bad id a good one.
    server.chat().chat_thread_client("..").add_participants([]).await.unwrap_err();
    assert!(server.seen().is_empty());
}

#[tokio::test]
async fn system_messages_cannot_be_sent() {
    let server = Server::fixed(201, r#"{"id":"m"}"#).await;
    for bad in ["topicUpdated", "participantAdded", "participantRemoved"] {
        let kind = ChatMessageType::from(bad);
        assert!(!matches!(kind, ChatMessageType::UnknownValue(_)));
        let call = server.thread().send_message("x").message_type(kind);
        call.clone().await.unwrap_err();
        call.clone().sender_display_name("A").response().await.err().unwrap();
        assert!(server.seen().is_empty(), "{bad}");
    }
    for good in [
        ChatMessageType::Text,
        ChatMessageType::Html,
        ChatMessageType::UnknownValue("x".into()),
        ChatMessageType::UnknownValue(String::new()),
    ] {
        server.thread().send_message("x").message_type(good.clone()).await.unwrap();
        assert_eq!(server.last().json()["type"], good.as_str());
    }
}

#[tokio::test]
async fn a_header_holds_what_headers_may_hold_and_nothing_else() {
    let server = Server::fixed(201, "{}").await;
    let chat = server.chat();
    for good in ["a", "00000000-0000-4000-8000-000000000000", "a b\tc", "~!@#$%^&*()\"'{}"] {
        chat.create_chat_thread("x").repeatability_request_id(good).await.unwrap();
        assert_eq!(server.last().header("repeatability-request-id"), good);
    }
    let sent = server.seen().len();
    for bad in ["a\r\nauthorization: b", "a\nb", "a\rb", "a\0b", "\u{7f}", "é", "日本"] {
        let error = chat.create_chat_thread("x").repeatability_request_id(bad).await.unwrap_err();
        let text = format!("{error} {error:?}");
        assert!(text.contains("repeatability-request-id") && !text.contains(bad), "{text}");
    }
    assert_eq!(server.seen().len(), sent);
}

#[tokio::test]
async fn a_request_id_with_a_line_break_is_an_error_for_every_operation() {
    let server = Server::fixed(204, "").await;
    for bad in ["a\r\nx-evil: b", "a\nb", "\0"] {
        let context = Context::new().with_value(ClientRequestId::new(bad.to_owned()));
        let chat = server.chat();
        chat.delete_chat_thread("t").context(context.clone()).await.unwrap_err();
        let list = chat.list_chat_threads().context(context);
        list.items().try_next().await.unwrap_err();
    }
    assert!(server.seen().is_empty());
}

#[tokio::test]
async fn a_token_that_cannot_be_in_a_header_is_an_error_that_does_not_show_it() {
    let server = Server::fixed(204, "").await;
    let later = parse_rfc3339("2100-01-01T00:00:00Z").unwrap();
    for bad in ["SECRET\r\nx-evil: b", "SECRET\n", "SECRETé"] {
        let credential = CommunicationTokenCredential::with_expiry(bad, later);
        let chat = ChatClient::new(&server.base, credential, None).unwrap();
        let error = chat.delete_chat_thread("t").await.unwrap_err();
        assert_eq!(error.kind(), &ErrorKind::Credential);
        assert!(!format!("{error} {error:?}").contains("SECRET"), "{error:?}");
    }
    assert!(server.seen().is_empty());
}

#[test]
fn a_token_must_be_a_jwt_that_says_when_it_expires() {
    let jwt = |payload: &str| format!("e30.{}.c2ln", azure_core::base64::encode_url_safe(payload));
    for good in [
        r#"{"exp":4102444800}"#,
        r#"{"exp":4102444800.5}"#,
        r#"{"name":"é","exp":4102444800,"x":[{}]}"#,
        r#"{"exp":0}"#,
    ] {
        assert!(CommunicationTokenCredential::new(jwt(good)).is_ok(), "{good}");
    }
    for bad in ["", "{}", "[]", r#"{"exp":"4102444800"}"#, r#"{"exp":null}"#, r#"{"exp":1e300}"#] {
        assert!(CommunicationTokenCredential::new(jwt(bad)).is_err(), "{bad}");
    }
    let [header, payload, signature] = JWT.split('.').collect::<Vec<_>>().try_into().unwrap();
    for bad in [
        String::new(),
        "..".to_owned(),
        header.to_owned(),
        format!("{header}.{payload}"),
        format!("{JWT}.{signature}"),
        format!("{header}.{payload}?.{signature}"),
        format!("{JWT} "),
        format!("\n{JWT}"),
        format!("Bearer {JWT}"),
    ] {
        let error = CommunicationTokenCredential::new(bad.clone()).unwrap_err();
        assert_eq!(error.kind(), &ErrorKind::Credential, "{bad}");
        assert!(!format!("{error} {error:?}").contains(payload), "{error:?}");
    }
}

#[test]
fn an_endpoint_is_where_a_token_may_go() {
    let new = |endpoint: &str| {
        let credential = CommunicationTokenCredential::new(JWT).unwrap();
        ChatClient::new(endpoint, credential, None)
    };
    for good in [
        "https://contoso.communication.azure.com",
        "https://contoso.communication.azure.com/",
        "https://contoso.communication.azure.com:8443/path",
        "https://10.0.0.1",
        "http://127.0.0.1",
        "http://127.8.8.8:1",
        "http://[::1]:1",
        "http://localhost:8080",
        "HTTP://LOCALHOST",
    ] {
        assert!(new(good).is_ok(), "{good}");
    }
    for bad in [
        "http://contoso.communication.azure.com",
        "http://10.0.0.1",
        "http://0.0.0.0",
        "http://[::]",
        "http://[fe80::1]",
        "http://localhost.example",
        "http://127.0.0.1.example",
        "http://example/127.0.0.1",
        "http://localhost@example",
        "https://user@example",
        "https://user:pass@example",
        "https://:pass@example",
        "https://example?a=b",
        "https://example?",
        "https://example/#a",
        "https://example#",
        "https://",
        "https:",
        "ws://127.0.0.1",
        "file:///etc/passwd",
        "data:,x",
        "contoso.communication.azure.com",
        "//contoso.communication.azure.com",
        "endpoint=https://contoso.communication.azure.com/;accesskey=c2VjcmV0",
        " ",
        "",
    ] {
        let error = new(bad).map(drop).expect_err(bad);
        let text = format!("{error} {error:?}");
        assert!(text.contains("endpoint"), "{bad}: {text}");
        assert!(!text.contains("pass") && !text.contains("c2VjcmV0"), "{bad}: {text}");
    }
}

#[tokio::test]
async fn numbers_and_times_of_queries_arrive_as_they_are() {
    let server = Server::fixed(200, r#"{"value":[]}"#).await;
    let thread = server.thread();
    for number in [0, 1, -1, i32::MAX, i32::MIN] {
        thread.list_participants().skip(number).items().try_next().await.unwrap();
        assert!(server.last().target.contains(&format!("?skip={number}&")));
    }
    for (time, sent) in [
        ("2026-01-01T02:00:00+02:00", "2026-01-01T00%3A00%3A00Z"),
        ("2025-12-31T19:00:00.5-05:00", "2026-01-01T00%3A00%3A00.5Z"),
        ("1970-01-01T00:00:00Z", "1970-01-01T00%3A00%3A00Z"),
        ("2026-01-01T00:00:00.123456789Z", "2026-01-01T00%3A00%3A00.123456789Z"),
        ("0000-01-01T00:00:00Z", "0000-01-01T00%3A00%3A00Z"),
        ("9999-12-31T23:59:59Z", "9999-12-31T23%3A59%3A59Z"),
    ] {
        let time = parse_rfc3339(time).unwrap();
        thread.list_messages().start_time(time).items().try_next().await.unwrap();
        let target = server.last().target;
        assert!(target.contains(&format!("?startTime={sent}&api-version=")), "{target}");
    }
}

#[tokio::test]
async fn a_time_that_has_no_text_is_an_error_and_not_a_panic() {
    let server = Server::fixed(201, r#"{"value":[]}"#).await;
    let (chat, thread) = (server.chat(), server.thread());
    let early = OffsetDateTime::UNIX_EPOCH - azure_core::time::Duration::days(365 * 3000);
    // In UTC it is the year -1, or 10000.
    let offset = |text: &str| parse_rfc3339(text).unwrap();
    for bad in [early, offset("0000-01-01T00:00:00+23:00"), offset("9999-12-31T23:00:00-23:00")] {
        chat.list_chat_threads().start_time(bad).items().try_next().await.unwrap_err();
        thread.list_messages().start_time(bad).pages().try_next().await.unwrap_err();
        let participant = ChatParticipant::new("8:acs:a_b").share_history_time(bad);
        thread.add_participants([participant.clone()]).await.unwrap_err();
        chat.create_chat_thread("x").participants([participant]).await.unwrap_err();
    }
    assert!(server.seen().is_empty());
}

#[tokio::test]
async fn a_patch_says_what_to_leave_what_to_remove_and_what_to_set() {
    let server = Server::fixed(204, "").await;
    let thread = server.thread();
    let pair = || ("a".to_owned(), "b".to_owned());
    let removal = || ("a".to_owned(), Patch::<String>::Null);
    for (call, body) in [
        (thread.update_message("m"), json!({})),
        (thread.update_message("m").content(""), json!({"content": ""})),
        (thread.update_message("m").content("x".to_owned()), json!({"content": "x"})),
        (thread.update_message("m").content(Patch::Null), json!({"content": null})),
        (thread.update_message("m").content("x").content(Patch::Absent), json!({})),
        (thread.update_message("m").metadata(Patch::Null), json!({"metadata": null})),
        (thread.update_message("m").metadata([("a", "b")]), json!({"metadata": {"a": "b"}})),
        (
            thread.update_message("m").metadata([("a", Patch::Null)]),
            json!({"metadata": {"a": null}}),
        ),
        (thread.update_message("m").metadata([("a", Patch::Absent)]), json!({"metadata": {}})),
        (thread.update_message("m").metadata(vec![pair()]), json!({"metadata": {"a": "b"}})),
        (thread.update_message("m").metadata(vec![removal()]), json!({"metadata": {"a": null}})),
        (
            thread.update_message("m").metadata(HashMap::from([pair()])),
            json!({"metadata": {"a": "b"}}),
        ),
        (
            thread.update_message("m").metadata(BTreeMap::from([removal()])),
            json!({"metadata": {"a": null}}),
        ),
        (
            thread.update_message("m").metadata([pair()].into_iter().collect::<Patch<_>>()),
            json!({"metadata": {"a": "b"}}),
        ),
    ] {
        call.await.unwrap();
        assert_eq!(server.last().json(), body);
        assert_eq!(server.last().header("content-type"), "application/merge-patch+json");
    }
    let policy = NoneRetentionPolicy::new();
    for (call, body) in [
        (thread.update_properties().topic(Patch::Null), json!({"topic": null})),
        (
            thread.update_properties().retention_policy(policy.clone()),
            json!({"retentionPolicy": {"kind": "none"}}),
        ),
        (
            thread.update_properties().retention_policy(ChatRetentionPolicy::from(policy)),
            json!({"retentionPolicy": {"kind": "none"}}),
        ),
        (
            thread.update_properties().retention_policy(Patch::Null),
            json!({"retentionPolicy": null}),
        ),
        (
            thread.update_properties().metadata([("a", Patch::from("b")), ("c", Patch::Null)]),
            json!({"metadata": {"a": "b", "c": null}}),
        ),
    ] {
        call.await.unwrap();
        assert_eq!(server.last().json(), body);
        assert_eq!(server.last().header("content-type"), "application/merge-patch+json");
    }
}
