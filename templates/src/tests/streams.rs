//! Typed streams: JSON lines and server-sent events.

use crate::runtime::{
    body::Content,
    json_lines::{JsonLines, Values},
    pipeline::Operation,
    server_sent_events::{Event, Events},
};
use azure_core::{
    Bytes, Result,
    error::{Error, ErrorKind},
    http::{AsyncRawResponse, AsyncResponseBody, Method, StatusCode, headers::Headers},
    time::Duration,
};
use futures::{FutureExt, Stream, StreamExt, executor::block_on, stream};

/// A body that arrives in these pieces.
fn body(pieces: Vec<Result<Bytes>>) -> AsyncResponseBody {
    still_open(pieces, stream::empty())
}

fn still_open(
    pieces: Vec<Result<Bytes>>,
    rest: impl Stream<Item = Result<Bytes>> + Send + 'static,
) -> AsyncResponseBody {
    let pieces = stream::iter(pieces).chain(rest);
    AsyncRawResponse::new(StatusCode::Ok, Headers::new(), Box::pin(pieces)).into_body()
}

fn whole(text: &str) -> AsyncResponseBody {
    body(vec![Ok(text.to_owned().into())])
}

fn cut() -> Error {
    Error::with_message(ErrorKind::Io, "the connection was closed")
}

/// The items of a stream, and the kinds of its errors.
fn items<T>(stream: impl Stream<Item = Result<T>>) -> Vec<std::result::Result<T, ErrorKind>> {
    let items = stream.map(|item| item.map_err(|error| error.kind().clone()));
    block_on(items.collect())
}

fn event(event: &str, id: &str, data: &str) -> std::result::Result<Event<String>, ErrorKind> {
    Ok(Event { event: event.to_owned(), id: id.to_owned(), data: data.to_owned() })
}

#[test]
fn each_line_is_a_value() {
    let lines = JsonLines::<u8>::new(whole("1\r\n\n \t\n 2 \n3"));
    assert_eq!(items(lines), [Ok(1), Ok(2), Ok(3)]);
    assert_eq!(items(JsonLines::<u8>::new(whole(""))), []);
    // A line break may be inside of JSON as a carriage return.
    assert_eq!(items(JsonLines::<[u8; 2]>::new(whole("[1,\r2]\n"))), [Ok([1, 2])]);
}

#[test]
fn a_line_that_is_not_a_value_does_not_end_the_stream() {
    let lines = JsonLines::<u8>::new(whole("1\n{\"secret\": 2}\n3\n\"4"));
    let bad = || Err(ErrorKind::DataConversion);
    assert_eq!(items(lines), [Ok(1), bad(), Ok(3), bad()]);
    let mut lines = JsonLines::<u8>::new(whole("\"secret\""));
    let error = block_on(lines.next()).unwrap().unwrap_err();
    assert!(!error.to_string().contains("secret"), "{error}");
}

#[test]
fn a_body_that_is_cut_off_is_an_error() {
    let pieces = || vec![Ok("1\n2".into()), Err(cut()), Ok("3\n".into())];
    assert_eq!(items(JsonLines::<u8>::new(body(pieces()))), [Ok(1), Err(ErrorKind::Io)]);
    let pieces = vec![Ok("data:1\n\ndata:2\n".into()), Err(cut()), Ok("\n".into())];
    let events = items(Events::of_text(body(pieces)));
    assert_eq!(events, [event("message", "", "1"), Err(ErrorKind::Io)]);
    for text in ["data:1\n\ndata:2\n", "data:1\n\ndata:2", "data:1\n\nid:5\ndata"] {
        let events = items(Events::of_text(whole(text)));
        assert_eq!(events, [event("message", "", "1"), Err(ErrorKind::Io)], "{text:?}");
    }
}

