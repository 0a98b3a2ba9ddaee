//! Lists by item and by page.

use acs_chat::{BadItem, Continuation};
use azure_core::http::StatusCode;
use futures::{StreamExt, TryStreamExt};
use std::sync::Mutex;
use tests::server::{Server, ids, message, pages};

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
async fn a_page_says_where_the_next_one_starts() {
    let server = Server::start(pages(3)).await;
    let thread = server.thread();
    let mut pages = thread.list_messages().pages();
    let first = pages.try_next().await.unwrap().unwrap();
    assert_eq!(first.continuation(), pages.continuation());
    let rest = thread.list_messages().resume(first.continuation().clone()).items();
    let rest: Vec<_> = rest.map_ok(|it| it.id).try_collect().await.unwrap();
    assert_eq!(rest, ids(3..9));
    let mut last = first.continuation().clone();
    while let Some(page) = pages.try_next().await.unwrap() {
        last = page.continuation().clone();
    }
    assert!(last.is_end());
}

/// A stored position tells a list that was not started from one that has been read to its end.
#[tokio::test]
async fn an_export_that_stores_its_position_writes_each_item_once() {
    let server = Server::start(pages(3)).await;
    let thread = server.thread();
    let (mut stored, mut exported) = (Continuation::default().to_string(), Vec::new());
    for run in 0..6 {
        let place: Continuation = stored.parse().unwrap();
        assert_eq!((place.is_start(), place.is_end()), (run == 0, run >= 3), "{run}");
        let mut pages = thread.list_messages().resume(place).pages();
        if let Some(page) = pages.try_next().await.unwrap() {
            stored = page.continuation().to_string();
            exported.extend(Vec::from(page).into_iter().map(|it| it.id));
        }
    }
    assert_eq!(exported, ids(0..9));
    assert_eq!(server.seen().len(), 3);
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
    let rest = thread.list_messages().resume(items.continuation().clone()).items();
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
fn other_text_is_not_a_continuation() {
    for text in ["", "x", "0", "-1 http://a", "1.5 x", "http://a"] {
        assert!(text.parse::<Continuation>().is_err(), "{text:?}");
    }
    let position: Continuation = "2 GET /x https://a.example/x?token=SECRET".parse().unwrap();
    assert!(!format!("{position:?}").contains("SECRET"));
}

#[tokio::test]
async fn an_item_that_cannot_be_read_is_an_error_and_the_next_one_follows() {
    let body = format!(r#"{{"value":[{},{{"id":"SECRET"}},{}]}}"#, message(1), message(2));
    let server = Server::fixed(200, body).await;
    let list = server.thread().list_messages();
    let mut items = list.clone().items();
    assert_eq!(items.try_next().await.unwrap().unwrap().id, "1");
    let error = items.try_next().await.unwrap_err();
    let text = "ChatThreadClient.list_messages (200): `value[1]` is not a `ChatMessage`: missing field `type`";
    assert_eq!(error.to_string(), text);
    assert!(!format!("{error:?} {items:?}").contains("SECRET"));
    assert_eq!(BadItem::of(&error).unwrap().json()["id"], "SECRET");
    let place = items.continuation().clone();
    assert_eq!(items.try_next().await.unwrap().unwrap().id, "2");
    assert!(items.try_next().await.unwrap().is_none());
    let rest = list.resume(place).items().map_ok(|it| it.id).try_collect::<Vec<_>>();
    assert_eq!(rest.await.unwrap(), ["2"]);
}
