//! Long-running operations, from the first request to the result.

use super::{builders::long_running, sample::Token, server::Server};
use crate::runtime::{
    attempt::OutcomeUnknown,
    bearer::Bearer,
    call::Call,
    long_running::{FinalState, PollContinuation},
    pipeline::{Operation, Service},
    poller::{LongRunning, Poller},
};
use azure_core::{
    Result,
    error::ErrorKind,
    http::{ClientOptions, Method, RetryOptions, poller::PollerStatus},
    time::Duration,
};
use futures::TryStreamExt;
use serde::Deserialize;
use std::{sync::Arc, time::Instant};

#[derive(Clone, Debug, PartialEq, Deserialize)]
struct Number {
    digits: String,
}

#[derive(Clone, Debug)]
struct Buy(LongRunning);
long_running!(Buy, Number, Unspecified);

#[derive(Clone, Debug)]
struct Release(LongRunning);
long_running!(Release, (), Nothing);

const BUY: Operation = Operation {
    name: "Client.buy",
    method: Method::Post,
    path: "/numbers",
    content_type: None,
    success: &[200, 202],
    names: &[],
};
const WRITE: Operation = Operation { method: Method::Put, success: &[200, 201, 202], ..BUY };
const RELEASE: Operation = Operation { method: Method::Delete, success: &[202], ..BUY };

fn service(server: &Server) -> Arc<Service> {
    service_with(server, ClientOptions::default())
}

fn service_with(server: &Server, options: ClientOptions) -> Arc<Service> {
    let authorize = Bearer::new(&server.base, Arc::new(Token("SECRET")), &["scope"]).unwrap();
    Service::new(&server.base, Some("1"), Some(authorize), options).unwrap()
}

fn call(server: &Server, operation: &'static Operation) -> LongRunning {
    call_of(&service(server), operation)
}

/// A call that fails at once where no connection can be made.
fn call_once(server: &Server, operation: &'static Operation) -> LongRunning {
    let options = ClientOptions { retry: RetryOptions::none(), ..Default::default() };
    call_of(&service_with(server, options), operation)
}

fn call_of(service: &Arc<Service>, operation: &'static Operation) -> LongRunning {
    let mut call = Call::new(service, operation, &[], ());
    call.header("Repeatability-Request-Id", "once");
    LongRunning::new(call)
}

/// Returns the result, and the requests that were sent.
async fn result(
    server: &Server,
    operation: &'static Operation,
    final_state: FinalState,
) -> (Result<Number>, Vec<String>) {
    let poller: Poller<Number> = call(server, operation).poller(final_state);
    let result = match poller.await {
        Ok(response) => response.into_model(),
        Err(error) => Err(error),
    };
    let asked = server.seen().into_iter().map(|seen| {
        let target = seen.target.replace("?api-version=1", "");
        format!("{} {target}", seen.method)
    });
    (result, asked.collect())
}

type Script = &'static [(u16, &'static [(&'static str, &'static str)], &'static str)];