#[test]
fn items_arrive_before_the_body_ends() {
    let body = || still_open(vec![Ok("data:1\n\nda".into())], stream::pending());
    let mut events = Events::<u8>::of_json(body());
    assert_eq!(events.next().now_or_never().unwrap().unwrap().unwrap().data, 1);
    assert!(events.next().now_or_never().is_none());
    let mut lines = JsonLines::<u8>::new(still_open(vec![Ok("1\n2".into())], stream::pending()));
    assert_eq!(lines.next().now_or_never().unwrap().unwrap().unwrap(), 1);
    assert!(lines.next().now_or_never().is_none());
}

#[test]
fn a_line_and_an_event_have_a_limit() {
    let mut lines = JsonLines::<u8>::new(body(vec![Ok("1\n00".into()), Ok("000\n".into())]));
    lines.lines.longest = 1;
    assert_eq!(items(lines), [Ok(1), Err(ErrorKind::DataConversion)]);
    let mut events = Events::of_text(whole("data:1\n\ndata:2\ndata:3\ndata:4\n\ndata:5\n\n"));
    events.lines.longest = 5;
    assert_eq!(items(events), [event("message", "", "1"), Err(ErrorKind::DataConversion)]);
}

/// Every rule of the standard, section 9.2.6.
const EVENTS: &str = "\u{feff}: a comment\n\
    data\n\n\
    data:  two\r\nevent: add\rdata:lines\ndata\r\r\
    event: lost\nid: 7\n\n\
    : \n\u{feff}data: no field\nid: a\0b\nunknown: 1\ndata: é:1\r\n\r\n\
    retry: 2500\nretry: soon\nretry\nid\ndata\ndata\n\n";

fn expected() -> [std::result::Result<Event<String>, ErrorKind>; 4] {
    [
        event("message", "", ""),
        event("add", "", " two\nlines\n"),
        event("message", "7", "é:1"),
        event("message", "", "\n"),
    ]
}

#[test]
fn events_are_read_as_the_standard_says() {
    let mut events = Events::of_text(whole(EVENTS));
    for expected in expected() {
        assert_eq!(events.retry(), None);
        let event = block_on(events.next()).unwrap().map_err(|error| error.kind().clone());
        assert_eq!(event, expected);
        assert_eq!(events.last_event_id(), expected.unwrap().id);
    }
    assert_eq!(events.retry(), Some(Duration::milliseconds(2500)));
    assert!(block_on(events.next()).is_none());
    assert!(block_on(events.next()).is_none());
}

#[test]
fn pieces_may_end_anywhere() {
    for first in 0..EVENTS.len() {
        let (start, rest) = EVENTS.as_bytes().split_at(first);
        let (middle, end) = rest.split_at(rest.len().min(2));
        let pieces = [start, middle, b"", end].map(|it| Ok(Bytes::from_static(it)));
        assert_eq!(items(Events::of_text(body(pieces.into()))), expected(), "cut at {first}");
    }
}

#[test]
fn an_event_that_is_not_a_value_does_not_end_the_stream() {
    let text = "data:1\n\ndata:x\n\ndata:3\ndata: \n\ndata:[DONE]\n\ndata:5\n\n";
    let events = Events::<u8>::of_json(whole(text)).map(|it| it.map(|it| it.data));
    assert_eq!(items(events), [Ok(1), Err(ErrorKind::DataConversion), Ok(3)]);
    let events = Events::of_text(whole("data:[DONE]\n\n"));
    assert_eq!(items(events), [event("message", "", "[DONE]")]);
}

#[test]
fn a_body_has_a_value_in_each_line() {
    let operation = Operation {
        name: "Client.send",
        method: Method::Post,
        path: "/",
        content_type: Some("application/x-ndjson"),
        success: &[],
        names: &[],
    };
    let (body, content_type) = Values(Some(vec!["a\n", "b"])).write(&operation).unwrap().unwrap();
    assert_eq!(Bytes::from(&body), "\"a\\n\"\n\"b\"\n");
    assert_eq!(content_type, "application/x-ndjson");
    assert!(Values::<u8>(None).write(&operation).unwrap().is_none());
}
