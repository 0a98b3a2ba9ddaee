//! Events that come twice, or in the wrong order.

use super::payloads::{only, samples};
use acs_chat::events::{ChatEvent, EventOrder, SeenEvents};
use serde_json::json;

/// The event of a message with this id and version.
fn message(name: &str, message_id: &str, version: i64) -> ChatEvent {
    let event_type = format!("Microsoft.Communication.{name}");
    let data = json!({ "threadId": "19:t@thread.v2", "messageId": message_id, "version": version });
    only(&json!({ "id": format!("{name} {version}"), "type": event_type, "data": data }))
}

fn versions(events: Vec<ChatEvent>) -> Vec<Option<i64>> {
    events.iter().map(ChatEvent::version).collect()
}

#[test]
fn a_delivery_that_is_repeated_changes_nothing() {
    let mut seen = SeenEvents::new(100);
    let mut deliver = || {
        let events = samples().into_iter().map(|event| only(&event));
        events.filter(|event| seen.insert(&event.id)).count()
    };
    assert_eq!((deliver(), deliver()), (18, 0));
}

#[test]
fn an_edit_that_overtakes_its_message_is_the_newest() {
    let mut order = EventOrder::new(100);
    let received = || message("ChatMessageReceivedInThread", "1", 10);
    let edited = || message("ChatMessageEditedInThread", "1", 20);
    assert_eq!(versions(order.newest([edited(), received()])), [Some(10), Some(20)]);
    assert!(order.newest([received(), edited()]).is_empty());
    let deleted = message("ChatMessageDeletedInThread", "1", 30);
    assert_eq!(versions(order.newest([deleted])), [Some(30)]);
    assert!(order.newest([message("ChatMessageEditedInThread", "1", 25)]).is_empty());
}

#[test]
fn only_events_of_the_same_object_compete() {
    let mut order = EventOrder::new(100);
    assert_eq!(order.newest([message("ChatMessageReceivedInThread", "1", 20)]).len(), 1);
    assert_eq!(order.newest([message("ChatMessageReceivedInThread", "2", 10)]).len(), 1);
    let command = only(&json!({
        "id": "1", "type": "Microsoft.Communication.ChatAzureBotCommandReceivedInThread",
        "data": { "threadId": "19:t@thread.v2", "messageId": "1", "messageBody": "b", "version": 20 },
    }));
    assert_eq!(order.newest([command]).len(), 1, "the message is a command too");
    // The events of two users, of a participant and of the topic.
    let of = |name: &str| {
        let event_type = format!("Microsoft.Communication.{name}");
        let sample = samples().into_iter().find(|it| it["eventType"] == event_type);
        sample.expect("each type has a sample")
    };
    let mut other_user = of("ChatMessageReceived");
    other_user["data"]["recipientCommunicationIdentifier"]["rawId"] = json!("8:acs:r_other");
    let of_users = [of("ChatMessageReceived"), other_user].map(|event| only(&event));
    assert_eq!(order.newest(of_users).len(), 2);
    let topic = only(&of("ChatThreadPropertiesUpdated"));
    let joined = only(&of("ChatThreadParticipantAdded"));
    assert!(joined.version() < topic.version());
    assert_eq!(order.newest([topic]).len(), 1);
    assert_eq!(order.newest([joined.clone()]).len(), 1);
    assert_eq!(order.newest([only(&of("ChatThreadParticipantRemoved"))]).len(), 1);
    assert!(order.newest([joined]).is_empty(), "the participant has left since");
    let mut another = of("ChatThreadParticipantAdded");
    another["data"]["participantAdded"]["participantCommunicationIdentifier"] =
        json!({ "communicationUser": { "id": "8:acs:r_d" } });
    assert_eq!(order.newest([only(&another)]).len(), 1);
}

#[test]
fn events_without_an_order_are_never_dropped() {
    let mut order = EventOrder::new(100);
    let unknown = only(&json!({ "id": "1", "type": "x", "data": { "version": 7 } }));
    let typing = message("ChatTypingIndicatorReceivedInThread", "", 0);
    for _ in 0..2 {
        assert_eq!(order.newest([typing.clone(), unknown.clone()]).len(), 2);
    }
}
