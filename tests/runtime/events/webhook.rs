//! The example `webhook`, as a process of its own.

use super::payloads::{cloud_event, samples};
use reqwest::{Client, Method, StatusCode};
use serde_json::json;
use std::process::Stdio;
use tokio::{
    io::{AsyncBufReadExt, BufReader, Lines},
    process::{Child, ChildStdout, Command},
};

pub struct Webhook {
    url: String,
    lines: Lines<BufReader<ChildStdout>>,
    client: Client,
    /// Killed when it is dropped.
    _process: Child,
}

impl Webhook {
    pub async fn start() -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_webhook"))
            .arg("127.0.0.1:0")
            .env("WEBHOOK_SECRET", "s3cret/+")
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("the example runs");
        let output = process.stdout.take().expect("the output is piped");
        let mut lines = BufReader::new(output).lines();
        let line = lines.next_line().await.expect("it writes").expect("it listens");
        let url = line.strip_prefix("listening on ").expect("it says where").to_owned();
        let client = Client::builder().no_proxy().build().expect("a client can be built");
        Self { url, lines, client, _process: process }
    }

    pub fn url_with_secret(&self) -> String {
        format!("{}{SECRET}", self.url)
    }

    async fn post(&self, query: &str, body: String) -> (StatusCode, String) {
        let url = format!("{}{query}", self.url);
        let response = self.client.post(url).body(body).send().await.expect("it answers");
        (response.status(), response.text().await.expect("the body is text"))
    }

    async fn line(&mut self) -> String {
        self.lines.next_line().await.expect("it writes").expect("it still runs")
    }
}

const SECRET: &str = "?code=s3cret%2F%2B";

#[tokio::test]
async fn the_webhook_agrees_to_subscriptions_of_both_schemas() {
    let webhook = Webhook::start().await;
    let request = webhook.client.request(Method::OPTIONS, &webhook.url);
    let request = request.header("WebHook-Request-Origin", "eventgrid.azure.net");
    let response = request.header("WebHook-Request-Rate", "120").send().await.expect("it answers");
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(response.headers()["WebHook-Allowed-Origin"], "eventgrid.azure.net");
    assert_eq!(response.headers()["WebHook-Allowed-Rate"], "*");
    let request = webhook.client.request(Method::OPTIONS, &webhook.url);
    let response = request.send().await.expect("it answers");
    assert_eq!(response.status(), StatusCode::BAD_REQUEST, "an origin is missing");

    let validation = json!([{
        "id": "2d1781af", "topic": "/subscriptions/s", "subject": "", "dataVersion": "1",
        "eventType": "Microsoft.EventGrid.SubscriptionValidationEvent", "metadataVersion": "1",
        "eventTime": "2026-03-02T09:00:00.1Z",
        "data": { "validationCode": "512d38b6", "validationUrl": "https://example.com/?id=512d38b6" },
    }]);
    let (status, body) = webhook.post(SECRET, validation.to_string()).await;
    assert_eq!((status, &*body), (StatusCode::OK, r#"{"validationResponse":"512d38b6"}"#));
    let (status, body) = webhook.post("?code=wrong", validation.to_string()).await;
    assert_eq!((status, &*body), (StatusCode::UNAUTHORIZED, ""));
}

#[tokio::test]
async fn the_webhook_handles_each_event_once() {
    let mut webhook = Webhook::start().await;
    let mut samples = samples();
    let message = samples.remove(8);
    let mut other = message.clone();
    (other["id"], other["data"]["messageId"]) = (json!("other"), json!("2"));
    let bodies = [
        json!([samples[0]]),
        json!([message]),
        cloud_event(&message), // a duplicate
        json!([cloud_event(&message), { "id": 7 }, cloud_event(&other)]),
    ];
    for body in bodies {
        let (status, _) = webhook.post(SECRET, body.to_string()).await;
        assert_eq!(status, StatusCode::OK);
    }
    let line = webhook.line().await;
    assert!(line.starts_with("ChatMessageReceived(") && !line.contains("Lunch"), "{line}");
    let thread = message["data"]["threadId"].as_str().expect("a sample has a thread");
    assert_eq!(webhook.line().await, format!("Some(\"1772442000123\") in Some({thread:?})"));
    assert_eq!(webhook.line().await, format!("Some(\"2\") in Some({thread:?})"));
}

#[tokio::test]
async fn the_webhook_refuses_other_posts() {
    let webhook = Webhook::start().await;
    let body = json!(samples()).to_string();
    for query in ["", "?code=", "?code=s3cret", "?secret=s3cret%2F%2B"] {
        assert_eq!(webhook.post(query, body.clone()).await.0, StatusCode::UNAUTHORIZED, "{query}");
    }
    assert_eq!(webhook.post(SECRET, "not JSON".to_owned()).await.0, StatusCode::BAD_REQUEST);
}