const NOW: (&str, &str) = ("retry-after", "0");
const NUMBER: (u16, &[(&str, &str)], &str) = (200, &[], r#"{"digits":"555"}"#);

/// The requests of each kind of operation until its result arrives.
#[tokio::test]
async fn the_description_and_the_responses_locate_the_result() {
    use FinalState::{Location, OriginalUri, Status, StatusResult, Unspecified};
    let cases: &[(&'static Operation, FinalState, Script, &[&str])] = &[
        // Like a search for phone numbers: links relative to the endpoint.
        (
            &BUY,
            Location,
            &[
                (
                    202,
                    &[NOW, ("operation-location", "/operations/1"), ("location", "/found/1")],
                    "",
                ),
                (200, &[NOW], r#"{"status":"notStarted"}"#),
                (200, &[NOW, ("operation-location", "/operations/2")], r#"{"status":"running"}"#),
                (200, &[], r#"{"status":"succeeded","resourceLocation":"/elsewhere"}"#),
                NUMBER,
            ],
            &[
                "POST /numbers",
                "GET /operations/1",
                "GET /operations/1",
                "GET /operations/2",
                "GET /found/1",
            ],
        ),
        (
            &BUY,
            Location,
            &[
                (202, &[NOW, ("operation-location", "operations/1")], ""),
                (200, &[], r#"{"status":"Succeeded","resourceLocation":"{base}/numbers/5"}"#),
                NUMBER,
            ],
            &["POST /numbers", "GET /operations/1", "GET /numbers/5"],
        ),
        (
            &WRITE,
            Unspecified,
            &[
                (201, &[NOW, ("azure-asyncoperation", "{base}/operations/1")], "{}"),
                (200, &[NOW], r#"{"status":"InProgress"}"#),
                (200, &[], r#"{"status":"Succeeded"}"#),
                NUMBER,
            ],
            &["PUT /numbers", "GET /operations/1", "GET /operations/1", "GET /numbers"],
        ),
        (
            &BUY,
            OriginalUri,
            &[
                (202, &[NOW, ("operation-location", "/operations/1")], ""),
                (200, &[], r#"{"status":"Succeeded"}"#),
                NUMBER,
            ],
            &["POST /numbers", "GET /operations/1", "GET /numbers"],
        ),
        (
            &BUY,
            Status,
            &[
                (202, &[NOW, ("operation-location", "/operations/1"), ("location", "/no")], ""),
                (200, &[], r#"{"status":"Succeeded","digits":"555"}"#),
            ],
            &["POST /numbers", "GET /operations/1"],
        ),
        (
            &BUY,
            StatusResult,
            &[
                (202, &[NOW, ("operation-location", "/operations/1")], ""),
                (200, &[], r#"{"status":"Succeeded","result":{"digits":"555"}}"#),
            ],
            &["POST /numbers", "GET /operations/1"],
        ),
        // A loop of 202 on a link that moves.
        (
            &BUY,
            Unspecified,
            &[
                (202, &[NOW, ("location", "/wait/1")], ""),
                (202, &[NOW, ("location", "/wait/2")], ""),
                (202, &[NOW], ""),
                NUMBER,
            ],
            &["POST /numbers", "GET /wait/1", "GET /wait/2", "GET /wait/2"],
        ),
        // The resource contains its own status.
        (
            &WRITE,
            Unspecified,
            &[
                (201, &[NOW], r#"{"properties":{"provisioningState":"Creating"}}"#),
                (200, &[NOW], r#"{"provisioningState":"Updating"}"#),
                (200, &[], r#"{"digits":"555","provisioningState":"Succeeded"}"#),
            ],
            &["PUT /numbers", "GET /numbers", "GET /numbers"],
        ),
        // The operation ends with the first response.
        (&BUY, Unspecified, &[NUMBER], &["POST /numbers"]),
    ];
    for (operation, final_state, script, expected) in cases {
        let server = Server::script(script).await;
        let (result, asked) = result(&server, operation, *final_state).await;
        assert_eq!(result.unwrap().digits, "555", "{asked:?}");
        assert_eq!(asked, *expected);
    }
}

#[tokio::test]
async fn an_operation_without_a_result_requests_none() {
    let scripts: [Script; 3] = [
        &[
            (202, &[NOW, ("operation-location", "/operations/1")], ""),
            (200, &[], r#"{"status":"Succeeded","resourceLocation":"/gone"}"#),
        ],
        &[(202, &[NOW, ("location", "/wait")], ""), (204, &[], "")],
        &[(202, &[], "")],
    ];
    for script in scripts {
        let server = Server::script(script).await;
        Release(call(&server, &RELEASE)).await.unwrap();
        assert_eq!(server.seen().len(), script.len());
    }
}

#[tokio::test]
async fn polls_are_authorized_and_carry_nothing_of_the_call() {
    let server = Server::script(&[
        (202, &[NOW, ("operation-location", "{base}/operations/1?x=y")], ""),
        (200, &[], r#"{"status":"Succeeded","resourceLocation":"/numbers/5"}"#),
        NUMBER,
    ])
    .await;
    Buy(call(&server, &BUY)).await.unwrap();
    let seen = server.seen();
    assert_eq!(seen[0].header("repeatability-request-id"), "once");
    assert_eq!(seen[1].target, "/operations/1?x=y&api-version=1");
    for poll in &seen[1..] {
        assert_eq!(poll.header("authorization"), "Bearer SECRET");
        assert_eq!(poll.header("repeatability-request-id"), "");
    }
}

#[tokio::test]
async fn a_failure_is_an_error_with_its_code() {
    let cases: [(Script, &str, Option<&str>); 5] = [
        (
            &[
                (202, &[NOW, ("operation-location", "/1")], ""),
                (
                    200,
                    &[],
                    r#"{"status":"failed","error":{"code":"NoStock","message":"None left."}}"#,
                ),
            ],
            "the operation failed: NoStock: None left.",
            Some("NoStock"),
        ),
        (
            &[
                (202, &[NOW, ("operation-location", "/1")], ""),
                (200, &[], r#"{"status":"Cancelled"}"#),
            ],
            "the operation was canceled",
            None,
        ),
        (
            &[
                (202, &[NOW, ("operation-location", "/1")], ""),
                (404, &[], r#"{"error":{"code":"Lost","message":"Who?"}}"#),
            ],
            "404 Lost: Who?",
            Some("Lost"),
        ),
        (
            &[(202, &[NOW, ("location", "/1")], ""), (409, &[("x-ms-error-code", "Taken")], "no")],
            "409 Taken",
            Some("Taken"),
        ),
        (
            &[(200, &[], r#"{"properties":{"provisioningState":"Failed"}}"#)],
            "the operation failed",
            None,
        ),
    ];
    for (script, text, code) in cases {
        let server = Server::script(script).await;
        let error = Buy(call(&server, &BUY)).await.unwrap_err();
        assert_eq!(error.to_string(), text);
        let ErrorKind::HttpResponse { error_code, raw_response, .. } = error.kind() else {
            panic!("{error:?}");
        };
        assert_eq!(error_code.as_deref(), code);
        let body = script.last().unwrap().2;
        assert_eq!(&**raw_response.as_ref().unwrap().body(), body.as_bytes());
    }
}

#[tokio::test]
async fn a_response_without_a_status_is_an_error() {
    let server =
        Server::script(&[(202, &[NOW, ("operation-location", "/1")], ""), (200, &[], "{}")]).await;
    let error = Buy(call(&server, &BUY)).await.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::DataConversion);
}

#[tokio::test]
async fn an_operation_that_cannot_be_polled_has_an_unknown_outcome() {
    let server = Server::script(&[(202, &[("operation-location", "http://[")], "")]).await;
    let call = LongRunning::new(Call::new(&service(&server), &BUY, &[], ()));
    let error = Buy(call).await.unwrap_err();
    assert!(OutcomeUnknown::of(&error).is_some(), "{error:?}");
    assert_eq!(server.seen().len(), 1);
}

#[tokio::test]
async fn links_to_another_origin_are_refused() {
    const ELSEWHERE: &str = "another origin";
    let links = [
        ("https://127.0.0.1/", ELSEWHERE),
        ("http://localhost:1/", ELSEWHERE),
        ("//elsewhere/1", ELSEWHERE),
        ("ftp://x", ELSEWHERE),
        ("http://[", "URL"),
    ];
    for (link, problem) in links {
        for header in ["operation-location", "azure-asyncoperation", "location"] {
            let server = Server::start(move |_, _, _| {
                (
                    202,
                    vec![("retry-after", "0".to_owned()), (header, link.to_owned())],
                    String::new(),
                )
            })
            .await;
            let error = Buy(call_once(&server, &BUY)).await.unwrap_err().to_string();
            assert!(error.contains(problem), "{header}: {link}: {error}");
            assert_eq!(server.seen().len(), 1, "{header}: {link}");
        }
    }
}

#[tokio::test]
async fn the_stream_yields_progress_and_a_later_one_resumes_from_it() {
    const SCRIPT: Script = &[
        (202, &[NOW, ("operation-location", "/operations/1"), ("location", "/found")], ""),
        (200, &[NOW], r#"{"status":"Packing","percent":50}"#),
        (200, &[NOW], r#"{"status":"running"}"#),
        (200, &[], r#"{"status":"Succeeded"}"#),
        NUMBER,
    ];
    let server = Server::script(SCRIPT).await;
    let mut poller = Buy(call(&server, &BUY)).poller();
    let first = poller.try_next().await.unwrap().unwrap();
    assert_eq!(first.headers().get_str(&"location".into()).unwrap(), "/found");
    assert_eq!(first.into_model().unwrap().status, PollerStatus::InProgress);
    let second = poller.try_next().await.unwrap().unwrap().into_model().unwrap();
    assert_eq!(second.status, PollerStatus::UnknownValue("Packing".to_owned()));
    assert_eq!(second.body["percent"], 50);
    drop(poller);

    let stored = serde_json::to_string(&second.continuation.unwrap()).unwrap();
    let stored: PollContinuation = serde_json::from_str(&stored).unwrap();
    assert_eq!(stored.to_string().parse::<PollContinuation>().unwrap(), stored);
    let mut poller = Buy(call(&server, &BUY)).resume(stored).poller();
    let mut last = None;
    while let Some(progress) = poller.try_next().await.unwrap() {
        last = Some(progress.into_model().unwrap());
    }
    let last = last.unwrap();
    assert_eq!((last.status, last.continuation), (PollerStatus::Succeeded, None));
    assert_eq!(poller.await.unwrap().into_model().unwrap().digits, "555");
    let posts = server.seen().iter().filter(|seen| seen.method == "POST").count();
    assert_eq!((posts, server.seen().len()), (1, SCRIPT.len()));
}

#[tokio::test]
async fn other_text_than_a_continuation_is_refused() {
    for text in ["", "x", "http://a http://b http://c", "http://a "] {
        assert!(text.parse::<PollContinuation>().is_err(), "{text:?}");
    }
    let server = Server::script(&[(500, &[], "")]).await;
    let elsewhere = "http://127.0.0.2/".parse().unwrap();
    let error = Buy(call_once(&server, &BUY)).resume(elsewhere).await.unwrap_err();
    assert!(error.to_string().contains("another origin"), "{error}");
    assert!(server.seen().is_empty());
}

#[tokio::test]
async fn the_service_sets_the_time_between_polls() {
    let server =
        Server::script(&[(202, &[("retry-after-ms", "250"), ("location", "/wait")], ""), NUMBER])
            .await;
    let begun = Instant::now();
    Buy(call(&server, &BUY)).poll_every(Duration::seconds(600)).await.unwrap();
    assert!(begun.elapsed().as_millis() >= 250, "{:?}", begun.elapsed());

    // Shorter than `azure_core` accepts.
    let server = Server::script(&[(202, &[("location", "/wait")], ""), NUMBER]).await;
    Buy(call(&server, &BUY)).poll_every(Duration::ZERO).await.unwrap();
}
