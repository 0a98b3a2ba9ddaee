use super::{
    sample::{MessageType, ThreadClient, options},
    server::Server,
};
use azure_core::{
    http::{Context, StatusCode, request::options::ClientRequestId},
    time::parse_rfc3339,
};
use futures::{StreamExt, future::try_join_all};
use serde_json::json;

#[tokio::test]
async fn a_call_is_awaited_spawned_or_asked_for_its_response() {
    let server = Server::fixed(201, r#"{"id":"7"}"#).await;
    let thread = server.thread();
    let call = thread
        .send_message("hello")
        .sender_display_name("Bob")
        .message_type(MessageType::UnknownValue("html".into()));
    assert!(server.seen().is_empty(), "nothing is sent before the call is awaited");
    let sent = tokio::spawn(call.clone().into_future()).await.unwrap().unwrap();
    assert_eq!(sent.id, "7");
    let response = tokio::spawn(call.response()).await.unwrap().unwrap();
    assert_eq!(response.status(), StatusCode::Created);
    assert_eq!(response.headers().get_optional_str(&"retry-after".into()), Some("0"));
    assert_eq!(response.into_model().unwrap().id, "7");
    let (sent, response) = thread.send_message("plain").with_response().await.unwrap();
    assert_eq!((&*sent.id, response.status()), ("7", StatusCode::Created));

    let [seen, again, plain] = &server.seen()[..] else { panic!("{:?}", server.seen()) };
    assert_eq!(seen.method, "POST");
    assert_eq!(seen.target, "/chat/threads/19%3At%40thread.v2/messages?api-version=2025-03-15");
    assert_eq!(
        seen.json(),
        json!({"content": "hello", "senderDisplayName": "Bob", "type": "html"})
    );
    assert_eq!(again.body, seen.body);
    assert_eq!(seen.header("content-type"), "application/json");
    assert_eq!(seen.header("accept"), "application/json");
    assert_eq!(plain.json(), json!({"content": "plain"}), "what is not set is not sent");
}

#[tokio::test]
async fn a_call_without_a_result_returns_unit() {
    let server = Server::fixed(204, "").await;
    let () = server.thread().delete_message("1").await.unwrap();
    let response = server.thread().delete_message("1").response().await.unwrap();
    assert_eq!(response.status(), StatusCode::NoContent);
    let seen = &server.seen()[0];
    assert_eq!((&*seen.method, &*seen.body), ("DELETE", ""));
    assert_eq!(seen.header("content-type"), "", "no body, no content type");
}

#[tokio::test]
async fn an_optional_body_is_left_out() {
    let server = Server::fixed(201, r#"{"id":"7"}"#).await;
    server.thread().create_identity().await.unwrap();
    server.thread().create_identity().expires_in_minutes(60).await.unwrap();
    let [without, with] = &server.seen()[..] else { panic!() };
    assert_eq!((&*without.body, without.header("content-type")), ("", ""));
    assert_eq!(without.header("content-length"), "0");
    assert_eq!(with.json(), json!({"expires_in_minutes": 60}));
    assert_eq!(with.header("content-type"), "application/json");
}

#[tokio::test]
async fn retries_keep_ids_and_calls_change_them() {
    let server = Server::start(|_, number, _| match number {
        0 => (429, String::new()),
        1 => (503, String::new()),
        _ => (201, r#"{"id":"7"}"#.to_owned()),
    })
    .await;
    let call = server.thread().create_thread("topic");
    call.clone().await.unwrap();
    call.clone().await.unwrap();
    call.repeatability_request_id("theirs").repeatability_request_id("mine").await.unwrap();
    server.thread().create_thread("topic").await.unwrap();
    let ids = |name: &str| {
        server.seen().iter().map(|seen| seen.header(name).to_owned()).collect::<Vec<_>>()
    };
    let (request, repeatable) = (ids("x-ms-client-request-id"), ids("repeatability-request-id"));
    assert!(request.iter().all(|id| id.len() == 36));
    assert!(request[0] == request[1] && request[1] == request[2], "{request:?}");
    assert_ne!(request[2], request[3]);
    assert_eq!(repeatable[0].len(), 36);
    assert!(repeatable[1..4].iter().all(|id| *id == repeatable[0]), "clones create one thread");
    assert_ne!(repeatable[5], repeatable[0]);
    assert_eq!(server.seen()[4].header("repeatability-request-id"), "mine");
    assert_eq!(server.seen()[4].headers.get_all("repeatability-request-id").iter().count(), 1);
}

#[tokio::test]
async fn a_call_can_need_no_request() {
    let server = Server::fixed(201, r#"{"invalidParticipants":null}"#).await;
    let thread = server.thread();
    let added = thread.add_participants([]).await.unwrap();
    assert!(added.invalid_participants.is_empty());
    let response = thread.add_participants([]).response().await.unwrap();
    assert_eq!(response.status(), StatusCode::Created);
    assert!(server.seen().is_empty());
    thread.add_participants(["8:acs:a_b".into()]).await.unwrap();
    assert_eq!(server.seen().len(), 1);
}

#[tokio::test]
async fn invalid_arguments_fail_on_await_and_nothing_is_sent() {
    let server = Server::fixed(204, "").await;
    for bad in ["..", ".", ""] {
        let error = server.thread().delete_message(bad).await.unwrap_err();
        assert!(error.to_string().contains("chatMessageId"), "{error}");
        assert!(server.thread().delete_message(bad).response().await.is_err());
        let thread = server.thread_with(bad, options());
        let mut items = thread.list_messages().items();
        let error = items.next().await.unwrap().unwrap_err();
        assert!(error.to_string().contains("chatThreadId"), "{error}");
        assert!(items.next().await.is_none() && items.continuation().is_start());
        assert!(thread.add_participants([]).await.is_err(), "not even for a ready answer");
    }
    let late = parse_rfc3339("9999-12-31T23:59:59-01:00").unwrap();
    let error = server.thread().create_thread("t").if_modified_since(late).await.unwrap_err();
    assert!(error.to_string().starts_with("if_modified_since is"), "{error}");
    let mut pages = server.thread().list_messages().start_time(late).pages();
    let error = pages.next().await.unwrap().unwrap_err();
    assert!(error.to_string().starts_with("start_time is"), "{error}");
    let error = server.thread().update_properties().deleted_on(late).await.unwrap_err();
    assert!(error.to_string().contains("years 0 to 9999"), "{error}");
    assert!(server.seen().is_empty());
}

#[tokio::test]
async fn a_valid_value_clears_an_earlier_error() {
    let server = Server::fixed(201, r#"{"id":"7"}"#).await;
    let bad = server.thread().send_message("m").message_type(MessageType::TopicUpdated);
    let error = bad.clone().await.unwrap_err();
    assert_eq!(error.to_string(), "only text and html are sent");
    let again = bad.clone().message_type(MessageType::TopicUpdated);
    assert!(again.message_type(MessageType::Text).await.is_ok());
    assert!(bad.await.is_err(), "the clone does not share it");
    assert_eq!(server.seen().len(), 1);
}

#[tokio::test]
async fn a_header_value_cannot_inject_another_header() {
    let server = Server::fixed(201, r#"{"id":"7"}"#).await;
    for bad in ["a\r\nx-evil: 1", "a\n", "é", "\0"] {
        let call = server.thread().create_thread("t").repeatability_request_id(bad);
        let error = call.clone().await.unwrap_err();
        assert!(error.to_string().starts_with("repeatability_request_id has"), "{error}");
        assert!(!error.to_string().contains(bad), "{error}");
        assert!(call.repeatability_request_id("good").await.is_ok());
    }
    assert_eq!(server.seen().len(), 4);
    let context = Context::new().with_value(ClientRequestId::new("a\r\nx-evil: 1".to_owned()));
    let error = server.thread().create_thread("t").context(context).await.unwrap_err();
    assert!(error.to_string().starts_with("a client request id"), "{error}");
    assert_eq!(server.seen().len(), 4);
}

#[tokio::test]
async fn a_context_reaches_the_pipeline() {
    let server = Server::fixed(204, "").await;
    let context = || Context::new().with_value(ClientRequestId::new("my-id".to_owned()));
    server.thread().update_properties().context(context()).await.unwrap();
    server.thread().list_messages().context(context()).items().next().await.unwrap().unwrap_err();
    for seen in server.seen() {
        assert_eq!(seen.header("x-ms-client-request-id"), "my-id");
    }
    assert_eq!(server.seen().len(), 2);
}

#[tokio::test]
async fn calls_can_be_joined_and_spawned() {
    fn is_send<T: Send + 'static>(value: T) -> T {
        value
    }
    let server = Server::fixed(201, r#"{"id":"7"}"#).await;
    let thread = server.thread();
    drop(is_send(thread.list_messages().items()));
    drop(is_send(thread.list_messages().pages()));
    drop(is_send(thread.list_messages()));
    drop(is_send(thread.send_message("a").response()));
    let second = std::time::Duration::from_secs(60);
    tokio::time::timeout(second, thread.send_message("a")).await.unwrap().unwrap();
    let (a, b) = tokio::join!(thread.send_message("a"), thread.send_message("b"));
    assert!(a.is_ok() && b.is_ok());
    let all = ["a", "b"].map(|text| thread.send_message(text).into_future());
    try_join_all(all).await.unwrap();
    assert_eq!(server.seen().len(), 5);
}

#[test]
fn futures_are_small() {
    let thread = ThreadClient::new("http://127.0.0.1:1", "t", options()).unwrap();
    let future = thread.send_message("m").into_future();
    assert!(size_of_val(&*future) <= 1024, "{}", size_of_val(&*future));
    let future = thread.delete_message("m").into_future();
    assert!(size_of_val(&*future) <= 1024, "{}", size_of_val(&*future));
}

#[tokio::test]
async fn debug_shows_ids_and_no_content_and_no_token() {
    let server = Server::fixed(201, r#"{"id":{"SECRET":"SECRET"}}"#).await;
    let thread = server.thread();
    let call = thread.send_message("SECRET").sender_display_name("SECRET");
    let create = thread.create_thread("SECRET").repeatability_request_id("SECRET");
    let error = call.clone().await.unwrap_err();
    let other = call.clone().with_response().await.unwrap_err();
    assert_eq!(other.to_string(), error.to_string());
    assert!(!format!("{other:?}").contains("SECRET"));
    let list = thread.list_messages();
    let shown = format!(
        "{thread:?} {call:?} {create:?} {error:?} {error} {list:?} {:?} {:?}",
        list.clone().items(),
        list.clone().pages()
    );
    assert!(!shown.contains("SECRET"), "{shown}");
    assert!(format!("{call:?}").contains("19%3At%40thread.v2"), "{call:?}");
    assert!(error.to_string().contains("expected a string at line 1"), "{error}");
}
