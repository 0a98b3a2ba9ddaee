//! The routes behind the page at `/__emulator/`. The page itself is tested in a browser.

mod support;

use acs_chat_emulator::{CutAt, Fault, Rule};
use reqwest::{Method, Response};
use serde_json::{Value, json};
use std::time::Duration;
use support::{Seen, World, seen};
use tokio::time::timeout;

async fn get(world: &World, path: &str) -> Seen {
    seen(world.http.get(world.url(path))).await
}

async fn issue(world: &World, body: Value) -> Seen {
    seen(world.http.post(world.url("/__emulator/tokens")).json(&body)).await
}

/// The server-sent events of one connection.
struct Events {
    response: Response,
    text: String,
}

impl Events {
    async fn open(world: &World, query: &str) -> Self {
        let url = world.url(&format!("/__emulator/events{query}"));
        let response = world.http.get(url).send().await.unwrap();
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        Self { response, text: String::new() }
    }

    /// Waits for an event of this name whose data satisfies a condition.
    async fn wait(&mut self, name: &str, condition: impl Fn(&Value) -> bool) -> Value {
        let found = async {
            loop {
                while let Some((event, rest)) = self.text.split_once("\n\n") {
                    let (event, rest) = (event.to_owned(), rest.to_owned());
                    self.text = rest;
                    let mut lines = event.lines();
                    if lines.next() != Some(&format!("event: {name}")) {
                        continue;
                    }
                    let data = lines.next().and_then(|line| line.strip_prefix("data: ")).unwrap();
                    let data = serde_json::from_str(data).unwrap();
                    if condition(&data) {
                        return data;
                    }
                }
                let chunk = self.response.chunk().await.unwrap().expect("the stream goes on");
                self.text.push_str(std::str::from_utf8(&chunk).unwrap());
            }
        };
        timeout(Duration::from_secs(20), found).await.expect("the event comes")
    }
}

#[tokio::test]
async fn the_page_and_its_files_run_nothing_but_themselves() {
    let world = World::new().await;
    let page = get(&world, "/__emulator").await;
    assert_eq!(page.header("content-type"), "text/html; charset=utf-8");
    let files: Vec<&str> = page
        .text
        .split('"')
        .filter(|text| [".css", ".js", ".svg"].iter().any(|end| text.ends_with(end)))
        .collect();
    assert!(files.len() >= 3, "{files:?}");
    for file in files {
        let file = get(&world, &format!("/__emulator/{file}")).await;
        assert_eq!(file.status, 200);
        let policy = file.header("content-security-policy");
        assert!(policy.contains("default-src 'none'; script-src 'self'"), "{policy}");
        assert!(policy.contains("frame-ancestors 'none'"), "{policy}");
        assert_eq!(file.header("x-content-type-options"), "nosniff");
    }
}

#[tokio::test]
async fn the_resource_is_described_as_the_client_reaches_it() {
    let world = World::new().await;
    let resource = get(&world, "/__emulator/resource").await.json();
    assert_eq!(resource["endpoint"], world.emulator.endpoint());
    assert_eq!(resource["connectionString"], world.emulator.connection_string());
    let localhost = world.emulator.endpoint().replace("127.0.0.1", "localhost");
    let resource = seen(world.http.get(format!("{localhost}/__emulator/resource"))).await.json();
    assert_eq!(resource["endpoint"], localhost);
}

#[tokio::test]
async fn tokens_are_issued_without_a_signature() {
    let world = World::new().await;
    let issued = issue(&world, json!({})).await;
    assert_eq!(issued.status, 201);
    let issued = issued.json();
    let list = |token: &Value| {
        let url = world.url(&format!("/chat/threads?{}", support::VERSION));
        seen(world.http.get(url).bearer_auth(token.as_str().unwrap()))
    };
    assert_eq!(list(&issued["token"]).await.status, 200);

    let short = issue(&world, json!({ "user": issued["user"], "minutes": 1 })).await.json();
    assert_eq!(short["user"], issued["user"]);
    world.emulator.clock().advance(Duration::from_secs(61));
    assert_eq!(list(&short["token"]).await.status, 401);
    assert_eq!(list(&issued["token"]).await.status, 200);
    assert!(world.emulator.requests().iter().all(|request| request.target.starts_with("/chat")));

    for (body, named) in [
        (json!({ "user": "8:acs:stranger" }), "user"),
        (json!({ "minutes": 0 }), "minutes"),
        (json!({ "minutes": 1441 }), "minutes"),
        (json!({ "scopes": [] }), "scopes"),
        (json!({ "scopes": ["everything"] }), "scopes"),
        (json!({ "scope": ["chat"] }), "`scope`"),
    ] {
        let refused = issue(&world, body).await;
        assert_eq!(refused.status, 400);
        assert!(refused.json()["error"].as_str().unwrap().contains(named), "{refused:?}");
    }
}

