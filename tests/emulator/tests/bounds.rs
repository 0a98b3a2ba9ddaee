//! Bounds of what one request may bring. The bounds of all requests together are tested beside the
//! code that keeps them, and by `soak.rs`.

mod support;

use reqwest::Method;
use serde_json::{Value, json};
use support::{World, path, seen};

#[tokio::test]
async fn names_and_ids_have_512_bytes_at_most() {
    let world = World::new().await;
    let (ann, bob) = (world.user().await, world.user().await);
    let thread = world.thread(&ann, "Lunch").await;
    for (length, status) in [(512, 201), (513, 400)] {
        let name = "n".repeat(length);
        let body = json!({ "content": "x", "senderDisplayName": name });
        let sent = world.post(&ann, &format!("{thread}/messages"), body).await;
        assert_eq!(sent.status, status, "{length}");

        let mut participant = bob.participant();
        participant["displayName"] = name.into();
        let body = json!({ "participants": [participant] });
        let added = world.post(&ann, &format!("{thread}/participants/:add"), body).await;
        assert_eq!(added.status, status, "{length}");

        let raw_id = format!("8:acs:a_{}", "b".repeat(length - "8:acs:a_".len()));
        let body = json!({ "participants": [{ "communicationIdentifier": { "rawId": raw_id } }] });
        let added = world.post(&ann, &format!("{thread}/participants/:add"), body).await;
        assert_eq!(added.status, status, "{length}");
    }
}

#[tokio::test]
async fn metadata_has_1_kb_at_most_wherever_it_is() {
    let world = World::new().await;
    let (ann, bob) = (world.user().await, world.user().await);
    let thread = world.thread(&ann, "Lunch").await;
    let message = format!("{thread}/messages/{}", world.send(&ann, &thread, "x").await);
    for (length, accepted) in [(1023, true), (1024, false)] {
        let metadata = json!({ "k": "v".repeat(length) });
        let mut participant = bob.participant();
        participant["metadata"] = metadata.clone();
        let statuses = [
            world.post(&ann, "/chat/threads", json!({ "topic": "x", "metadata": metadata })).await,
            world
                .post(
                    &ann,
                    &format!("{thread}/messages"),
                    json!({ "content": "x", "metadata": metadata }),
                )
                .await,
            world
                .post(
                    &ann,
                    &format!("{thread}/participants/:add"),
                    json!({ "participants": [participant] }),
                )
                .await,
            world.patch(&ann, &message, json!({ "metadata": metadata })).await,
            world.patch(&ann, &thread, json!({ "metadata": metadata })).await,
        ]
        .map(|response| response.status);
        let expected = if accepted { [201, 201, 201, 204, 204] } else { [400; 5] };
        assert_eq!(statuses, expected, "{length}");
    }
}

#[tokio::test]
async fn custom_ids_have_256_characters_at_most() {
    let world = World::new().await;
    for (length, status) in [(0, 400), (256, 201), (257, 400)] {
        let body = json!({ "customId": "c".repeat(length) });
        let created = world.identity(Method::POST, "/identities", Some(body)).await;
        assert_eq!(created.status, status, "{length}");
    }
}

/// Answers that come again are kept as text, and all of them together have a bound.
#[tokio::test]
async fn thousands_of_strangers_are_answered_again_and_again() {
    let world = World::new().await;
    let ann = world.user().await;
    let stranger = |number: usize| json!({ "communicationIdentifier": { "rawId": format!("8:acs:nobody_{number}") } });
    let strangers: Vec<Value> = (0..6000).map(stranger).collect();
    let body = json!({ "topic": "x", "participants": strangers });
    let create = async |id: usize| {
        let request = world.chat(&ann, Method::POST, "/chat/threads").json(&body);
        seen(request.header("repeatability-request-id", id.to_string())).await
    };
    let first = create(0).await;
    assert_eq!(first.json()["invalidParticipants"].as_array().unwrap().len(), 6000);
    assert_eq!(create(0).await.text, first.text);
    for id in 1..30 {
        assert_eq!(create(id).await.status, 201);
    }
    let again = create(0).await;
    assert_ne!(again.text, first.text, "the answer was forgotten: thirty are more than 8 MB");
    let thread = path(again.json()["chatThread"]["id"].as_str().unwrap());
    assert_eq!(world.items(&ann, &format!("{thread}/participants")).await.len(), 1);
}
