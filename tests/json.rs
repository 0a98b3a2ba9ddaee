//! What models make of the service's JSON, and which JSON they become.

use acs_chat::{
    CommunicationCloud, CommunicationError, CommunicationIdentifier, CommunicationUserIdentifier,
    MicrosoftTeamsAppIdentifier, MicrosoftTeamsUserIdentifier, PhoneNumberIdentifier,
    TeamsExtensionUserIdentifier, models::*,
};
use azure_core::time::parse_rfc3339;
use futures::TryStreamExt;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, from_value, json, to_value};
use std::{collections::HashSet, fmt::Debug};
use tests::server::Server;

fn user() -> Value {
    json!({"rawId": "8:acs:a_b", "communicationUser": {"id": "8:acs:a_b"}})
}

fn attachment() -> Value {
    json!({"id": "a", "attachmentType": "image", "name": "n", "url": "u", "previewUrl": "p"})
}

fn participant() -> Value {
    json!({
        "communicationIdentifier": user(), "displayName": "Fred",
        "shareHistoryTime": "2021-03-08T05:26:40Z", "metadata": {"k": "v"},
    })
}

fn content() -> Value {
    json!({
        "message": "hi", "topic": "x", "participants": [participant()],
        "attachments": [attachment()], "initiatorCommunicationIdentifier": user(),
    })
}

fn message() -> Value {
    json!({
        "id": "m", "type": "html", "sequenceId": "3", "version": "8", "content": content(),
        "senderDisplayName": "Jane", "createdOn": "2021-03-08T05:26:40Z",
        "senderCommunicationIdentifier": user(), "deletedOn": "2021-03-09T05:26:40Z",
        "editedOn": "2021-03-08T05:27:40Z", "metadata": {"k": "v"},
    })
}

fn thread() -> Value {
    json!({
        "id": "t", "topic": "x", "createdOn": "2021-03-08T05:26:40Z",
        "createdByCommunicationIdentifier": user(), "deletedOn": "2021-03-09T05:26:40Z",
        "metadata": {"k": "v"},
        "retentionPolicy": {"kind": "threadCreationDate", "deleteThreadAfterDays": 60},
    })
}

fn errors() -> Value {
    json!([{"code": "404", "message": "gone", "target": "8:acs:a_b"}])
}

/// Checks a model by a JSON in which all of its fields are.
fn check<T>(name: &str, whole: Value, required: &[&str])
where
    T: Serialize + DeserializeOwned + PartialEq + Debug,
{
    let read = |json: &Value| from_value::<T>(json.clone());
    let model = read(&whole).unwrap();
    assert_eq!(to_value(&model).unwrap(), whole, "{name}");
    let with_more = more(&whole);
    assert_ne!(with_more, whole);
    assert_eq!(read(&with_more).unwrap(), model, "{name}: what is not known is ignored");
    for field in whole.as_object().unwrap().keys() {
        let (mut absent, mut null) = (whole.clone(), whole.clone());
        absent.as_object_mut().unwrap().remove(field);
        null[field] = Value::Null;
        if required.contains(&field.as_str()) {
            assert!(read(&absent).is_err() && read(&null).is_err(), "{name}.{field}");
        } else {
            let without = read(&absent).unwrap();
            assert_eq!(read(&null).unwrap(), without, "{name}.{field}: null is absent");
            assert_eq!(to_value(&without).unwrap(), absent, "{name}.{field} is left out");
            assert_ne!(without, model, "{name}.{field} is read");
        }
        for bad in [json!(7.5), json!([[]]), json!({"x": {}})] {
            let mut json = whole.clone();
            json[field] = bad;
            assert!(read(&json).is_err(), "{name}.{field}: {json}");
        }
    }
}

/// The JSON with another property in each object but those whose properties are a user's own.
fn more(json: &Value) -> Value {
    match json {
        Value::Object(fields) => {
            let mut fields: serde_json::Map<_, _> = fields
                .iter()
                .map(|(key, value)| match key.as_str() {
                    "metadata" => (key.clone(), value.clone()),
                    _ => (key.clone(), more(value)),
                })
                .collect();
            fields.insert("addedIn2031".to_owned(), json!({"a": [{"b": null}], "id": 7}));
            Value::Object(fields)
        }
        Value::Array(items) => items.iter().map(more).collect(),
        other => other.clone(),
    }
}

