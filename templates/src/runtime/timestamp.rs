//! RFC 3339 timestamps, for `#[serde(with = "timestamp")]`. Writes them in UTC with `Z`. Reads any
//! offset and up to nine fractional digits.

use crate::runtime::{
    encoded::{Encoded, codec},
    query::QueryValue,
};
use azure_core::time::{OffsetDateTime, rfc3339};
use serde::{Deserializer, Serializer, ser};

/// The encoding of `format: date-time`.
pub(crate) enum Rfc3339 {}

impl Encoded<Rfc3339> for OffsetDateTime {
    fn encode<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = self.to_query().map_err(ser::Error::custom)?;
        serializer.serialize_str(&text)
    }

    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        rfc3339::deserialize(deserializer)
    }
}

codec!(Rfc3339);
