//! Bodies that are streams of items: JSON lines and server-sent events.
//!
//! `itemSchema` (OpenAPI 3.2) is the schema of an item. Older descriptions have no keyword for it: in
//! them, `schema` is that of an item, or of a list of them.

use super::{Lowering, schema::choice_of};
use crate::read::Node;

/// The data of server-sent events.
pub enum EventData<'a> {
    Text,
    /// JSON of this schema.
    Json(Node<'a>),
    /// JSON of several schemas.
    AnyJson,
}

/// Returns `true` for the media types of JSON lines. None of them is registered.
pub fn is_json_lines(essence: &str) -> bool {
    let names = [
        "application/json-lines",
        "application/jsonl",
        "application/jsonlines",
        "application/ndjson",
        "application/stream+json",
        "application/x-json-stream",
        "application/x-jsonlines",
        "application/x-ndjson",
    ];
    names.contains(&essence)
}

impl<'a> Lowering<'a> {
    /// The schema of a JSON line; `None` if it is not known.
    pub fn line_schema(&mut self, media: &Node<'a>) -> Option<Node<'a>> {
        if let Some(item) = media.get("itemSchema") {
            return Some(item);
        }
        let schema = media.get("schema")?;
        let target = self.resolve(schema.clone())?;
        if target.text("type") == Some("array") || target.has("items") {
            return target.get("items");
        }
        let is_empty = target.value.as_object().is_none_or(|it| it.is_empty());
        // The text of the whole body.
        let is_text = target.text("type") == Some("string");
        (!is_empty && !is_text).then_some(schema)
    }

    /// The data of server-sent events.
    pub fn event_data(&mut self, media: &Node<'a>) -> EventData<'a> {
        match media.get("itemSchema") {
            Some(event) => self.data_of(event),
            None => self.line_schema(media).map_or(EventData::Text, EventData::Json),
        }
    }

    /// The data of an event that a schema describes with its fields (OpenAPI 3.2.0, "Server-Sent
    /// Event Streams").
    fn data_of(&mut self, event: Node<'a>) -> EventData<'a> {
        let Some(target) = self.resolve(event.clone()) else { return EventData::Text };
        if let Some(list) = choice_of(target.value) {
            let parts: Vec<_> = target.items(list).map(|it| self.data_of(it)).collect();
            return parts.into_iter().reduce(both).unwrap_or(EventData::Text);
        }
        let Some(data) = target.get("properties").and_then(|it| it.get("data")) else {
            // The schema is that of the data.
            return if target.has("properties") { EventData::Text } else { EventData::Json(event) };
        };
        let Some(described) = self.resolve(data.clone()) else { return EventData::Text };
        match (described.get("contentSchema"), described.text("type")) {
            (Some(content), _) => EventData::Json(content),
            (None, Some("string") | None) => EventData::Text,
            (None, Some(_)) => EventData::Json(data),
        }
    }
}

/// The data of two kinds of events.
fn both<'a>(one: EventData<'a>, other: EventData<'a>) -> EventData<'a> {
    match (one, other) {
        (EventData::Text, _) | (_, EventData::Text) => EventData::Text,
        (EventData::Json(one), EventData::Json(other)) if one.value == other.value => {
            EventData::Json(one)
        }
        _ => EventData::AnyJson,
    }
}
