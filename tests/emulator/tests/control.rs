//! The controls over HTTP: faults, clock, log, reset, and who may use them.

mod support;

use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};
use support::{Seen, World, seen};

fn control(world: &World, method: Method, path: &str) -> RequestBuilder {
    world.http.request(method, world.url(&format!("/__emulator/{path}")))
}

async fn post(world: &World, path: &str, body: Value) -> Seen {
    seen(control(world, Method::POST, path).json(&body)).await
}

#[tokio::test]
async fn faults_are_injected_listed_and_forgotten() {
    let world = World::new().await;
    let ann = world.user().await;
    let rules = json!([
        { "method": "GET", "path": "/chat/threads", "fault": { "kind": "status", "status": 429, "retryAfter": "1" } },
        { "after": 1, "times": 2, "fault": { "kind": "cut", "at": "inBody" } },
        { "fault": { "kind": "slowBody", "chunkBytes": 1, "milliseconds": 1 } },
    ]);
    assert_eq!(post(&world, "faults", rules).await.status, 204);
    let pending = seen(control(&world, Method::GET, "faults")).await.json();
    assert_eq!(pending.as_array().unwrap().len(), 3);
    assert_eq!(pending[0]["times"], 1);
    assert_eq!(pending[1]["path"], "/**");
    assert_eq!(world.get(&ann, "/chat/threads").await.header("retry-after"), "1");
    assert_eq!(seen(control(&world, Method::DELETE, "faults")).await.status, 204);
    assert_eq!(world.get(&ann, "/chat/threads").await.status, 200);

    // `curl -d` sends a form.
    let one = json!({ "fault": { "kind": "brokenJson" } }).to_string();
    assert_eq!(seen(control(&world, Method::POST, "faults").body(one)).await.status, 204);
    assert_eq!(world.emulator.faults().pending().len(), 1);
}

