//! Errors do not end a stream, unless they say that there is nothing left to watch.

use super::service::{Service, changes, text, until_quiet};
use acs_chat::ThreadChange;
use azure_core::{http::StatusCode, time::OffsetDateTime};
use futures::StreamExt;

const GONE: &str = r#"{"error":{"code":"NotFound","message":"no such thread"}}"#;
const FORBIDDEN: &str = r#"{"error":{"code":"Forbidden","message":"not a participant"}}"#;

#[tokio::test(start_paused = true)]
async fn an_error_is_an_item_and_the_reading_goes_on_with_the_page_that_failed() {
    let service = Service::new((1..=6).map(|id| text(id, id)));
    let watch = service.thread().watch().since(OffsetDateTime::UNIX_EPOCH).page_size(2);
    let mut stream = watch.changes();
    service.answer_next(None);
    service.answer_next(Some((503, &[], "")));
    service.answer_next(Some((200, &[], r#"{"value":[{"id":"#)));
    service.answer_next(Some((429, &[], "")));
    let items = until_quiet(&mut stream).await;
    let statuses: Vec<_> = items.iter().take(3).map(|it| it.as_ref().err()).collect();
    let status = |at: usize| statuses[at].expect("an error").http_status();
    assert_eq!(status(0), Some(StatusCode::ServiceUnavailable));
    assert_eq!(status(1), None, "the JSON is broken");
    assert_eq!(status(2), Some(StatusCode::TooManyRequests));
    assert_eq!(items.iter().skip(3).filter(|it| it.is_ok()).count(), 6);
    let queries = service.queries();
    let skips: Vec<_> = queries.iter().take(6).map(|it| it.split('&').next().unwrap()).collect();
    let expected = ["maxPageSize=2", "skip=2", "skip=2", "skip=2", "skip=2", "skip=4"];
    assert_eq!(skips, expected);
}

#[tokio::test(start_paused = true)]
async fn a_page_that_the_service_refuses_is_read_again_from_the_start() {
    let service = Service::new((1..=6).map(|id| text(id, id)));
    let watch = service.thread().watch().since(OffsetDateTime::UNIX_EPOCH).page_size(4);
    let mut stream = watch.changes();
    service.answer_next(None);
    service.answer_next(Some((400, &[], r#"{"error":{"code":"BadRequest","message":"old"}}"#)));
    service.then(|service| service.put(text(1, 9)));
    let shown = changes(&mut stream).await;
    assert_eq!(shown[0], "400 BadRequest: old");
    let rest = ["received 2@2", "received 3@3", "received 4@4", "received 5@5", "received 6@6"];
    assert_eq!(shown[1..6], rest);
    assert_eq!(shown[6..], ["received 1@9"]);
}

#[tokio::test(start_paused = true)]
async fn a_stream_ends_with_its_thread_and_with_the_participation() {
    for (status, body, last) in [
        (404, GONE, ThreadChange::ThreadDeleted),
        (403, FORBIDDEN, ThreadChange::ParticipationEnded),
    ] {
        let service = Service::new([text(1, 1)]);
        let mut stream = service.thread().watch().changes();
        changes(&mut stream).await;
        service.answer_next(Some((status, &[], body)));
        assert_eq!(stream.next().await.unwrap().unwrap(), last);
        service.put(text(2, 2));
        assert!(stream.next().await.is_none());
        assert!(stream.next().await.is_none());
    }
}

#[tokio::test(start_paused = true)]
async fn a_status_that_is_not_from_the_service_ends_nothing() {
    let service = Service::new([text(1, 1)]);
    let mut stream = service.thread().watch().changes();
    changes(&mut stream).await;
    service.answer_next(Some((404, &[], "<html>no such page</html>")));
    service.answer_next(Some((403, &[], "")));
    service.put(text(2, 2));
    let expected = ["404 Not Found", "403 Forbidden", "received 2@2"];
    assert_eq!(changes(&mut stream).await, expected);
}

#[tokio::test(start_paused = true)]
async fn a_message_that_cannot_be_read_is_an_error_once_and_hides_no_other() {
    let service = Service::new([text(1, 1)]);
    let mut stream = service.thread().watch().changes();
    changes(&mut stream).await;
    let mut lost = text(2, 2);
    lost.json = lost.json.replace(r#""createdOn""#, r#""made""#);
    let mut odd = text(3, 3);
    odd.json = odd.json.replace(r#""version":"3""#, r#""version":"x""#);
    [lost.clone(), odd, text(4, 4)].into_iter().for_each(|item| service.put(item));
    let bad = "ChatThreadClient.list_messages (200): `value[2]` is not a `ChatMessage`: missing field `createdOn`";
    let number = "the version of the message 3 is not a number";
    assert_eq!(changes(&mut stream).await, [bad, number, "received 4@4"]);
    assert!(changes(&mut stream).await.is_empty(), "both are still in the list");
    // An edit of one, and the other in a form that can be read.
    lost.json = lost.json.replace("PRIVATE", "EDITED");
    [lost, text(3, 6), text(5, 5)].into_iter().for_each(|item| service.put(item));
    let bad = bad.replace("[2]", "[3]");
    assert_eq!(changes(&mut stream).await, [&*bad, "received 5@5", "received 3@6"]);
}

#[tokio::test(start_paused = true)]
async fn nothing_is_sent_before_the_first_poll_and_after_the_last() {
    let service = Service::new([text(1, 1)]);
    let stream = service.thread().watch().changes();
    tokio::time::sleep(std::time::Duration::from_secs(100)).await;
    assert!(service.queries().is_empty());
    let mut stream = stream;
    assert!(futures::poll!(stream.next()).is_pending());
    drop(stream);
    tokio::time::sleep(std::time::Duration::from_secs(100)).await;
    assert_eq!(service.queries().len(), 1);
}
