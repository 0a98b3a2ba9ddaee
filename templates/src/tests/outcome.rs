use super::{builders::call, sample::options, server::Server};
use crate::runtime::{
    call::Call,
    outcome::{bytes, encoded, exists, no_such_status, optional, text},
    pipeline::{Operation, Service},
    timestamp::Rfc3339,
};
use azure_core::{
    error::ErrorKind,
    http::{Method, RawResponse, StatusCode, headers::Headers},
    time::OffsetDateTime,
};

const OPERATION: Operation = Operation {
    name: "Client.ask",
    method: Method::Get,
    path: "/ask",
    content_type: None,
    success: &[2, 404],
    names: &[],
};

fn ask(server: &Server) -> Call {
    let service = Service::new(&server.base, None, None, options()).unwrap();
    Call::new(&service, &OPERATION, &[], ())
}

#[derive(Clone, Debug)]
struct Optional(Call);
call!(Optional, Option<Vec<u8>>, optional);

#[derive(Clone, Debug)]
struct Exists(Call);
call!(Exists, bool, exists);

#[derive(Clone, Debug)]
struct Text(Call);
call!(Text, String, text);

#[derive(Clone, Debug)]
struct Times(Call);
call!(Times, Vec<OffsetDateTime>, encoded::<Rfc3339, _>);

#[tokio::test]
async fn a_body_may_be_absent() {
    for (status, body, expected) in [(200, "[1]", Some(vec![1])), (204, "", None), (404, " ", None)]
    {
        let server = Server::fixed(status, body).await;
        assert_eq!(Optional(ask(&server)).await.unwrap(), expected);
    }
    let server = Server::fixed(200, "[").await;
    Optional(ask(&server)).await.unwrap_err();
}

#[tokio::test]
async fn success_is_a_class_of_statuses_or_one_status() {
    for (status, expected) in
        [(200, Some(true)), (299, Some(true)), (404, Some(false)), (403, None)]
    {
        let server = Server::fixed(status, "").await;
        assert_eq!(Exists(ask(&server)).await.ok(), expected, "{status}");
    }
}

#[tokio::test]
async fn text_is_returned_unchanged() {
    let server = Server::fixed(200, "\"é\"\n").await;
    assert_eq!(Text(ask(&server)).await.unwrap(), "\"é\"\n");
    let response = Text(ask(&server)).response().await.unwrap();
    assert_eq!(&**response.body(), "\"é\"\n".as_bytes());
}

#[tokio::test]
async fn timestamps_and_bytes_are_decoded() {
    let server = Server::fixed(200, r#"["1970-01-01T00:00:01Z"]"#).await;
    let times = Times(ask(&server)).await.unwrap();
    assert_eq!(times, [OffsetDateTime::from_unix_timestamp(1).unwrap()]);
    let server = Server::fixed(200, r#"["SECRET"]"#).await;
    let error = Times(ask(&server)).await.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::DataConversion);
    assert!(!format!("{error:?}").contains("SECRET"));
}

#[test]
fn bytes_may_be_anything() {
    let response = RawResponse::from_bytes(StatusCode::Ok, Headers::new(), vec![0xff, 0]);
    assert_eq!(bytes(response).unwrap().as_ref(), [0xff, 0]);
}

#[test]
fn the_error_names_an_undescribed_status() {
    let response = RawResponse::from_bytes(StatusCode::Created, Headers::new(), "SECRET");
    let error = no_such_status(&response);
    assert_eq!(*error.kind(), ErrorKind::DataConversion);
    assert!(error.to_string().contains("201"), "{error}");
    assert!(!format!("{error:?}").contains("SECRET"));
}
