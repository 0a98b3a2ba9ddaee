//! Models keep unknown values and refuse wrong ones.

use acs_chat::{CommunicationIdentifier, models::*};
use azure_core::time::parse_rfc3339;
use serde_json::json;

fn message(fields: serde_json::Value) -> serde_json::Value {
    let mut message = json!({
        "id": "1", "type": "text", "sequenceId": "1", "version": "1",
        "createdOn": "2021-03-08T05:26:40Z",
    });
    message.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    message
}

#[test]
fn unknown_enum_values_survive() {
    let json = message(json!({"type": "adaptiveCard", "new": [1]}));
    let message: ChatMessage = serde_json::from_value(json).unwrap();
    assert_eq!(message.message_type, ChatMessageType::UnknownValue("adaptiveCard".into()));
    assert_eq!(serde_json::to_value(&message).unwrap()["type"], "adaptiveCard");
    assert_eq!(ChatMessageType::from("html"), ChatMessageType::Html);
    assert_eq!(ChatMessageType::ParticipantAdded.to_string(), "participantAdded");
}

#[test]
fn unknown_discriminators_survive_whole_and_malformed_known_ones_are_errors() {
    for json in [
        json!({"kind": "lastMessageDate", "days": 3, "deep": {"er": [1]}}),
        json!({"kind": 7}),
        json!({"days": 3}),
    ] {
        let policy: ChatRetentionPolicy = serde_json::from_value(json.clone()).unwrap();
        assert!(matches!(policy, ChatRetentionPolicy::UnknownValue(_)));
        assert_eq!(serde_json::to_value(&policy).unwrap(), json);
    }
    for json in [
        json!({"kind": "threadCreationDate"}),
        json!({"kind": "threadCreationDate", "deleteThreadAfterDays": "x"}),
    ] {
        assert!(serde_json::from_value::<ChatRetentionPolicy>(json).is_err());
    }
    let known = json!({"kind": "threadCreationDate", "deleteThreadAfterDays": 3});
    let policy: ChatRetentionPolicy = serde_json::from_value(known.clone()).unwrap();
    assert_eq!(policy, ThreadCreationDateRetentionPolicy::new(3).into());
    assert_eq!(serde_json::to_value(&policy).unwrap(), known);
}

#[test]
fn null_is_absent_where_a_field_is_optional() {
    let json = message(json!({
        "content": null, "senderDisplayName": null, "senderCommunicationIdentifier": null,
        "deletedOn": null, "editedOn": null, "metadata": null,
    }));
    let message: ChatMessage = serde_json::from_value(json).unwrap();
    assert!(
        message.content.is_none() && message.edited_on.is_none() && message.metadata.is_empty()
    );
    let content: ChatMessageContent =
        serde_json::from_value(json!({"participants": null, "attachments": null})).unwrap();
    assert_eq!(content, ChatMessageContent::default());
    assert_eq!(serde_json::to_value(&content).unwrap(), json!({}));
}

#[test]
fn what_is_required_must_be_there() {
    let whole = message(json!({}));
    for name in ["id", "type", "sequenceId", "version", "createdOn"] {
        let mut json = whole.clone();
        json.as_object_mut().unwrap().remove(name);
        assert!(serde_json::from_value::<ChatMessage>(json).is_err(), "{name}");
    }
}

#[test]
fn timestamps_have_any_precision_and_offset_and_are_written_in_utc() {
    for (text, written) in [
        ("2021-03-08T05:26:40Z", "2021-03-08T05:26:40Z"),
        ("2021-03-08T05:26:40+00:00", "2021-03-08T05:26:40Z"),
        ("2021-03-08T05:26:40.1Z", "2021-03-08T05:26:40.1Z"),
        ("2021-03-08T05:26:40.1234567+00:00", "2021-03-08T05:26:40.1234567Z"),
        ("2021-03-08T07:26:40.12+02:00", "2021-03-08T05:26:40.12Z"),
    ] {
        let json = message(json!({"createdOn": text, "editedOn": text}));
        let message: ChatMessage = serde_json::from_value(json).unwrap();
        assert_eq!(message.created_on, parse_rfc3339(text).unwrap());
        let again = serde_json::to_value(&message).unwrap();
        assert_eq!((&again["createdOn"], &again["editedOn"]), (&json!(written), &json!(written)));
    }
    for text in ["", "yesterday", "2021-03-08", "2021-13-08T05:26:40Z"] {
        assert!(
            serde_json::from_value::<ChatMessage>(message(json!({"createdOn": text}))).is_err()
        );
    }
}

