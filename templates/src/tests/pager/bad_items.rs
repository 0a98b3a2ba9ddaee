//! Items that cannot be read, among others.

use super::{super::server::Server, Message, page_of};
use crate::runtime::page::{BadItem, Page};
use azure_core::error::{Error, ErrorKind};
use futures::{StreamExt, TryStreamExt};

/// Two pages. The items 1 and 3 of the first one are bad, and the first of the second.
async fn server() -> Server {
    Server::start(|base, _, seen| {
        let good = Message::json;
        let (items, link) = match page_of(&seen.target) {
            0 => {
                let bad = [r#"{"id":"SECRET-1"}"#, r#""SECRET-3""#];
                let items = [&good(0), bad[0], &good(2), bad[1], &good(4)].join(",");
                (items, format!("{base}/chat/threads/t/messages?page=1"))
            }
            _ => (format!("null,{}", good(6)), String::new()),
        };
        (200, format!(r#"{{"value":[{items}],"nextLink":"{link}"}}"#))
    })
    .await
}

const BAD: [&str; 3] = [
    "ThreadClient.list_messages (200): `value[1]` is not a `Message`: missing field `createdOn`",
    "ThreadClient.list_messages (200): `value[3]` is not a `Message`: expected struct Message",
    "ThreadClient.list_messages (200): `value[0]` is not a `Message`: expected struct Message",
];

fn shown(item: Result<Message, Error>) -> String {
    item.map_or_else(|error| error.to_string(), |message| message.id)
}

#[tokio::test]
async fn a_bad_item_is_an_error_between_the_others() {
    let server = server().await;
    let list = server.thread().list_messages();
    let items: Vec<String> = list.items().map(shown).collect().await;
    assert_eq!(items, ["0", BAD[0], "2", BAD[1], "4", BAD[2], "6"]);
}

#[tokio::test]
async fn the_error_has_the_item_and_shows_no_value() {
    let server = server().await;
    let mut items = server.thread().list_messages().items();
    items.try_next().await.unwrap();
    let error = items.try_next().await.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::DataConversion);
    let bad = BadItem::of(&error).unwrap();
    assert_eq!(*bad.json(), serde_json::json!({ "id": "SECRET-1" }));
    assert!(!format!("{error} {error:?} {bad} {bad:?} {items:?}").contains("SECRET"));
    let wrapped = Error::with_error(ErrorKind::Other, error, "no messages today");
    assert!(BadItem::of(&wrapped).is_some());
    assert!(BadItem::of(&Error::with_message(ErrorKind::Other, "another")).is_none());
}

#[tokio::test]
async fn a_list_resumes_behind_a_bad_item() {
    let server = server().await;
    let list = server.thread().list_messages();
    let mut items = list.clone().items();
    let mut seen = Vec::new();
    let mut places = Vec::new();
    while let Some(item) = items.next().await {
        seen.push(shown(item));
        places.push(items.continuation().clone());
    }
    for (number, place) in places.into_iter().enumerate() {
        let rest: Vec<String> = list.clone().resume(place).items().map(shown).collect().await;
        assert_eq!(rest, seen[number + 1..], "after {number}");
    }
}

#[tokio::test]
async fn a_page_has_the_rest_and_its_errors_follow_it() {
    let server = server().await;
    let list = server.thread().list_messages();
    let mut pages = list.clone().pages();
    let first = pages.try_next().await.unwrap().unwrap();
    assert_eq!(first.iter().map(|it| &*it.id).collect::<Vec<_>>(), ["0", "2", "4"]);
    assert_eq!(first.bad_items().iter().map(ToString::to_string).collect::<Vec<_>>(), BAD[..2]);
    for bad in first.bad_items() {
        let error = pages.try_next().await.unwrap_err();
        assert_eq!(BadItem::of(&error), Some(bad));
        assert_eq!(pages.continuation(), first.continuation());
    }
    let second = pages.try_next().await.unwrap().unwrap();
    assert_eq!(Vec::from(second).len(), 1);
    assert_eq!(pages.try_next().await.unwrap_err().to_string(), BAD[2]);
    assert!(pages.try_next().await.unwrap().is_none());
    let all: Result<Vec<Page<Message>>, _> = list.pages().try_collect().await;
    assert_eq!(all.unwrap_err().to_string(), BAD[0]);
}

#[tokio::test]
async fn a_fault_outside_of_the_items_fails_the_page() {
    for (body, problem) in [
        ("{}", "missing field `value`"),
        (r#"{"value":{}}"#, "expected a sequence"),
        (r#"{"value":[],"nextLink":7}"#, "expected a string"),
        (r#"{"value":[{}],"nextLink":{}}"#, "missing field `id`"),
        ("7", "expected an object"),
        (r#"{"value":[]}}"#, "trailing characters"),
    ] {
        let server = Server::start(move |_, _, _| (200, body.to_owned())).await;
        let mut items = server.thread().list_messages().items();
        let error = items.try_next().await.unwrap_err().to_string();
        let start = "ThreadClient.list_messages (200): the response is not a `Page<Message>`: ";
        assert!(error.starts_with(&[start, problem].concat()), "{error}");
        assert!(items.continuation().is_start() && items.next().await.is_none());
    }
}
