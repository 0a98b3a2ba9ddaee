//! Starting, stopping and restarting, and the settings that decide how an emulator starts.

mod support;

use acs_chat_emulator::Emulator;
use serde_json::json;
use std::time::Duration;
use support::{World, client};

#[tokio::test]
async fn a_restart_keeps_address_keys_and_state() {
    let mut world = World::new().await;
    let ann = world.user().await;
    let thread = world.thread(&ann, "Lunch").await;
    world.send(&ann, &thread, "before").await;
    let connection_string = world.emulator.connection_string();

    world.emulator.stop().await;
    let refused = world.chat(&ann, reqwest::Method::GET, &thread).send().await;
    assert!(refused.unwrap_err().is_connect(), "nobody listens");
    world.emulator.restart().await.unwrap();

    assert_eq!(world.emulator.connection_string(), connection_string);
    world.send(&ann, &thread, "after").await;
    let messages = world.messages(&ann, &thread).await;
    assert_eq!(messages[0]["content"]["message"], "after");
    assert_eq!(messages[1]["content"]["message"], "before");
}

#[tokio::test]
async fn a_restart_ends_the_connections_that_are_open() {
    let mut world = World::new().await;
    let ann = world.user().await;
    let thread = world.thread(&ann, "Lunch").await;
    for _ in 0..20 {
        world.emulator.restart().await.unwrap();
        let sent = world.post(&ann, &format!("{thread}/messages"), json!({ "content": "x" })).await;
        assert_eq!(sent.status, 201);
    }
}

#[tokio::test]
async fn tokens_last_as_long_as_the_builder_says() {
    let emulator =
        Emulator::builder().token_lifetime(Duration::from_millis(1500)).start().await.unwrap();
    let world = World { emulator, http: client(&[]) };
    let ann = world.user().await;
    assert_eq!(world.get(&ann, "/chat/threads").await.status, 200);
    world.emulator.clock().advance(Duration::from_millis(1500));
    let expired = world.get(&ann, "/chat/threads").await;
    assert_eq!(expired.status, 401);
    assert!(expired.text.contains("expired"), "{expired:?}");
}

#[tokio::test]
async fn an_emulator_for_other_machines_names_an_address_of_this_one() {
    let emulator = Emulator::builder().host(std::net::Ipv4Addr::UNSPECIFIED).start().await.unwrap();
    assert!(emulator.endpoint().starts_with("http://127.0.0.1:"), "{emulator:?}");
    let world = World { emulator, http: client(&[]) };
    world.user().await;
}
