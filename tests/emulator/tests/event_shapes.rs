//! The emulator's events have the properties of Microsoft's published examples.
//!
//! The examples are not in this repository. The test skips if `../shared/upstream` does not have
//! them.

mod support;

use acs_chat_emulator::{EventSchema, Filter};
use serde_json::{Value, json};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    io::Write,
    path::{Path, PathBuf},
};
use support::{User, World, path, webhook::Webhook};

/// The events of a thread that is used in every way, by their types.
async fn events(schema: EventSchema) -> BTreeMap<String, Value> {
    let world = World::new().await;
    let webhook = Webhook::start().await;
    world.emulator.subscribe(&webhook.url, Filter::new(schema)).await.unwrap();
    let (ann, bob, carl) = (world.user().await, world.user().await, world.user().await);
    let metadata = json!({ "key": "value" });
    let participant = |user: &User, name: &str| {
        let mut participant = user.participant();
        participant["displayName"] = name.into();
        participant["metadata"] = metadata.clone();
        participant
    };
    let participants = [participant(&ann, "Ann"), participant(&bob, "Bob")];
    let body = json!({ "topic": "x", "metadata": metadata, "participants": participants });
    let created = world.post(&ann, "/chat/threads", body).await.json();
    let thread = path(created["chatThread"]["id"].as_str().unwrap());
    let body = json!({ "content": "x", "senderDisplayName": "Ann", "metadata": metadata });
    let sent = world.post(&ann, &format!("{thread}/messages"), body).await.json();
    let message = format!("{thread}/messages/{}", sent["id"].as_str().unwrap());
    world.patch(&ann, &message, json!({ "content": "y" })).await;
    world.delete(&ann, &message).await;
    world.patch(&ann, &thread, json!({ "topic": "y" })).await;
    let added = json!({ "participants": [participant(&carl, "Carl")] });
    world.post(&ann, &format!("{thread}/participants/:add"), added).await;
    world.post(&ann, &format!("{thread}/participants/:remove"), carl.identifier()).await;
    world.delete(&ann, &thread).await;
    let received = webhook.wait(17).await;
    received.iter().map(|it| (it.kind(), it.event().clone())).collect()
}

#[tokio::test]
async fn events_have_the_properties_of_the_published_examples() {
    let Some(examples) = examples() else { return };
    for (folder, schema) in [
        ("cloud-events-schema", EventSchema::CloudEvents),
        ("event-grid-schema", EventSchema::EventGrid),
    ] {
        let events = events(schema).await;
        let mut compared = BTreeSet::new();
        for file in fs::read_dir(examples.join(folder)).unwrap() {
            let file = file.unwrap().path();
            let example: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
            let kind = example["type"].as_str().or(example["eventType"].as_str()).unwrap();
            let kind = kind.strip_prefix("Microsoft.Communication.").unwrap();
            let event = events.get(kind).unwrap_or_else(|| panic!("there is no {kind}"));
            assert_eq!(properties(event), properties(&example), "{kind}, {}", file.display());
            compared.insert(kind.to_owned());
        }
        assert_eq!(compared.len(), 16, "{compared:?}");
    }
}

/// The path of every property, with the JSON type of its value. Metadata may have any names.
fn properties(value: &Value) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    collect(value, "", &mut found);
    found
}

fn collect(value: &Value, path: &str, found: &mut BTreeSet<String>) {
    let kind = match value {
        Value::Object(object) if path.ends_with("/metadata") => {
            assert!(object.values().all(Value::is_string));
            "metadata"
        }
        Value::Object(object) => {
            object
                .iter()
                .for_each(|(name, value)| collect(value, &format!("{path}/{name}"), found));
            "object"
        }
        Value::Array(items) => {
            items.iter().for_each(|item| collect(item, &format!("{path}/*"), found));
            "array"
        }
        Value::String(_) => "string",
        Value::Number(_) => "number",
        Value::Bool(_) => "boolean",
        Value::Null => "null",
    };
    found.insert(format!("{path}: {kind}"));
}

/// The folder of the examples, if it exists.
fn examples() -> Option<PathBuf> {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folder = repository.join("../shared/upstream/EventGrid/stable/2018-01-01/examples");
    if folder.is_dir() {
        return Some(folder);
    }
    // Not `eprintln!`: the test harness would hide that.
    let note = format!("skipped: Microsoft's examples are not at {}\n", folder.display());
    let _ = std::io::stderr().write_all(note.as_bytes());
    None
}
