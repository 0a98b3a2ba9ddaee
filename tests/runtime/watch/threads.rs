//! The list of threads.

use super::service::{Item, Service, until_quiet};
use acs_chat::{ThreadListChange, ThreadListChanges};
use azure_core::time::{Duration, OffsetDateTime};
use futures::StreamExt;

fn thread(id: &str, second: u64) -> Item {
    with(id, second, "")
}

fn with(id: &str, second: u64, more: &str) -> Item {
    let json = format!(
        r#"{{"id":"{id}","topic":"PRIVATE","lastMessageReceivedOn":"2026-01-01T00:00:{second:02}Z"{more}}}"#
    );
    Item { version: second, id: id.to_owned(), json }
}

fn deleted(id: &str, second: u64) -> Item {
    with(id, second, r#","deletedOn":"2026-01-01T00:01:00Z""#)
}

async fn changes(stream: &mut ThreadListChanges) -> Vec<String> {
    let show = |change| match change {
        ThreadListChange::Joined(thread) => format!("joined {}", thread.id),
        ThreadListChange::Active(thread) => format!("active {}", thread.id),
        ThreadListChange::Deleted(thread) => format!("deleted {}", thread.id),
        ThreadListChange::Left(id) => format!("left {id}"),
        _ => "other".to_owned(),
    };
    let items = until_quiet(stream).await.into_iter();
    items.map(|item| item.map_or_else(|error| error.to_string(), show)).collect()
}

#[tokio::test(start_paused = true)]
async fn threads_come_and_go() {
    let service = Service::new([thread("a", 1), thread("b", 2), deleted("gone", 3)]);
    let mut stream = service.chat().watch_threads().page_size(2).changes();
    assert!(changes(&mut stream).await.is_empty());
    service.put(thread("c", 5));
    service.put(thread("a", 4));
    service.put(deleted("never seen", 6));
    assert_eq!(changes(&mut stream).await, ["active a", "joined c"]);
    service.put(deleted("a", 4));
    service.remove("b");
    service.remove("gone");
    assert_eq!(changes(&mut stream).await, ["deleted a", "left b"]);
    service.remove("a");
    assert!(changes(&mut stream).await.is_empty(), "a deleted thread does not leave");
    service.put(thread("b", 7));
    assert_eq!(changes(&mut stream).await, ["joined b"]);
}

#[tokio::test(start_paused = true)]
async fn a_stream_can_begin_with_threads_that_exist() {
    let service = Service::new([thread("a", 1), thread("b", 2), thread("c", 3)]);
    let since = OffsetDateTime::UNIX_EPOCH;
    let mut stream = service.chat().watch_threads().since(since).changes();
    assert_eq!(changes(&mut stream).await, ["joined a", "joined b", "joined c"]);
    let since = azure_core::time::parse_rfc3339("2026-01-01T00:00:02Z").unwrap();
    let mut stream = service.chat().watch_threads().since(since).changes();
    assert_eq!(changes(&mut stream).await, ["joined b", "joined c"]);
}

/// The time of the last message has whole seconds, so a second message can have the same one.
#[tokio::test(start_paused = true)]
async fn a_second_that_is_not_over_can_bring_another_message() {
    let service = Service::new([thread("a", 1)]);
    service.set_date("Thu, 01 Jan 2026 00:00:09 GMT");
    let mut stream = service.chat().watch_threads().changes();
    assert!(changes(&mut stream).await.is_empty());
    service.set_date("Thu, 01 Jan 2026 00:00:10 GMT");
    service.put(thread("a", 10));
    service.queries();
    let first = stream.next().await.unwrap().unwrap();
    assert!(matches!(first, ThreadListChange::Active(_)), "{first:?}");
    assert_eq!(service.queries().len(), 2, "it was held back once");
    service.set_date("Thu, 01 Jan 2026 00:00:11 GMT");
    assert_eq!(changes(&mut stream).await, ["active a"], "there may have been another message");
    assert!(changes(&mut stream).await.is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_thread_that_is_missing_once_has_not_left() {
    let service = Service::new([thread("a", 1), thread("b", 2)]);
    let mut stream = service.chat().watch_threads().changes();
    assert!(changes(&mut stream).await.is_empty());
    service.remove("a");
    service.then(|service| service.put(thread("a", 1)));
    assert!(changes(&mut stream).await.is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_thread_that_cannot_be_read_has_not_left() {
    let service = Service::new([thread("a", 1), thread("b", 2), thread("c", 3)]);
    let mut stream = service.chat().watch_threads().changes();
    assert!(changes(&mut stream).await.is_empty());
    let bad = |id: &str, second, json: &str| Item { json: json.to_owned(), ..thread(id, second) };
    service.put(bad("a", 5, r#"{"id":"a"}"#));
    service.put(thread("c", 6));
    service.remove("b");
    let topic = "ChatClient.list_chat_threads (200): `value[1]` is not a `ChatThreadItem`: missing field `topic`";
    assert_eq!(changes(&mut stream).await, [topic, "active c", "left b"]);
    // Without an id, it can be any thread.
    service.put(bad("a", 5, r#"{"topic":"PRIVATE"}"#));
    service.remove("c");
    let id = "ChatClient.list_chat_threads (200): `value[0]` is not a `ChatThreadItem`: missing field `id`";
    assert_eq!(changes(&mut stream).await, [id]);
    service.put(thread("a", 7));
    assert_eq!(changes(&mut stream).await, ["active a", "left c"]);
}

#[tokio::test(start_paused = true)]
async fn a_long_list_is_read_in_part() {
    let service = Service::new((1..60).map(|second| thread(&format!("t{second}"), second)));
    let every = Duration::seconds(1)..=Duration::seconds(2);
    let mut stream = service.chat().watch_threads().page_size(10).every(every).changes();
    assert!(changes(&mut stream).await.is_empty());
    service.queries();
    service.put(thread("t1", 59));
    service.remove("t2");
    assert_eq!(changes(&mut stream).await, ["active t1", "left t2"]);
    let queries = service.queries();
    let partial =
        queries.iter().filter(|query| query.contains("startTime=2025-12-31T23%3A59%3A59Z"));
    let whole = queries.iter().filter(|query| query.starts_with("maxPageSize=10&api-version"));
    assert!(partial.count() >= 9 && whole.count() >= 2, "{queries:?}");
}

#[tokio::test(start_paused = true)]
async fn the_stream_is_resumed_from_text() {
    let service = Service::new([thread("a", 1), thread("b", 2)]);
    let mut stream = service.chat().watch_threads().since(OffsetDateTime::UNIX_EPOCH).changes();
    stream.next().await.unwrap().unwrap();
    let text = stream.checkpoint().unwrap().to_string();
    assert!(!text.contains("PRIVATE"));
    service.put(thread("a", 3));
    let watch = service.chat().watch_threads().since(OffsetDateTime::UNIX_EPOCH);
    let mut stream = watch.resume(text.parse().unwrap()).changes();
    assert_eq!(changes(&mut stream).await, ["joined b", "active a"]);
}
