//! Threads: creation, properties, merge patches, lists, deletion, retention.

mod support;

use reqwest::Method;
use serde_json::json;
use std::time::Duration;
use support::{MERGE_PATCH, World, path, seen};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

#[tokio::test]
async fn a_new_thread_has_its_creator_its_properties_and_two_system_messages() {
    let world = World::new().await;
    let (ann, bob) = (world.user().await, world.user().await);
    let body = json!({
        "topic": "Lunch",
        "participants": [{
            "communicationIdentifier": { "rawId": bob.id },
            "displayName": "Bob",
            "metadata": { "role": "guest" },
        }],
        "metadata": { "project": "apollo" },
        "retentionPolicy": { "kind": "none" },
    });
    let created = world.post(&ann, "/chat/threads", body).await;
    assert_eq!(created.status, 201, "{created:?}");
    let thread = &created.json()["chatThread"];
    assert_eq!(thread["topic"], "Lunch");
    assert_eq!(thread["metadata"], json!({ "project": "apollo" }));
    assert_eq!(thread["retentionPolicy"], json!({ "kind": "none" }));
    let ann_model = json!({ "rawId": ann.id, "communicationUser": { "id": ann.id } });
    assert_eq!(thread["createdByCommunicationIdentifier"], ann_model);
    assert_eq!(created.json().get("invalidParticipants"), None);

    let id = thread["id"].as_str().unwrap();
    assert!(id.starts_with("19:") && id.ends_with("@thread.v2"), "{id}");
    let location = format!("/chat/threads/{}", id.replace(':', "%3A"));
    assert_eq!(created.header("location"), world.url(&location));
    assert_eq!(&world.get(&bob, &path(id)).await.json(), thread);

    let participants = world.items(&ann, &format!("{}/participants", path(id))).await;
    assert_eq!(participants[0]["communicationIdentifier"], ann_model);
    assert_eq!(participants[1]["displayName"], "Bob");
    assert_eq!(participants[1]["metadata"], json!({ "role": "guest" }));
    assert_eq!(participants[1]["shareHistoryTime"], "1970-01-01T00:00:00Z");

    let messages = world.messages(&ann, &path(id)).await;
    assert_eq!(messages.len(), 2);
    let [topic, added] = [&messages[0], &messages[1]];
    assert_eq!((&topic["type"], &topic["sequenceId"]), (&json!("topicUpdated"), &json!("2")));
    assert_eq!(topic["content"]["topic"], "Lunch");
    assert_eq!((&added["type"], &added["sequenceId"]), (&json!("participantAdded"), &json!("1")));
    assert_eq!(added["content"]["participants"].as_array().unwrap().len(), 2);
    assert_eq!(added["content"]["participants"][1].get("metadata"), None);
    for message in [topic, added] {
        assert_eq!(message["content"]["initiatorCommunicationIdentifier"], ann_model);
        assert_eq!(message.get("senderCommunicationIdentifier"), None);
        assert_eq!(message.get("senderDisplayName"), None);
    }
}

#[tokio::test]
async fn a_new_thread_has_no_time_of_a_last_message() {
    let world = World::new().await;
    let ann = world.user().await;
    let thread = world.thread(&ann, "Lunch").await;
    let listed = async || world.get(&ann, "/chat/threads").await.json()["value"][0].clone();
    assert_eq!(listed().await.get("lastMessageReceivedOn"), None);
    let id = world.send(&ann, &thread, "hello").await;
    let message = world.get(&ann, &format!("{thread}/messages/{id}")).await.json();
    assert_eq!(listed().await["lastMessageReceivedOn"], message["createdOn"]);
}

#[tokio::test]
async fn participants_who_cannot_join_are_named_and_do_not_keep_others_out() {
    let world = World::new().await;
    let (ann, bob) = (world.user().await, world.user().await);
    let participant = |raw_id: &str| json!({ "communicationIdentifier": { "rawId": raw_id } });
    let body = json!({
        "topic": "Lunch",
        "participants": [
            participant("8:acs:nobody_here"),
            bob.participant(),
            { "communicationIdentifier": { "phoneNumber": { "value": "+14255550142" } } },
            participant("28:orgid:c1f0a6be-2f84-4a53-9b0d-7f8a1d2e3c44"),
        ],
    });
    let created = world.post(&ann, "/chat/threads", body.clone()).await;
    assert_eq!(created.status, 201);
    let invalid = json!([
        { "target": "8:acs:nobody_here", "code": "404", "message": "Not found" },
        { "target": "4:+14255550142", "code": "403", "message": "Permissions check failed" },
        {
            "target": "28:orgid:c1f0a6be-2f84-4a53-9b0d-7f8a1d2e3c44",
            "code": "403",
            "message": "Permissions check failed",
        },
    ]);
    assert_eq!(created.json()["invalidParticipants"], invalid);
    let thread = path(created.json()["chatThread"]["id"].as_str().unwrap());
    assert_eq!(world.items(&bob, &format!("{thread}/participants")).await.len(), 2);

    let body = json!({ "participants": body["participants"] });
    let added = world.post(&ann, &format!("{thread}/participants/:add"), body).await;
    assert_eq!((added.status, &added.json()["invalidParticipants"]), (201, &invalid));
}