#[test]
fn models_keep_what_is_known_and_ignore_what_is_not() {
    check::<ChatAttachment>("ChatAttachment", attachment(), &["id", "attachmentType"]);
    check::<ChatParticipant>("ChatParticipant", participant(), &["communicationIdentifier"]);
    check::<ChatMessageContent>("ChatMessageContent", content(), &[]);
    let required = ["id", "type", "sequenceId", "version", "createdOn"];
    check::<ChatMessage>("ChatMessage", message(), &required);
    let required = ["id", "topic", "createdOn", "createdByCommunicationIdentifier"];
    check::<ChatThreadProperties>("ChatThreadProperties", thread(), &required);
    let result = json!({"chatThread": thread(), "invalidParticipants": errors()});
    check::<CreateChatThreadResult>("CreateChatThreadResult", result, &[]);
    let result = json!({"invalidParticipants": errors()});
    check::<AddChatParticipantsResult>("AddChatParticipantsResult", result, &[]);
    check::<SendChatMessageResult>("SendChatMessageResult", json!({"id": "m"}), &["id"]);
    let item = json!({
        "id": "t", "topic": "x", "deletedOn": "2021-03-09T05:26:40Z",
        "lastMessageReceivedOn": "2021-03-08T05:26:40Z",
    });
    check::<ChatThreadItem>("ChatThreadItem", item, &["id", "topic"]);
    let receipt = json!({
        "senderCommunicationIdentifier": user(), "chatMessageId": "m",
        "readOn": "2021-03-08T05:26:40Z",
    });
    let required = ["senderCommunicationIdentifier", "chatMessageId", "readOn"];
    check::<ChatMessageReadReceipt>("ChatMessageReadReceipt", receipt, &required);
}

#[test]
fn models_are_made_by_hand_too() {
    fn same(made: impl Serialize, json: Value) {
        assert_eq!(to_value(made).unwrap(), json);
    }
    let time = |text| parse_rfc3339(text).unwrap();
    let created = || time("2021-03-08T05:26:40Z");
    let deleted = || time("2021-03-09T07:26:40+02:00");
    let attached =
        || ChatAttachment::new("a", ChatAttachmentType::Image).name("n").url("u").preview_url("p");
    let somebody = || {
        ChatParticipant::new("8:acs:a_b")
            .display_name("Fred")
            .share_history_time(created())
            .metadata([("k", "v")])
    };
    let said = ChatMessageContent::new()
        .message("hi")
        .topic("x")
        .participants([somebody()])
        .attachments([attached()])
        .initiator_communication_identifier("8:acs:a_b");
    let message_made = ChatMessage::new("m", ChatMessageType::Html, "3", "8", created())
        .content(said.clone())
        .sender_display_name("Jane")
        .sender_communication_identifier("8:acs:a_b")
        .deleted_on(deleted())
        .edited_on(time("2021-03-08T05:27:40Z"))
        .metadata([("k", "v")]);
    let thread_made = ChatThreadProperties::new("t", "x", created(), "8:acs:a_b")
        .deleted_on(deleted())
        .metadata([("k", "v")])
        .retention_policy(ThreadCreationDateRetentionPolicy::new(60));
    let mut error = CommunicationError::new("404", "gone");
    error.target = Some("8:acs:a_b".to_owned());
    same(attached(), attachment());
    same(somebody(), participant());
    same(said, content());
    same(message_made, message());
    same(thread_made.clone(), thread());
    same(
        CreateChatThreadResult::new()
            .chat_thread(thread_made)
            .invalid_participants([error.clone()]),
        json!({"chatThread": thread(), "invalidParticipants": errors()}),
    );
    same(
        AddChatParticipantsResult::new().invalid_participants([error]),
        json!({"invalidParticipants": errors()}),
    );
    same(SendChatMessageResult::new("m"), json!({"id": "m"}));
    same(ChatThreadItem::new("t", "x"), json!({"id": "t", "topic": "x"}));
    let receipt = ChatMessageReadReceipt::new("8:acs:a_b", "m", created());
    same(receipt.clone(), to_value(&receipt).unwrap());
    same(ChatRetentionPolicy::from(NoneRetentionPolicy::new()), json!({"kind": "none"}));
}

