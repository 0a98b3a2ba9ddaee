//! Responses that differ between versions of the Chat API.

mod support;

use reqwest::Method;
use serde_json::{Value, json};
use support::{User, World, path, seen};

const V2021: &str = "api-version=2021-03-07";
const PREVIEW_2021: &str = "api-version=2021-04-05-preview6";
const LATE_2021: &str = "api-version=2021-09-07";
const V2024: &str = "api-version=2024-03-07";
const PREVIEW_2024: &str = "api-version=2024-06-05-preview";
const V2025: &str = "api-version=2025-03-15";

async fn get(world: &World, version: &str, user: &User, target: &str) -> Value {
    seen(world.chat_in(version, user, Method::GET, target)).await.json()
}

async fn create(world: &World, version: &str, user: &User, body: Value) -> Value {
    let request = world.chat_in(version, user, Method::POST, "/chat/threads");
    seen(request.json(&body)).await.json()["chatThread"].clone()
}

#[tokio::test]
async fn errors_of_2021_have_capitals() {
    let world = World::new().await;
    let ann = world.user().await;
    let target = path("19:unknown1@thread.v2");
    for version in [V2021, PREVIEW_2021] {
        let error = get(&world, version, &ann, &target).await;
        let expected = json!({ "CommunicationError": {
            "Code": "NotFound", "Message": "The chat thread does not exist.", "Details": [],
        } });
        assert_eq!(error, expected, "{version}");
    }
    for version in [LATE_2021, V2025] {
        let error = get(&world, version, &ann, &target).await;
        assert_eq!(error["error"]["code"], "NotFound", "{version}");
    }
    let body = json!({ "createTokenWithScopes": ["dance"] });
    let refused = world.identity_in(V2021, Method::POST, "/identities", Some(body)).await;
    assert_eq!(refused.error().0, "ValidationError", "the Identity API never had capitals");
}

#[tokio::test]
async fn messages_have_attachments_since_2024() {
    let world = World::new().await;
    let ann = world.user().await;
    let thread = world.thread(&ann, "Lunch").await;
    let id = world.send(&ann, &thread, "hello").await;
    let target = format!("{thread}/messages/{id}");
    for (version, content) in [
        (V2024, json!({ "message": "hello" })),
        (PREVIEW_2024, json!({ "message": "hello", "attachments": [] })),
        (V2025, json!({ "message": "hello", "attachments": [] })),
    ] {
        assert_eq!(get(&world, version, &ann, &target).await["content"], content, "{version}");
    }
    let system = &world.messages(&ann, &thread).await[1];
    assert_eq!(system["content"].get("attachments"), None, "{system}");
}

#[tokio::test]
async fn threads_have_unset_properties_since_2025() {
    let world = World::new().await;
    let ann = world.user().await;
    let thread = create(&world, V2025, &ann, json!({ "topic": "x", "metadata": {} })).await;
    assert_eq!(thread["retentionPolicy"], json!({ "kind": "none" }));
    assert_eq!(thread["metadata"], json!({}));
    let earlier = get(&world, V2024, &ann, &path(thread["id"].as_str().unwrap())).await;
    assert_eq!((earlier.get("retentionPolicy"), earlier.get("metadata")), (None, None));
    let thread = create(&world, V2025, &ann, json!({ "topic": "x" })).await;
    assert_eq!(thread.get("metadata"), None, "none was sent");
}

#[tokio::test]
async fn ids_of_threads_name_the_service_since_2025() {
    let world = World::new().await;
    let ann = world.user().await;
    for (version, beginning) in [(V2024, "19:"), (V2025, "19:acsV1_")] {
        let thread = create(&world, version, &ann, json!({ "topic": "x" })).await;
        let id = thread["id"].as_str().unwrap();
        let random = id.strip_prefix(beginning).unwrap().strip_suffix("1@thread.v2").unwrap();
        assert_eq!(random.len(), 43, "{id}");
        let base64url = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        assert!(random.bytes().all(base64url), "{id}");
    }
}

#[tokio::test]
async fn times_of_chat_have_whole_seconds() {
    let world = World::new().await;
    let ann = world.user().await;
    let thread = world.thread(&ann, "Lunch").await;
    let id = world.send(&ann, &thread, "hello").await;
    let message = world.get(&ann, &format!("{thread}/messages/{id}")).await.json();
    let created_on = message["createdOn"].as_str().unwrap();
    assert_eq!(created_on.len(), "2025-04-01T08:00:00Z".len(), "{created_on}");
}

#[tokio::test]
async fn an_edit_raises_the_sequence_id_in_2021() {
    let world = World::new().await;
    let ann = world.user().await;
    let thread = world.thread(&ann, "Lunch").await;
    let target = format!("{thread}/messages/{}", world.send(&ann, &thread, "one").await);
    for (version, sequence_id) in [(V2025, "3"), (LATE_2021, "3"), (V2021, "4")] {
        let edit = world.chat_in(version, &ann, Method::PATCH, &target);
        let edit = edit.body(r#"{"content": "two"}"#).header("content-type", support::MERGE_PATCH);
        assert_eq!(seen(edit).await.status, 204);
        let message = get(&world, version, &ann, &target).await;
        assert_eq!(message["sequenceId"], sequence_id, "{version}");
    }
    let next = world.send(&ann, &thread, "three").await;
    let message = get(&world, V2021, &ann, &format!("{thread}/messages/{next}")).await;
    assert_eq!(message["sequenceId"], "5", "no two messages have the same");
}
