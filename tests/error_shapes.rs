//! Whatever an error looks like on the wire, the callers of all 16 operations get its status and
//! what it says.

use acs_chat::CommunicationError;
use azure_core::{Error, error::ErrorKind};
use tests::{
    operations::{IDS, OPERATIONS},
    server::{Answer, Server},
};

/// The errors of a call of each operation, awaited and asked for its response.
async fn errors(server: &Server) -> Vec<(&'static str, Error)> {
    let chat = server.chat();
    let mut errors = Vec::new();
    for operation in OPERATIONS {
        let made = (operation.call)(&chat, IDS);
        errors.push((operation.name, made.awaited.await.unwrap_err()));
        errors.push((operation.name, made.response.await.err().unwrap()));
    }
    errors
}

/// A body, and what there is to learn of it: code, message, target.
const SHAPES: &[(u16, &str, &str, &str, Option<&str>)] = &[
    (
        403,
        r#"{"error":{"code":"Forbidden","message":"User \"a\\b\" is \u00e9lsewhere\n","target":"8:acs:a_b"}}"#,
        "Forbidden",
        "User \"a\\b\" is élsewhere\n",
        Some("8:acs:a_b"),
    ),
    (400, r#"{"communicationError":{"code":"V","message":"m","details":null}}"#, "V", "m", None),
    (404, r#"{"CommunicationError":{"Code":"NotFound","Details":[]}}"#, "NotFound", "", None),
    (400, r#"{"Error":{"Code":"A","Message":"b","Target":"c"}}"#, "A", "b", Some("c")),
    (400, r#"{"error":{"code":"A","message":null,"innererror":null,"details":{}}}"#, "A", "", None),
    (400, r#"{"error":{"message":"only a message"}}"#, "", "only a message", None),
    (400, r#"{"code":"A","message":"not wrapped"}"#, "A", "not wrapped", None),
    (401, "", "", "", None),
    (403, "<html><body>Forbidden</body></html>", "", "", None),
    (404, "null", "", "", None),
    (404, "[]", "", "", None),
    (404, "\"a text\"", "", "", None),
    (404, "{}", "", "", None),
    (404, r#"{"error":null}"#, "", "", None),
    (404, r#"{"error":{}}"#, "", "", None),
    (409, r#"{"error":"#, "", "", None),
    (418, " \n", "", "", None),
];

#[tokio::test]
async fn every_shape_is_read() {
    for &(status, body, code, message, target) in SHAPES {
        let server = Server::fixed(status, body).await;
        for (operation, error) in errors(&server).await {
            assert_eq!(error.http_status().map(u16::from), Some(status), "{operation}: {error}");
            let told = CommunicationError::of(&error).unwrap();
            assert_eq!((&*told.code, &*told.message), (code, message), "{operation}: {body}");
            assert_eq!(told.target.as_deref(), target, "{operation}: {body}");
        }
        assert_eq!(server.seen().len(), 2 * OPERATIONS.len(), "{status} is not retried");
    }
}

#[tokio::test]
async fn an_errors_text_has_the_status_the_code_and_the_message_as_it_was_meant() {
    let server = Server::fixed(SHAPES[0].0, SHAPES[0].1).await;
    for (operation, error) in errors(&server).await {
        let text = error.to_string();
        assert!(text.contains("403"), "{operation}: {text}");
        assert!(text.contains("Forbidden: User \"a\\b\" is élsewhere"), "{operation}: {text}");
        assert!(!text.contains("u00e9") && !text.contains('{'), "{operation}: {text}");
    }
    let server =
        Server::fixed(404, r#"{"CommunicationError":{"Code":"NotFound","Details":[]}}"#).await;
    for (operation, error) in errors(&server).await {
        assert!(error.to_string().contains("NotFound"), "{operation}: {error}");
    }
}

#[tokio::test]
async fn a_page_of_html_is_not_put_into_the_text() {
    let server = Server::fixed(403, "<html><body>a proxy's long story</body></html>").await;
    for (operation, error) in errors(&server).await {
        let text = format!("{error} {error:?}");
        assert!(!text.contains("story"), "{operation}: {text}");
        assert!(text.contains("403") && text.contains("Forbidden"), "{operation}: {text}");
    }
}

#[tokio::test]
async fn the_body_is_there_for_who_wants_it() {
    let server = Server::fixed(403, "<html>").await;
    for (operation, error) in errors(&server).await {
        let ErrorKind::HttpResponse { raw_response: Some(response), .. } = error.kind() else {
            panic!("{operation}: {error:?}")
        };
        assert_eq!(response.body().as_ref(), b"<html>", "{operation}");
    }
}

#[tokio::test]
async fn a_code_in_a_header_will_do() {
    let server = Server::start(|_, _, _| {
        Answer::from((401, "")).header("x-ms-error-code", "InvalidAccessToken")
    })
    .await;
    for (operation, error) in errors(&server).await {
        let told = CommunicationError::of(&error).unwrap();
        assert_eq!(told.code, "InvalidAccessToken", "{operation}");
        assert!(error.to_string().contains("InvalidAccessToken"), "{operation}: {error}");
    }
}

#[tokio::test]
async fn details_and_inner_errors_are_read_to_the_bottom() {
    let body = r#"{"error":{"code":"1","message":"a",
        "details":[{"code":"2","message":"b","target":"t","details":[{"code":"3","message":"c"}]}],
        "innererror":{"code":"4","message":"d","innererror":{"code":"5","message":"e","x":[]}}}}"#;
    let server = Server::fixed(400, body).await;
    for (operation, error) in errors(&server).await {
        let told = CommunicationError::of(&error).unwrap();
        let [detail] = &*told.details else { panic!("{operation}: {told:?}") };
        assert_eq!((&*detail.code, detail.target.as_deref()), ("2", Some("t")), "{operation}");
        assert_eq!(detail.details[0].message, "c", "{operation}");
        let inner = told.inner_error.as_ref().unwrap().inner_error.as_ref().unwrap();
        assert_eq!((&*inner.code, &*inner.message), ("5", "e"), "{operation}");
    }
}

#[tokio::test]
async fn a_success_is_never_an_error_by_its_body() {
    let server = Server::fixed(204, r#"{"error":{"code":"Forbidden","message":"no"}}"#).await;
    server.chat().delete_chat_thread("t").await.unwrap();
}
