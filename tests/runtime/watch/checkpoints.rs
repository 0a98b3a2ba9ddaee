//! Streams that are resumed.

use super::service::{Service, changes, shown, text, until_quiet};
use acs_chat::Checkpoint;
use azure_core::time::OffsetDateTime;
use futures::StreamExt;
use tests::server::JWT;

#[tokio::test(start_paused = true)]
async fn a_stream_is_resumed_after_any_change() {
    let service = Service::new((1..=9).map(|id| text(id, id)));
    let mut yielded = Vec::new();
    let mut stored: Option<String> = None;
    for edit in 0..12 {
        let mut watch = service.thread().watch().since(OffsetDateTime::UNIX_EPOCH).page_size(4);
        if let Some(stored) = &stored {
            watch = watch.resume(stored.parse().unwrap());
        }
        let mut stream = watch.changes();
        yielded.push(shown(&stream.next().await.unwrap()));
        stored = Some(stream.checkpoint().unwrap().to_string());
        if edit < 11 {
            service.put(text(9, 100_000 * (edit + 1)));
        }
    }
    let mut expected: Vec<String> = (1..=8).map(|id| format!("received {id}@{id}")).collect();
    // The last message moved away from the end eight times.
    expected.push("received 9@800000".to_owned());
    expected.extend((9..=11).map(|edit| format!("edited 9@{}", 100_000 * edit)));
    assert_eq!(yielded, expected);
}

#[tokio::test(start_paused = true)]
async fn a_checkpoint_is_there_when_the_beginning_is_known() {
    let service = Service::new([text(1, 1)]);
    let mut stream = service.thread().watch().changes();
    assert_eq!(stream.checkpoint(), None);
    assert!(changes(&mut stream).await.is_empty());
    let checkpoint = stream.checkpoint().unwrap();
    service.put(text(2, 2));
    let mut resumed = service.thread().watch().resume(checkpoint.clone()).changes();
    assert_eq!(resumed.checkpoint(), Some(checkpoint));
    assert_eq!(changes(&mut resumed).await, ["received 2@2"]);
    assert_eq!(changes(&mut stream).await, ["received 2@2"]);
    let since = service.thread().watch().since(OffsetDateTime::now_utc()).changes();
    assert!(since.checkpoint().is_some());
}

#[tokio::test(start_paused = true)]
async fn the_checkpoint_of_something_else_is_refused() {
    let service = Service::new([text(1, 1)]);
    let checkpoint = |id: &str| {
        let thread = service.chat().chat_thread_client(id);
        thread.watch().since(OffsetDateTime::UNIX_EPOCH).changes().checkpoint().unwrap()
    };
    let another = checkpoint("19:another@thread.v2");
    let mut stream = service.thread().watch().resume(another.clone()).changes();
    let error = stream.next().await.unwrap().unwrap_err();
    let message = "the checkpoint belongs to thread 19:another@thread.v2, and this is thread \
                   19:t@thread.v2";
    assert_eq!(error.to_string(), message);
    assert!(stream.next().await.is_none());
    let mut stream = service.chat().watch_threads().resume(another).changes();
    assert!(stream.next().await.unwrap().is_err());
    assert!(stream.next().await.is_none());
    assert!(service.queries().is_empty(), "nothing was sent");
}

#[tokio::test(start_paused = true)]
async fn the_text_of_a_checkpoint_has_no_secrets() {
    let service = Service::new([text(1, 1)]);
    let mut stream = service.thread().watch().since(OffsetDateTime::UNIX_EPOCH).changes();
    until_quiet(&mut stream).await;
    let checkpoint = stream.checkpoint().unwrap();
    let text = checkpoint.to_string();
    assert_eq!(text.parse::<Checkpoint>().unwrap(), checkpoint);
    assert!(!text.contains("PRIVATE") && !text.contains(JWT), "{text}");
}
