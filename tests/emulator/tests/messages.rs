//! Messages: sending, editing, deleting, who may do what.

mod support;

use serde_json::{Value, json};
use std::time::Duration;
use support::World;

#[tokio::test]
async fn a_message_comes_back_as_it_was_sent() {
    let world = World::new().await;
    let ann = world.user().await;
    let thread = world.thread(&ann, "Lunch").await;
    let body = json!({
        "content": "<b>hello</b>",
        "type": "html",
        "senderDisplayName": "Ann",
        "metadata": { "ticket": "T-1042" },
    });
    let sent = world.post(&ann, &format!("{thread}/messages"), body).await;
    assert_eq!(sent.status, 201);
    let id = sent.json()["id"].as_str().unwrap().to_owned();
    assert!(sent.header("location").ends_with(&format!("@thread.v2/messages/{id}")), "{sent:?}");

    let message = world.get(&ann, &format!("{thread}/messages/{id}")).await.json();
    assert_eq!(message["id"], id.as_str());
    assert_eq!(message["version"], id.as_str());
    assert_eq!(message["type"], "html");
    assert_eq!(message["content"], json!({ "message": "<b>hello</b>", "attachments": [] }));
    assert_eq!(message["senderDisplayName"], "Ann");
    assert_eq!(message["senderCommunicationIdentifier"]["rawId"], ann.id.as_str());
    assert_eq!(message["metadata"], json!({ "ticket": "T-1042" }));
    assert_eq!(message["sequenceId"], "3");
    for absent in ["editedOn", "deletedOn"] {
        assert_eq!(message.get(absent), None);
    }
}

#[tokio::test]
async fn a_message_without_type_and_name_is_text_with_an_empty_name() {
    let world = World::new().await;
    let ann = world.user().await;
    let thread = world.thread(&ann, "Lunch").await;
    world.send(&ann, &thread, "hello").await;
    let message = &world.messages(&ann, &thread).await[0];
    assert_eq!((&message["type"], &message["senderDisplayName"]), (&json!("text"), &json!("")));
}

#[tokio::test]
async fn ids_and_positions_increase_and_the_newest_message_comes_first() {
    let world = World::new().await;
    let ann = world.user().await;
    let thread = world.thread(&ann, "Lunch").await;
    for content in ["one", "two", "three"] {
        world.send(&ann, &thread, content).await;
    }
    let messages = world.messages(&ann, &thread).await;
    let contents: Vec<&Value> =
        messages.iter().map(|message| &message["content"]["message"]).collect();
    assert_eq!(contents[..3], ["three", "two", "one"]);
    let number =
        |message: &Value, name: &str| message[name].as_str().unwrap().parse::<u64>().unwrap();
    for pair in messages.windows(2) {
        assert!(number(&pair[0], "id") > number(&pair[1], "id"));
        assert_eq!(number(&pair[0], "sequenceId"), number(&pair[1], "sequenceId") + 1);
    }
    let year_2025 = 1_735_689_600_000;
    assert!(number(&messages[0], "id") > year_2025, "an id is a time in milliseconds");
}

#[tokio::test]
async fn only_text_and_html_can_be_sent() {
    let world = World::new().await;
    let ann = world.user().await;
    let target = format!("{}/messages", world.thread(&ann, "Lunch").await);
    for kind in ["topicUpdated", "participantAdded", "participantRemoved", "Text", "video"] {
        let refused = world.post(&ann, &target, json!({ "content": "x", "type": kind })).await;
        assert_eq!(refused.status, 400, "{kind}");
        assert_eq!(refused.error(), ("BadRequest".to_owned(), "type".to_owned()));
    }
}

