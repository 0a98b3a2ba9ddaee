//! The emulator as a server: many clients, https, its end.

mod support;

use acs_chat_emulator::{ENTRA_TOKEN, Emulator};
use reqwest::{Certificate, Client};
use serde_json::json;
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
async fn https_works_for_clients_that_trust_the_authority() {
    let emulator = Emulator::builder().tls().start().await.unwrap();
    let ca = Certificate::from_pem(emulator.ca_pem().unwrap().as_bytes()).unwrap();
    assert!(emulator.endpoint().starts_with("https://127.0.0.1:"));
    let http = client(&[ca]);
    assert_eq!(create_user(&http, &emulator.endpoint()).await, 201);
    let localhost = emulator.endpoint().replace("127.0.0.1", "localhost");
    assert_eq!(create_user(&http, &localhost).await, 201);
    let stranger = client(&[]).get(emulator.endpoint()).send().await;
    assert!(stranger.is_err(), "a client without the authority does not trust the certificate");
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
