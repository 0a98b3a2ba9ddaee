//! Each change of a thread is yielded once.

use super::service::{Service, changes, deleted, message, text};
use acs_chat::ThreadChange;
use azure_core::time::OffsetDateTime;
use futures::StreamExt;
use std::collections::HashSet;

/// A version, in milliseconds. The numbers of the tests are seconds after it.
const T: u64 = 1_700_000_000_000;

fn at(seconds: u64) -> u64 {
    T + seconds * 1_000
}

fn name(kind: &str, id: u64, version: u64) -> String {
    format!("{kind} {id}@{version}")
}

#[tokio::test(start_paused = true)]
async fn every_kind_of_change_is_yielded_oldest_first() {
    let service = Service::new([text(at(0), at(0)), text(at(1), at(1))]);
    let mut stream = service.thread().watch().changes();
    assert!(changes(&mut stream).await.is_empty(), "what is there is not news");
    service.put(text(at(50), at(50)));
    service.put(message(at(60), at(60), "topicUpdated", ""));
    service.put(message(at(61), at(61), "participantAdded", ""));
    service.put(message(at(62), at(62), "participantRemoved", ""));
    service.put(message(at(63), at(63), "ThreadActivity/New", ""));
    service.put(text(at(1), at(64)));
    service.put(deleted(at(0), at(65)));
    let expected = [
        name("received", at(50), at(50)),
        name("topic", at(60), at(60)),
        name("added", at(61), at(61)),
        name("removed", at(62), at(62)),
        name("received", at(63), at(63)),
        name("edited", at(1), at(64)),
        name("deleted", at(0), at(65)),
    ];
    assert_eq!(changes(&mut stream).await, expected);
    service.put(text(at(1), at(200)));
    service.put(text(at(1), at(201)));
    assert_eq!(changes(&mut stream).await, [name("edited", at(1), at(201))], "the newest version");
}

/// A program that answers new messages must see a message that was edited at once.
#[tokio::test(start_paused = true)]
async fn a_message_that_was_edited_before_it_was_seen_is_new() {
    let service = Service::new([]);
    let mut stream = service.thread().watch().changes();
    assert!(changes(&mut stream).await.is_empty());
    service.put(text(at(0), at(100)));
    assert_eq!(changes(&mut stream).await, [name("received", at(0), at(100))]);
    service.put(text(at(0), at(200)));
    assert_eq!(changes(&mut stream).await, [name("edited", at(0), at(200))]);
}

#[tokio::test(start_paused = true)]
async fn equal_versions_and_versions_that_come_late_are_not_missed() {
    let service = Service::new([text(at(0), at(0))]);
    let mut stream = service.thread().watch().changes();
    changes(&mut stream).await;
    service.put(text(at(100), at(100)));
    assert_eq!(changes(&mut stream).await, [name("received", at(100), at(100))]);
    service.put(message(at(101), at(100), "text", ""));
    assert_eq!(changes(&mut stream).await, [name("received", at(101), at(100))]);
    // The clock of another server is slow.
    service.put(text(at(91), at(91)));
    service.put(text(at(0), at(92)));
    let late = [name("received", at(91), at(91)), name("edited", at(0), at(92))];
    assert_eq!(changes(&mut stream).await, late);
}

#[tokio::test(start_paused = true)]
async fn a_stream_can_begin_in_the_past() {
    let service = Service::new((0..10).map(|second| text(at(second), at(second))));
    service.put(text(at(2), at(20)));
    let since = OffsetDateTime::from_unix_timestamp_nanos(i128::from(at(8)) * 1_000_000).unwrap();
    let mut stream = service.thread().watch().since(since).changes();
    let expected = [
        name("received", at(8), at(8)),
        name("received", at(9), at(9)),
        name("edited", at(2), at(20)),
    ];
    assert_eq!(changes(&mut stream).await, expected);
    let mut stream = service.thread().watch().since(OffsetDateTime::UNIX_EPOCH).changes();
    assert_eq!(changes(&mut stream).await.len(), 10);
}

/// The pages of the service of these tests shift: after each page, a message moves to the first.
#[tokio::test(start_paused = true)]
async fn messages_that_move_between_pages_are_yielded_once() {
    let service = Service::new((0..200).map(|second| text(at(second), at(second))));
    let watch = service.thread().watch().since(OffsetDateTime::UNIX_EPOCH).page_size(10);
    let mut stream = watch.changes();
    fn edit_one(service: &Service, second: u64) {
        service.put(text(at(second), at(1_000 + second)));
        if second < 20 {
            service.then(move |service| edit_one(service, second + 1));
        }
    }
    service.then(|service| edit_one(service, 0));
    let yielded = changes(&mut stream).await;
    let received: HashSet<_> = yielded
        .iter()
        .filter_map(|change| change.strip_prefix("received ")?.split('@').next())
        .collect();
    assert_eq!(received.len(), 200, "each message is new once");
    let edited = (0..=20).map(|second| format!("{}@{}", at(second), at(1_000 + second)));
    for version in edited {
        let times = yielded.iter().filter(|change| change.ends_with(&version)).count();
        assert_eq!(times, 1, "{version}");
    }
    assert_eq!(yielded.len(), 200 + 2, "the last two moved after they were read");
}

#[tokio::test(start_paused = true)]
async fn one_page_is_enough_for_few_changes() {
    let service = Service::new((0..500).map(|second| text(at(second), at(second))));
    let mut stream = service.thread().watch().changes();
    // The first reading goes back ten seconds.
    let first = futures::poll!(stream.next());
    assert!(first.is_pending());
    assert_eq!(service.queries(), ["maxPageSize=50&api-version=2025-03-15"]);
    for second in 1_000..1_030 {
        service.put(text(at(second), at(second)));
    }
    for _ in 0..30 {
        assert!(matches!(stream.next().await, Some(Ok(ThreadChange::MessageReceived(_)))));
    }
    assert_eq!(service.queries().len(), 1);
    for second in 2_000..2_120 {
        service.put(text(at(second), at(second)));
    }
    for _ in 0..120 {
        stream.next().await.unwrap().unwrap();
    }
    let queries = service.queries();
    assert_eq!(queries.len(), 3, "{queries:?}");
}
