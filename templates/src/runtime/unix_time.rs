//! Timestamps in seconds since 1970 (`format: unixtime`), for `#[serde(with)]`.

use crate::runtime::encoded::Encoded;
use azure_core::time::OffsetDateTime;
use serde::{Deserialize, Deserializer, Serializer, de};

/// The encoding. Drops fractions of a second.
pub(crate) enum UnixTime {}

impl Encoded<UnixTime> for OffsetDateTime {
    fn encode<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(self.unix_timestamp())
    }

    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let seconds = i64::deserialize(deserializer)?;
        Self::from_unix_timestamp(seconds).map_err(|_| {
            de::Error::invalid_value(de::Unexpected::Other("integer"), &"seconds since 1970")
        })
    }
}

pub(crate) fn serialize<T, S>(value: &T, serializer: S) -> Result<S::Ok, S::Error>
where
    T: Encoded<UnixTime>,
    S: Serializer,
{
    value.encode(serializer)
}

pub(crate) fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Encoded<UnixTime>,
    D: Deserializer<'de>,
{
    T::decode(deserializer)
}
