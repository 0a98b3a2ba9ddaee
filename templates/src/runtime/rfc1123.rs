//! Timestamps such as `Sun, 06 Nov 1994 08:49:37 GMT`, for `#[serde(with = "rfc1123")]`.

use crate::runtime::{
    encoded::{Encoded, codec, decode_text},
    query::{QueryValue, Text},
};
use azure_core::time::{OffsetDateTime, parse_rfc7231, to_rfc7231};
use serde::{Deserializer, Serializer, ser};

/// The encoding of `format: date-time-rfc1123`.
pub(crate) enum Rfc1123 {}

/// Formats a timestamp in GMT. Returns `None` if the year is outside 0 to 9999.
pub(crate) fn text(value: &OffsetDateTime) -> Option<String> {
    // `to_rfc7231` does not convert to UTC: it writes the time as it is, followed by `GMT`.
    let utc = value.checked_to_offset(OffsetDateTime::UNIX_EPOCH.offset())?;
    (0..=9999).contains(&utc.year()).then(|| to_rfc7231(&utc))
}

/// An RFC 1123 timestamp as the value of a parameter.
pub(crate) struct HttpDate(pub OffsetDateTime);

impl QueryValue for HttpDate {
    fn to_query(self) -> Text {
        text(&self.0).ok_or("is a time outside the years 0 to 9999")
    }
}

impl Encoded<Rfc1123> for OffsetDateTime {
    fn encode<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = text(self).ok_or_else(|| ser::Error::custom("the year needs four digits"))?;
        serializer.serialize_str(&text)
    }

    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        decode_text(deserializer, "an RFC 1123 timestamp", |text| parse_rfc7231(text).ok())
    }
}

codec!(Rfc1123);
