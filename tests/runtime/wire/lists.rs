//! Lists: by item and by page, lazily, and on from any place.

use super::server::{Server, ids, message, pages};
use acs_chat::Continuation;
use azure_core::http::StatusCode;
use futures::{StreamExt, TryStreamExt};
use std::sync::Mutex;

#[tokio::test]
async fn lists_are_lazy() {
    let server = Server::start(pages(3)).await;
    let list = server.thread().list_messages();
    let mut items = list.clone().items();
    assert!(server.seen().is_empty(), "nothing is sent before the first poll");
    for id in ids(0..4) {
        assert_eq!(items.try_next().await.unwrap().unwrap().id, id);
    }
    drop(items);
    assert_eq!(server.seen().len(), 2, "the third page was never asked for");
    let all: Vec<_> = list.clone().items().map_ok(|it| it.id).try_collect().await.unwrap();
    assert_eq!(all, ids(0..9));
    let lengths: Vec<_> = list.pages().map_ok(|page| page.len()).try_collect().await.unwrap();
    assert_eq!(lengths, [3, 3, 3]);
}

#[tokio::test]
async fn a_link_gets_an_api_version_if_it_has_none() {
    let server = Server::start(pages(2)).await;
    server.thread().list_messages().items().try_collect::<Vec<_>>().await.unwrap();
    let target = "/chat/threads/t/messages?page=1&api-version=2025-03-15";
    assert_eq!(server.seen()[1].target, target);
}

#[tokio::test]
async fn an_empty_page_is_not_the_end_but_an_empty_link_is() {
    let server = Server::start(|base, number, _| match number {
        0 => (200, format!(r#"{{"value":[],"nextLink":"{base}/next?api-version=x"}}"#)),
        _ => (200, format!(r#"{{"value":[{}],"nextLink":""}}"#, message(1))),
    })
    .await;
    let items: Vec<_> = server.thread().list_messages().items().try_collect().await.unwrap();
    assert_eq!(items.len(), 1);
    assert_eq!(server.seen()[1].target, "/next?api-version=x");
}

#[tokio::test]
async fn a_link_is_followed_to_the_byte() {
    const ODD: &str = "/chat/threads/19:uni01_a@thread.v2/messages?startTime=1%2F1%2F1970%2012%3A00%3A00%20AM%20%2B00%3A00&syncState=3e+%2B/(a)*~,;=&api-version=2025-03-15";
    let server = Server::start(|base, number, _| match number {
        0 => (200, format!(r#"{{"value":[],"nextLink":"{base}{ODD}"}}"#)),
        _ => (200, r#"{"value":[]}"#.to_owned()),
    })
    .await;
    server.thread().list_messages().items().try_collect::<Vec<_>>().await.unwrap();
    assert_eq!(server.seen()[1].target, ODD);
}

#[tokio::test]
async fn a_link_to_another_origin_is_refused_and_gets_no_token() {
    let other = Server::fixed(200, r#"{"value":[]}"#).await;
    let foreign = other.base.clone();
    let server = Server::start(move |_, _, _| {
        (200, format!(r#"{{"value":[{}],"nextLink":"{foreign}/x"}}"#, message(1)))
    })
    .await;
    let mut items = server.thread().list_messages().items();
    assert!(items.next().await.unwrap().is_ok(), "the page with the link is good");
    let error = items.next().await.unwrap().unwrap_err();
    assert!(error.to_string().contains("another origin"), "{error}");
    assert!(items.next().await.is_none());
    let port = other.base.rsplit(':').next().unwrap();
    for link in [
        format!("{}/x", other.base),
        format!("https://127.0.0.1:{port}/x"),
        format!("http://user@127.0.0.1:{port}/x"),
        format!("//127.0.0.1:{port}/x"),
        "file:///etc/passwd".to_owned(),
        "/x".to_owned(),
    ] {
        // What is no link of a list at all is refused when it is read.
        let Ok(place) = format!("0 {link}").parse::<Continuation>() else { continue };
        let mut pages = server.thread().list_messages().resume(place).pages();
        assert!(pages.next().await.unwrap().is_err(), "{link}");
    }
    assert!(other.seen().is_empty());
}

#[tokio::test]
async fn a_list_resumes_from_text_in_the_middle_of_any_page() {
    let server = Server::start(pages(3)).await;
    let thread = server.thread();
    for stop in 0..=9 {
        let mut items = thread.list_messages().items();
        let mut seen = Vec::new();
        for _ in 0..stop {
            seen.push(items.try_next().await.unwrap().unwrap().id);
        }
        let text = serde_json::to_string(&items.continuation()).unwrap();
        drop(items);
        let place: Option<Continuation> = serde_json::from_str(&text).unwrap();
        if let Some(place) = place {
            assert_eq!(place, place.to_string().parse().unwrap());
            let rest = thread.list_messages().resume(place).items();
            seen.extend(rest.map_ok(|it| it.id).try_collect::<Vec<_>>().await.unwrap());
        }
        assert_eq!(seen, ids(0..9), "stopped at {stop}");
    }
}

#[tokio::test]
async fn a_page_says_where_the_next_one_starts() {
    let server = Server::start(pages(3)).await;
    let thread = server.thread();
    let mut pages = thread.list_messages().pages();
    let first = pages.try_next().await.unwrap().unwrap();
    assert_eq!(first.continuation(), pages.continuation());
    let rest = thread.list_messages().resume(first.continuation().unwrap().clone()).items();
    let rest: Vec<_> = rest.map_ok(|it| it.id).try_collect().await.unwrap();
    assert_eq!(rest, ids(3..9));
    let mut last = None;
    while let Some(page) = pages.try_next().await.unwrap() {
        last = page.continuation().cloned();
    }
    assert_eq!(last, None);
}

#[tokio::test]
async fn a_list_resumes_after_an_error() {
    let failures = Mutex::new(1);
    let good = pages(3);
    let server = Server::start(move |base, number, seen| {
        if seen.target.contains("page=1") && std::mem::take(&mut *failures.lock().unwrap()) > 0 {
            return (403, r#"{"error":{"code":"Forbidden","message":"no"}}"#.to_owned());
        }
        good(base, number, seen)
    })
    .await;
    let thread = server.thread();
    let mut items = thread.list_messages().items();
    let mut seen = Vec::new();
    let error = loop {
        match items.next().await.unwrap() {
            Ok(item) => seen.push(item.id),
            Err(error) => break error,
        }
    };
    assert_eq!(error.http_status(), Some(StatusCode::Forbidden));
    assert!(items.next().await.is_none(), "an error ends the stream");
    let rest = thread.list_messages().resume(items.continuation().unwrap().clone()).items();
    seen.extend(rest.map_ok(|it| it.id).try_collect::<Vec<_>>().await.unwrap());
    assert_eq!(seen, ids(0..9));
}

#[tokio::test]
async fn a_thousand_items_come_once_each() {
    let server = Server::start(pages(334)).await;
    let items = server.thread().list_messages().prefetch().items();
    let seen: Vec<_> = items.map_ok(|it| it.id).try_collect().await.unwrap();
    assert_eq!(seen, ids(0..1002));
    assert_eq!(server.seen().len(), 334);
}

#[test]
fn garbage_is_no_continuation() {
    for text in ["", "x", "0", "-1 http://a", "1.5 x", "http://a"] {
        assert!(text.parse::<Continuation>().is_err(), "{text:?}");
    }
    let place: Continuation = "2 GET /x https://a.example/x?token=SECRET".parse().unwrap();
    assert!(!format!("{place:?}").contains("SECRET"));
}
