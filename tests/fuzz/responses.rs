//! Responses of the service: error bodies, retry headers, links to next pages.

use crate::{
    budget::fuzz,
    mutation::{edited, edits, mutate, mutations, text},
    texts::JWT,
};
use acs_chat::{
    ChatClient, ChatClientOptions, CommunicationError, CommunicationTokenCredential, Continuation,
};
use azure_core::{
    http::{FixedRetryOptions, RetryOptions, Url},
    time::Duration,
};
use futures::{StreamExt, executor::block_on};
use proptest::prelude::*;
use serde_json::json;
use std::sync::Arc;
use tests::canned::{Canned, response};

const ENDPOINT: &str = "https://contoso.communication.azure.com";

/// A client on a transport that sends a failed request once more.
fn chat(canned: &Arc<Canned>, max_retries: u32) -> ChatClient {
    let mut options = ChatClientOptions::default();
    options.client_options = canned.options();
    options.client_options.retry = RetryOptions::fixed(FixedRetryOptions {
        delay: Duration::milliseconds(1),
        max_retries,
        ..Default::default()
    });
    let credential = CommunicationTokenCredential::new(JWT).expect("the token is good");
    ChatClient::new(ENDPOINT, credential, Some(options)).expect("the endpoint is good")
}

#[test]
fn error_bodies_are_read_and_none_panics() {
    let good = json!({ "error": {
        "code": "Forbidden", "message": "m", "target": "t",
        "details": [{ "code": "a", "message": "b", "details": [] }],
        "innererror": { "code": "c", "innererror": {} },
    }, "invalidParticipants": [null] });
    let words = &["error", "code", "message", "innererror", "innerError", "details", "Error", ""];
    let cases =
        (mutations(words), edits(), any::<u8>(), 300u16..700, text(&["", "a", "Forbidden"]));
    fuzz("error bodies", 2_000, cases, |(mutations, edits, kind, status, code)| {
        let mut body = good.clone();
        mutate(&mut body, &mutations);
        let body = match kind % 3 {
            0 => edited(&body.to_string(), &edits),
            _ => body.to_string(),
        };
        let canned =
            Canned::new(move |_, _| response(&(status, &[("x-ms-error-code", &code)], &body)));
        let thread = chat(&canned, 0).chat_thread_client("t");
        let error = block_on(thread.get_properties().into_future());
        let error = error.expect_err("a status that is not 200 is an error");
        let told = CommunicationError::of(&error).expect("the service answered");
        assert_eq!(error.http_status().map(u16::from), Some(status));
        drop(format!("{error} {error:?} {told} {told:?}"));
    });
}

/// The clock is paused, so a wait takes no time, however long it is.
#[test]
fn retry_headers_are_followed_or_ignored() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .start_paused(true)
        .build()
        .expect("a runtime can be built");
    let value = || {
        prop_oneof![
            2 => text(&["0", "1", "-1", "1.5", "1e3", "NaN", "18446744073709551615", "9999999999"]),
            1 => any::<u64>().prop_map(|it| it.to_string()),
            1 => any::<i32>().prop_map(|it| it.to_string()),
            2 => edits().prop_map(|edits| edited("Wed, 21 Oct 2065 07:28:00 GMT", &edits)),
        ]
    };
    let names = proptest::sample::select(&["retry-after", "retry-after-ms", "x-ms-retry-after-ms"]);
    let cases = (names, value(), proptest::sample::select(&[429_u16, 503, 500, 408]));
    fuzz("retry headers", 5_000, cases, |(name, value, status)| {
        let canned = Canned::new(move |number, _| match number {
            0 => response(&(status, &[(name, &value)], "")),
            _ => response(&(204, &[], "")),
        });
        let thread = chat(&canned, 1).chat_thread_client("t");
        let sent = runtime.block_on(thread.delete_message("m").into_future());
        assert_eq!(sent.is_ok(), canned.asked().len() == 2, "{sent:?}");
    });
}

#[test]
fn next_links_lead_to_the_endpoint_or_are_refused() {
    let links = prop_oneof![
        4 => edits().prop_map(|edits| edited(&format!("{ENDPOINT}/chat/threads/t?p=2"), &edits)),
        2 => edits().prop_map(|edits| edited("/chat/threads/19:a@b/messages?syncState=x", &edits)),
        2 => edits().prop_map(|edits| edited("//contoso.communication.azure.com:443/a", &edits)),
        1 => text(&["https://evil.example", "//evil.example", "\\\\evil.example", "?", "#", " "]),
    ];
    fuzz("next links", 5_000, links, |link| {
        let canned = Canned::new(move |number, _| match number {
            0 => response(&(200, &[], &json!({ "value": [], "nextLink": link }).to_string())),
            _ => response(&(200, &[], r#"{"value":[]}"#)),
        });
        let pages = chat(&canned, 0).list_chat_threads().pages();
        let pages: Vec<_> = block_on(pages.collect());
        assert_origin(&canned);
        assert!(pages.len() <= 2, "{pages:?}");
        drop(format!("{pages:?}"));
    });
}

#[test]
fn a_list_is_resumed_at_the_endpoint_or_refused() {
    let good = position();
    let foreign = good.replace(ENDPOINT, "https://evil.example");
    let texts = prop_oneof![
        edits().prop_map(move |edits| edited(&good, &edits)),
        edits().prop_map(move |edits| edited(&foreign, &edits)),
    ];
    fuzz("resumed lists", 3_000, texts, |text| {
        let Ok(position) = text.parse::<Continuation>() else { return };
        let canned = Canned::new(|_, _| response(&(200, &[], r#"{"value":[]}"#)));
        let items = chat(&canned, 0).list_chat_threads().resume(position).items();
        drop(block_on(items.collect::<Vec<_>>()));
        assert_origin(&canned);
    });
}

/// The text of a position in the list of threads.
pub fn position() -> String {
    let page = json!({ "value": [], "nextLink": format!("{ENDPOINT}/chat/threads?p=2") });
    let canned = Canned::new(move |_, _| response(&(200, &[], &page.to_string())));
    let mut pages = chat(&canned, 0).list_chat_threads().pages();
    block_on(pages.next()).expect("there is a page").expect("it is good");
    pages.continuation().to_string()
}

/// Every request went to the endpoint's origin, so no other got the token.
fn assert_origin(canned: &Canned) {
    let endpoint = Url::parse(ENDPOINT).expect("the endpoint is a URL");
    for request in canned.asked() {
        assert_eq!(request.url().origin(), endpoint.origin(), "{}", request.url());
    }
}