#[tokio::test]
async fn a_mistake_in_a_fault_is_an_error_that_names_it() {
    let world = World::new().await;
    for (bad, named) in [
        ("{", "EOF"),
        ("{}", "`fault`"),
        (r#"{"fault": {"kind": "fire"}}"#, "`fire`"),
        (r#"{"time": 2, "fault": {"kind": "brokenJson"}}"#, "`time`"),
        (r#"{"fault": {"kind": "status", "status": 429, "retryafter": "1"}}"#, "`retryafter`"),
        (r#"{"fault": {"kind": "delay", "milliseconds": 1, "seconds": 1}}"#, "`seconds`"),
        (r#"{"fault": {"kind": "brokenJson", "at": "inBody"}}"#, "`at`"),
        (r#"{"fault": {"kind": "cut", "at": "inbody"}}"#, "`inbody`"),
        (r#"[{"fault": {"kind": "brokenJson"}}, {"falt": {}}]"#, "Rule 2: unknown field `falt`"),
    ] {
        let refused = seen(control(&world, Method::POST, "faults").body(bad)).await;
        assert_eq!(refused.status, 400, "{bad}");
        let message = refused.json()["error"].as_str().unwrap().to_owned();
        assert!(message.contains(named), "{bad}: {message}");
    }
    assert!(world.emulator.faults().pending().is_empty(), "all rules of a request or none");
}

#[tokio::test]
async fn the_rules_of_all_requests_together_have_a_bound() {
    let world = World::new().await;
    let fault = json!({ "kind": "status", "status": 500, "body": "x".repeat(400_000) });
    let rule = json!({ "fault": fault });
    for expected in [204, 204, 400] {
        assert_eq!(post(&world, "faults", rule.clone()).await.status, expected);
    }
    assert_eq!(world.emulator.faults().pending().len(), 2);
}

#[tokio::test]
async fn the_clock_is_read_set_and_moved_both_ways() {
    let world = World::new().await;
    let ann = world.user().await;
    let set = post(&world, "clock", json!({ "now": "2031-05-06T07:08:09+02:00" })).await;
    assert_eq!(set.status, 200, "{set:?}");
    assert!(set.json()["now"].as_str().unwrap().starts_with("2031-05-06T05:08:"), "{set:?}");
    assert_eq!(world.get(&ann, "/chat/threads").await.status, 401, "the token has expired");

    let back = post(&world, "clock", json!({ "advanceSeconds": -3600 })).await.json();
    assert!(back["now"].as_str().unwrap().starts_with("2031-05-06T04:08:"), "{back}");
    let read = seen(control(&world, Method::GET, "clock")).await.json();
    assert_eq!(read["offsetSeconds"], back["offsetSeconds"]);
    assert!(read["offsetSeconds"].as_i64().unwrap() > 0);

    assert_eq!(seen(control(&world, Method::DELETE, "clock")).await.status, 204);
    let read = seen(control(&world, Method::GET, "clock")).await.json();
    assert_eq!(read["offsetSeconds"], 0);
    assert_eq!(world.get(&ann, "/chat/threads").await.status, 200);

    for extreme in [i64::MIN, i64::MAX] {
        let moved = post(&world, "clock", json!({ "advanceSeconds": extreme })).await;
        assert_eq!(moved.status, 200, "{moved:?}");
    }
    for (bad, named) in [
        (json!({ "advanceSecond": 1 }), "`advanceSecond`"),
        (json!({ "now": "tomorrow" }), "now"),
        (json!({ "now": "2031-05-06T05:08:09Z", "advanceSeconds": 1 }), "expected"),
    ] {
        let refused = post(&world, "clock", bad.clone()).await;
        assert_eq!(refused.status, 400, "{bad}");
        assert!(refused.text.contains(named), "{refused:?}");
    }
}

#[tokio::test]
async fn the_log_and_the_violations_are_read_and_everything_is_reset() {
    let world = World::new().await;
    let ann = world.user().await;
    world.get(&ann, "/chat/threads").await;
    assert_eq!(seen(control(&world, Method::GET, "violations")).await.json(), json!([]));
    let requests = seen(control(&world, Method::GET, "requests")).await.json();
    assert_eq!(requests, serde_json::to_value(world.emulator.requests()).unwrap());
    assert_eq!(requests.as_array().unwrap().len(), 2, "a user and a list");
    assert_eq!(seen(control(&world, Method::DELETE, "requests")).await.status, 204);
    assert!(world.emulator.requests().is_empty());

    post(&world, "clock", json!({ "advanceSeconds": 3600 })).await;
    post(&world, "faults", json!({ "fault": { "kind": "brokenJson" } })).await;
    assert_eq!(seen(control(&world, Method::POST, "reset")).await.status, 204);
    assert!(world.emulator.faults().pending().is_empty());
    assert_eq!(seen(control(&world, Method::GET, "clock")).await.json()["offsetSeconds"], 0);
    let forgotten = world.get(&ann, "/chat/threads").await;
    assert_eq!(forgotten.status, 401, "the user is gone");
    assert!(forgotten.text.contains("revoked"), "{forgotten:?}");
}

#[tokio::test]
async fn pages_of_other_sites_cannot_control_the_emulator() {
    let world = World::new().await;
    let ann = world.user().await;
    let own = world.emulator.endpoint();
    let host = own.strip_prefix("http://").unwrap();
    let reset = || control(&world, Method::POST, "reset");
    for refused in [
        seen(reset().header("origin", "https://evil.example")).await,
        seen(reset().header("origin", "null")).await,
        seen(reset().header("origin", "http://127.0.0.1:1")).await,
        // A page whose name resolves to this machine.
        seen(reset().header("origin", "http://evil.example").header("host", "evil.example")).await,
        seen(control(&world, Method::GET, "requests").header("host", "evil.example")).await,
    ] {
        assert_eq!(refused.status, 403, "{refused:?}");
        assert!(refused.json()["error"].is_string(), "{refused:?}");
    }
    assert_eq!(world.get(&ann, "/chat/threads").await.status, 200, "nothing was reset");

    let port = host.rsplit_once(':').unwrap().1;
    let localhost = format!("localhost:{port}");
    assert_eq!(seen(reset().header("origin", &own)).await.status, 204);
    let own_page =
        reset().header("host", &localhost).header("origin", format!("http://{localhost}"));
    assert_eq!(seen(own_page).await.status, 204);
    let in_a_container = reset().header("host", "emulator:8080");
    assert_eq!(seen(in_a_container).await.status, 204);
}
