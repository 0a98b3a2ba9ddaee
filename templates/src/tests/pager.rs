use super::{
    builders::list,
    sample::{ListMessages, Message, MessagesCollection, ThreadClient, options},
    server::Server,
};
use crate::runtime::{
    call::Call,
    continuation::Continuation,
    pager::{Items, List, Page},
    pipeline::{JSON, Operation, Service},
};
use axum::{Router, extract::Request, response::IntoResponse};
use azure_core::{
    http::{Context, Method, StatusCode},
    time::parse_rfc3339,
};
use futures::{StreamExt, TryStreamExt};
use std::{
    future::pending,
    mem::take,
    sync::{Arc, Mutex},
    time::Duration,
};
use tokio::{net::TcpListener, sync::mpsc, time::timeout};

/// A timeout that no test reaches.
const LONG: Duration = Duration::from_secs(60);

/// Pages of three messages each, ids in a row; page `n` is at `page=n`.
fn pages(pages: usize) -> impl Fn(&str, usize, &str) -> (u16, String) {
    move |base, _, target| {
        let page = page_of(target);
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

/// Like [`pages`], but the pages in `failures` fail once.
fn failing(
    count: usize,
    failures: &[usize],
) -> impl Fn(&str, usize, &str) -> (u16, String) + use<> {
    let (good, failures) = (pages(count), Mutex::new(failures.to_vec()));
    move |base, number, target| {
        let page = page_of(target);
        let mut failures = failures.lock().unwrap();
        match failures.iter().position(|failure| *failure == page) {
            Some(index) => {
                failures.remove(index);
                (403, r#"{"error":{"code":"Forbidden","message":"no"}}"#.to_owned())
            }
            None => good(base, number, target),
        }
    }
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
        0 => (200, r#"{"value":[{"id":1}]}"#.to_owned()),
        _ => (200, format!(r#"{{"value":[{}]}}"#, Message::json(5))),
    })
    .await;
    let mut items = server.thread().list_messages().items();
    assert!(items.next().await.unwrap().is_err() && items.next().await.is_none());
    let place = items.continuation().clone();
    assert_eq!(rest(server.thread().list_messages().resume(place).items()).await, ["5"]);
}

/// A server that reports on a channel when a request arrives and when it is cancelled. It returns
/// the first page, and never the second.
async fn stuck() -> (String, mpsc::UnboundedReceiver<&'static str>) {
    struct Told(mpsc::UnboundedSender<&'static str>);
    impl Drop for Told {
        fn drop(&mut self) {
            self.0.send("given up").ok();
        }
    }
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let (sender, receiver) = mpsc::unbounded_channel();
    let host = Arc::new(base.clone());
    let router = Router::new().fallback(move |request: Request| {
        let (sender, host) = (sender.clone(), host.clone());
        async move {
            let target = request.uri().to_string();
            if page_of(&target) == 1 {
                sender.send("asked").unwrap();
                let _told = Told(sender);
                pending::<()>().await;
            }
            pages(3)(&host, 0, &target).1.into_response()
        }
    });
    tokio::spawn(async move { axum::serve(listener, router).await });
    (base, receiver)
}

#[tokio::test]
async fn prefetch_asks_for_one_page_ahead() {
    let (base, mut told) = stuck().await;
    let thread = ThreadClient::new(&base, "t", options()).unwrap();
    let mut items = thread.list_messages().prefetch().items();
    assert_eq!(items.try_next().await.unwrap().unwrap().id, "0");
    // Nobody polls the items now.
    assert_eq!(timeout(LONG, told.recv()).await.unwrap(), Some("asked"));
    assert_eq!(items.try_next().await.unwrap().unwrap().id, "1");

    let server = Server::start(pages(3)).await;
    assert_eq!(rest(server.thread().list_messages().prefetch().items()).await, ids(0..9));
    assert_eq!(server.seen().len(), 3);
    let pages = server.thread().list_messages().prefetch().pages();
    assert_eq!(pages.map(|page| page.unwrap().len()).collect::<Vec<_>>().await, [3, 3, 3]);
}

#[tokio::test]
async fn dropping_a_stream_cancels_its_prefetch() {
    let (base, mut told) = stuck().await;
    let thread = ThreadClient::new(&base, "t", options()).unwrap();
    let mut items = thread.list_messages().prefetch().items();
    items.try_next().await.unwrap().unwrap();
    assert_eq!(timeout(LONG, told.recv()).await.unwrap(), Some("asked"));
    let place = items.continuation().clone();
    drop(items);
    assert_eq!(timeout(LONG, told.recv()).await.unwrap(), Some("given up"));
    assert_eq!(place.to_string().split(' ').next(), Some("1"), "what was not read is not lost");
}

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
list!(Search, MessagesCollection, Message);

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
    Search(List::new(Call::new(&service, &SEARCH, &[], "cats")))
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
