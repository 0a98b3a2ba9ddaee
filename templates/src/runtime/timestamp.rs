//! RFC 3339 timestamps (`format: date-time`), for `#[serde(with)]`.

use crate::runtime::{encoded::Encoded, query::QueryValue};
use azure_core::time::{OffsetDateTime, rfc3339};
use serde::{Deserializer, Serializer, ser};

/// The encoding. Writes UTC with `Z`. Reads any offset, and up to nine digits of a second.
pub(crate) enum Rfc3339 {}

impl Encoded<Rfc3339> for OffsetDateTime {
    fn encode<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = QueryValue::to_query(*self).map_err(ser::Error::custom)?;
        serializer.serialize_str(&text)
    }

    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        rfc3339::deserialize(deserializer)
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
