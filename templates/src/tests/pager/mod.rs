//! Lists, by item and by page.

mod bad_items;
mod layouts;
mod links;
mod prefetch;
mod resuming;

use super::{
    builders::list,
    sample::{MESSAGES, Message, options},
    server::{Seen, Server},
};
use crate::runtime::{
    call::Call,
    page::Page,
    pager::{Items, List},
    pipeline::{JSON, Operation, Service},
};
use azure_core::{
    http::{Context, Method},
    time::parse_rfc3339,
};
use futures::TryStreamExt;
use std::mem::take;

/// A list with this many pages of three messages. Page `n` is at `page=n`.
fn pages(pages: usize) -> impl Fn(&str, usize, &Seen) -> (u16, String) {
    move |base, _, seen| {
        let page = page_of(&seen.target);
        let items: Vec<_> = (page * 3..page * 3 + 3).map(Message::json).collect();
        let next = match page + 1 < pages {
            true => format!(r#","nextLink":"{base}/chat/threads/t/messages?page={}""#, page + 1),
            false => String::new(),
        };
        (200, format!(r#"{{"value":[{}]{next}}}"#, items.join(",")))
    }
}

fn page_of(target: &str) -> usize {
    let page = target.split_once("page=").map(|(_, rest)| rest.split('&').next().unwrap());
    page.map_or(0, |page| page.parse().unwrap())
}

fn ids(range: std::ops::Range<usize>) -> Vec<String> {
    range.map(|id| id.to_string()).collect()
}

async fn rest(items: Items<Message>) -> Vec<String> {
    items.map_ok(|it| it.id).try_collect().await.unwrap()
}

#[tokio::test]
async fn lists_are_lazy_streams_of_items_or_pages() {
    let server = Server::start(pages(3)).await;
    let start = parse_rfc3339("2021-01-01T02:00:00+02:00").unwrap();
    let list = server.thread().list_messages().max_page_size(9).max_page_size(3).start_time(start);
    let mut items = list.clone().items();
    assert!(server.seen().is_empty());
    for id in 0..4 {
        assert_eq!(items.try_next().await.unwrap().unwrap().id, id.to_string());
    }
    drop(items);
    assert_eq!(
        server.targets(),
        [
            "/chat/threads/19%3At%40thread.v2/messages?maxPageSize=3&startTime=2021-01-01T00%3A00%3A00Z&api-version=2025-03-15",
            "/chat/threads/t/messages?page=1&api-version=2025-03-15",
        ],
        "the third page was never asked for; a link gets an api-version if it has none"
    );
    assert_eq!(rest(list.clone().items()).await, ids(0..9));
    let pages: Vec<Page<Message>> = list.pages().try_collect().await.unwrap();
    assert_eq!(pages.iter().map(|page| page.len()).collect::<Vec<_>>(), [3, 3, 3]);
    let places: Vec<_> = pages.iter().map(|page| page.continuation().is_end()).collect();
    assert_eq!(places, [false, false, true]);
    let mut read = Vec::new();
    for page in &pages {
        for message in page {
            read.push(message.id.clone());
        }
    }
    assert_eq!(read, ids(0..9));
    let items: Vec<Message> = pages.into_iter().flat_map(Vec::from).collect();
    assert_eq!(items.into_iter().map(|it| it.id).collect::<Vec<_>>(), ids(0..9));
}

#[tokio::test]
async fn an_empty_page_is_not_the_end_but_an_empty_link_is() {
    let server = Server::start(|base, number, _| match number {
        0 => (200, format!(r#"{{"value":[],"nextLink":"{base}/next?api-version=x"}}"#)),
        _ => (200, format!(r#"{{"value":[{}],"nextLink":""}}"#, Message::json(1))),
    })
    .await;
    assert_eq!(rest(server.thread().list_messages().items()).await, ["1"]);
    assert_eq!(server.targets()[1], "/next?api-version=x");
    assert_eq!(server.seen().len(), 2);
}

#[tokio::test]
async fn a_page_contains_its_response() {
    let server =
        Server::script(&[(200, &[("etag", "\"a\"")], r#"{"value":[],"total":7}"#), (204, &[], "")])
            .await;
    let list = || search(&server).pages();
    let page = list().try_next().await.unwrap().unwrap();
    assert_eq!(page.response().headers().get_str(&"etag".into()).unwrap(), "\"a\"");
    let body: serde_json::Value = page.response().body().json().unwrap();
    assert_eq!(body["total"], 7);
    // 204 is an empty list.
    assert!(list().try_next().await.unwrap().unwrap().is_empty());
}

#[derive(Clone, Debug)]
struct Search(List<&'static str>);
list!(Search, Message);

const SEARCH: Operation = Operation {
    name: "Client.search",
    method: Method::Post,
    path: "/search",
    content_type: JSON,
    success: &[200, 204],
    names: &[],
};

fn search(server: &Server) -> Search {
    let service = Service::new(&server.base, None, None, options()).unwrap();
    Search(List::new(Call::new(&service, &SEARCH, &[], "cats"), &MESSAGES))
}

/// Azure's guidelines say that a link is followed with `GET`, whatever requested the first page.
#[tokio::test]
async fn a_list_may_begin_with_a_body() {
    let server = Server::start(|base, number, _| {
        let link = if number == 1 { format!("{base}/more") } else { String::new() };
        let body = format!(r#"{{"value":[{}],"nextLink":"{link}"}}"#, Message::json(number));
        // The first try of the first page fails.
        (if number == 0 { 503 } else { 200 }, body)
    })
    .await;
    let search = search(&server).context(Context::new()).allow_links_to(&server.base).prefetch();
    let place = search.clone().items();
    let place = place.continuation().clone();
    let items: Vec<_> = search.clone().items().try_collect().await.unwrap();
    assert_eq!(items.len(), 2);
    let asked = |from: usize| {
        let seen = server.seen().into_iter().skip(from);
        seen.map(|seen| (seen.method, seen.target, seen.body)).collect::<Vec<_>>()
    };
    let first = ("POST".to_owned(), "/search".to_owned(), "\"cats\"".to_owned());
    let second = ("GET".to_owned(), "/more".to_owned(), String::new());
    assert_eq!(asked(1), [first.clone(), second]);
    // Before the first page, the position is the call itself, with its body.
    search.resume(place).pages().try_next().await.unwrap();
    assert_eq!(asked(3), [first]);
}

#[tokio::test]
async fn each_page_has_its_own_request_id() {
    let server = Server::start(pages(3)).await;
    rest(server.thread().list_messages().items()).await;
    let mut seen = server.seen();
    let ids: Vec<_> = seen
        .iter_mut()
        .map(|seen| take(&mut seen.headers)["x-ms-client-request-id"].clone())
        .collect();
    assert!(ids[0] != ids[1] && ids[1] != ids[2]);
}
