//! Batches, unknown types, bad events, and their errors.

use super::payloads::{cloud_event, only, samples};
use acs_chat::events::{ChatEvent, ChatEventData};
use serde_json::{Value, json};

/// A text that no error and no debug output may contain.
const TEXT: &str = "Meet me at the old pier";

#[test]
fn a_batch_is_read_in_its_order() {
    let samples = samples();
    let cloud: Vec<Value> = samples.iter().map(cloud_event).collect();
    for batch in [json!(samples), json!(cloud)] {
        let events = ChatEvent::parse(batch.to_string()).expect("the batch is good");
        let ids = events.iter().map(|event| &event.as_ref().expect("each event is good").id);
        let expected: Vec<&str> = samples.iter().filter_map(|it| it["id"].as_str()).collect();
        assert_eq!(ids.collect::<Vec<_>>(), expected);
    }
}

#[test]
fn an_unknown_type_keeps_its_json() {
    for event_type in
        ["Microsoft.Communication.SMSReceived", "Microsoft.Communication.ChatNew", "x"]
    {
        let data = json!({ "from": "+14255550142", "version": "7", "nested": { "type": "Text" } });
        let event = only(&json!({ "id": "1", "type": event_type, "data": data }));
        assert_eq!(event.data, ChatEventData::Unknown);
        assert_eq!(event.json()["from"], data["from"]);
        assert_eq!(event.json()["nested"], data["nested"]);
    }
}

#[test]
fn a_bad_event_does_not_lose_the_others() {
    let mut batch = samples();
    batch.truncate(3);
    batch[1]["data"]["composeTime"] = json!("yesterday");
    let events = ChatEvent::parse(json!(batch).to_string()).expect("the batch is an array");
    assert!(events[0].is_ok() && events[2].is_ok());
    let error = events[1].as_ref().expect_err("it has a bad time").to_string();
    assert!(
        error.starts_with("the event \"event-1\": its data is invalid: composeTime: "),
        "{error}"
    );
}

#[test]
fn an_error_says_which_property_is_wrong() {
    let problem = |data: Value| {
        let kind = "Microsoft.Communication.ChatMessageReceived";
        let body = json!({ "id": "1", "type": kind, "data": data }).to_string();
        let mut events = ChatEvent::parse(body).expect("the body is an event");
        events.remove(0).expect_err("the data is bad").to_string()
    };
    let error = |problem: &str| format!("the event \"1\": its data is invalid: {problem}");
    assert_eq!(problem(json!({ "messageBody": 7 })), error("messageBody: expected a string"));
    assert_eq!(problem(json!({ "version": TEXT })), error("version: expected i64"));
    let metadata = problem(json!({ "metadata": { TEXT: [] } }));
    assert_eq!(metadata, error("metadata: expected a string"));
    let sender = problem(json!({ "senderCommunicationIdentifier": {} }));
    assert_eq!(sender, error("senderCommunicationIdentifier: missing field `rawId`"));
    assert!(problem(json!(TEXT)).contains("expected struct"));
    assert!(problem(Value::Null).contains("expected struct"));
}

/// Puts a text into each place of each event, one after the other.
#[test]
fn no_error_shows_the_data_of_an_event() {
    let mut errors = 0;
    for sample in samples() {
        for path in paths("", &sample) {
            if ["/id", "/eventType"].contains(&&*path) {
                continue;
            }
            for value in [json!(TEXT), json!({ TEXT: TEXT }), json!([[TEXT]])] {
                let mut event = sample.clone();
                *event.pointer_mut(&path).expect("the path exists") = value;
                let events = ChatEvent::parse(event.to_string()).expect("it is an event");
                for error in events.into_iter().filter_map(Result::err) {
                    errors += 1;
                    assert!(!format!("{error} {error:?}").contains(TEXT), "{path}: {error:?}");
                }
            }
        }
    }
    assert!(errors > 100, "only {errors} of the events were bad");
}

#[test]
fn debug_output_shows_no_text() {
    for mut sample in samples() {
        sample["data"]["messageBody"] = json!(TEXT);
        sample["data"]["senderDisplayName"] = json!(TEXT);
        sample["data"]["unknown"] = json!(TEXT);
        let event = only(&sample);
        let shown = format!("{event:?}");
        assert!(shown.contains(&event.id) && !shown.contains(TEXT), "{shown}");
    }
    let event = only(&json!({ "id": "1", "type": "x", "data": TEXT }));
    assert!(!format!("{event:?}").contains(TEXT));
}

/// The paths of all values inside a value.
fn paths(path: &str, value: &Value) -> Vec<String> {
    let entries: Vec<(String, &Value)> = match value {
        Value::Object(it) => it.iter().map(|(key, value)| (key.clone(), value)).collect(),
        Value::Array(it) => it.iter().enumerate().map(|(key, it)| (key.to_string(), it)).collect(),
        _ => Vec::new(),
    };
    let inner = entries.into_iter().flat_map(|(key, value)| {
        let path = format!("{path}/{key}");
        [vec![path.clone()], paths(&path, value)].concat()
    });
    inner.collect()
}