#[tokio::test]
async fn optional_properties_may_be_null() {
    let world = World::new().await;
    let ann = world.user().await;
    let target = format!("{}/messages", world.thread(&ann, "Lunch").await);
    let body = json!({
        "content": "hello", "type": null, "senderDisplayName": null, "metadata": null,
    });
    let sent = world.post(&ann, &target, body).await;
    assert_eq!(sent.status, 201, "{sent:?}");
    let message = &world.messages(&ann, target.trim_end_matches("/messages")).await[0];
    assert_eq!((&message["type"], message.get("metadata")), (&json!("text"), None));
    let refused = world.post(&ann, &target, json!({ "content": null })).await;
    assert_eq!((refused.status, refused.error().1.as_str()), (400, "content"));
}

#[tokio::test]
async fn ids_that_are_not_ids_are_bad_requests() {
    let world = World::new().await;
    let ann = world.user().await;
    let thread = world.thread(&ann, "Lunch").await;
    let message = format!("{thread}/messages/not-a-number");
    for refused in [
        world.get(&ann, &message).await,
        world.patch(&ann, &message, json!({ "content": "x" })).await,
        world.delete(&ann, &message).await,
    ] {
        assert_eq!(refused.status, 400);
        let message = refused.json()["error"]["message"].as_str().unwrap().to_owned();
        assert_eq!(message, "Value for MessageId (not-a-number) is not valid.");
    }
    for thread in ["nothing", "19:nothing", "19:@thread.v2", "19%3Aa%20b%40thread.v2"] {
        let refused = world.get(&ann, &format!("/chat/threads/{thread}")).await;
        assert_eq!((refused.status, refused.error().0.as_str()), (400, "BadRequest"), "{thread}");
    }
}

#[tokio::test]
async fn the_latest_change_comes_first_in_the_list() {
    let world = World::new().await;
    let ann = world.user().await;
    let thread = world.thread(&ann, "Lunch").await;
    let mut ids = Vec::new();
    for content in ["one", "two", "three", "four"] {
        ids.push(world.send(&ann, &thread, content).await);
    }
    world.delete(&ann, &format!("{thread}/messages/{}", ids[0])).await;
    world.send(&ann, &thread, "five").await;
    world
        .patch(&ann, &format!("{thread}/messages/{}", ids[2]), json!({ "content": "edited" }))
        .await;
    let messages = world.messages(&ann, &thread).await;
    let contents: Vec<&Value> =
        messages[..5].iter().map(|message| &message["content"]["message"]).collect();
    assert_eq!(contents, ["edited", "five", "", "four", "two"]);
    let version = |message: &Value| message["version"].as_str().unwrap().parse::<u64>().unwrap();
    for pair in messages.windows(2) {
        assert!(version(&pair[0]) > version(&pair[1]));
    }
    let paged = world.items(&ann, &format!("{thread}/messages?maxPageSize=2")).await;
    assert_eq!(paged, messages, "pages have the same order");
}

#[tokio::test]
async fn an_edit_changes_what_it_names_and_shows_its_time() {
    let world = World::new().await;
    let ann = world.user().await;
    let thread = world.thread(&ann, "Lunch").await;
    let body = json!({ "content": "helo", "metadata": { "a": "1", "b": "2" } });
    let sent = world.post(&ann, &format!("{thread}/messages"), body).await.json();
    let target = format!("{thread}/messages/{}", sent["id"].as_str().unwrap());

    let patch = json!({ "metadata": { "a": "", "c": "3" } });
    assert_eq!(world.patch(&ann, &target, patch).await.status, 204);
    let once = world.get(&ann, &target).await.json();
    assert_eq!(once["content"]["message"], "helo");
    assert_eq!(once["metadata"], json!({ "b": "2", "c": "3" }));
    assert!(once["editedOn"].is_string());
    assert_eq!(once["id"], sent["id"]);

    assert_eq!(world.patch(&ann, &target, json!({ "content": "hello" })).await.status, 204);
    let twice = world.get(&ann, &target).await.json();
    assert_eq!(twice["content"]["message"], "hello");
    assert_eq!(twice["metadata"], once["metadata"]);
    let version = |message: &Value| message["version"].as_str().unwrap().parse::<u64>().unwrap();
    assert!(version(&twice) > version(&once));
}

