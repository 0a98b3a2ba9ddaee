//! Facts about real events that their description does not have, or has wrong.

use super::payloads::{only, samples};
use acs_chat::{
    CommunicationIdentifier,
    events::{ChatEvent, ChatEventData as Data},
    models::{ChatMessageType, ChatRetentionPolicy},
};
use serde_json::{Value, json};

fn event(name: &str, data: Value) -> ChatEvent {
    let event_type = format!("Microsoft.Communication.{name}");
    only(&json!({ "id": "1", "type": event_type, "source": "/s", "data": data }))
}

#[test]
fn a_typing_notification_has_no_text_no_message_and_no_type() {
    let sender = json!({ "rawId": "8:acs:r_a", "communicationUser": { "id": "8:acs:r_a" } });
    let data = json!({ "threadId": "19:t@thread.v2", "senderCommunicationIdentifier": sender });
    let Data::ChatTypingIndicatorReceivedInThread(typing) =
        event("ChatTypingIndicatorReceivedInThread", data).data
    else {
        panic!("it is a typing notification")
    };
    assert_eq!(
        (&typing.message_body, &typing.message_id, &typing.message_type),
        (&None, &None, &None)
    );
    let sender = typing.sender_communication_identifier.expect("it has a sender");
    assert_eq!(sender.raw_id(), "8:acs:r_a");
}

#[test]
fn the_type_of_a_message_is_that_of_the_api() {
    let types = [
        ("Text", ChatMessageType::Text),
        ("text", ChatMessageType::Text),
        ("Html", ChatMessageType::Html),
        ("RichText/Html", ChatMessageType::Html),
        ("Card", ChatMessageType::UnknownValue("Card".to_owned())),
    ];
    for (name, expected) in types {
        let event = event("ChatMessageReceived", json!({ "type": name }));
        let Data::ChatMessageReceived(message) = event.data else { panic!("it is a message") };
        assert_eq!(message.message_type, Some(expected));
    }
}

#[test]
fn a_version_is_a_number_or_digits() {
    for version in [json!(1613782814333_i64), json!("1613782814333")] {
        let event = event("ChatMessageDeletedInThread", json!({ "version": version }));
        assert_eq!(event.version(), Some(1613782814333));
        let Data::ChatMessageDeletedInThread(message) = event.data else { panic!("it is deleted") };
        assert_eq!(message.version, Some(1613782814333));
    }
}

#[test]
fn properties_that_the_description_lacks_are_in_the_json() {
    let policy = json!({ "kind": "threadCreationDate", "deleteThreadAfterDays": 60 });
    for sequence_id in [json!("7"), json!(7)] {
        let data = json!({ "threadId": "t", "sequenceId": sequence_id, "retentionPolicy": policy });
        for sample in samples() {
            let name = sample["eventType"].as_str().expect("a sample has a type");
            let name = name.trim_start_matches("Microsoft.Communication.");
            let mut data = data.clone();
            data["messageBody"] = json!("a bot command needs it");
            let event = event(name, data);
            assert_eq!(event.json()["sequenceId"], sequence_id);
            let read: ChatRetentionPolicy =
                serde_json::from_value(event.json()["retentionPolicy"].clone())
                    .expect("it is that of the API");
            assert!(matches!(read, ChatRetentionPolicy::ThreadCreationDate(_)), "{read:?}");
        }
    }
}

#[test]
fn a_joined_participant_has_the_payload_of_another_name() {
    let added = samples()
        .into_iter()
        .find(|it| it["eventType"] == "Microsoft.Communication.ChatThreadParticipantAdded");
    let mut added = added.expect("it has a sample");
    added["data"]["createTime"] = json!("2026-03-02T08:00:00Z"); // as in Microsoft's example
    let Data::ChatThreadParticipantAdded(added) = only(&added).data else { panic!("it was added") };
    let participant = added.participant_added.expect("it names the participant");
    assert_eq!(participant.display_name.as_deref(), Some("Carol"));
}

#[test]
fn events_of_2020_are_read() {
    let member = json!({ "displayName": "Bob", "memberId": "8:acs:r_b" });
    let base = json!({
        "time": "2020-09-18T00:47:13.1867087Z", "createTime": "2020-09-18T00:46:41.559Z",
        "version": 1600390033176_i64, "recipientId": "8:acs:r_c", "transactionId": "p+9tVuyu",
        "threadId": "19:t@thread.v2",
    });
    let with = |more: Value| {
        let mut data = base.clone();
        data.as_object_mut().expect("an object").extend(more.as_object().expect("one too").clone());
        data
    };
    let bob = CommunicationIdentifier::from_raw_id("8:acs:r_b");
    let alice = Some(CommunicationIdentifier::from_raw_id("8:acs:r_a"));
    let recipient = Some(CommunicationIdentifier::from_raw_id("8:acs:r_c"));

    let data = with(json!({ "addedBy": "8:acs:r_a", "memberAdded": member }));
    let added = event("ChatMemberAddedToThreadWithUser", data);
    assert_eq!(added.event_type, "Microsoft.Communication.ChatMemberAddedToThreadWithUser");
    let Data::ChatParticipantAddedToThreadWithUser(added) = added.data else { panic!("it joined") };
    let participant = added.participant_added.expect("it names the participant");
    assert_eq!(participant.participant_communication_identifier, Some(bob.clone()));
    assert_eq!(participant.display_name.as_deref(), Some("Bob"));
    assert_eq!(added.added_by_communication_identifier, alice);
    assert_eq!(added.recipient_communication_identifier, recipient);

    let data = with(json!({ "removedBy": "8:acs:r_a", "memberRemoved": member }));
    let removed = event("ChatMemberRemovedFromThreadWithUser", data).data;
    let Data::ChatParticipantRemovedFromThreadWithUser(removed) = removed else {
        panic!("it left")
    };
    let participant = removed.participant_removed.expect("it names the participant");
    assert_eq!(participant.participant_communication_identifier, Some(bob));
    assert_eq!(removed.removed_by_communication_identifier, alice);
}
