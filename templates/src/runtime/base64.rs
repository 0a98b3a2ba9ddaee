//! Bytes in base64 (`format: byte`), for `#[serde(with = "base64")]`.

use crate::runtime::{
    encoded::{Encoded, codec, decode_text},
    query::{QueryValue, Text},
};
use azure_core::base64;
use serde::{Deserializer, Serializer};

/// The encoding of `format: byte`: base64 (RFC 4648, section 4). Reads it with or without padding.
pub(crate) enum Base64 {}

/// Bytes as the value of a parameter.
pub(crate) struct Base64Text<T>(pub T);

impl<T: Into<Vec<u8>>> QueryValue for Base64Text<T> {
    fn to_query(self) -> Text {
        Ok(base64::encode(self.0.into()))
    }
}

impl Encoded<Base64> for Vec<u8> {
    fn encode<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&base64::encode(self))
    }

    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        decode_text(deserializer, "base64", |text| base64::decode(text).ok())
    }
}

codec!(Base64);