#[tokio::test]
async fn a_repeated_request_creates_one_thread() {
    let world = World::new().await;
    let (ann, bob) = (world.user().await, world.user().await);
    let create = |user, id: &'static str| {
        let request =
            world.chat(user, Method::POST, "/chat/threads").json(&json!({ "topic": "x" }));
        seen(request.header("repeatability-request-id", id))
    };
    let (first, second) = tokio::join!(create(&ann, "one"), create(&ann, "one"));
    assert_eq!((second.status, &second.text), (201, &first.text));
    assert_eq!(second.header("location"), first.header("location"));
    assert_ne!(create(&ann, "two").await.text, first.text);
    assert_ne!(create(&bob, "one").await.text, first.text, "an id belongs to a user");
    assert_eq!(world.items(&ann, "/chat/threads").await.len(), 2);
}

#[tokio::test]
async fn a_merge_patch_changes_what_it_names_and_null_removes() {
    let world = World::new().await;
    let ann = world.user().await;
    let thread = world.thread(&ann, "Lunch").await;
    let policy = json!({ "kind": "threadCreationDate", "deleteThreadAfterDays": 40 });
    let patch = json!({ "metadata": { "a": "1", "b": "2" }, "retentionPolicy": policy });
    assert_eq!(world.patch(&ann, &thread, patch).await.status, 204);
    let properties = world.get(&ann, &thread).await.json();
    assert_eq!(properties["topic"], "Lunch");
    assert_eq!(properties["metadata"], json!({ "a": "1", "b": "2" }));
    assert_eq!(properties["retentionPolicy"], policy);
    assert_eq!(world.messages(&ann, &thread).await.len(), 2, "the topic stayed as it was");

    let patch = json!({ "topic": "Dinner", "metadata": { "a": null, "c": "3" } });
    let patched = world.patch(&ann, &thread, patch).await;
    assert_eq!((patched.status, patched.text.as_str()), (204, ""));
    let properties = world.get(&ann, &thread).await.json();
    assert_eq!(properties["topic"], "Dinner");
    assert_eq!(properties["metadata"], json!({ "b": "2", "c": "3" }));
    let newest = &world.messages(&ann, &thread).await[0];
    assert_eq!(
        (&newest["type"], &newest["content"]["topic"]),
        (&json!("topicUpdated"), &json!("Dinner"))
    );

    let patch = json!({ "metadata": null, "retentionPolicy": null });
    assert_eq!(world.patch(&ann, &thread, patch).await.status, 204);
    let properties = world.get(&ann, &thread).await.json();
    assert_eq!(properties.get("metadata"), None);
    assert_eq!(properties["retentionPolicy"], json!({ "kind": "none" }));

    let refused =
        world.patch(&ann, &thread, json!({ "topic": null, "metadata": { "d": "4" } })).await;
    assert_eq!((refused.status, refused.error().1.as_str()), (400, "topic"));
    let properties = world.get(&ann, &thread).await.json();
    assert_eq!(properties.get("metadata"), None, "a refused patch changes nothing");

    let plain = world.chat(&ann, Method::PATCH, &thread).json(&json!({ "topic": "x" }));
    let refused = seen(plain).await;
    assert_eq!((refused.status, refused.error().1.as_str()), (400, "Content-Type"));
    assert!(refused.text.contains(MERGE_PATCH), "{refused:?}");
}

#[tokio::test]
async fn values_that_are_too_large_are_refused() {
    let world = World::new().await;
    let ann = world.user().await;
    let thread = world.thread(&ann, "x").await;
    let cases = [
        ("topic", json!({ "topic": "t".repeat(251) })),
        ("metadata", json!({ "topic": "t", "metadata": { "k": "v".repeat(1024) } })),
        (
            "retentionPolicy",
            json!({ "topic": "t", "retentionPolicy": { "kind": "threadCreationDate" } }),
        ),
    ];
    for (target, body) in cases {
        let refused = world.post(&ann, "/chat/threads", body).await;
        assert_eq!((refused.status, refused.error().1.as_str()), (400, target));
    }
    let body = json!({ "content": "c".repeat(28 * 1024 + 1) });
    let refused = world.post(&ann, &format!("{thread}/messages"), body).await;
    assert_eq!((refused.status, refused.error().1.as_str()), (400, "content"));
    let refused = world.post(&ann, "/chat/threads", json!({ "topic": "t".repeat(1 << 20) })).await;
    assert_eq!(refused.status, 413);
}

