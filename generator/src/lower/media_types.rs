//! The media types of responses: which one is asked for, and how it is read.

use super::Lowering;
use crate::read::Node;

/// How a body is read.
#[derive(Clone, Copy, PartialEq)]
pub enum Media {
    Json,
    Xml,
    Text,
    Bytes,
}

impl<'a> Lowering<'a> {
    /// The media type of a response to ask for, and how it is read: JSON if possible, else XML, else
    /// text, else bytes.
    pub fn chosen_media(&mut self, response: &Node<'a>) -> Option<(&'a str, Node<'a>, Media)> {
        let offered = response.entries("content");
        let known: Vec<_> = offered
            .filter_map(|(name, node)| {
                let media = self.media(name, node.get("schema"))?;
                Some((name, node, media))
            })
            .collect();
        let find = |wanted| known.iter().find(|(_, _, media)| *media == wanted);
        let is_plain = |name: &str| essence(name) == "application/json";
        let plain = known.iter().find(|(name, _, media)| *media == Media::Json && is_plain(name));
        plain
            .or_else(|| find(Media::Json))
            .or_else(|| find(Media::Xml))
            .or_else(|| find(Media::Text))
            .or_else(|| find(Media::Bytes))
            .cloned()
    }

    /// How a body of this media type and schema is read; `None` if it cannot be read.
    fn media(&mut self, media_type: &str, schema: Option<Node<'a>>) -> Option<Media> {
        let schema = match schema {
            Some(schema) => Some(self.resolve(schema)?),
            None => None,
        };
        let is = |key: &str, wanted: &[&str]| {
            let text = schema.as_ref().and_then(|it| it.text(key));
            text.is_some_and(|it| wanted.contains(&it))
        };
        if is("format", &["binary", "file"]) {
            return Some(Media::Bytes);
        }
        let essence = essence(media_type);
        let (family, subtype) = essence.split_once('/')?;
        match (family, subtype) {
            ("application" | "text", "json") => Some(Media::Json),
            (_, subtype) if subtype.ends_with("+json") => Some(Media::Json),
            ("image", _) => Some(Media::Bytes),
            (_, subtype) if is_xml(subtype) && schema.is_some() => Some(Media::Xml),
            (_, subtype) if is_xml(subtype) => Some(Media::Text),
            // The service may send any media type, so the schema decides.
            ("*" | "application", "*") => Some(match () {
                () if schema.is_none() => Media::Bytes,
                () if is("type", &["string"]) => Media::Text,
                () => Media::Json,
            }),
            // Users read what has no type in Rust, whatever its schema says.
            ("text", "event-stream") => Some(Media::Bytes),
            ("text", _) => Some(Media::Text),
            _ => Some(Media::Bytes),
        }
    }
}

/// Returns `true` for a subtype that is XML.
pub fn is_xml(subtype: &str) -> bool {
    subtype == "xml" || subtype.ends_with("+xml")
}

/// A media type without its parameters: `application/json; charset=utf-8` becomes
/// `application/json`.
pub fn essence(media_type: &str) -> String {
    media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}
