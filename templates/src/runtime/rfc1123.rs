//! Timestamps such as `Sun, 06 Nov 1994 08:49:37 GMT` (`format: date-time-rfc1123`), for
//! `#[serde(with)]`.

use crate::runtime::{
    encoded::{Encoded, decode_text},
    query::{QueryValue, Text},
};
use azure_core::time::{OffsetDateTime, parse_rfc7231, to_rfc7231};
use serde::{Deserializer, Serializer, ser};

/// The encoding.
pub(crate) enum Rfc1123 {}

/// Formats a timestamp. Returns `None` for a year outside 0 to 9999.
pub(crate) fn text(value: &OffsetDateTime) -> Option<String> {
    // `to_rfc7231` writes the local hour and appends `GMT`.
    let utc = value.checked_to_offset(OffsetDateTime::UNIX_EPOCH.offset())?;
    (0..=9999).contains(&utc.year()).then(|| to_rfc7231(&utc))
}

/// A parameter in this encoding.
pub(crate) struct HttpDate(pub OffsetDateTime);

impl QueryValue for HttpDate {
    fn to_query(self) -> Text {
        text(&self.0).ok_or("is a time outside the years 0 to 9999")
    }
}

impl Encoded<Rfc1123> for OffsetDateTime {
    fn encode<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = text(self).ok_or_else(|| ser::Error::custom("the year is outside 0 to 9999"))?;
        serializer.serialize_str(&text)
    }

    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // Other years could not be written again.
        decode_text(deserializer, "an RFC 1123 timestamp", |text| {
            parse_rfc7231(text).ok().filter(|time| (0..=9999).contains(&time.year()))
        })
    }
}

pub(crate) fn serialize<T, S>(value: &T, serializer: S) -> Result<S::Ok, S::Error>
where
    T: Encoded<Rfc1123>,
    S: Serializer,
{
    value.encode(serializer)
}

pub(crate) fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Encoded<Rfc1123>,
    D: Deserializer<'de>,
{
    T::decode(deserializer)
}