#[tokio::test]
async fn a_deleted_thread_stays_in_lists_and_is_404_otherwise() {
    let world = World::new().await;
    let ann = world.user().await;
    let thread = world.thread(&ann, "Lunch").await;
    let message = world.send(&ann, &thread, "hello").await;
    let deleted = world.delete(&ann, &thread).await;
    assert_eq!((deleted.status, deleted.text.as_str()), (204, ""));

    let item = &world.items(&ann, "/chat/threads").await[0];
    assert!(item["deletedOn"].is_string(), "{item}");
    let gone = [
        world.get(&ann, &thread).await,
        world.patch(&ann, &thread, json!({ "topic": "x" })).await,
        world.delete(&ann, &thread).await,
        world.get(&ann, &format!("{thread}/messages")).await,
        world.get(&ann, &format!("{thread}/messages/{message}")).await,
        world.post(&ann, &format!("{thread}/messages"), json!({ "content": "x" })).await,
        world.get(&ann, &format!("{thread}/participants")).await,
        world.post(&ann, &format!("{thread}/typing"), json!({})).await,
        world.get(&ann, &path("19:unknown_to-all1@thread.v2")).await,
    ];
    for gone in gone {
        assert_eq!((gone.status, gone.error().0.as_str()), (404, "NotFound"));
    }
}

#[tokio::test]
async fn a_retention_policy_deletes_its_thread_in_time() {
    let world = World::new().await;
    let ann = world.user().await;
    let policy = json!({ "kind": "threadCreationDate", "deleteThreadAfterDays": 30 });
    let body = json!({ "topic": "short-lived", "retentionPolicy": policy });
    let created = world.post(&ann, "/chat/threads", body).await.json();
    let thread = path(created["chatThread"]["id"].as_str().unwrap());

    world.emulator.clock().advance(29 * DAY);
    let ann = world.renewed(&ann).await;
    assert_eq!(world.get(&ann, &thread).await.status, 200);
    world.emulator.clock().advance(DAY);
    let ann = world.renewed(&ann).await;
    assert_eq!(world.get(&ann, &thread).await.status, 404);
    assert!(world.items(&ann, "/chat/threads").await[0]["deletedOn"].is_string());
}

#[tokio::test]
async fn a_user_id_that_is_not_one_is_a_bad_request() {
    let world = World::new().await;
    let ann = world.user().await;
    let thread = world.thread(&ann, "Lunch").await;
    for id in ["8:acs:invalidUserId", "8:acs:", "8:acs:_user", "8:acs:resource_"] {
        let identifier = json!({ "communicationUser": { "id": id } });
        let participants = json!([{ "communicationIdentifier": identifier }]);
        let body = json!({ "topic": "x", "participants": participants });
        for refused in [
            world.post(&ann, "/chat/threads", body.clone()).await,
            world.post(&ann, &format!("{thread}/participants/:add"), body).await,
            world.post(&ann, &format!("{thread}/participants/:remove"), identifier).await,
        ] {
            assert_eq!((refused.status, refused.error().0.as_str()), (400, "BadRequest"), "{id}");
        }
    }
    assert_eq!(world.items(&ann, "/chat/threads").await.len(), 1);
}

#[tokio::test]
async fn optional_properties_may_be_null() {
    let world = World::new().await;
    let (ann, bob) = (world.user().await, world.user().await);
    let identifier = json!({
        "kind": null, "rawId": null, "communicationUser": { "id": bob.id }, "phoneNumber": null,
    });
    let participant = json!({
        "communicationIdentifier": identifier,
        "displayName": null, "shareHistoryTime": null, "metadata": null,
    });
    let body = json!({
        "topic": "x", "participants": [participant], "metadata": null, "retentionPolicy": null,
    });
    let created = world.post(&ann, "/chat/threads", body).await;
    assert_eq!(created.status, 201, "{created:?}");
    assert_eq!(created.json()["chatThread"].get("metadata"), None);
    let body = json!({ "topic": "x", "participants": null });
    assert_eq!(world.post(&ann, "/chat/threads", body).await.status, 201);
}

#[tokio::test]
async fn the_beginning_of_time_is_a_time() {
    let world = World::new().await;
    let (ann, bob) = (world.user().await, world.user().await);
    for (time, shown) in [
        ("0000-01-01T00:00:00+23:59", "0000-01-01T00:00:00Z"),
        ("9999-12-31T23:59:59-23:59", "9999-12-31T23:59:59Z"),
    ] {
        let participant = json!({
            "communicationIdentifier": bob.identifier(), "shareHistoryTime": time,
        });
        let body = json!({ "topic": "x", "participants": [participant] });
        let created = world.post(&ann, "/chat/threads", body).await;
        assert_eq!(created.status, 201, "{created:?}");
        let thread = path(created.json()["chatThread"]["id"].as_str().unwrap());
        let participants = world.items(&ann, &format!("{thread}/participants")).await;
        assert_eq!(participants[1]["shareHistoryTime"], shown);
        let start_time = time.replace('+', "%2B");
        let list = format!("{thread}/messages?maxPageSize=1&startTime={start_time}");
        assert_eq!(world.get(&ann, &list).await.status, 200);
    }
}
