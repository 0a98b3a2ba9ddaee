//! Long-running operations.

use super::{
    budget::fuzz,
    canned::{Canned, response},
    mutation::{edited, edits, mutate, mutations, text},
};
use crate::runtime::{
    call::Call,
    long_running::{FinalState, PollContinuation},
    pipeline::{Operation, Service},
    poller::{LongRunning, Poller},
};
use azure_core::{
    Value,
    http::{Method, RetryOptions, Url},
};
use futures::StreamExt;
use proptest::{prelude::*, sample::select};
use serde_json::json;
use std::time::Duration;

const ENDPOINT: &str = "https://contoso.example.com";

static START: Operation = Operation {
    name: "Client.start",
    method: Method::Post,
    path: "/things",
    content_type: None,
    success: &[2],
    names: &[],
};

/// An operation that takes longer, on the paused clock, does not end.
const LIMIT: Duration = Duration::from_secs(30 * 86_400);

/// The number of responses after which a service has ended every operation.
const LAST: usize = 5;

#[test]
fn every_operation_ends_at_the_endpoint() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .start_paused(true)
        .build()
        .expect("a runtime can be built");
    let states = select(&[
        FinalState::Unspecified,
        FinalState::Status,
        FinalState::StatusResult,
        FinalState::Location,
        FinalState::OriginalUri,
        FinalState::Nothing,
    ]);
    let headers = select(&["operation-location", "azure-asyncoperation", "location"]);
    let link = prop_oneof![
        edits().prop_map(|edits| edited("https://contoso.example.com/operations/1", &edits)),
        edits().prop_map(|edits| edited("/operations/1?a=b", &edits)),
        text(&[
            "",
            "?",
            "//evil.example",
            "https://evil.example/a",
            "https://u:p@contoso.example.com"
        ]),
    ];
    let words = &["status", "succeeded", "Failed", "Canceled", "running", "resourceLocation", "/a"];
    let wait =
        text(&["0", "-1", "1", "86400", "-9223372036854775808", "Wed, 21 Oct 1965 07:28:00 GMT"]);
    let statuses = select(&[200_u16, 201, 202, 204, 404, 500]);
    let values = (states, headers, link, mutations(words), wait, statuses);
    fuzz("long-running operations", 500, values, |(state, header, link, changes, wait, status)| {
        let mut body = json!({
            "status": "running",
            "provisioningState": "running",
            "resourceLocation": "/things/1",
            "properties": { "provisioningState": "x" },
            "result": { "a": 1 },
        });
        mutate(&mut body, &changes);
        let body = body.to_string();
        let canned = Canned::new(move |number, _| match number {
            0 => response(&(202, &[(header, &link), ("retry-after", &wait)], &body)),
            LAST.. => response(&(200, &[], r#"{"status":"Succeeded"}"#)),
            _ => response(&(status, &[(header, &link), ("retry-after", &wait)], &body)),
        });
        let mut options = canned.options();
        options.retry = RetryOptions::none();
        let service = Service::new(ENDPOINT, Some("1"), None, options);
        let service = service.expect("the endpoint is good");
        let call = LongRunning::new(Call::new(&service, &START, &[], ()));
        let mut poller: Poller<Value> = call.poller(state);
        let result = runtime.block_on(async {
            let polling = async {
                let mut shown = String::new();
                while let Some(progress) = poller.next().await {
                    shown += &format!("{progress:?}");
                }
                let result = poller.await;
                shown + &format!("{result:?}")
            };
            tokio::time::timeout(LIMIT, polling).await
        });
        assert!(result.is_ok(), "the operation did not end");
        let asked = canned.asked();
        assert!(asked.len() <= LAST + 3, "{} requests", asked.len());
        let starts = asked.iter().filter(|request| request.method() == Method::Post).count();
        assert_eq!(starts, 1, "the operation was started again");
        let origin = Url::parse(ENDPOINT).expect("the endpoint is a URL").origin();
        for request in asked {
            assert_eq!(request.url().origin(), origin, "{}", request.url());
            assert!(request.url().username().is_empty(), "{}", request.url());
        }
    });
}

#[test]
fn positions_are_read_or_refused_and_written_as_they_were() {
    let good = "https://contoso.example.com/operations/1 https://contoso.example.com/things/1";
    let texts = edits().prop_map(move |edits| edited(good, &edits));
    fuzz("positions in operations", 1_000, texts, |text| {
        let Ok(position) = text.parse::<PollContinuation>() else { return };
        let json = serde_json::to_string(&position).expect("a position can be written");
        let again: PollContinuation = serde_json::from_str(&json).expect("it can be read");
        assert_eq!(again, position);
        assert_eq!(position.to_string().parse::<PollContinuation>().ok(), Some(position));
    });
}