#[test]
fn system_messages_have_an_initiator_and_no_sender() {
    let user = json!({"rawId": "8:acs:a_b", "communicationUser": {"id": "8:acs:a_b"}});
    let json = message(json!({
        "type": "participantAdded", "senderDisplayName": "",
        "content": {
            "participants": [{"communicationIdentifier": user}],
            "initiatorCommunicationIdentifier": user,
        },
    }));
    let message: ChatMessage = serde_json::from_value(json.clone()).unwrap();
    assert_eq!(message.sender_display_name.as_deref(), Some(""));
    assert!(message.sender_communication_identifier.is_none());
    let content = message.content.as_ref().unwrap();
    let initiator = content.initiator_communication_identifier.as_ref();
    assert_eq!(initiator, Some(&CommunicationIdentifier::from_raw_id("8:acs:a_b")));
    assert_eq!(serde_json::to_value(&message).unwrap(), json);
}

#[test]
fn models_are_made_for_a_users_own_tests() {
    let json = message(json!({
        "content": {"message": "hi"},
        "senderDisplayName": "Jane",
        "senderCommunicationIdentifier": {
            "rawId": "8:acs:a_b", "communicationUser": {"id": "8:acs:a_b"},
        },
        "metadata": {"k": "v"},
    }));
    let made: ChatMessage = serde_json::from_value(json.clone()).unwrap();
    assert_eq!(made.text(), Some("hi"));
    let sender = made.sender_communication_identifier.as_ref().map(|it| it.raw_id());
    assert_eq!(sender.as_deref(), Some("8:acs:a_b"));
    assert_eq!(serde_json::to_value(&made).unwrap(), json);
}

#[test]
fn identifiers_of_all_kinds_go_both_ways() {
    for (json, raw_id) in [
        (json!({"kind": "hologram", "rawId": "77:x"}), "77:x"),
        (json!({"rawId": "8:acs:q\"x", "communicationUser": {"id": "8:acs:q\"x"}}), "8:acs:q\"x"),
        (json!({"phoneNumber": {"value": "+1_2"}}), "4:+1_2"),
        (json!({"microsoftTeamsUser": {"userId": "u", "cloud": "gcch"}}), "8:gcch:u"),
        (json!({"microsoftTeamsUser": {"userId": "u", "isAnonymous": true}}), "8:teamsvisitor:u"),
        (json!({"microsoftTeamsApp": {"appId": "a"}}), "28:orgid:a"),
        (
            json!({"teamsExtensionUser": {
                "userId": "u", "tenantId": "t", "resourceId": "r", "cloud": "dod",
            }}),
            "8:dod-acs:r_t_u",
        ),
    ] {
        let identifier: CommunicationIdentifier = serde_json::from_value(json).unwrap();
        assert_eq!(identifier.raw_id(), raw_id);
        let again = serde_json::to_value(&identifier).unwrap();
        assert_eq!(identifier, serde_json::from_value(again).unwrap());
        assert_eq!(identifier, CommunicationIdentifier::from_raw_id(raw_id));
    }
    let two = json!({"communicationUser": {"id": "a"}, "phoneNumber": {"value": "+1"}});
    assert!(serde_json::from_value::<CommunicationIdentifier>(two).is_err());
    assert!(serde_json::from_value::<CommunicationIdentifier>(json!({})).is_err());
}
