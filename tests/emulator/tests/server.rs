//! The emulator as a server and as a program: many clients, https, its end.

mod support;

use acs_chat_emulator::{ENTRA_TOKEN, Emulator};
use reqwest::{Certificate, Client};
use serde_json::json;
use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
};
use support::{World, client, seen};
use tokio::task::JoinSet;

async fn create_user(http: &Client, endpoint: &str) -> u16 {
    let url = format!("{endpoint}/identities?api-version=2026-09-23");
    seen(http.post(url).bearer_auth(ENTRA_TOKEN)).await.status
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thousand_clients_are_served_at_once() {
    let world = World::new().await;
    let ann = world.user().await;
    let thread = world.thread(&ann, "Crowd").await;
    let url = world.url(&format!("{thread}/messages?{}", support::VERSION));
    let mut clients = JoinSet::new();
    for number in 0..1000 {
        let request = world.http.post(&url).bearer_auth(&ann.token);
        clients.spawn(seen(request.json(&json!({ "content": number.to_string() }))));
    }
    while let Some(sent) = clients.join_next().await {
        assert_eq!(sent.unwrap().status, 201);
    }
    let page = world.get(&ann, &format!("{thread}/messages?maxPageSize=1000")).await.json();
    assert_eq!(page["value"].as_array().unwrap().len(), 200, "no page is longer");
    let messages = world.messages(&ann, &thread).await;
    assert_eq!(messages.len(), 1002);
    for pair in messages.windows(2) {
        assert!(pair[0]["id"].as_str() > pair[1]["id"].as_str(), "no id twice");
    }
}

#[tokio::test]
async fn it_stops_when_it_is_dropped() {
    let emulator = Emulator::start().await.unwrap();
    let (http, endpoint) = (client(&[]), emulator.endpoint());
    assert_eq!(create_user(&http, &endpoint).await, 201);
    drop(emulator);
    // The open connection is cut, and nobody accepts another one.
    let url = format!("{endpoint}/identities?api-version=2026-09-23");
    assert!(http.post(url).bearer_auth(ENTRA_TOKEN).send().await.is_err());
}

#[tokio::test]
async fn https_works_for_whoever_trusts_the_authority() {
    let emulator = Emulator::builder().tls().start().await.unwrap();
    let ca = Certificate::from_pem(emulator.ca_pem().unwrap().as_bytes()).unwrap();
    assert!(emulator.endpoint().starts_with("https://127.0.0.1:"));
    let http = client(&[ca]);
    assert_eq!(create_user(&http, &emulator.endpoint()).await, 201);
    let localhost = emulator.endpoint().replace("127.0.0.1", "localhost");
    assert_eq!(create_user(&http, &localhost).await, 201);
    let stranger = client(&[]).get(emulator.endpoint()).send().await;
    assert!(stranger.is_err(), "without the authority there is no trust");
}

#[tokio::test]
async fn links_and_locations_lead_where_the_client_is() {
    let world = World::new().await;
    let ann = world.user().await;
    world.thread(&ann, "one").await;
    world.thread(&ann, "two").await;
    let localhost = world.emulator.endpoint().replace("127.0.0.1", "localhost");
    let url = format!("{localhost}/chat/threads?maxPageSize=1&{}", support::VERSION);
    let page = seen(world.http.get(url).bearer_auth(&ann.token)).await.json();
    assert!(page["nextLink"].as_str().unwrap().starts_with(&localhost), "{page}");
}

/// The program, ended at the latest with the test.
struct Program(Child);

impl Drop for Program {
    fn drop(&mut self) {
        self.0.kill().expect("the program runs until it is told to stop");
        self.0.wait().expect("a killed program ends");
    }
}

impl Program {
    fn start(arguments: &[&str]) -> (Self, String) {
        let mut child = Command::new(env!("CARGO_BIN_EXE_acs-chat-emulator"))
            .args(arguments)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        (Self(child), line.trim_end().to_owned())
    }
}

fn endpoint(connection_string: &str) -> &str {
    let endpoint = connection_string.strip_prefix("endpoint=").unwrap();
    endpoint.split_once("/;accesskey=").unwrap().0
}

#[tokio::test]
async fn the_program_prints_the_connection_string_first() {
    let (_program, connection_string) = Program::start(&[]);
    assert_eq!(create_user(&client(&[]), endpoint(&connection_string)).await, 201);
}

#[tokio::test]
async fn the_program_serves_https_and_writes_its_authority() {
    let folder = std::env::temp_dir().join(format!("acs-chat-emulator-{}", std::process::id()));
    let (_program, connection_string) = Program::start(&["--tls", folder.to_str().unwrap()]);
    let ca = std::fs::read(folder.join("ca.pem")).unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    let http = client(&[Certificate::from_pem(&ca).unwrap()]);
    assert!(connection_string.starts_with("endpoint=https://"));
    assert_eq!(create_user(&http, endpoint(&connection_string)).await, 201);
}
