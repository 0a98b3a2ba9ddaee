//! Steady load, during which the memory of the emulator must stay flat. Takes minutes, so it runs on
//! request only:
//!
//!     cargo test --release -p acs-chat-emulator --test soak -- --ignored --nocapture

#![cfg(target_os = "linux")]

mod support;

use acs_chat_emulator::ENTRA_TOKEN;
use reqwest::{Client, Method, RequestBuilder};
use serde_json::{Value, json};
use std::{
    fs,
    time::{Duration, Instant},
};
use support::{client, path, program, seen};
use tokio::{process::Command, task::JoinSet, time::sleep};

/// How long the load goes on after every bound was reached.
fn duration() -> Duration {
    let seconds = std::env::var("SOAK_SECONDS").ok().and_then(|seconds| seconds.parse().ok());
    Duration::from_secs(seconds.unwrap_or(600))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes minutes"]
async fn memory_stays_flat_under_steady_load() {
    let (emulator, endpoint) = program(Command::new(env!("CARGO_BIN_EXE_acs-chat-emulator"))).await;
    let process = emulator.id().unwrap();
    let load = Load { http: client(&[]), endpoint };
    println!("at the start: {} MB", resident_megabytes(process));
    let start = Instant::now();
    let first = load.round("first").await;
    let mut clients = JoinSet::new();
    for number in 0..4 {
        clients.spawn(load.clone().run(number));
    }
    while load.remembers(&first).await {
        sleep(Duration::from_secs(2)).await;
    }
    println!(
        "{:?} later every bound is reached: {} MB",
        start.elapsed(),
        resident_megabytes(process)
    );
    // Hash tables grow a last time after a bound is reached, and the allocator spreads out. So the first
    // half is for settling.
    let mut peaks = [0, 0];
    for peak in &mut peaks {
        let end = Instant::now() + duration() / 2;
        while Instant::now() < end {
            sleep(Duration::from_secs(1)).await;
            *peak = (*peak).max(resident_megabytes(process));
        }
        println!("{:?} later: {peak} MB at most", start.elapsed());
    }
    assert_eq!(clients.len(), 4);
    assert!(clients.try_join_next().is_none(), "every client is still at work");
    let [first, second] = peaks;
    assert!(second * 100 <= first * 105, "the memory grew from {first} to {second} MB");
}

fn resident_megabytes(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1024
}

/// A client that uses everything that the emulator keeps, with values that are as large as allowed.
#[derive(Clone)]
struct Load {
    http: Client,
    endpoint: String,
}

/// Things of one round that the emulator forgets when it has reached its bounds.
struct Traces {
    user: String,
    token: String,
    thread: String,
    message: String,
    assignment: String,
}

impl Load {
    async fn run(self, client: usize) {
        for round in 0.. {
            self.round(&format!("{client}-{round}")).await;
        }
    }

    async fn round(&self, round: &str) -> Traces {
        let mut user = String::new();
        for number in 0..30 {
            let custom_id = format!("{round}-{number}-{}", "😀".repeat(230));
            let body = json!({ "customId": custom_id, "createTokenWithScopes": ["voip"] });
            let created = self.identity("POST", "/identities", body).await;
            user = created["identity"]["id"].as_str().unwrap().to_owned();
        }
        let body = json!({ "createTokenWithScopes": ["chat"] });
        let created = self.identity("POST", "/identities", body).await;
        let token = created["accessToken"]["token"].as_str().unwrap().to_owned();
        let me = created["identity"]["id"].as_str().unwrap().to_owned();

        let name = "n".repeat(512);
        let metadata = json!({ "k": "v".repeat(1000) });
        let mut participants: Vec<Value> = (0..100)
            .map(|number| json!({ "communicationIdentifier": { "rawId": format!("8:acs:a_{number}") } }))
            .collect();
        participants.push(json!({
            "communicationIdentifier": { "rawId": me }, "displayName": name, "metadata": metadata,
        }));
        let body = json!({
            "topic": "😀".repeat(250), "metadata": metadata, "participants": participants,
        });
        let mut thread = String::new();
        for number in 0..10 {
            let request = self.post(&token, "/chat/threads", &body);
            let id = format!("{round}-{number}");
            let created = seen(request.header("repeatability-request-id", id)).await.json();
            thread = path(created["chatThread"]["id"].as_str().unwrap());
        }

        let body = json!({
            "content": "x".repeat(20_000), "senderDisplayName": name, "metadata": metadata,
        });
        let mut message = String::new();
        for _ in 0..10 {
            let sent = seen(self.post(&token, &format!("{thread}/messages"), &body)).await.json();
            let receipt = json!({ "chatMessageId": sent["id"] });
            seen(self.post(&token, &format!("{thread}/readReceipts"), &receipt)).await;
            message = format!("{thread}/messages/{}", sent["id"].as_str().unwrap());
        }

        let assignment = format!("/access/teamsExtension/tenants/t/assignments/{round}");
        let clients = vec!["c".repeat(100); 50];
        let body = json!({ "principalType": "user", "clientIds": clients });
        self.identity("PUT", &assignment, body).await;
        let rule = json!({ "path": "/nowhere", "fault": { "kind": "brokenJson" } });
        seen(self.http.post(format!("{}/__emulator/faults", self.endpoint)).json(&rule)).await;
        Traces { user, token, thread, message, assignment }
    }

    /// Says whether anything of a round is still there.
    async fn remembers(&self, traces: &Traces) -> bool {
        let Traces { user, token, thread, message, assignment } = traces;
        let url = |target: &str, version: &str| format!("{}{target}?{version}", self.endpoint);
        let chat = |target: &str| self.http.get(url(target, support::VERSION)).bearer_auth(token);
        let identity = |target: &str| {
            self.http.get(url(target, support::IDENTITY_VERSION)).bearer_auth(ENTRA_TOKEN)
        };
        let requests = [
            identity(&format!("/identities/{user}")),
            identity(assignment),
            chat(thread),
            chat(message),
        ];
        for request in requests {
            if seen(request).await.status == 200 {
                return true;
            }
        }
        false
    }

    async fn identity(&self, method: &str, target: &str, body: Value) -> Value {
        let url = format!("{}{target}?{}", self.endpoint, support::IDENTITY_VERSION);
        let request = self.http.request(method.parse::<Method>().unwrap(), url);
        seen(request.bearer_auth(ENTRA_TOKEN).json(&body)).await.json()
    }

    fn post(&self, token: &str, target: &str, body: &Value) -> RequestBuilder {
        let url = format!("{}{target}?{}", self.endpoint, support::VERSION);
        self.http.post(url).bearer_auth(token).json(body)
    }
}
