//! Faults that tests inject, and the log of requests.

mod support;

use acs_chat_emulator::{CutAt, Fault, Rule};
use reqwest::Method;
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use support::{User, World, seen};

async fn list(world: &World, user: &User) -> support::Seen {
    world.get(user, "/chat/threads").await
}

#[tokio::test]
async fn the_next_matching_requests_fail_and_then_all_is_well() {
    let world = World::new().await;
    let ann = world.user().await;
    let thread = world.thread(&ann, "Lunch").await;
    let rule = Rule::new(Fault::too_many_requests("7")).on("GET", "/chat/threads/*/messages");
    world.emulator.faults().inject(rule.after(1).times(2));
    let target = format!("{thread}/messages");
    assert_eq!(world.get(&ann, &target).await.status, 200, "the first one passes");
    for _ in 0..2 {
        assert_eq!(world.get(&ann, &thread).await.status, 200, "another path");
        let refused = world.get(&ann, &target).await;
        assert_eq!((refused.status, refused.header("retry-after")), (429, "7"));
        assert_eq!(refused.error().0, "TooManyRequests");
    }
    assert_eq!(world.get(&ann, &target).await.status, 200);
    assert!(world.emulator.faults().pending().is_empty());
}

#[tokio::test]
async fn the_log_shows_responses_without_their_tokens() {
    let world = World::new().await;
    let ann = world.user().await;
    list(&world, &ann).await;
    seen(world.http.get(world.url("/nowhere"))).await;
    let bodies: Vec<String> =
        world.emulator.requests().into_iter().map(|request| request.response_body).collect();
    assert!(bodies[0].contains(r#""token":"***""#) && bodies[0].contains(&ann.id), "{}", bodies[0]);
    assert_eq!(bodies[1], r#"{"value":[]}"#);
    assert!(bodies[2].contains("NotFound"), "{}", bodies[2]);
}

#[tokio::test]
async fn any_status_and_any_body_can_be_asked_for() {
    let world = World::new().await;
    let ann = world.user().await;
    let body = json!({ "CommunicationError": { "Code": "NotFound", "Details": [] } });
    world.emulator.faults().inject(Fault::Status {
        status: 404,
        retry_after: None,
        body: Some(body.clone()),
    });
    world.emulator.faults().inject(Fault::status(503));
    let first = list(&world, &ann).await;
    assert_eq!((first.status, first.json()), (404, body));
    assert_eq!(list(&world, &ann).await.error().0, "ServiceUnavailable");
}

#[tokio::test]
async fn a_connection_is_cut_before_or_after_the_effect_of_a_request_or_in_its_response() {
    let world = World::new().await;
    let ann = world.user().await;
    let thread = world.thread(&ann, "Lunch").await;
    let send = || world.chat(&ann, Method::POST, &format!("{thread}/messages"));
    let sent = async || world.messages(&ann, &thread).await.len() - 2;
    for (at, effect) in [(CutAt::BeforeHandling, 0), (CutAt::BeforeResponse, 1)] {
        world.emulator.faults().inject(Fault::Cut { at });
        let cut = send().json(&json!({ "content": "x" })).send().await;
        assert!(cut.unwrap_err().is_request(), "there is no response");
        assert_eq!(sent().await, effect, "{at:?}");
    }
    world.emulator.faults().inject(Fault::Cut { at: CutAt::InBody });
    let response = send().json(&json!({ "content": "x" })).send().await.unwrap();
    assert_eq!(response.status(), 201);
    assert!(response.text().await.is_err(), "the body ends early");
    assert_eq!(sent().await, 2);

    world.emulator.faults().inject(Fault::Cut { at: CutAt::InBody });
    let cut = world.chat(&ann, Method::DELETE, &thread).send().await;
    assert!(cut.unwrap_err().is_request(), "a response without a body is cut before it begins");
}

#[tokio::test]
async fn a_lost_answer_to_a_repeatable_request_comes_again() {
    let world = World::new().await;
    let ann = world.user().await;
    world.emulator.faults().inject(Fault::Cut { at: CutAt::BeforeResponse });
    let create = || {
        let request =
            world.chat(&ann, Method::POST, "/chat/threads").json(&json!({ "topic": "x" }));
        request.header("repeatability-request-id", "once")
    };
    assert!(create().send().await.is_err());
    assert_eq!(seen(create()).await.status, 201);
    assert_eq!(world.items(&ann, "/chat/threads").await.len(), 1);
}

#[tokio::test]
async fn slow_responses_arrive_whole() {
    let world = World::new().await;
    let ann = world.user().await;
    let expected = list(&world, &ann).await.text;
    let pause = Duration::from_millis(20);
    let chunk_bytes = expected.len().div_ceil(3);
    for fault in
        [Fault::Delay { milliseconds: 60 }, Fault::SlowBody { chunk_bytes, milliseconds: 20 }]
    {
        world.emulator.faults().inject(fault);
        let start = Instant::now();
        assert_eq!(list(&world, &ann).await.text, expected);
        assert!(start.elapsed() >= 3 * pause);
    }
}

#[tokio::test]
async fn json_is_broken_and_links_lead_to_another_origin() {
    let world = World::new().await;
    let ann = world.user().await;
    for topic in ["one", "two"] {
        world.thread(&ann, topic).await;
    }
    world.emulator.faults().inject(Fault::BrokenJson);
    let broken = list(&world, &ann).await;
    assert_eq!(broken.status, 200);
    assert!(serde_json::from_str::<Value>(&broken.text).is_err());

    for target in ["/chat/threads?maxPageSize=1", "/chat/threads"] {
        let origin = "https://elsewhere.invalid".to_owned();
        world.emulator.faults().inject(Fault::ForeignNextLink { origin });
        let page = world.get(&ann, target).await.json();
        let link = page["nextLink"].as_str().unwrap();
        assert!(link.starts_with("https://elsewhere.invalid/"), "{link}");
    }
}

#[tokio::test]
async fn the_log_has_requests_without_their_secrets() {
    let world = World::new().await;
    let ann = world.user().await;
    let request =
        world.chat(&ann, Method::POST, "/chat/threads").header("x-ms-client-request-id", "id-1");
    let body = r#"{ "topic" : "Lunch" }"#;
    assert_eq!(
        seen(request.header("content-type", "application/json").body(body)).await.status,
        201
    );
    let logged = world.emulator.requests().pop().unwrap();
    assert_eq!(logged.method, "POST");
    assert_eq!(logged.target, "/chat/threads?api-version=2025-03-15");
    assert_eq!(logged.header("x-ms-client-request-id"), Some("id-1"));
    assert_eq!(logged.header("authorization"), Some("Bearer"));
    assert_eq!(logged.body, body);
    assert!(!format!("{logged:?}").contains(&ann.token));
}