#[tokio::test]
async fn events_tell_what_clients_do() {
    let world = World::new().await;
    let (ann, bob) = (world.user().await, world.user().await);
    let thread = world.thread(&ann, "Lunch").await;
    let id = thread.rsplit_once('/').unwrap().1;
    let mut events = Events::open(&world, &format!("?thread={id}")).await;

    let overview = events.wait("overview", |_| true).await;
    assert_eq!(overview["threads"][0]["topic"], "Lunch");
    assert_eq!(overview["threads"][0]["participantCount"], 1);
    assert_eq!((&overview["userCount"], &overview["threadCount"]), (&json!(2), &json!(1)));
    let requests = events.wait("requests", |_| true).await;
    assert_eq!(requests.as_array().unwrap().len(), 3, "the first event has them all");
    assert_eq!(requests[2]["status"], 201);

    let body = json!({ "participants": [bob.participant()] });
    assert_eq!(world.post(&ann, &format!("{thread}/participants/:add"), body).await.status, 201);
    let sent = world.send(&bob, &thread, "<b>hello</b>").await;
    let receipt = json!({ "chatMessageId": sent });
    assert_eq!(world.post(&ann, &format!("{thread}/readReceipts"), receipt).await.status, 200);
    let seen = events.wait("thread", |thread| thread["receipts"][0].is_object()).await;
    assert_eq!(seen["participants"][1]["communicationIdentifier"]["rawId"], bob.id);
    let last = seen["messages"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(last["content"]["message"], "<b>hello</b>");
    assert_eq!(seen["receipts"][0]["chatMessageId"], last["id"]);

    // These change without a request.
    world.emulator.faults().inject(Fault::status(503));
    events.wait("overview", |overview| overview["faults"][0]["fault"]["status"] == 503).await;
    world.emulator.reset();
    events.wait("overview", |overview| overview["threads"] == json!([])).await;
    events.wait("thread", Value::is_null).await;
}

#[tokio::test]
async fn the_log_says_how_requests_ended() {
    let world = World::new().await;
    let ann = world.user().await;
    world.emulator.faults().inject(Rule::new(Fault::Cut { at: CutAt::BeforeHandling }));
    assert!(world.chat(&ann, Method::GET, "/chat/threads").send().await.is_err());
    world.emulator.faults().inject(Rule::new(Fault::Delay { milliseconds: 50 }));
    assert_eq!(world.get(&ann, "/chat/threads").await.status, 200);
    assert_eq!(get(&world, &format!("/chat/threads?{}", support::VERSION)).await.status, 401);
    assert_eq!(world.get(&ann, "/chat/threads?maxPageSize=none").await.status, 400);

    let requests = world.emulator.requests();
    let ends: Vec<_> = requests
        .iter()
        .map(|request| (request.number, request.status, request.reason.as_deref().unwrap_or("")))
        .collect();
    let (cut, delayed, anonymous, wrong) = (ends[1], ends[2], ends[3], ends[4]);
    assert_eq!(ends[0], (1, Some(201), ""));
    assert_eq!(cut, (2, None, "A fault cut the connection before the request was handled."));
    assert_eq!(delayed, (3, Some(200), "A fault delayed the response."));
    assert!(requests[2].milliseconds >= Some(50));
    assert_eq!(anonymous, (4, Some(401), "The request has no credential."));
    assert_eq!((wrong.0, wrong.1), (5, Some(400)));
    assert!(wrong.2.contains("maxPageSize"), "{}", wrong.2);
}
