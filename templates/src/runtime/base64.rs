//! Bytes in base64 (`format: byte`), for `#[serde(with)]`.

use crate::runtime::{
    encoded::{Encoded, decode_text},
    query::{QueryValue, Text},
};
use azure_core::base64;
use serde::{Deserializer, Serializer};

/// The encoding of RFC 4648, section 4. Reads it with or without padding.
pub(crate) enum Base64 {}

/// A parameter in this encoding.
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

pub(crate) fn serialize<T, S>(value: &T, serializer: S) -> Result<S::Ok, S::Error>
where
    T: Encoded<Base64>,
    S: Serializer,
{
    value.encode(serializer)
}

pub(crate) fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Encoded<Base64>,
    D: Deserializer<'de>,
{
    T::decode(deserializer)
}
