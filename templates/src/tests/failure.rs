use super::{sample::ThreadClient, sample::options, server::Server};
use crate::runtime::failure;
use azure_core::{
    Result,
    error::{Error, ErrorKind},
    http::{
        ClientOptions, Context, Request, RetryOptions,
        policies::{Policy, PolicyResult},
    },
};
use std::sync::Arc;

/// The code and the text of the error for a response.
async fn reported(status: u16, body: &'static str) -> (Option<String>, String) {
    let server = Server::fixed(status, body).await;
    let error = server.thread().delete_message("1").await.unwrap_err();
    assert_eq!(error.http_status().map(u16::from), Some(status));
    let ErrorKind::HttpResponse { error_code, raw_response, .. } = error.kind() else { panic!() };
    assert_eq!(raw_response.as_ref().unwrap().body().as_ref(), body.as_bytes());
    (error_code.clone(), error.to_string())
}

#[tokio::test]
async fn an_error_shows_status_code_and_message() {
    for (status, body, code, text) in [
        (
            403,
            r#"{"error":{"code":"NotYours","message":"a \"quoted\" é"}}"#,
            Some("NotYours"),
            "403 NotYours: a \"quoted\" é",
        ),
        (400, r#"{"someError":{"Code":"V","Message":"m"}}"#, Some("V"), "400 V: m"),
        (400, r#"{"code":"V","message":"m"}"#, Some("V"), "400 V: m"),
        (404, r#"{"Error":{"Code":"NotFound","Details":[]}}"#, Some("NotFound"), "404 NotFound"),
        (404, r#"{"error":{"code":null,"message":null}}"#, None, "404 Not Found"),
        (404, r#"{"error":{"message":"m"}}"#, None, "404 Not Found: m"),
        (404, r#"{"error":"m"}"#, None, "404 Not Found"),
        (401, "", None, "401 Unauthorized"),
        (418, "<html>SECRET", None, "418 I'm a teapot"),
        (418, "[]", None, "418 I'm a teapot"),
        (302, "", None, "302 Found"),
        (200, r#"{"error":{"code":"SECRET"}}"#, None, "the status 200 OK is unexpected"),
    ] {
        let code = code.map(str::to_owned);
        assert_eq!(reported(status, body).await, (code, text.to_owned()), "{body}");
    }
}

#[tokio::test]
async fn the_last_response_is_the_error_after_all_retries() {
    let server = Server::fixed(503, r#"{"error":{"code":"Busy","message":"later"}}"#).await;
    let error = server.thread().delete_message("1").await.unwrap_err();
    assert_eq!(error.to_string(), "503 Busy: later");
    assert_eq!(server.seen().len(), 3);
}

#[tokio::test]
async fn the_error_shows_why_a_request_failed() {
    // Nothing listens on port 1.
    let once = ClientOptions { retry: RetryOptions::none(), ..options() };
    for options in [options(), once] {
        let thread = ThreadClient::new("http://127.0.0.1:1", "t", options).unwrap();
        let error = thread.delete_message("1").await.unwrap_err();
        assert_eq!(error.kind(), &ErrorKind::Connection, "{error:?}");
        let text = error.to_string();
        assert!(text.starts_with("the HTTP request failed: "), "{text}");
        assert!(text.contains("refused"), "{text}");
    }

    #[derive(Debug)]
    struct Stop;
    #[async_trait::async_trait]
    impl Policy for Stop {
        async fn send(&self, _: &Context, _: &mut Request, _: &[Arc<dyn Policy>]) -> PolicyResult {
            Err(crate::runtime::failure::refused("a user's policy says no").with_context("outer"))
        }
    }
    let stopped = |options: ClientOptions| -> Result<ThreadClient> {
        ThreadClient::new("http://127.0.0.1:1", "t", options)
    };
    let per_try = ClientOptions { per_try_policies: vec![Arc::new(Stop)], ..options() };
    let per_call = ClientOptions { per_call_policies: vec![Arc::new(Stop)], ..options() };
    for options in [per_try, per_call] {
        let error = stopped(options).unwrap().delete_message("1").await.unwrap_err();
        assert_eq!(error.to_string(), "outer", "a context that somebody gave stays");
    }
}

#[tokio::test]
async fn the_body_is_found_behind_causes_and_in_shared_errors() {
    let server = Server::fixed(400, r#"{"title":"Taken"}"#).await;
    let error = server.thread().delete_message("1").await.unwrap_err();
    let body = Some(serde_json::json!({ "title": "Taken" }));
    assert_eq!(failure::body(&error), body);
    assert_eq!(failure::body::<u8>(&error), None);
    let shared = Error::with_error(ErrorKind::Credential, Arc::new(error), "no token");
    assert_eq!(failure::body(&shared), body);
    assert_eq!(failure::body::<serde_json::Value>(&failure::refused("no")), None);
}
