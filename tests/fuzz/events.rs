//! Posts to a webhook: whatever they contain, they are read or refused, and no text is shown.

use crate::{
    budget::fuzz,
    models::WORDS,
    mutation::{Mutation, edited, edits, mutate, mutations},
};
use acs_chat::events::{ChatEvent, ChatEventData, EventOrder};
use serde_json::{Value, json};

/// The text of each message, which neither errors nor debug output may show.
const TEXT: &str = "Meet me at the old pier";

fn samples() -> Vec<Value> {
    let samples = include_str!("../runtime/events/samples.json");
    let samples = samples.replace("Lunch at noon?", TEXT).replace("Lunch at one?", TEXT);
    serde_json::from_str(&samples).expect("the samples are JSON")
}

#[test]
fn an_event_of_any_shape_leaves_its_neighbours() {
    let samples = samples();
    let cases = (0..samples.len(), mutations(WORDS));
    fuzz("events", 1_000, cases, |(index, mutations): (usize, Vec<Mutation>)| {
        let mut event = samples[index].clone();
        mutate(&mut event, &mutations);
        let batch = json!([samples[0], event, samples[1]]).to_string();
        let events = ChatEvent::parse(batch).expect("the body is an array");
        assert_eq!(events.len(), 3);
        assert!(events[0].is_ok() && events[2].is_ok());
        // The debug output of an error has a backtrace, which takes long.
        let shown = match &events[1] {
            Ok(event) => format!("{event:?}"),
            Err(error) => error.to_string(),
        };
        assert!(!shown.contains(TEXT) || !is_hidden(&event), "{shown}");
        let newest = EventOrder::new(10).newest(events.into_iter().flatten());
        assert!(newest.is_sorted_by_key(ChatEvent::version));
    });
}

/// Returns `true` if the text is only where texts are hidden. Mutations can move it into an id.
fn is_hidden(event: &Value) -> bool {
    let ids = ["id", "eventType", "topic", "subject"].map(|name| &event[name]);
    let mut data = event["data"].clone();
    for name in ["messageBody", "metadata", "senderDisplayName", "properties"] {
        data.as_object_mut().map(|data| data.remove(name));
    }
    !json!([ids, data]).to_string().contains(TEXT)
}

#[test]
fn any_body_is_read_or_refused() {
    let texts: Vec<String> = samples().iter().map(Value::to_string).collect();
    fuzz("bodies of events", 4_000, (0..texts.len(), edits()), |(index, edits)| {
        let Ok(events) = ChatEvent::parse(edited(&texts[index], &edits)) else { return };
        for event in events.into_iter().flatten() {
            let is_unknown = event.data == ChatEventData::Unknown;
            assert!(is_unknown || event.json().is_object(), "{event:?}");
        }
    });
}
