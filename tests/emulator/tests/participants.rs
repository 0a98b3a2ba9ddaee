//! Participants and read receipts.

mod support;

use reqwest::Method;
use serde_json::json;
use support::{World, seen};

#[tokio::test]
async fn added_participants_have_access_and_removed_ones_do_not() {
    let world = World::new().await;
    let (ann, bob) = (world.user().await, world.user().await);
    let thread = world.thread(&ann, "Lunch").await;
    let outside = world.get(&bob, &thread).await;
    assert_eq!((outside.status, outside.error().0.as_str()), (403, "Forbidden"));
    assert!(world.items(&bob, "/chat/threads").await.is_empty());

    let body = json!({ "participants": [bob.participant()] });
    let added = world.post(&ann, &format!("{thread}/participants/:add"), body.clone()).await;
    assert_eq!((added.status, added.json()), (201, json!({})));
    assert_eq!(world.get(&bob, &thread).await.status, 200);
    assert_eq!(world.items(&bob, "/chat/threads").await.len(), 1);

    let before = world.messages(&ann, &thread).await.len();
    world.post(&ann, &format!("{thread}/participants/:add"), body).await;
    assert_eq!(
        world.messages(&ann, &thread).await.len(),
        before,
        "nothing changes the second time"
    );

    let target = format!("{thread}/participants/:remove");
    let removed = world.post(&ann, &target, bob.identifier()).await;
    assert_eq!((removed.status, removed.text.as_str()), (204, ""));
    assert_eq!(world.get(&bob, &thread).await.status, 403);
    assert!(world.items(&bob, "/chat/threads").await.is_empty());
    let message = &world.messages(&ann, &thread).await[0];
    assert_eq!(message["type"], "participantRemoved");
    let removed = &message["content"]["participants"][0]["communicationIdentifier"];
    assert_eq!(removed["rawId"], bob.id.as_str());
    let initiator = &message["content"]["initiatorCommunicationIdentifier"];
    assert_eq!(initiator["rawId"], ann.id.as_str());

    assert_eq!(world.post(&ann, &target, bob.identifier()).await.status, 404);
    let merge_patch = world.chat(&ann, Method::POST, &target).body(ann.identifier().to_string());
    let left = seen(merge_patch.header("content-type", support::MERGE_PATCH)).await;
    assert_eq!(
        left.status, 204,
        "everybody may leave, and the description knows this content type"
    );
}

#[tokio::test]
async fn an_identifier_needs_exactly_one_meaning() {
    let world = World::new().await;
    let ann = world.user().await;
    let target = format!("{}/participants/:remove", world.thread(&ann, "Lunch").await);
    let two =
        json!({ "communicationUser": { "id": "8:acs:a_b" }, "phoneNumber": { "value": "+1" } });
    for body in [json!({}), two] {
        let refused = world.post(&ann, &target, body).await;
        assert_eq!((refused.status, refused.error().1.as_str()), (400, "communicationIdentifier"));
    }
}

#[tokio::test]
async fn a_thread_has_room_for_250_people() {
    let world = World::new().await;
    let ann = world.user().await;
    let thread = world.thread(&ann, "Crowd").await;
    let mut participants = Vec::new();
    for _ in 0..250 {
        participants.push(world.user_with(&[]).await.participant());
    }
    let body = json!({ "participants": participants });
    let added = world.post(&ann, &format!("{thread}/participants/:add"), body).await.json();
    let invalid = added["invalidParticipants"].as_array().unwrap();
    assert_eq!((invalid.len(), &invalid[0]["code"]), (1, &json!("403")));
    assert_eq!(world.items(&ann, &format!("{thread}/participants")).await.len(), 250);
}

#[tokio::test]
async fn each_reader_has_one_receipt_and_it_never_goes_back() {
    let world = World::new().await;
    let (ann, bob) = (world.user().await, world.user().await);
    let thread = world.thread(&ann, "Lunch").await;
    let body = json!({ "participants": [bob.participant()] });
    world.post(&ann, &format!("{thread}/participants/:add"), body).await;
    let first = world.send(&ann, &thread, "one").await;
    let second = world.send(&ann, &thread, "two").await;
    let target = format!("{thread}/readReceipts");
    assert!(world.items(&ann, &target).await.is_empty());
    for (reader, message) in [(&bob, &first), (&ann, &second), (&bob, &second), (&bob, &first)] {
        let read = world.post(reader, &target, json!({ "chatMessageId": message })).await;
        assert_eq!((read.status, read.text.as_str()), (200, ""));
    }
    let receipts = world.items(&ann, &target).await;
    assert_eq!(receipts.len(), 2);
    for (receipt, reader) in receipts.iter().zip([&bob, &ann]) {
        assert_eq!(receipt["chatMessageId"], second.as_str());
        assert_eq!(receipt["senderCommunicationIdentifier"]["rawId"], reader.id.as_str());
        assert!(receipt["readOn"].is_string());
    }
    let unknown = world.post(&ann, &target, json!({ "chatMessageId": "1" })).await;
    assert_eq!(unknown.status, 404);
}

/// Microsoft's Python client writes clouds so.
#[tokio::test]
async fn clouds_may_be_in_capitals() {
    let world = World::new().await;
    let ann = world.user().await;
    let thread = world.thread(&ann, "Lunch").await;
    let user = json!({ "microsoftTeamsUser": { "userId": "bob", "cloud": "GCCH" } });
    let body = json!({ "participants": [{ "communicationIdentifier": user }] });
    let added = world.post(&ann, &format!("{thread}/participants/:add"), body).await;
    assert_eq!(added.status, 201);
    assert_eq!(added.json()["invalidParticipants"][0]["target"], "8:gcch:bob");
}
