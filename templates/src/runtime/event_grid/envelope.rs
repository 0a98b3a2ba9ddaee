//! The envelope of an event, in the CloudEvents 1.0 schema or in the Event Grid schema.

use azure_core::{
    Result, Value, base64,
    error::{Error, ErrorKind},
    time::{OffsetDateTime, parse_rfc3339},
};
use serde_json::{Map, value::RawValue};

/// An event. Both schemas have the same parts under different names.
pub(crate) struct Envelope {
    pub id: String,
    pub event_type: String,
    pub source: Option<String>,
    pub subject: Option<String>,
    pub time: Option<OffsetDateTime>,
    /// `null` if the event has no data.
    pub data: Value,
}

/// Reads one event or an array of events. One bad event does not affect the others: each is parsed
/// alone, because serde_json refuses some JSON, such as half of a surrogate pair.
pub(crate) fn envelopes(body: &[u8]) -> Result<Vec<Result<Envelope>>> {
    let body = body.trim_ascii_start();
    let events: serde_json::Result<Vec<&RawValue>> = match body.first() {
        Some(b'[') => serde_json::from_slice(body),
        Some(b'{') => serde_json::from_slice(body).map(|event| vec![event]),
        _ => return Err(conversion("the body is neither an event nor an array of events")),
    };
    // The errors of serde_json are about the syntax, so they do not quote the JSON.
    let events = events.map_err(|error| conversion(format!("the body is not JSON: {error}")))?;
    Ok(events.into_iter().map(|event| Envelope::parse(event.get())).collect())
}

impl Envelope {
    fn parse(event: &str) -> Result<Self> {
        match serde_json::from_str(event) {
            Ok(Value::Object(event)) => Self::read(event),
            Ok(_) => Err(conversion("an element of the array is not an event")),
            Err(error) => Err(conversion(format!("an event is not JSON: {error}"))),
        }
    }

    fn read(mut event: Map<String, Value>) -> Result<Self> {
        let id = required(&mut event, ["id", "id"])?;
        let read = |event: &mut Map<String, Value>| {
            Ok(Self {
                id: id.clone(),
                event_type: required(event, ["type", "eventType"])?,
                source: text(event, ["source", "topic"])?,
                subject: text(event, ["subject", "subject"])?,
                time: time(event)?,
                data: data(event)?,
            })
        };
        read(&mut event).map_err(|error: Error| of_event(&id, &error))
    }
}

/// An error of the event with this id.
pub(crate) fn of_event(id: &str, error: &Error) -> Error {
    conversion(format!("the event {id:?}: {error}"))
}

pub(crate) fn conversion(message: impl Into<String>) -> Error {
    Error::with_message(ErrorKind::DataConversion, message.into())
}

/// Takes a text, by its name in the CloudEvents or in the Event Grid schema.
fn text(event: &mut Map<String, Value>, names: [&str; 2]) -> Result<Option<String>> {
    match names.into_iter().find_map(|name| Some((name, event.remove(name)?))) {
        None | Some((_, Value::Null)) => Ok(None),
        Some((_, Value::String(text))) => Ok(Some(text)),
        Some((name, _)) => Err(conversion(format!("`{name}` is not a string"))),
    }
}

fn required(event: &mut Map<String, Value>, names: [&str; 2]) -> Result<String> {
    let missing = || match names {
        [name, other] if name == other => conversion(format!("an event has no `{name}`")),
        [name, other] => conversion(format!("it has neither `{name}` nor `{other}`")),
    };
    text(event, names)?.ok_or_else(missing)
}

fn time(event: &mut Map<String, Value>) -> Result<Option<OffsetDateTime>> {
    let parse = |text: String| {
        parse_rfc3339(&text).map_err(|_| conversion("its time is not an RFC 3339 timestamp"))
    };
    text(event, ["time", "eventTime"])?.map(parse).transpose()
}

/// The data. CloudEvents may contain it in base64.
fn data(event: &mut Map<String, Value>) -> Result<Value> {
    if let Some(data) = event.remove("data") {
        return Ok(data);
    }
    let Some(encoded) = text(event, ["data_base64", "data_base64"])? else {
        return Ok(Value::Null);
    };
    let bytes = base64::decode(encoded).map_err(|_| conversion("`data_base64` is not base64"))?;
    serde_json::from_slice(&bytes).map_err(|_| conversion("`data_base64` does not contain JSON"))
}