#[test]
fn timestamps_have_any_precision_and_offset() {
    let read = |text: &str| {
        let mut json = message();
        json["createdOn"] = json!(text);
        json["editedOn"] = json!(text);
        from_value::<ChatMessage>(json)
    };
    for digits in 0..=9 {
        let fraction = &".123456789"[..if digits == 0 { 0 } else { digits + 1 }];
        for (local, offset) in [
            ("2021-03-08T05:26:40", "Z"),
            ("2021-03-08T05:26:40", "+00:00"),
            ("2021-03-08T05:26:40", "-00:00"),
            ("2021-03-08T07:26:40", "+02:00"),
            ("2021-03-07T21:56:40", "-07:30"),
            ("2021-03-08T19:26:40", "+14:00"),
        ] {
            let text = format!("{local}{fraction}{offset}");
            let message = read(&text).unwrap_or_else(|error| panic!("{text}: {error}"));
            assert_eq!(message.created_on, parse_rfc3339(&text).unwrap());
            assert_eq!(message.edited_on, Some(message.created_on));
            assert_eq!(message.created_on.unix_timestamp(), 1_615_181_200, "{text}");
            let written = json!(format!("2021-03-08T05:26:40{fraction}Z"));
            let again = to_value(&message).unwrap();
            assert_eq!((&again["createdOn"], &again["editedOn"]), (&written, &written));
        }
    }
    // Zeros at the end say nothing.
    assert_eq!(read("2020-06-06T05:55:41.6460000Z").unwrap().created_on.nanosecond(), 646_000_000);
    for bad in ["", "0", "2021-03-08", "2021-03-08T05:26:40", "2021-02-30T05:26:40Z", "now"] {
        assert!(read(bad).is_err(), "{bad}");
    }
}

