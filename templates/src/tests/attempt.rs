use super::{
    sample::{Message, ThreadClient, options},
    server::{Server, raw},
};
use crate::runtime::{
    attempt::OutcomeUnknown, bearer::Bearer, communication::error::CommunicationError,
};
use azure_core::{
    Result,
    credentials::{AccessToken, TokenCredential, TokenRequestOptions},
    error::{Error, ErrorKind},
    http::{
        ClientOptions, Context, Request,
        policies::{Policy, PolicyResult},
    },
};
use std::sync::Arc;

/// Responds with a status and headers, and then with success.
async fn answering(status: u16, headers: &'static [(&'static str, &'static str)]) -> Server {
    Server::start(move |_, number, seen| match (number, seen.target.contains("/messages/")) {
        (0, _) => {
            let headers = headers.iter().map(|(name, value)| (*name, (*value).to_owned()));
            (status, headers.collect(), r#"{"error":{"code":"C","message":"m"}}"#.to_owned())
        }
        (_, true) => (200, Vec::new(), Message::json(7)),
        (_, false) => (201, Vec::new(), r#"{"id":"7"}"#.to_owned()),
    })
    .await
}

#[tokio::test]
async fn a_message_is_not_sent_again_if_the_service_may_have_taken_it() {
    for status in [408, 500, 502, 503, 504, 507] {
        let server = answering(status, &[]).await;
        let error = server.thread().send_message("m").await.unwrap_err();
        assert_eq!(server.seen().len(), 1, "{status}");
        assert!(OutcomeUnknown::of(&error).is_some(), "{status}");
        assert_eq!(error.http_status().map(u16::from), Some(status));
        assert_eq!(CommunicationError::of(&error).unwrap().code, "C");
        let text = error.to_string();
        assert!(text.starts_with("the service may have carried out the call: "), "{text}");
        assert!(text.ends_with(" C: m"), "{text}");
    }
    let server = answering(500, &[]).await;
    server.thread().send_message("m").allow_duplicates().context(Context::new()).await.unwrap();
    assert_eq!(server.seen().len(), 2);
}

#[tokio::test]
async fn a_message_is_sent_again_if_the_service_asks_for_it() {
    for (status, headers) in [
        (429, &[][..]),
        (429, &[("retry-after", "0")]),
        (503, &[("retry-after", "0")]),
        (503, &[("Retry-After", "Fri, 01 Jan 2021 00:00:00 GMT")]),
        (503, &[("retry-after-ms", "1")]),
        (503, &[("x-ms-retry-after-ms", "1")]),
    ] {
        let server = answering(status, headers).await;
        server.thread().send_message("m").await.unwrap();
        assert_eq!(server.seen().len(), 2, "{status} {headers:?}");
    }
    let server = Server::fixed(503, "").await;
    let error = server.thread().send_message("m").await.unwrap_err();
    assert_eq!(server.seen().len(), 3, "until the retries are used up");
    assert!(OutcomeUnknown::of(&error).is_none());
}

#[tokio::test]
async fn other_error_responses_are_final() {
    for status in [400, 403, 404, 409, 501, 505] {
        let server = answering(status, &[]).await;
        let error = server.thread().send_message("m").await.unwrap_err();
        assert_eq!(server.seen().len(), 1, "{status}");
        assert!(OutcomeUnknown::of(&error).is_none(), "{status}");
    }
}

#[tokio::test]
async fn idempotent_calls_are_sent_again() {
    for status in [408, 500, 502, 503, 504] {
        let server = answering(status, &[]).await;
        server.thread().get_message("1").await.unwrap();
        let server = answering(status, &[]).await;
        server.thread().create_thread("t").await.unwrap();
        let ids = server.seen().into_iter();
        let ids: Vec<_> = ids.map(|it| it.header("repeatability-request-id").to_owned()).collect();
        assert!(ids.len() == 2 && ids[0] == ids[1], "{status}: {ids:?}");
    }
    let server = Server::start(|_, number, _| (if number == 0 { 500 } else { 204 }, "")).await;
    server.thread().update_properties().await.unwrap();
    assert_eq!(server.seen().len(), 2, "a merge patch is idempotent");
}

#[tokio::test]
async fn a_connection_that_ends_leaves_the_outcome_unknown() {
    for answer in [
        &[""][..],
        &["HTTP/1.1 201 Cre"],
        &["HTTP/1.1 201 Created\r\ncontent-length: 10\r\n\r\n{\"id\""],
        &["HTTP/1.1 201 Created\r\ncontent-encoding: gzip\r\ncontent-length: 4\r\n\r\nxxxx"],
        &["HTTP/1.1 201 Created\r\ncontent-length: 4\r\n\r\n{\"id"],
        &["HTTP/1.1 201 Created\r\ncontent-length: 2\r\n\r\n{}"],
    ] {
        // Nothing accepts a second connection.
        let thread = ThreadClient::new(&raw(answer).await, "t", options()).unwrap();
        let error = thread.send_message("m").await.unwrap_err();
        let unknown = OutcomeUnknown::of(&error).unwrap_or_else(|| panic!("{answer:?}: {error}"));
        assert!(error.to_string().ends_with(&unknown.to_string()), "{error}");
        assert!(!error.to_string().contains("retr"), "{error}");
    }
}

#[tokio::test]
async fn a_response_of_success_that_cannot_be_used_means_that_the_call_was_carried_out() {
    for (status, body) in [(202, "{}"), (204, ""), (201, "[\"SECRET"), (201, "7"), (201, "{}")] {
        let server = Server::fixed(status, body).await;
        let error = server.thread().send_message("m").await.unwrap_err();
        assert!(OutcomeUnknown::of(&error).is_some(), "{status} {body}");
        let is_success = error.http_status().is_some_and(|status| status.is_success());
        assert!(is_success || *error.kind() == ErrorKind::DataConversion, "{error:?}");
        assert!(!format!("{error} {error:?}").contains("SECRET"), "{error:?}");
        assert_eq!(server.seen().len(), 1);
    }
    for (status, body) in [(202, "{}"), (200, "7")] {
        let server = Server::fixed(status, body).await;
        let error = server.thread().get_message("1").await.unwrap_err();
        assert!(OutcomeUnknown::of(&error).is_none(), "it changes nothing: {status} {body}");
    }
}

#[tokio::test]
async fn a_call_does_not_wait_for_hours() {
    const LATE: (&str, &str) = ("retry-after", "Fri, 01 Jan 2900 00:00:00 GMT");
    for (status, headers) in [
        (429, &[("retry-after", "121")][..]),
        (503, &[LATE]),
        (503, &[("retry-after-ms", "9223372036854775807")]),
        (429, &[("x-ms-retry-after-ms", "120001"), ("retry-after", "0")]),
    ] {
        let server = answering(status, headers).await;
        let limit = std::time::Duration::from_secs(10);
        let sent = tokio::time::timeout(limit, server.thread().send_message("m")).await;
        let error = sent.expect("the call does not wait").unwrap_err();
        assert_eq!(error.http_status().map(u16::from), Some(status));
        assert!(OutcomeUnknown::of(&error).is_none(), "{headers:?}");
        assert_eq!(CommunicationError::of(&error).unwrap().code, "C");
        server.thread().get_message("1").await.unwrap();
        assert_eq!(server.seen().len(), 2, "{headers:?}");
    }
    for value in ["-1", "-9223372036854775808", "x", "1e9"] {
        let headers = move |number| match number {
            0 => (429, vec![("retry-after", value.to_owned())], String::new()),
            _ => (201, Vec::new(), r#"{"id":"7"}"#.to_owned()),
        };
        let server = Server::start(move |_, number, _| headers(number)).await;
        server.thread().send_message("m").await.unwrap();
    }
}

#[tokio::test]
async fn a_call_that_did_not_reach_the_service_has_a_known_outcome() {
    let thread = ThreadClient::new("http://127.0.0.1:1", "t", options()).unwrap();
    let error = thread.send_message("m").await.unwrap_err();
    assert_eq!(error.kind(), &ErrorKind::Connection);
    assert!(OutcomeUnknown::of(&error).is_none());

    #[derive(Debug)]
    struct Broken;
    #[async_trait::async_trait]
    impl TokenCredential for Broken {
        async fn get_token(
            &self,
            _: &[&str],
            _: Option<TokenRequestOptions<'_>>,
        ) -> Result<AccessToken> {
            Err(Error::with_message(ErrorKind::Io, "the connection to the token service ended"))
        }
    }
    let server = Server::fixed(201, r#"{"id":"7"}"#).await;
    let policy = Bearer::new(&server.base, Arc::new(Broken), &["s"]).unwrap();
    let thread = ThreadClient::authorized(&server.base, policy, options()).unwrap();
    let error = thread.send_message("m").await.unwrap_err();
    assert_eq!(error.kind(), &ErrorKind::Credential);
    assert!(OutcomeUnknown::of(&error).is_none());
    assert!(server.seen().is_empty());
}

#[tokio::test]
async fn an_unknown_outcome_is_found_below_the_error_of_a_policy() {
    #[derive(Debug)]
    struct Wrap;
    #[async_trait::async_trait]
    impl Policy for Wrap {
        async fn send(
            &self,
            context: &Context,
            request: &mut Request,
            next: &[Arc<dyn Policy>],
        ) -> PolicyResult {
            let result = next[0].send(context, request, &next[1..]).await;
            result.map_err(|error| error.with_context("a user's words"))
        }
    }
    let server = answering(500, &[]).await;
    let policies: Vec<Arc<dyn Policy>> = vec![Arc::new(Wrap)];
    let wrapping = ClientOptions { per_call_policies: policies, ..options() };
    let error = server.thread_with("t", wrapping).send_message("m").await.unwrap_err();
    assert_eq!(error.to_string(), "a user's words");
    assert!(OutcomeUnknown::of(&error).is_some());
    assert_eq!(server.seen().len(), 1);
}
