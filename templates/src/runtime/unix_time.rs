//! Seconds since 1970 (`format: unixtime`), for `#[serde(with = "unix_time")]`.

use crate::runtime::encoded::{Encoded, codec};
use azure_core::time::OffsetDateTime;
use serde::{Deserialize, Deserializer, Serializer, de};

/// The encoding of `format: unixtime`. Writes whole seconds only.
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

codec!(UnixTime);