#[test]
fn values_that_a_later_version_adds_are_kept() {
    for (known, unknown) in [("text", "adaptiveCard"), ("participantRemoved", "Text"), ("html", "")]
    {
        assert!(!matches!(ChatMessageType::from(known), ChatMessageType::UnknownValue(_)));
        let mut json = message();
        json["type"] = json!(unknown);
        json["content"]["attachments"][0]["attachmentType"] = json!(unknown);
        let model: ChatMessage = from_value(json.clone()).unwrap();
        assert_eq!(model.message_type, ChatMessageType::UnknownValue(unknown.to_owned()));
        assert_eq!(
            (model.message_type.as_str(), &*model.message_type.to_string()),
            (unknown, unknown)
        );
        let kind = &model.content.as_ref().unwrap().attachments[0].attachment_type;
        assert_eq!(kind, &ChatAttachmentType::UnknownValue(unknown.to_owned()));
        assert_eq!(to_value(&model).unwrap(), json);
    }
    // With an escape in it, a text is not simply lent by the parser.
    let model: ChatMessageType = serde_json::from_str(r#""\u0068tml""#).unwrap();
    assert_eq!(model, ChatMessageType::Html);
    assert_eq!(ChatMessageType::from("html".to_owned()), model);
    for bad in ["null", "7", "{}", "[\"html\"]"] {
        assert!(serde_json::from_str::<ChatMessageType>(bad).is_err(), "{bad}");
    }
}

#[test]
fn a_retention_policy_of_a_kind_that_is_not_known_is_kept_whole() {
    for json in [
        json!({"kind": "lastMessageDate", "days": 3, "deep": {"er": [1, null, 1e30, "é"]}}),
        json!({"kind": "ThreadCreationDate", "deleteThreadAfterDays": 3}),
        json!({"kind": ""}),
        json!({"kind": null, "deleteThreadAfterDays": 3}),
        json!({"kind": 7}),
        json!({"deleteThreadAfterDays": 3}),
        json!({}),
    ] {
        let mut whole = thread();
        whole["retentionPolicy"] = json.clone();
        let model: ChatThreadProperties = from_value(whole.clone()).unwrap();
        let policy = model.retention_policy.clone().unwrap();
        assert!(matches!(&policy, ChatRetentionPolicy::UnknownValue(value) if *value == json));
        assert_eq!(to_value(&model).unwrap(), whole);
    }
    for bad in [
        json!({"kind": "threadCreationDate"}),
        json!({"kind": "threadCreationDate", "deleteThreadAfterDays": null}),
        json!({"kind": "threadCreationDate", "deleteThreadAfterDays": "60"}),
        json!({"kind": "threadCreationDate", "deleteThreadAfterDays": 5_000_000_000_i64}),
    ] {
        let mut whole = thread();
        whole["retentionPolicy"] = bad;
        assert!(from_value::<ChatThreadProperties>(whole.clone()).is_err(), "{whole}");
    }
}

#[tokio::test]
async fn system_messages_of_a_list_name_their_initiator() {
    let system = |kind: &str, content: Value| {
        json!({"id": "m", "type": kind, "sequenceId": "1", "version": "1",
            "createdOn": "2021-03-08T05:26:40Z", "senderDisplayName": "", "content": content})
    };
    let people =
        json!({"participants": [participant()], "initiatorCommunicationIdentifier": user()});
    let topic = json!({"topic": "new", "initiatorCommunicationIdentifier": user()});
    let messages = json!([
        system("topicUpdated", topic),
        system("participantAdded", people.clone()),
        system("participantRemoved", people),
    ]);
    let server = Server::fixed(200, json!({"value": messages}).to_string()).await;
    let items: Vec<_> = server.thread().list_messages().items().try_collect().await.unwrap();
    assert_eq!(to_value(&items).unwrap(), messages);
    let kinds: Vec<_> = items.iter().map(|item| item.message_type.clone()).collect();
    use ChatMessageType::{ParticipantAdded, ParticipantRemoved, TopicUpdated};
    assert_eq!(kinds, [TopicUpdated, ParticipantAdded, ParticipantRemoved]);
    for item in items {
        assert_eq!(item.sender_communication_identifier, None);
        assert_eq!(item.sender_display_name.as_deref(), Some(""), "empty is not absent");
        let content = item.content.unwrap();
        assert_eq!(content.initiator_communication_identifier, Some("8:acs:a_b".into()));
        assert_eq!(content.topic.is_some(), content.participants.is_empty());
    }
}

/// Identifiers, their raw ids, and their JSON.
fn identifiers() -> Vec<(CommunicationIdentifier, &'static str, Value)> {
    let (dod, gcch) = (CommunicationCloud::Dod, CommunicationCloud::Gcch);
    vec![
        (
            CommunicationUserIdentifier::new("8:acs:a_b").into(),
            "8:acs:a_b",
            json!({"communicationUser": {"id": "8:acs:a_b"}}),
        ),
        (
            CommunicationUserIdentifier::new("8:spool:a").into(),
            "8:spool:a",
            json!({"communicationUser": {"id": "8:spool:a"}}),
        ),
        (
            PhoneNumberIdentifier::new("+14255550123").into(),
            "4:+14255550123",
            json!({"phoneNumber": {"value": "+14255550123"}}),
        ),
        (
            PhoneNumberIdentifier::new("+14255550123_7").into(),
            "4:+14255550123_7",
            json!({"phoneNumber": {"value": "+14255550123_7", "assertedId": "7"}}),
        ),
        (
            PhoneNumberIdentifier::new("anonymous").into(),
            "4:anonymous",
            json!({"phoneNumber": {"value": "anonymous", "isAnonymous": true}}),
        ),
        (
            MicrosoftTeamsUserIdentifier::new("u").into(),
            "8:orgid:u",
            json!({"microsoftTeamsUser": {"userId": "u", "isAnonymous": false, "cloud": "public"}}),
        ),
        (
            MicrosoftTeamsUserIdentifier::new("u").cloud(dod.clone()).into(),
            "8:dod:u",
            json!({"microsoftTeamsUser": {"userId": "u", "isAnonymous": false, "cloud": "dod"}}),
        ),
        (
            MicrosoftTeamsUserIdentifier::new("u").is_anonymous(true).into(),
            "8:teamsvisitor:u",
            json!({"microsoftTeamsUser": {"userId": "u", "isAnonymous": true, "cloud": "public"}}),
        ),
        (
            MicrosoftTeamsAppIdentifier::new("a").cloud(gcch.clone()).into(),
            "28:gcch:a",
            json!({"microsoftTeamsApp": {"appId": "a", "cloud": "gcch"}}),
        ),
        (
            TeamsExtensionUserIdentifier::new("u", "t", "r").into(),
            "8:acs:r_t_u",
            json!({"teamsExtensionUser":
                {"userId": "u", "tenantId": "t", "resourceId": "r", "cloud": "public"}}),
        ),
        (
            TeamsExtensionUserIdentifier::new("u", "t", "r").cloud(gcch).into(),
            "8:gcch-acs:r_t_u",
            json!({"teamsExtensionUser":
                {"userId": "u", "tenantId": "t", "resourceId": "r", "cloud": "gcch"}}),
        ),
        (CommunicationIdentifier::from("77:hologram:x"), "77:hologram:x", json!({})),
    ]
}

#[tokio::test]
async fn identifiers_of_all_kinds_are_sent_and_received() {
    let server = Server::fixed(204, "").await;
    for (identifier, raw_id, mut json) in identifiers() {
        json["rawId"] = json!(raw_id);
        server.thread().remove_participant(identifier.clone()).await.unwrap();
        assert_eq!(server.last().json(), json);
        server.thread().remove_participant(raw_id).await.unwrap();
        assert_eq!(server.last().json(), json, "a raw id says it all");
        let mut received = vec![json.clone(), more(&json)];
        for kind in ["communicationUser", "phoneNumber", "hologram", ""] {
            // `kind` decides nothing: older responses have none, and newer ones have new kinds.
            let mut with_kind = json.clone();
            with_kind["kind"] = json!(kind);
            received.push(with_kind);
        }
        let mut without_raw_id = json.clone();
        without_raw_id.as_object_mut().unwrap().remove("rawId");
        if without_raw_id != json!({}) {
            received.push(without_raw_id.clone());
            without_raw_id["rawId"] = Value::Null;
            received.push(without_raw_id);
        }
        received.push(json!({"rawId": raw_id}));
        received.push(json!({"rawId": raw_id, "kind": "hologram", "phoneNumber": null,
            "communicationUser": null, "microsoftTeamsUser": null, "microsoftTeamsApp": null,
            "teamsExtensionUser": null}));
        for received in received {
            let read: CommunicationIdentifier = from_value(received.clone()).unwrap();
            assert_eq!((&read, &*read.raw_id()), (&identifier, raw_id), "{received}");
            assert_eq!(to_value(&read).unwrap(), json, "{received}");
        }
    }
    let all: HashSet<_> = identifiers().into_iter().map(|(identifier, ..)| identifier).collect();
    assert_eq!(all.len(), identifiers().len());
}

#[test]
fn identifiers_that_contradict_themselves() {
    for bad in [
        json!({"communicationUser": {"id": "a"}, "phoneNumber": {"value": "+1"}}),
        json!({"rawId": "x", "microsoftTeamsApp": {"appId": "a"}, "microsoftTeamsUser": {"userId": "u"}}),
        json!({}),
        json!({"rawId": ""}),
        json!({"rawId": null, "kind": "unknown"}),
        json!({"communicationUser": {}}),
        json!({"rawId": 7}),
        json!("8:acs:a_b"),
    ] {
        assert!(from_value::<CommunicationIdentifier>(bad.clone()).is_err(), "{bad}");
    }
    // An explicit raw id wins, and is sent back.
    let json = json!({"rawId": "4:other", "phoneNumber": {"value": "+1"}});
    let identifier: CommunicationIdentifier = from_value(json.clone()).unwrap();
    assert_eq!(identifier.raw_id(), "4:other");
    assert_eq!(to_value(&identifier).unwrap(), json);
    // A cloud in capitals is what the official Python client sends; a new one is kept.
    for (cloud, raw_id, written) in [("DOD", "8:dod:u", "dod"), ("moon", "8:moon:u", "moon")] {
        let json = json!({"microsoftTeamsUser": {"userId": "u", "cloud": cloud}});
        let identifier: CommunicationIdentifier = from_value(json).unwrap();
        assert_eq!(identifier.raw_id(), raw_id);
        assert_eq!(to_value(&identifier).unwrap()["microsoftTeamsUser"]["cloud"], written);
    }
}
