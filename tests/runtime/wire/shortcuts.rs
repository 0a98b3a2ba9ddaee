//! The methods and conversions that make a first program short.

use acs_chat::{
    ChatThreadClient, CommunicationError, CommunicationIdentifier, OutcomeUnknown, RefreshOptions,
    azure_core, clients,
    identity::{
        self,
        models::{CommunicationIdentity, CommunicationIdentityTokenScope},
    },
    models::{ChatMessage, ChatMessageType, ChatParticipant, NoneRetentionPolicy},
};
use serde_json::{from_str, json};
use std::collections::{BTreeSet, HashSet};
use tests::server::{Server, message};

const CREATED: &str = r#"{"chatThread":{"id":"19:new@thread.v2","topic":"x",
    "createdOn":"2021-03-08T05:26:40Z","createdByCommunicationIdentifier":{"rawId":"8:acs:a_b"}}"#;

#[tokio::test]
async fn every_client_tells_its_endpoint() {
    let server = Server::fixed(204, String::new()).await;
    let chat: clients::ChatClient = server.chat();
    let thread: clients::ChatThreadClient = chat.chat_thread_client("19:a@thread.v2");
    assert_eq!(thread.endpoint(), chat.endpoint());
    let identity: identity::clients::CommunicationIdentityClient = server.identity();
    assert_eq!(identity.endpoint(), chat.endpoint());
}

#[test]
fn debug_output_of_options_shows_what_is_safe() {
    let shown = format!("{:?}", clients::ChatClientOptions::default());
    assert_eq!(shown, r#"ChatClientOptions { api_version: "2025-03-15", .. }"#);
    let shown = format!("{:?}", RefreshOptions::default());
    assert!(shown.starts_with("RefreshOptions { proactive: false, timeout: "), "{shown}");
    assert!(shown.ends_with(", .. }"), "{shown}");
}

#[tokio::test]
async fn a_new_thread_has_an_id_and_a_client() {
    let server = Server::fixed(201, format!("{CREATED}}}")).await;
    let chat = server.chat();
    let created = chat.create_chat_thread("x").await.unwrap();
    assert_eq!(created.chat_thread_id().unwrap(), "19:new@thread.v2");
    let thread: ChatThreadClient = chat
        .create_thread_client("x")
        .participants([ChatParticipant::new("8:acs:c_d")])
        .metadata([("k", "v")])
        .retention_policy(NoneRetentionPolicy::new())
        .repeatability_request_id("mine")
        .await
        .unwrap();
    assert_eq!(thread.chat_thread_id(), "19:new@thread.v2");
    let sent = server.last();
    assert_eq!(sent.header("repeatability-request-id"), "mine");
    let body = sent.json();
    assert_eq!(body["participants"][0]["communicationIdentifier"]["rawId"], "8:acs:c_d");
    assert_eq!(
        (&body["metadata"], &body["retentionPolicy"]["kind"]),
        (&json!({"k": "v"}), &json!("none"))
    );
}

#[tokio::test]
async fn a_thread_client_is_not_returned_if_a_participant_is_missing() {
    let failure =
        r#","invalidParticipants":[{"code":"404","message":"SECRET","target":"4:SECRET"}]}"#;
    let server = Server::fixed(201, [CREATED, failure].concat()).await;
    let call = server.chat().create_thread_client("x");
    let error = call.participants([ChatParticipant::new("4:SECRET")]).await.unwrap_err();
    assert!(
        error.to_string().starts_with("the thread 19:new@thread.v2 was created, but "),
        "{error}"
    );
    assert_eq!(CommunicationError::of(&error).unwrap().code, "404");
    assert!(!format!("{error} {error:?}").contains("SECRET"), "{error:?}");

    let server = Server::fixed(201, "{}").await;
    let error = server.chat().create_chat_thread("x").await.unwrap().chat_thread_id().unwrap_err();
    assert_eq!(error.to_string(), "the response does not contain the new thread");
    server.chat().create_thread_client("x").await.unwrap_err();
}

#[tokio::test]
async fn a_user_comes_with_a_token() {
    let answer = r#"{"identity":{"id":"8:acs:r_u"},
        "accessToken":{"token":"t","expiresOn":"2030-01-01T00:00:00Z"}}"#;
    let server = Server::fixed(201, answer).await;
    let scopes = [CommunicationIdentityTokenScope::Chat];
    let call = server.identity().create_user_and_token(scopes.clone());
    let (user, token) = call.expires_in_minutes(60).await.unwrap();
    assert_eq!((user, &*token.token), ("8:acs:r_u".into(), "t"));
    let body = json!({"createTokenWithScopes": ["chat"], "expiresInMinutes": 60});
    assert_eq!(server.last().json(), body);

    let server = Server::fixed(201, r#"{"identity":{"id":"8:acs:r_u"}}"#).await;
    let error = server.identity().create_user_and_token(scopes).await.unwrap_err();
    assert!(
        error.to_string().ends_with("the response does not contain the access token"),
        "{error}"
    );
    assert!(OutcomeUnknown::of(&error).is_some(), "the user exists");
}

#[test]
fn users_and_identifiers_are_keys() {
    let user = CommunicationIdentity::from("8:acs:r_u");
    assert_eq!(user.to_string(), "8:acs:r_u");
    assert_eq!(CommunicationIdentity::from("8:acs:r_u".to_owned()), user);
    assert!(HashSet::from([user]).contains(&"8:acs:r_u".into()));
    let sorted = BTreeSet::from(["8:acs:b", "4:+1", "8:acs:a"].map(CommunicationIdentifier::from));
    let ids: Vec<_> = sorted.iter().map(CommunicationIdentifier::raw_id).collect();
    assert_eq!(ids, ["4:+1", "8:acs:a", "8:acs:b"]);
}

#[test]
fn a_message_has_text_and_a_type_that_is_compared_with_text() {
    let text = message(1);
    let empty: ChatMessage = from_str(&text).unwrap();
    assert!(empty.text().is_none() && empty.message_type == "text");
    let text = text.replacen('{', r#"{"content":{"message":"hello"},"#, 1);
    assert_eq!(from_str::<ChatMessage>(&text).unwrap().text(), Some("hello"));
    let unknown = ChatMessageType::UnknownValue("card".to_owned());
    assert!(unknown == "card" && ChatMessageType::Html != "text");
}

#[tokio::test]
async fn a_call_is_sent_by_another_task() {
    let server = Server::fixed(201, r#"{"id":"7"}"#).await;
    let thread = server.thread();
    let future = thread.send_message("hello").send();
    assert!(server.seen().is_empty(), "nothing is sent before the first poll");
    let sent: azure_core::Result<_> = tokio::spawn(future).await.unwrap();
    assert_eq!(sent.unwrap().id, "7");
    let calls = ["a", "b"].map(|text| thread.send_message(text).send());
    assert_eq!(futures::future::try_join_all(calls).await.unwrap().len(), 2);
}
