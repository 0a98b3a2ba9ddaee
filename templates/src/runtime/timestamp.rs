//! RFC 3339 timestamps (`format: date-time`), for `#[serde(with)]`.

use crate::runtime::{
    encoded::Encoded,
    query::{QueryValue, utc},
};
use azure_core::time::{OffsetDateTime, rfc3339};
use serde::{
    Deserializer, Serializer,
    de::{self, Unexpected},
    ser,
};

/// The encoding. Writes UTC with `Z`. Reads any offset, and up to nine digits of a second.
pub(crate) enum Rfc3339 {}

impl Encoded<Rfc3339> for OffsetDateTime {
    fn encode<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = QueryValue::to_query(*self).map_err(ser::Error::custom)?;
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

pub(crate) fn serialize<T, S>(value: &T, serializer: S) -> Result<S::Ok, S::Error>
where
    T: Encoded<Rfc3339>,
    S: Serializer,
{
    value.encode(serializer)
}

pub(crate) fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Encoded<Rfc3339>,
    D: Deserializer<'de>,
{
    T::decode(deserializer)
}
