//! Normalizes requests and outcomes so that those of two clients can be compared: maps places to
//! values, without values that differ between runs.

use crate::{
    play::{Outcome, Played},
    scenario::Saved,
};
use acs_chat_emulator::LoggedRequest;
use azure_core::time::parse_rfc3339;
use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Texts by their places: `path`, `query maxPageSize`, `header accept`, `body/topic`.
pub type Places = BTreeMap<String, String>;

/// Headers whose presence is compared, but not their values.
const PRESENCE: [&str; 4] = ["content-length", "host", "user-agent", "x-ms-useragent"];

/// The escapes of a path segment.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Writes what was played in the normal form.
pub struct Normal<'a> {
    saved: &'a Saved,
    /// The input of the call. Ids in it are not random.
    given: String,
    /// In the order of their first appearance.
    uuids: Vec<Uuid>,
}

impl<'a> Normal<'a> {
    pub fn new(played: &Played, saved: &'a Saved) -> Self {
        Self { saved, given: played.call.with.to_string(), uuids: Vec::new() }
    }

    pub fn request(&mut self, request: &LoggedRequest) -> Places {
        let (path, query) = request.target.split_once('?').unwrap_or((&request.target, ""));
        let mut places = Places::from([
            ("method".to_owned(), request.method.clone()),
            ("path".to_owned(), self.path(path)),
        ]);
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            add(&mut places, format!("query {name}"), self.named(&value));
        }
        let mut headers: Vec<_> = request.headers.iter().collect();
        headers.sort(); // Their order has no meaning, and must not affect the numbers of ids.
        for (name, value) in headers {
            add(&mut places, format!("header {name}"), self.header(name, value));
        }
        match serde_json::from_str(&request.body) {
            Ok(body) => self.flatten("body", &body, &mut places),
            Err(_) if request.body.is_empty() => {}
            Err(_) => add(&mut places, "body".to_owned(), self.named(&request.body)),
        }
        places
    }

    pub fn outcome(&self, outcome: &Outcome) -> Places {
        let mut places = Places::new();
        match outcome {
            Outcome::Value(value) => self.flatten("outcome", value, &mut places),
            Outcome::Error { status, code } => {
                let status = status.map_or("none".to_owned(), |status| status.to_string());
                add(&mut places, "failure status".to_owned(), status);
                add(&mut places, "failure code".to_owned(), code.clone().unwrap_or_default());
            }
        }
        places
    }

    /// Saved values by name, points in time in one spelling.
    fn named(&self, text: &str) -> String {
        let text = moment(text).unwrap_or_else(|| text.to_owned());
        self.saved
            .iter()
            .fold(text, |text, (name, value)| text.replace(value, &format!("{{{name}}}")))
    }

    /// The path as it was sent: an escaped id differs from an unescaped one.
    fn path(&self, path: &str) -> String {
        let escaped = self.saved.iter().fold(path.to_owned(), |path, (name, value)| {
            path.replace(&utf8_percent_encode(value, SEGMENT).to_string(), &format!("{{{name}}}"))
        });
        self.saved.iter().fold(escaped, |path, (name, value)| {
            path.replace(value, &format!("{{{name}, not escaped}}"))
        })
    }

    fn header(&mut self, name: &str, value: &str) -> String {
        if PRESENCE.contains(&name) {
            return "present".to_owned();
        }
        if self.given.contains(value) {
            return value.to_owned();
        }
        if let Ok(uuid) = value.parse() {
            return format!("<uuid {}>", self.number(uuid));
        }
        if httpdate::parse_http_date(value).is_ok() {
            return "<date>".to_owned();
        }
        match BASE64.decode(value) {
            Ok(bytes) if bytes.len() == 32 => "<sha256>".to_owned(),
            _ => value.to_owned(),
        }
    }

    /// The same for every appearance of the same id.
    fn number(&mut self, uuid: Uuid) -> usize {
        let known = self.uuids.iter().position(|known| *known == uuid);
        known.unwrap_or_else(|| {
            self.uuids.push(uuid);
            self.uuids.len() - 1
        }) + 1
    }

    /// JSON by value: each leaf by its pointer.
    fn flatten(&self, place: &str, value: &Value, places: &mut Places) {
        let nested: Vec<(String, &Value)> = match value {
            Value::Object(entries) if !entries.is_empty() => {
                entries.iter().map(|(key, value)| (key.clone(), value)).collect()
            }
            Value::Array(items) if !items.is_empty() => {
                items.iter().enumerate().map(|(index, item)| (index.to_string(), item)).collect()
            }
            Value::String(text) => {
                return add(places, place.to_owned(), Value::from(self.named(text)).to_string());
            }
            leaf => return add(places, place.to_owned(), leaf.to_string()),
        };
        for (key, value) in nested {
            self.flatten(&format!("{place}/{key}"), value, places);
        }
    }
}

/// A point in time in UTC, without the zeros at the end of its fraction.
fn moment(text: &str) -> Option<String> {
    let (seconds, fraction) = text.strip_suffix('Z')?.split_once('.')?;
    parse_rfc3339(text).ok()?;
    Some(match fraction.trim_end_matches('0') {
        "" => format!("{seconds}Z"),
        fraction => format!("{seconds}.{fraction}Z"),
    })
}

/// Keeps both texts if a place occurs twice.
fn add(places: &mut Places, place: String, text: String) {
    places.entry(place).and_modify(|first| *first += &format!(", {text}")).or_insert(text);
}
