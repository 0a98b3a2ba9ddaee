//! The media types of responses: which one is asked for, and how it is read.

use super::{Lowering, streams::is_json_lines};
use crate::read::Node;

/// How a body is read. If there are several ways, the first in this order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Media {
    Json,
    Xml,
    Text,
    Events,
    Lines,
    Bytes,
}

/// A media type of a response.
#[derive(Clone)]
pub struct Offered<'a> {
    pub name: &'a str,
    pub node: Node<'a>,
    pub media: Media,
}

impl<'a> Lowering<'a> {
    /// The media types of a response that can be read. The first one is the one to ask for: JSON if
    /// possible, else XML, else text.
    pub fn offered_media(&mut self, response: &Node<'a>) -> Vec<Offered<'a>> {
        let offered = response.entries("content");
        let known = offered.filter_map(|(name, node)| {
            let media = self.media(name, &node)?;
            Some(Offered { name, node, media })
        });
        let mut known: Vec<Offered> = known.collect();
        known.sort_by_key(|it| (it.media, essence(it.name) != "application/json"));
        known
    }

    /// The media types of other formats than the first one, by format. Text is not one of them,
    /// because descriptions often list it for the same model.
    pub fn other_media<'b>(&mut self, offered: &'b [Offered<'a>]) -> Vec<Vec<&'b Offered<'a>>> {
        let first = offered.first().map(|it| it.media);
        let mut others = Vec::new();
        for media in [Media::Events, Media::Lines, Media::Bytes] {
            let mut of_media: Vec<_> = offered.iter().filter(|it| it.media == media).collect();
            of_media.retain(|it| media != Media::Bytes || self.is_file(&it.node));
            if !of_media.is_empty() && first != Some(media) {
                others.push(of_media);
            }
        }
        others
    }

    /// Returns `true` if some response of an operation has several formats.
    pub fn has_other_bodies(&mut self, operation: &Node<'a>) -> bool {
        let responses: Vec<Node> = operation.entries("responses").map(|it| it.1).collect();
        responses.into_iter().any(|response| {
            let Some(response) = self.resolve(response) else { return false };
            let offered = self.offered_media(&response);
            !self.other_media(&offered).is_empty()
        })
    }

    /// Returns `true` if a body has bytes of its own, and is not another form of a JSON model.
    fn is_file(&mut self, media: &Node<'a>) -> bool {
        let Some(schema) = media.get("schema") else { return true };
        let format = self.resolve(schema).and_then(|it| it.text("format"));
        matches!(format, Some("binary" | "file"))
    }

    /// How a body of this media type is read; `None` if it cannot be read.
    fn media(&mut self, media_type: &str, node: &Node<'a>) -> Option<Media> {
        let schema = match node.get("schema") {
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
        if is_json_lines(&essence) && self.line_schema(node).is_some() {
            return Some(Media::Lines);
        }
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
            ("text", "event-stream") => Some(Media::Events),
            // Users read what has no type in Rust, whatever its schema says.
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