#[tokio::test]
async fn a_deleted_message_stays_in_the_list_without_its_content() {
    let world = World::new().await;
    let ann = world.user().await;
    let thread = world.thread(&ann, "Lunch").await;
    let body = json!({ "content": "secret", "metadata": { "a": "secret" } });
    let sent = world.post(&ann, &format!("{thread}/messages"), body).await.json();
    let target = format!("{thread}/messages/{}", sent["id"].as_str().unwrap());
    assert_eq!(world.delete(&ann, &target).await.status, 204);

    let left = &world.messages(&ann, &thread).await[0];
    assert_eq!(left["id"], sent["id"]);
    assert!(left["deletedOn"].is_string());
    assert_eq!(left["content"], json!({ "message": "", "attachments": [] }));
    assert!(!left.to_string().contains("secret"), "{left}");
    for gone in [
        world.get(&ann, &target).await,
        world.patch(&ann, &target, json!({ "content": "x" })).await,
        world.delete(&ann, &target).await,
        world.get(&ann, &format!("{thread}/messages/1")).await,
    ] {
        assert_eq!((gone.status, gone.error().0.as_str()), (404, "NotFound"));
    }
}

#[tokio::test]
async fn only_the_sender_changes_a_message() {
    let world = World::new().await;
    let (ann, bob) = (world.user().await, world.user().await);
    let thread = world.thread(&ann, "Lunch").await;
    let body = json!({ "participants": [bob.participant()] });
    world.post(&ann, &format!("{thread}/participants/:add"), body).await;
    let message = format!("{thread}/messages/{}", world.send(&ann, &thread, "hello").await);
    let system = world.messages(&ann, &thread).await[1]["id"].as_str().unwrap().to_owned();
    for refused in [
        world.patch(&bob, &message, json!({ "content": "x" })).await,
        world.delete(&bob, &message).await,
        world.delete(&ann, &format!("{thread}/messages/{system}")).await,
    ] {
        assert_eq!((refused.status, refused.error().0.as_str()), (403, "Forbidden"));
    }
    assert_eq!(world.get(&bob, &message).await.json()["content"]["message"], "hello");
}

#[tokio::test]
async fn a_newcomer_sees_the_history_that_was_shared() {
    let world = World::new().await;
    let (ann, bob) = (world.user().await, world.user().await);
    let thread = world.thread(&ann, "Lunch").await;
    let hidden = world.send(&ann, &thread, "hidden").await;
    world.emulator.clock().advance(Duration::from_secs(60));
    let shown = world.send(&ann, &thread, "shown").await;
    let created_on =
        world.get(&ann, &format!("{thread}/messages/{shown}")).await.json()["createdOn"].clone();
    let body = json!({ "participants": [{
        "communicationIdentifier": bob.identifier(),
        "shareHistoryTime": created_on,
    }] });
    assert_eq!(world.post(&ann, &format!("{thread}/participants/:add"), body).await.status, 201);

    let contents: Vec<Value> = world
        .messages(&bob, &thread)
        .await
        .iter()
        .map(|message| message["content"]["message"].clone())
        .collect();
    assert_eq!(
        contents,
        [Value::Null, json!("shown")],
        "the system message about Bob, and one more"
    );
    assert_eq!(world.get(&bob, &format!("{thread}/messages/{hidden}")).await.status, 404);
    assert_eq!(world.get(&bob, &format!("{thread}/messages/{shown}")).await.status, 200);
    assert_eq!(world.get(&ann, &format!("{thread}/messages/{hidden}")).await.status, 200);
}

#[tokio::test]
async fn a_typing_notification_is_taken_with_and_without_a_name() {
    let world = World::new().await;
    let ann = world.user().await;
    let target = format!("{}/typing", world.thread(&ann, "Lunch").await);
    for body in [json!({}), json!({ "senderDisplayName": "Ann" })] {
        let taken = world.post(&ann, &target, body).await;
        assert_eq!((taken.status, taken.text.as_str()), (200, ""));
    }
}
