//! Every event is read without loss: Microsoft's published examples, and samples of all types.

use acs_chat::events::{ChatEvent, ChatEventData as Data};
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use tests::{
    cases::{texts, workspace},
    scratch::announce,
};

/// One event of each type, in the Event Grid schema.
pub fn samples() -> Vec<Value> {
    serde_json::from_str(include_str!("samples.json")).expect("the samples are JSON")
}

/// The same event in the CloudEvents schema.
pub fn cloud_event(event: &Value) -> Value {
    json!({
        "specversion": "1.0", "id": event["id"], "source": event["topic"], "time": event["eventTime"],
        "subject": event["subject"], "type": event["eventType"], "data": event["data"],
    })
}

/// The only event of a body.
pub fn only(body: &Value) -> ChatEvent {
    let mut events = ChatEvent::parse(body.to_string()).expect("the body has events");
    assert_eq!(events.len(), 1);
    events.remove(0).expect("the event is good")
}

#[test]
fn each_type_has_a_sample() {
    let types: BTreeSet<String> = samples().iter().map(|event| name(&only(event))).collect();
    assert_eq!(types.len(), 18);
}

#[test]
fn samples_are_read_without_loss_in_both_schemas() {
    for sample in samples() {
        let grid = assert_lossless(&sample, &[]);
        assert_eq!(assert_lossless(&cloud_event(&sample), &[]), grid);
        assert_eq!(grid.source.as_deref(), sample["topic"].as_str());
        assert_eq!(grid.subject.as_deref(), sample["subject"].as_str());
        assert_eq!(grid.time.map(|it| it.nanosecond()), Some(100));
    }
}

#[test]
fn published_examples_are_read_without_loss() {
    let folder = workspace().join("../shared/upstream/EventGrid/stable/2018-01-01/examples");
    if !folder.is_dir() {
        announce(&format!("skipped: Microsoft's examples are not at {}", folder.display()));
        return;
    }
    // Properties that no schema has.
    let unknown = [
        "/createdBy",
        "/deletedBy",
        "/editedBy",
        "/members",
        "/recipientId",
        "/senderId",
        "/createTime",
    ];
    let mut read = Vec::new();
    for (path, text) in texts(&folder) {
        let example: Value = serde_json::from_str(&text).expect("an example is JSON");
        let single = assert_lossless(&example, &unknown);
        let batch = ChatEvent::parse(format!("[{text}, {text}]")).expect("a batch is good");
        assert_eq!(batch.len(), 2, "{path}");
        assert!(batch.into_iter().all(|event| event.expect("it is good") == single), "{path}");
        read.push((path.starts_with("cloud"), name(&single)));
    }
    let types: BTreeSet<&String> = read.iter().map(|(_, name)| name).collect();
    assert_eq!((read.len(), types.len()), (32, 16));
    assert_eq!(read.iter().filter(|(is_cloud, _)| *is_cloud).count(), 16);
}

/// Reads an event, and compares its typed data with its JSON.
fn assert_lossless(body: &Value, unknown: &[&str]) -> ChatEvent {
    let event = only(body);
    let name = name(&event);
    let typed = typed(&event.data);
    let mut told = properties("", &typed);
    let mut sent = properties("", &body["data"]);
    let (name_is, json) = (format!("{:?}", event.data), event.json());
    assert!(name_is.starts_with(&format!("{name}(")), "{name}: {name_is}");
    // An identifier is written without the raw id that its nested model repeats.
    told.retain(|path| !path.ends_with("/rawId"));
    sent.retain(|path| !path.ends_with("/rawId"));
    sent.retain(|path| told.contains(path) || !unknown.iter().any(|it| path.starts_with(it)));
    assert_eq!(told, sent, "{name}");
    for property in ["version", "messageId", "messageBody", "threadId", "properties", "metadata"] {
        assert_eq!(typed.get(property), json.get(property), "{name}: {property}");
    }
    event
}

/// The paths of all properties in a value.
fn properties(path: &str, value: &Value) -> BTreeSet<String> {
    let inner = |(key, value): (String, &Value)| properties(&format!("{path}/{key}"), value);
    match value {
        Value::Object(it) => {
            it.iter().flat_map(|(key, value)| inner((key.clone(), value))).collect()
        }
        Value::Array(it) => {
            it.iter().enumerate().flat_map(|(key, value)| inner((key.to_string(), value))).collect()
        }
        _ => [path.to_owned()].into(),
    }
}

/// The type without `Microsoft.Communication.`
pub fn name(event: &ChatEvent) -> String {
    event.event_type.trim_start_matches("Microsoft.Communication.").to_owned()
}

fn typed(data: &Data) -> Value {
    fn json(model: &impl Serialize) -> Value {
        serde_json::to_value(model).expect("a model becomes JSON")
    }
    match data {
        Data::ChatMessageReceived(it) => json(it),
        Data::ChatMessageEdited(it) => json(it),
        Data::ChatMessageDeleted(it) => json(it),
        Data::ChatThreadCreatedWithUser(it) => json(it),
        Data::ChatThreadWithUserDeleted(it) => json(it),
        Data::ChatThreadPropertiesUpdatedPerUser(it) => json(it),
        Data::ChatParticipantAddedToThreadWithUser(it) => json(it),
        Data::ChatParticipantRemovedFromThreadWithUser(it) => json(it),
        Data::ChatMessageReceivedInThread(it) => json(it),
        Data::ChatMessageEditedInThread(it) => json(it),
        Data::ChatMessageDeletedInThread(it) => json(it),
        Data::ChatThreadCreated(it) => json(it),
        Data::ChatThreadDeleted(it) => json(it),
        Data::ChatThreadPropertiesUpdated(it) => json(it),
        Data::ChatThreadParticipantAdded(it) => json(it),
        Data::ChatThreadParticipantRemoved(it) => json(it),
        Data::ChatTypingIndicatorReceivedInThread(it) => json(it),
        Data::ChatAzureBotCommandReceivedInThread(it) => json(it),
        other => panic!("{other:?} is not the data of a chat event"),
    }
}
