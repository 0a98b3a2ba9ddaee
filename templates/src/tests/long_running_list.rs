//! Lists that begin with a long-running operation.

use super::{
    sample::{MESSAGES, Message, options},
    server::Server,
};
use crate::runtime::{
    call::Call,
    continuation::Continuation,
    long_running::FinalState,
    long_running_list::LongRunningList,
    page::{BadItem, Layout},
    pipeline::{JSON, Operation, Service},
    timestamp::Rfc3339,
};
use azure_core::{
    Value,
    http::Method,
    time::{Duration, OffsetDateTime},
};
use futures::{StreamExt, TryStreamExt};

const FIND: Operation = Operation {
    name: "Client.find",
    method: Method::Post,
    path: "/find",
    content_type: JSON,
    success: &[200, 202],
    names: &[],
};

const BEGUN: (u16, &[(&str, &str)], &str) =
    (202, &[("retry-after", "0"), ("location", "/wait")], "");

fn list(server: &Server, layout: &'static Layout) -> LongRunningList<&'static str> {
    let service = Service::new(&server.base, None, None, options()).unwrap();
    let call = Call::new(&service, &FIND, &[], "cats");
    let mut list = LongRunningList::new(call, layout, FinalState::Location);
    list.poll_every(Duration::ZERO);
    list
}

fn asked(server: &Server) -> Vec<String> {
    let seen = server.seen().into_iter();
    seen.map(|it| format!("{} {} {}", it.method, it.target, it.body).trim().to_owned()).collect()
}

/// Begins, waits once, and then lists three messages on two pages. The second one is bad.
async fn server() -> Server {
    Server::start(|base, _, seen| {
        let body = match &*seen.target {
            "/find" => String::new(),
            "/wait" => format!(r#"{{"value":[{},{{}}],"nextLink":"/more"}}"#, Message::json(1)),
            "/more" => format!(r#"{{"value":[{}]}}"#, Message::json(3)),
            other => panic!("{base}{other}"),
        };
        let status = if body.is_empty() { 202 } else { 200 };
        (status, vec![("retry-after", "0".to_owned()), ("location", "/wait".to_owned())], body)
    })
    .await
}

#[tokio::test]
async fn the_result_of_the_operation_is_the_first_page() {
    let server = server().await;
    let list = list(&server, &MESSAGES);
    let mut items = list.clone().items::<Message>();
    assert!(asked(&server).is_empty());
    assert_eq!(items.try_next().await.unwrap().unwrap().id, "1");
    let place = items.continuation().clone();
    assert!(BadItem::of(&items.try_next().await.unwrap_err()).is_some());
    let next = items.continuation().clone();
    assert_eq!(items.try_next().await.unwrap().unwrap().id, "3");
    assert!(items.try_next().await.unwrap().is_none());
    let whole = [r#"POST /find "cats""#, "GET /wait", "GET /more"];
    assert_eq!(asked(&server), whole);
    // A later page is at its link. The first one is the result of another operation.
    let resumed = |from: Continuation| {
        let mut list = list.clone();
        list.resume(from);
        list.items::<Message>().count()
    };
    assert_eq!(resumed(next).await, 1);
    assert_eq!(asked(&server)[3..], ["GET /more"]);
    assert_eq!(resumed(place).await, 2);
    assert_eq!(asked(&server)[4..], whole);
}

#[tokio::test]
async fn a_poller_tells_the_progress_and_the_list_resumes_it() {
    let server = server().await;
    let mut poller = list(&server, &MESSAGES).poller::<Value>();
    let begun = poller.try_next().await.unwrap().unwrap().into_model().unwrap();
    let stored = begun.continuation.unwrap().to_string();
    assert_eq!(asked(&server), [r#"POST /find "cats""#]);
    let mut list = list(&server, &MESSAGES);
    list.resume_poller(stored.parse().unwrap());
    list.prefetch();
    let pages: Vec<_> = list.pages::<Message>().filter_map(async |page| page.ok()).collect().await;
    assert_eq!(pages.iter().map(|page| page.len()).collect::<Vec<_>>(), [1, 1]);
    assert_eq!(asked(&server)[1..], ["GET /wait", "GET /more"]);
}

/// The operation can do something, so it is begun once.
#[tokio::test]
async fn an_operation_that_may_have_begun_is_not_begun_again() {
    let server = Server::script(&[(500, &[], ""), (200, &[], r#"{"value":[]}"#)]).await;
    let mut items = list(&server, &MESSAGES).items::<Message>();
    assert!(items.try_next().await.unwrap_err().to_string().contains("may have carried out"));
    assert!(items.continuation().is_start());
    assert_eq!(asked(&server).len(), 1);
}

#[tokio::test]
async fn items_may_be_encoded() {
    const DAYS: Layout = Layout { items: &["days"], required: false, next_link: &["next"] };
    let first = r#"{"days":["1970-01-01T00:00:00Z","x"],"next":"/more"}"#;
    let script: &'static _ = Box::leak(Box::new([BEGUN, (200, &[], first), (200, &[], "{}")]));
    let server = Server::script(script).await;
    let mut items = list(&server, &DAYS).encoded_items::<Rfc3339, OffsetDateTime>();
    assert_eq!(items.try_next().await.unwrap(), Some(OffsetDateTime::UNIX_EPOCH));
    let error = items.try_next().await.unwrap_err().to_string();
    let text = "Client.find (200): `days[1]` is not a `OffsetDateTime`: ";
    assert!(error.starts_with(text), "{error}");
    assert!(items.try_next().await.unwrap().is_none());
    let server = Server::script(&[(200, &[], r#"{"days":["1970-01-01T00:00:00Z"]}"#)]).await;
    let pages = list(&server, &DAYS).encoded_pages::<Rfc3339, OffsetDateTime>();
    let pages: Vec<_> = pages.try_collect().await.unwrap();
    assert_eq!(pages[0][..], [OffsetDateTime::UNIX_EPOCH]);
}
