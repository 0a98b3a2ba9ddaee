use super::{builders::download, sample::options, server::Server, server::raw};
use crate::runtime::{
    attempt::OutcomeUnknown,
    call::Call,
    download::open,
    pipeline::{Operation, Service},
};
use azure_core::{error::ErrorKind, http::Method};
use futures::TryStreamExt;

const FETCH: Operation = Operation {
    name: "Client.fetch",
    method: Method::Get,
    path: "/file",
    content_type: None,
    success: &[200, 206],
    names: &[],
};

#[derive(Clone, Debug)]
struct Fetch(Call);
download!(Fetch);

const EXPORT: Operation = Operation { method: Method::Post, success: &[200], ..FETCH };

fn fetch(base: &str) -> Fetch {
    call(base, &FETCH)
}

fn call(base: &str, operation: &'static Operation) -> Fetch {
    let service = Service::new(base, None, None, options()).unwrap();
    let mut call = Call::new(&service, operation, &[], ());
    call.header("Accept", "image/png");
    Fetch(call)
}

#[tokio::test]
async fn bytes_are_collected_or_streamed() {
    let server = Server::script(&[(206, &[("etag", "\"a\"")], "\u{0}bytes")]).await;
    assert_eq!(fetch(&server.base).await.unwrap().collect().await.unwrap().as_ref(), b"\0bytes");
    let response = fetch(&server.base).response().await.unwrap();
    assert_eq!(response.headers().get_str(&"etag".into()).unwrap(), "\"a\"");
    let parts: Vec<_> = response.into_body().try_collect().await.unwrap();
    assert_eq!(parts.concat(), b"\0bytes");
    assert_eq!(server.seen()[0].header("accept"), "image/png");
}

#[tokio::test]
async fn a_link_in_a_response_is_downloaded() {
    let server = Server::fixed(200, "bytes").await;
    let call = |link: &str| fetch(&server.base).0.without_body().prepare_link(link);
    let link = format!("{}/an%20image?size=1", server.base);
    let response = open(call(&link)).await.unwrap();
    assert_eq!(response.into_body().collect().await.unwrap().as_ref(), b"bytes");
    let error = open(call("https://other.example/image")).await.unwrap_err();
    assert!(error.to_string().contains("another origin"), "{error}");
    assert_eq!(server.targets(), ["/an%20image?size=1"]);
    assert_eq!(server.seen()[0].header("accept"), "image/png");
}

#[tokio::test]
async fn a_failure_is_read_to_its_end() {
    let server = Server::fixed(404, r#"{"error":{"code":"Gone","message":"No file."}}"#).await;
    let error = fetch(&server.base).await.unwrap_err();
    assert_eq!(error.to_string(), "404 Gone: No file.");
    let ErrorKind::HttpResponse { raw_response: Some(response), .. } = error.kind() else {
        panic!("{error:?}");
    };
    assert!(response.body().ends_with(b"}}"));
}

#[tokio::test]
async fn failures_are_retried_only_before_the_body() {
    let base = raw(&[
        "HTTP/1.1 503 Busy\r\ncontent-length: 0\r\nconnection: close\r\n\r\n",
        "HTTP/1.1 200 OK\r\ncontent-length: 9\r\nconnection: close\r\n\r\ncut",
    ])
    .await;
    let mut body = fetch(&base).await.unwrap();
    assert_eq!(body.try_next().await.unwrap().unwrap().as_ref(), b"cut");
    body.try_next().await.unwrap_err();
}

#[tokio::test]
async fn a_call_that_is_not_idempotent_is_sent_once_if_its_response_is_cut() {
    for answers in [
        &[
            "HTTP/1.1 500 No\r\ncontent-length: 9\r\nconnection: close\r\n\r\ncut",
            "HTTP/1.1 200 OK\r\ncontent-length: 0\r\nconnection: close\r\n\r\n",
        ][..],
        &["HTTP/1.1 202 Accepted\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"],
    ] {
        let error = call(&raw(answers).await, &EXPORT).await.unwrap_err();
        assert!(OutcomeUnknown::of(&error).is_some(), "{error:?}");
    }
}
