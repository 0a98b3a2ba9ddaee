//! Steady load, during which the memory of the emulator must stay flat. Takes minutes, so it runs on
//! request only:
//!
//!     cargo test --release -p acs-chat-emulator --test soak -- --ignored --nocapture

#![cfg(target_os = "linux")]

mod support;

use acs_chat_emulator::ENTRA_TOKEN;
use reqwest::{Client, RequestBuilder};
use serde_json::{Value, json};
use std::{
    fs,
    time::{Duration, Instant},
};
use support::{client, path, program, seen};
use tokio::{process::Command, task::JoinSet};

/// Each of the two halves fills every bound, so that the second can only replace.
fn half() -> Duration {
    let seconds = std::env::var("SOAK_SECONDS").ok().and_then(|seconds| seconds.parse().ok());
    Duration::from_secs(seconds.unwrap_or(120))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes minutes"]
async fn memory_stays_flat_under_steady_load() {
    let (emulator, endpoint) = program(Command::new(env!("CARGO_BIN_EXE_acs-chat-emulator"))).await;
    let process = emulator.id().unwrap();
    let mut clients = JoinSet::new();
    for _ in 0..4 {
        clients.spawn(Load::new(&endpoint).run());
    }
    let mut peaks = Vec::new();
    for part in ["first", "second"] {
        let (end, mut peak) = (Instant::now() + half(), 0);
        while Instant::now() < end {
            tokio::time::sleep(Duration::from_secs(5)).await;
            peak = peak.max(resident_megabytes(process));
        }
        println!("{part} half: {peak} MB at most, {} MB at its end", resident_megabytes(process));
        peaks.push(peak);
    }
    let health = seen(client(&[]).get(format!("{endpoint}/health"))).await;
    assert_eq!((health.status, clients.len()), (200, 4), "everybody is still at work");
    assert!(peaks[1] * 10 <= peaks[0] * 11, "the memory grew from {} to {} MB", peaks[0], peaks[1]);
}

fn resident_megabytes(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1024
}

/// One client that uses everything that the emulator keeps, with the largest values.
struct Load {
    http: Client,
    endpoint: String,
}

impl Load {
    fn new(endpoint: &str) -> Self {
        Self { http: client(&[]), endpoint: endpoint.to_owned() }
    }

    async fn run(self) {
        for round in 0.. {
            self.round(round).await;
        }
    }

    async fn round(&self, round: usize) {
        for number in 0..30 {
            let custom_id = format!("{round}-{number}-{}", "c".repeat(200));
            self.identity("POST", "/identities", json!({ "customId": custom_id })).await;
        }
        let user = json!({ "createTokenWithScopes": ["chat"] });
        let created = self.identity("POST", "/identities", user).await;
        let token = created["accessToken"]["token"].as_str().unwrap().to_owned();
        let name = "n".repeat(512);
        let metadata = json!({ "k": "v".repeat(1000) });
        let strangers: Vec<Value> = (0..100)
            .map(|number| json!({ "communicationIdentifier": { "rawId": format!("8:acs:a_{number}") } }))
            .collect();
        let thread =
            json!({ "topic": "t".repeat(250), "metadata": metadata, "participants": strangers });
        let mut created = Value::Null;
        for number in 0..5 {
            let request = self.post(&token, "/chat/threads", &thread);
            let id = format!("{round}-{number}");
            created = seen(request.header("repeatability-request-id", id)).await.json();
        }
        let thread = path(created["chatThread"]["id"].as_str().unwrap());
        let message = json!({
            "content": "x".repeat(20_000), "senderDisplayName": name, "metadata": metadata,
        });
        for _ in 0..10 {
            let sent =
                seen(self.post(&token, &format!("{thread}/messages"), &message)).await.json();
            let receipt = json!({ "chatMessageId": sent["id"] });
            seen(self.post(&token, &format!("{thread}/readReceipts"), &receipt)).await;
        }
        let clients: Vec<String> = (0..50).map(|number| format!("client-{number}")).collect();
        let assignment = format!("/access/teamsExtension/tenants/t{round}/assignments/o{round}");
        let body = json!({ "principalType": "user", "clientIds": clients });
        self.identity("PUT", &assignment, body).await;
        let rule = json!({ "path": "/nowhere", "fault": { "kind": "brokenJson" } });
        seen(self.http.post(format!("{}/__emulator/faults", self.endpoint)).json(&rule)).await;
    }

    async fn identity(&self, method: &str, path: &str, body: Value) -> Value {
        let url = format!("{}{path}?{}", self.endpoint, support::IDENTITY_VERSION);
        let request = self.http.request(method.parse().unwrap(), url);
        seen(request.bearer_auth(ENTRA_TOKEN).json(&body)).await.json()
    }

    fn post(&self, token: &str, target: &str, body: &Value) -> RequestBuilder {
        let url = format!("{}{target}?{}", self.endpoint, support::VERSION);
        self.http.post(url).bearer_auth(token).json(body)
    }
}
