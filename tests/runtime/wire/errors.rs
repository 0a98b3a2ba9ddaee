//! Errors that callers see, for every operation.

use acs_chat::{ChatThreadClient, CommunicationError, models::ChatParticipant};
use azure_core::{Error, Result, http::StatusCode};
use futures::{StreamExt, TryStreamExt};
use tests::server::{JWT, Server, message};

/// The error of every chat operation.
async fn errors(server: &Server) -> Vec<(&'static str, Error)> {
    fn failed<T>(result: Result<T>) -> Error {
        match result {
            Ok(_) => panic!("the call succeeded"),
            Err(error) => error,
        }
    }
    let (chat, thread) = (server.chat(), server.thread());
    let participants = [ChatParticipant::new("8:acs:a_b")];
    vec![
        ("create_chat_thread", failed(chat.create_chat_thread("x").await)),
        ("list_chat_threads", failed(chat.list_chat_threads().items().try_next().await)),
        ("delete_chat_thread", failed(chat.delete_chat_thread("t").await)),
        ("get_properties", failed(thread.get_properties().await)),
        ("update_properties", failed(thread.update_properties().await)),
        ("send_message", failed(thread.send_message("x").await)),
        ("list_messages", failed(thread.list_messages().pages().try_next().await)),
        ("get_message", failed(thread.get_message("1").await)),
        ("update_message", failed(thread.update_message("1").await)),
        ("delete_message", failed(thread.delete_message("1").await)),
        ("list_participants", failed(thread.list_participants().items().try_next().await)),
        ("add_participants", failed(thread.add_participants(participants).await)),
        ("remove_participant", failed(thread.remove_participant("8:acs:a_b").await)),
        ("send_typing_notification", failed(thread.send_typing_notification().await)),
        ("send_read_receipt", failed(thread.send_read_receipt("1").await)),
        ("list_read_receipts", failed(thread.list_read_receipts().items().try_next().await)),
    ]
}

#[tokio::test]
async fn every_shape_of_error_reaches_the_caller_of_every_operation() {
    let escaped =
        r#"{"error":{"code":"Forbidden","message":"a \"quoted\" é\n","innererror":{"code":"x"}}}"#;
    for (status, body, code, message) in [
        (403, escaped, "Forbidden", "a \"quoted\" é\n"),
        (400, r#"{"communicationError":{"code":"V","message":"m","details":null}}"#, "V", "m"),
        (404, r#"{"CommunicationError":{"Code":"NotFound","Details":[]}}"#, "NotFound", ""),
        (401, "", "", ""),
        (418, "<html>no</html>", "", ""),
    ] {
        let server = Server::fixed(status, body).await;
        for (operation, error) in errors(&server).await {
            assert_eq!(error.http_status().map(u16::from), Some(status), "{operation}: {error}");
            let told = CommunicationError::of(&error).unwrap();
            assert_eq!((&*told.code, &*told.message), (code, message), "{operation}: {body}");
        }
        assert_eq!(server.seen().len(), 16, "none of {status} is retried");
    }
}

#[tokio::test]
async fn an_error_has_a_target_details_and_an_inner_error() {
    let body = r#"{"error":{"code":"ValidationError","message":"m","target":"scopes",
        "details":[{"code":"d","message":"e"}],"innererror":{"code":"i","message":"j"}}}"#;
    let server = Server::fixed(400, body).await;
    let error = server.thread().get_message("1").await.unwrap_err();
    let told = CommunicationError::of(&error).unwrap();
    assert_eq!(told.target.as_deref(), Some("scopes"));
    assert_eq!(told.details[0].code, "d");
    assert_eq!(told.inner_error.as_ref().unwrap().message, "j");
    assert_eq!(told.to_string(), "ValidationError: m");
    assert!(error.to_string().contains("ValidationError"), "{error}");
}

#[tokio::test]
async fn an_error_without_a_response_is_not_one_of_the_service() {
    let server = Server::fixed(200, "{}").await;
    let error = server.chat().delete_chat_thread("..").await.unwrap_err();
    assert_eq!(CommunicationError::of(&error), None);
    assert_eq!(error.http_status(), None);
}

#[tokio::test]
async fn a_body_that_is_something_else_is_an_error_without_its_text() {
    for body in
        [r#"{"id":1,"x":"SECRET"}"#, r#"{"id":"SECRET""#, "\"SECRET\"", "SECRET", "", "\u{0}"]
    {
        let server = Server::fixed(200, body).await;
        let error = server.thread().get_message("1").await.unwrap_err();
        assert!(!format!("{error} {error:?}").contains("SECRET"), "{error:?}");
    }
}

#[tokio::test]
async fn a_status_of_another_success_is_an_error() {
    let server = Server::fixed(202, r#"{"id":"7"}"#).await;
    let error = server.thread().send_message("x").await.unwrap_err();
    assert_eq!(error.http_status(), Some(StatusCode::Accepted));
}

#[tokio::test]
async fn an_error_ends_a_list() {
    let server = Server::fixed(403, "").await;
    let thread: ChatThreadClient = server.thread();
    let mut items = thread.list_messages().items();
    assert!(items.next().await.unwrap().is_err());
    assert!(items.next().await.is_none());
    let results: Vec<_> = thread.list_messages().pages().collect().await;
    assert_eq!(results.len(), 1);
}

#[tokio::test]
async fn nothing_secret_is_shown() {
    let body = r#"{"error":{"code":"Forbidden","message":"no"}}"#;
    let server = Server::fixed(403, body).await;
    for (operation, error) in errors(&server).await {
        let mut shown = format!("{error} {error:?}");
        let mut cause = std::error::Error::source(&error);
        while let Some(error) = cause {
            shown += &format!(" {error} {error:?}");
            cause = error.source();
        }
        assert!(!shown.contains(JWT), "{operation}: {shown}");
    }
    let (chat, thread) = (server.chat(), server.thread());
    let call = thread.send_message("SECRET").metadata([("SECRET", "SECRET")]);
    let create = chat.create_chat_thread("SECRET");
    let update = thread.update_properties().topic("SECRET");
    let text = message(42).replace(
        "\"createdOn\"",
        r#""content":{"message":"SECRET"},"senderDisplayName":"SECRET","createdOn""#,
    );
    let message: acs_chat::models::ChatMessage = serde_json::from_str(&text).unwrap();
    let pages = thread.list_messages().pages();
    let shown = format!("{chat:?} {thread:?} {call:?} {create:?} {update:?} {message:?} {pages:?}");
    assert!(!shown.contains("SECRET") && !shown.contains(JWT), "{shown}");
    assert!(shown.contains("42") && shown.contains("2021-03-08"), "{shown}");
}

#[tokio::test]
async fn an_error_of_decoding_names_operation_status_and_type() {
    let server = Server::fixed(200, "{}").await;
    let thread = server.thread();
    let error = thread.get_message("1").await.unwrap_err();
    let text = "ChatThreadClient.get_message (200): the response is not a `ChatMessage`: missing field `id` at line 1 column 2";
    assert_eq!(error.to_string(), text);
    let error = thread.list_messages().items().try_next().await.unwrap_err();
    let text = "ChatThreadClient.list_messages (200): the response is not a `Page<ChatMessage>`: ";
    assert!(error.to_string().starts_with(text), "{error}");
    let server = Server::fixed(201, "{}").await;
    let error = server.thread().send_message("x").await.unwrap_err();
    let text = "the service has carried out the call, but its response cannot be used: ChatThreadClient.send_message (201): the response is not a `SendChatMessageResult`: ";
    assert!(error.to_string().starts_with(text), "{error}");
}
