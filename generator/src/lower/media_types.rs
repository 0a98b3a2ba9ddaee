//! Media types: which of those that a response is sent in is asked for, and how it is read.

use super::Lowering;
use crate::model::source::Place;
use serde_json::Value;

/// How a body is read.
#[derive(Clone, Copy, PartialEq)]
pub enum Media {
    Json,
    Text,
    Bytes,
}

impl Lowering<'_> {
    /// The media type to ask for of those of `content`, and how it is read: JSON if there is any,
    /// else text, else bytes.
    pub fn chosen_media(
        &mut self,
        content: &Place,
        response: &openapiv3::Response,
    ) -> Option<(String, Media)> {
        let known: Vec<(String, Media)> = response
            .content
            .keys()
            .filter_map(|name| {
                let schema = content.child(name).child("schema");
                Some((name.clone(), self.media(name, &schema)?))
            })
            .collect();
        let find = |wanted| known.iter().find(|(_, media)| *media == wanted);
        let plain = known
            .iter()
            .find(|(name, media)| *media == Media::Json && essence(name) == "application/json");
        plain
            .or_else(|| find(Media::Json))
            .or_else(|| find(Media::Text))
            .or_else(|| find(Media::Bytes))
            .cloned()
    }

    /// How a body of this media type is read that is described by the schema at a place; `None`
    /// where there is no way.
    fn media(&mut self, media_type: &str, schema: &Place) -> Option<Media> {
        let schema = match self.documents.value(schema) {
            Some(_) => self.resolve::<Value>(schema)?.1,
            None => Value::Null,
        };
        let is = |key: &str, wanted: &[&str]| {
            schema.get(key).and_then(Value::as_str).is_some_and(|it| wanted.contains(&it))
        };
        let is_composed = ["properties", "allOf", "oneOf", "anyOf", "additionalProperties"]
            .iter()
            .any(|key| schema.get(key).is_some());
        let is_structured = is_composed || is("type", &["object", "array"]);
        if is("format", &["binary", "file"]) {
            return Some(Media::Bytes);
        }
        let essence = essence(media_type);
        let (family, subtype) = essence.split_once('/')?;
        match (family, subtype) {
            ("application" | "text", "json") => Some(Media::Json),
            (_, subtype) if subtype.ends_with("+json") => Some(Media::Json),
            ("image", _) => Some(Media::Bytes),
            (_, subtype) if subtype == "xml" || subtype.ends_with("+xml") => None,
            // The service may send anything: what the schema says.
            ("*" | "application", "*") => Some(match () {
                () if schema.is_null() => Media::Bytes,
                () if is("type", &["string"]) => Media::Text,
                () => Media::Json,
            }),
            _ if is_structured => None,
            ("text", "event-stream") => Some(Media::Bytes),
            ("text", _) => Some(Media::Text),
            _ => Some(Media::Bytes),
        }
    }
}

/// A media type without its parameters: `application/json; charset=utf-8` is JSON.
pub fn essence(media_type: &str) -> String {
    media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}
