//! Lists that resume from a position.

use super::{ids, page_of, pages, rest};
use crate::{
    runtime::continuation::Continuation,
    tests::{
        sample::{ListMessages, Message, ThreadClient, options},
        server::{Seen, Server},
    },
};
use azure_core::http::StatusCode;
use futures::{StreamExt, TryStreamExt};
use std::sync::Mutex;

/// Like [`pages`], but each page in `failures` fails once.
fn failing(
    count: usize,
    failures: &[usize],
) -> impl Fn(&str, usize, &Seen) -> (u16, String) + use<> {
    let (good, failures) = (pages(count), Mutex::new(failures.to_vec()));
    move |base, number, seen| {
        let page = page_of(&seen.target);
        let mut failures = failures.lock().unwrap();
        match failures.iter().position(|failure| *failure == page) {
            Some(index) => {
                failures.remove(index);
                (403, r#"{"error":{"code":"Forbidden","message":"no"}}"#.to_owned())
            }
            None => good(base, number, seen),
        }
    }
}

#[tokio::test]
async fn a_list_resumes_from_text_in_the_middle_of_any_page() {
    let server = Server::start(pages(3)).await;
    let thread = server.thread();
    for stop in 0..=9 {
        let mut items = thread.list_messages().items();
        let mut read = Vec::new();
        for _ in 0..stop {
            read.push(items.try_next().await.unwrap().unwrap().id);
        }
        let text = serde_json::to_string(items.continuation()).unwrap();
        drop(items);
        let place: Continuation = serde_json::from_str(&text).unwrap();
        assert_eq!(place, place.to_string().parse().unwrap());
        assert_eq!((place.is_start(), place.is_end()), (stop == 0, stop == 9), "{place:?}");
        read.extend(rest(thread.list_messages().resume(place).items()).await);
        assert_eq!(read, ids(0..9), "stopped at {stop}");
    }
}

#[tokio::test]
async fn a_resumed_list_resumes_from_the_same_page_again() {
    let server = Server::start(pages(3)).await;
    let thread = server.thread();
    let mut place = Continuation::default();
    for id in 0..9 {
        let mut items = thread.list_messages().resume(place).items();
        assert_eq!(items.try_next().await.unwrap().unwrap().id, id.to_string());
        place = items.continuation().clone();
    }
    let asked = server.seen().len();
    let mut pages = thread.list_messages().resume(place.clone()).pages();
    assert!(pages.next().await.is_none() && *pages.continuation() == place);
    let mut items = thread.list_messages().resume(place.clone()).prefetch().items();
    assert!(items.next().await.is_none() && *items.continuation() == place);
    assert!(place.is_end() && server.seen().len() == asked, "the end needs no request");
}

#[tokio::test]
async fn pages_resumed_in_a_page_begin_with_what_is_left_of_it() {
    let server = Server::start(pages(3)).await;
    let thread = server.thread();
    let mut items = thread.list_messages().items();
    for _ in 0..4 {
        items.try_next().await.unwrap().unwrap();
    }
    let place = items.continuation().clone();
    let pages = thread.list_messages().resume(place.clone()).pages();
    let read: Vec<Vec<String>> = pages
        .map_ok(|page| page.into_iter().map(|it| it.id).collect())
        .try_collect()
        .await
        .unwrap();
    assert_eq!(read, [ids(4..6), ids(6..9)]);
    // The page has shrunk in the meantime.
    let shrunk = place.to_string().replacen("1 ", "99 ", 1).parse().unwrap();
    assert_eq!(rest(thread.list_messages().resume(shrunk).items()).await, ids(6..9));
}

#[tokio::test]
async fn clones_of_a_list_are_independent() {
    let server = Server::start(pages(3)).await;
    let list = server.thread().list_messages();
    let mut first = list.clone().items();
    for _ in 0..4 {
        first.try_next().await.unwrap().unwrap();
    }
    let resumed = list.clone().resume(first.continuation().clone());
    assert_eq!(rest(resumed.clone().items()).await, ids(4..9));
    assert_eq!(rest(resumed.items()).await, ids(4..9));
    assert_eq!(rest(list.items()).await, ids(0..9), "not the clone that was resumed");
    assert_eq!(rest(first).await, ids(4..9));
}

/// Reads a list that fails once at each page in `failures`, with and without prefetch.
async fn read_through(failures: &'static [usize], list: impl Fn(&ThreadClient) -> ListMessages) {
    let server = Server::start(failing(3, failures)).await;
    let thread = server.thread();
    let mut read = Vec::new();
    let mut errors = 0;
    let mut items = list(&thread).items();
    loop {
        match items.next().await {
            Some(Ok(item)) => read.push(item.id),
            Some(Err(error)) => {
                errors += 1;
                assert_eq!(error.http_status(), Some(StatusCode::Forbidden));
                assert!(items.next().await.is_none(), "an error ends the stream");
                assert!(items.next().await.is_none());
                let place = items.continuation().clone();
                items = list(&thread).resume(place).items();
            }
            None => break,
        }
    }
    assert_eq!((read, errors), (ids(0..9), failures.len()), "{failures:?}");
    assert_eq!(server.seen().len(), 3 + failures.len());
}

#[tokio::test]
async fn a_list_resumes_after_errors() {
    for failures in [&[][..], &[0], &[1], &[2], &[1, 1], &[0, 1, 2]] {
        read_through(failures, |thread| thread.list_messages()).await;
        read_through(failures, |thread| thread.list_messages().prefetch()).await;
    }
}

#[tokio::test]
async fn the_position_stays_at_a_page_that_does_not_decode() {
    let server = Server::start(|_, number, _| match number {
        0 => (200, r#"{"value":7}"#.to_owned()),
        _ => (200, format!(r#"{{"value":[{}]}}"#, Message::json(5))),
    })
    .await;
    let mut items = server.thread().list_messages().items();
    assert!(items.next().await.unwrap().is_err() && items.next().await.is_none());
    let place = items.continuation().clone();
    assert_eq!(rest(server.thread().list_messages().resume(place).items()).await, ["5"]);
}

#[test]
fn other_text_than_a_continuation_is_refused() {
    for garbage in [
        "",
        "   ",
        "0 GET /x x",
        "-1 GET /x http://a/",
        "GET /x http://a/",
        "1 http://a/",
        "http://a/",
        "start ",
        "Start",
        "start GET /x",
        "end",
        "end GET",
        "end GET x",
        "end GET /x http://a/",
    ] {
        let error = garbage.parse::<Continuation>().unwrap_err();
        assert_eq!(error.to_string(), "the text is not a position in a list", "{garbage:?}");
        assert!(serde_json::from_value::<Continuation>(garbage.into()).is_err(), "{garbage:?}");
    }
    let place: Continuation = "2 GET /x http://a/b?c=d e".parse().unwrap();
    assert_eq!(place.to_string(), "2 GET /x http://a/b?c=d e");
    assert_eq!(format!("{place:?}"), "Continuation::Middle { skip: 2, .. }");
    for (text, shown) in [("start", "Continuation::Start"), ("end GET /x", "Continuation::End")] {
        let place: Continuation = text.parse().unwrap();
        assert_eq!((&*place.to_string(), &*format!("{place:?}")), (text, shown));
    }
}

#[tokio::test]
async fn a_position_belongs_to_one_list() {
    let server = Server::start(pages(3)).await;
    let mut items = server.thread().list_messages().items();
    items.next().await.unwrap().unwrap();
    let place = items.continuation().clone();
    let asked = server.seen().len();
    let other = server.thread_with("other", options()).list_messages();
    let mut resumed = other.resume(place.clone()).items();
    let error = resumed.next().await.unwrap().unwrap_err();
    assert_eq!(error.to_string(), "the continuation belongs to another list");
    assert!(resumed.next().await.is_none());
    assert_eq!(resumed.continuation(), &place);
    let end: Continuation = "end GET /chat/threads/19%3At%40thread.v2/messages".parse().unwrap();
    let mut resumed = server.thread_with("other", options()).list_messages().resume(end).items();
    assert!(resumed.next().await.unwrap().is_err(), "nor does an end");
    assert_eq!(server.seen().len(), asked);
    rest(server.thread().list_messages().resume(place).items()).await;
}
