//! `#[serde(with = "timestamp")]`: RFC 3339 timestamps, written in UTC with `Z`; any offset and
//! up to nine digits of a second are read.

use crate::runtime::{
    encoded::{Encoded, codec},
    query::{QueryValue, utc},
};
use azure_core::time::{OffsetDateTime, rfc3339};
use serde::{
    Deserializer, Serializer,
    de::{self, Unexpected},
    ser,
};

/// The form of `format: date-time`.
pub(crate) enum Rfc3339 {}

impl Encoded<Rfc3339> for OffsetDateTime {
    fn encode<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = self.to_query().map_err(ser::Error::custom)?;
        serializer.serialize_str(&text)
    }

    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let time = rfc3339::deserialize(deserializer)?;
        // Other times could not be written again.
        utc(time).map(|_| time).map_err(|_| {
            let found = Unexpected::Other("an earlier or later time");
            de::Error::invalid_value(found, &"a time in the years 0 to 9999 of UTC")
        })
    }
}

codec!(Rfc3339);
