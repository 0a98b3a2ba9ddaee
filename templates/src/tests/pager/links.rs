//! Links to the next page.

use super::rest;
use crate::{
    runtime::continuation::Continuation,
    tests::{sample::Message, server::Server},
};
use azure_core::http::Context;
use futures::{StreamExt, TryStreamExt};

#[tokio::test]
async fn a_link_to_another_origin_is_refused_and_gets_no_token() {
    let other = Server::fixed(200, r#"{"value":[]}"#).await;
    let foreign = other.base.clone();
    let server = Server::start(move |_, _, _| {
        (200, format!(r#"{{"value":[{}],"nextLink":"{foreign}/x"}}"#, Message::json(1)))
    })
    .await;
    for list in [server.thread().list_messages(), server.thread().list_messages().prefetch()] {
        let mut items = list.items();
        assert!(items.next().await.unwrap().is_ok(), "the page with the link is good");
        let error = items.next().await.unwrap().unwrap_err();
        assert!(error.to_string().contains("another origin"), "{error}");
    }
    let asked = server.seen().len();
    let address = server.base.strip_prefix("http://").unwrap();
    for link in [
        format!("{}/x", other.base),
        format!("https://{address}/x"),
        format!("http://{}/x", address.replace("127.0.0.1", "localhost")),
        format!("http://user:password@{address}/x"),
        format!("http://user@{address}/x"),
    ] {
        let list = "GET /chat/threads/19%3At%40thread.v2/messages";
        let place: Continuation = format!("0 {list} {link}").parse().unwrap();
        let mut pages = server.thread().list_messages().resume(place.clone()).pages();
        let error = pages.next().await.unwrap().unwrap_err();
        assert!(error.to_string().ends_with("is not followed"), "{link}: {error}");
        assert_eq!(pages.continuation(), &place);
    }
    assert!(other.seen().is_empty() && server.seen().len() == asked);
}

#[tokio::test]
async fn a_link_is_followed_unchanged() {
    const ODD: &str = "/chat/threads/19:uni01_a@thread.v2/messages?startTime=1%2F1%2F1970%2012%3A00%3A00%20AM%20%2B00%3A00&syncState=3e+%2B/(a)*~,;=&api-version=2025-03-15";
    let server = Server::start(|base, number, _| match number {
        0 => (200, format!(r#"{{"value":[],"nextLink":"{base}{ODD}"}}"#)),
        _ => (200, r#"{"value":[]}"#.to_owned()),
    })
    .await;
    rest(server.thread().list_messages().items()).await;
    assert_eq!(server.targets()[1], ODD);
}

#[tokio::test]
async fn an_invalid_link_is_an_error() {
    let server = Server::fixed(200, r#"{"value":[],"nextLink":"http://["}"#).await;
    let mut items = server.thread().list_messages().items();
    let error = items.next().await.unwrap().unwrap_err();
    assert!(error.to_string().contains("not a URL"), "{error}");
    assert!(items.next().await.is_none());
}

#[tokio::test]
async fn a_relative_link_is_resolved_against_its_page() {
    let server = Server::start(|_, number, _| {
        let link = ["?page=2", "more/3", "/4?api-version=1", ""][number];
        (200, format!(r#"{{"value":[],"nextLink":"{link}"}}"#))
    })
    .await;
    let pages: Vec<_> = server.thread().list_messages().pages().try_collect().await.unwrap();
    let path = "/chat/threads/19%3At%40thread.v2/messages";
    let version = "api-version=2025-03-15";
    let expected = [
        format!("{path}?{version}"),
        format!("{path}?page=2&{version}"),
        format!("/chat/threads/19%3At%40thread.v2/more/3?{version}"),
        "/4?api-version=1".to_owned(),
    ];
    assert_eq!(server.targets(), expected);
    assert_eq!(pages.len(), expected.len());
}

#[tokio::test]
async fn links_to_an_allowed_origin_are_followed() {
    let other =
        Server::start(|_, _, _| (200, format!(r#"{{"value":[{}]}}"#, Message::json(2)))).await;
    let base = other.base.clone();
    let server = Server::start(move |_, _, _| {
        let item = Message::json(1);
        (200, format!(r#"{{"value":[{item}],"nextLink":"{base}/more?a=b"}}"#))
    })
    .await;
    let list = server.thread().list_messages();
    list.clone().items().try_collect::<Vec<_>>().await.unwrap_err();
    assert!(other.seen().is_empty(), "not by default");
    let allowed = list.clone().allow_links_to(&other.base).context(Context::new());
    assert_eq!(allowed.items().try_collect::<Vec<_>>().await.unwrap().len(), 2);
    assert_eq!(other.seen()[0].target, "/more?a=b&api-version=2025-03-15");
    assert_eq!(other.seen()[0].header("authorization"), "Bearer SECRET-TOKEN");
    for bad in ["http://gateway.example", "gateway.example", ""] {
        let refused = list.clone().allow_links_to(bad).items().try_collect::<Vec<_>>().await;
        let error = refused.unwrap_err().to_string();
        assert_eq!(error, "origin must be https, or http to a loopback address");
    }
}
