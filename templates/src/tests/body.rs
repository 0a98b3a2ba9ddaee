use super::{sample::options, server::Server};
use crate::runtime::{
    body::Plain,
    call::{Call, nothing},
    pipeline::{Operation, Service},
};
use azure_core::{
    Bytes,
    http::{Body, Method},
    stream::{BytesStream, SeekableStream},
};

static STORE: Operation = Operation {
    name: "Client.store",
    method: Method::Put,
    path: "/files",
    content_type: Some("image/png"),
    success: &[],
    names: &[],
};

#[tokio::test]
async fn bytes_streams_and_texts_are_sent_as_they_are() {
    let server = Server::start(|_, number, _| (if number == 0 { 503 } else { 204 }, String::new()));
    let server = server.await;
    let service = Service::new(&server.base, None, None, options()).unwrap();
    let stream: Box<dyn SeekableStream> = Box::new(BytesStream::new(Bytes::from_static(b"\"s\"")));
    let bodies = [Plain::bytes(Body::from(stream)), Plain::bytes(vec![b'b']), Plain::text("t")];
    for body in bodies {
        nothing(Call::new(&service, &STORE, &[], body).prepare()).await.unwrap();
    }
    let bodies: Vec<_> = server.seen().into_iter().map(|seen| seen.body).collect();
    assert_eq!(bodies, ["\"s\"", "\"s\"", "b", "t"], "the first again when it is retried");
    assert_eq!(server.seen()[0].header("content-type"), "image/png");
}

#[tokio::test]
async fn an_absent_body_is_not_sent_and_an_argument_sets_the_media_type() {
    let server = Server::fixed(204, "").await;
    let service = Service::new(&server.base, None, None, options()).unwrap();
    nothing(Call::new(&service, &STORE, &[], Plain::ABSENT).prepare()).await.unwrap();
    let mut call = Call::new(&service, &STORE, &[], Plain::text("x"));
    call.header("content-type", "image/jpeg");
    nothing(call.prepare()).await.unwrap();
    let [absent, named] = &server.seen()[..] else { panic!() };
    assert_eq!((&*absent.body, absent.header("content-type")), ("", ""));
    assert_eq!((&*named.body, named.header("content-type")), ("x", "image/jpeg"));
}
