use super::{sample::options, server::Server};
use crate::runtime::{communication::error::CommunicationError, failure::refused};
use azure_core::{
    error::{Error, ErrorKind},
    http::{ClientOptions, Context, RawResponse, Request, headers::Headers, policies::*},
};
use serde_json::{from_str, json, to_value};
use std::sync::Arc;

async fn reported(status: u16, body: &'static str) -> CommunicationError {
    let server = Server::fixed(status, body).await;
    let error = server.thread().delete_message("1").await.unwrap_err();
    assert_eq!(error.http_status().map(u16::from), Some(status));
    CommunicationError::of(&error).unwrap()
}

#[tokio::test]
async fn every_format_decodes() {
    for (status, body, code, message) in [
        (
            403,
            r#"{"error":{"code":"Forbidden","message":"a \"quoted\" é\n","innererror":{"code":"x"}}}"#,
            "Forbidden",
            "a \"quoted\" é\n",
        ),
        (400, r#"{"communicationError":{"code":"V","message":"m","details":null}}"#, "V", "m"),
        (404, r#"{"CommunicationError":{"Code":"NotFound","Details":[]}}"#, "NotFound", ""),
        (404, r#"{"CommunicationError":{"Code":"N","Message":"M","Target":null}}"#, "N", "M"),
        (400, r#"{"code":"V","message":"m"}"#, "V", "m"),
        (400, r#"{"error":{"code":404,"message":["m"],"details":{},"innererror":"x"}}"#, "404", ""),
        (400, r#"{"error":{"code":null,"message":null,"target":null,"innererror":null}}"#, "", ""),
        (400, r#"{"innererror":{"code":"i"},"error":{"code":"V","message":"m"}}"#, "V", "m"),
        (400, r#"{"apiError":null,"error":{"code":"V","message":"m"}}"#, "V", "m"),
        (400, r#"{"apiError":null,"chatError":{"code":"V","message":"m"}}"#, "V", "m"),
        (400, r#"{"error":null,"chatError":{"code":"V","message":"m"}}"#, "V", "m"),
        (400, r#"{"innerError":{"code":"i"},"code":"V","message":"m"}"#, "V", "m"),
        (401, r#"{"error":{}}"#, "", ""),
        (401, r#"{"error":null}"#, "", ""),
        (401, "{}", "", ""),
        (401, "[1]", "", ""),
        (401, "", "", ""),
        (418, "<html>", "", ""),
        (418, r#"{"error":{"code":"cut"#, "", ""),
    ] {
        let reported = reported(status, body).await;
        assert_eq!((&*reported.code, &*reported.message), (code, message), "{body}");
    }
}

#[tokio::test]
async fn nested_errors_decode() {
    let reported = reported(
        400,
        r#"{"error":{"code":"a","message":"b","target":"scopes",
            "details":[{"Code":"c","Message":"d","Target":"e"},null,{"code":"f","message":"g","details":[]}],
            "innererror":{"code":"h","innererror":{"code":"i","innerError":{"code":"j"}}}}}"#,
    )
    .await;
    assert_eq!(reported.target.as_deref(), Some("scopes"));
    let mut detail = CommunicationError::new("c", "d");
    detail.target = Some("e".into());
    assert_eq!(reported.details, [detail, CommunicationError::new("f", "g")]);
    let inner = reported.inner_error.as_deref().unwrap().inner_error.as_deref().unwrap();
    assert_eq!((&*inner.code, &*inner.inner_error.as_ref().unwrap().code), ("i", "j"));
}

#[tokio::test]
async fn an_error_that_a_policy_wrapped_is_found() {
    #[derive(Debug)]
    struct Wrap;
    #[async_trait::async_trait]
    impl Policy for Wrap {
        async fn send(&self, _: &Context, _: &mut Request, _: &[Arc<dyn Policy>]) -> PolicyResult {
            Err(Error::new(ErrorKind::Other, forbidden()))
        }
    }
    fn forbidden() -> Error {
        let body = r#"{"error":{"code":"Forbidden","message":"no"}}"#;
        let response = RawResponse::from_bytes(403.into(), Headers::new(), body);
        crate::runtime::failure::unexpected_status(response)
    }
    let server = Server::fixed(204, "").await;
    for options in [
        ClientOptions { per_call_policies: vec![Arc::new(Wrap)], ..options() },
        ClientOptions { per_try_policies: vec![Arc::new(Wrap)], ..options() },
    ] {
        let error = server.thread_with("t", options).delete_message("1").await.unwrap_err();
        let reported = CommunicationError::of(&error).unwrap();
        assert_eq!(reported, CommunicationError::new("Forbidden", "no"));
    }
    let shared = Error::new(ErrorKind::Credential, Arc::new(forbidden()));
    assert_eq!(CommunicationError::of(&shared).unwrap().code, "Forbidden");
    let wrapped = forbidden().with_context("while sending").with_context("again");
    assert_eq!(CommunicationError::of(&wrapped).unwrap().code, "Forbidden");
}

#[tokio::test]
async fn without_a_body_the_code_comes_from_the_header() {
    let mut headers = Headers::new();
    headers.insert("x-ms-error-code", "FromHeader");
    let response = |body| RawResponse::from_bytes(401.into(), headers.clone(), body);
    let error = crate::runtime::failure::unexpected_status(response(""));
    assert_eq!(error.to_string(), "401 FromHeader");
    assert_eq!(CommunicationError::of(&error).unwrap().code, "FromHeader");
    let error =
        crate::runtime::failure::unexpected_status(response(r#"{"error":{"code":"FromBody"}}"#));
    assert_eq!(CommunicationError::of(&error).unwrap().code, "FromBody");
}

#[tokio::test]
async fn an_error_without_a_response_is_none() {
    assert_eq!(CommunicationError::of(&refused("no")), None);
    let server = Server::fixed(200, "{}").await;
    let error = server.thread().delete_message("..").await.unwrap_err();
    assert_eq!(CommunicationError::of(&error), None);
}

#[test]
fn an_error_is_shown_and_round_trips() {
    for (code, message, shown) in [
        ("c", "m", "c: m"),
        ("c", "", "c"),
        ("", "m", "m"),
        ("", "", "an error without code and message"),
    ] {
        assert_eq!(CommunicationError::new(code, message).to_string(), shown);
    }
    let json = json!({
        "code": "a", "message": "b", "target": "c",
        "details": [{"code": "d", "message": ""}], "innererror": {"code": "e", "message": "f"},
    });
    let error: CommunicationError = from_str(&json.to_string()).unwrap();
    assert_eq!(to_value(error).unwrap(), json);
    assert!(from_str::<CommunicationError>("1").is_err());
}

#[test]
fn debug_output_shows_codes_only() {
    let mut error = CommunicationError::new("NotFound", "SECRET");
    error.target = Some("4:+14255550123".into());
    error.details = vec![error.clone()];
    let shown = format!("{error:?}");
    assert!(shown.contains("NotFound"), "{shown}");
    assert!(!shown.contains("SECRET") && !shown.contains("4255550123"), "{shown}");
}
