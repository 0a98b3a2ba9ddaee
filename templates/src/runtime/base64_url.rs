//! Bytes in base64url (`format: base64url`), for `#[serde(with)]`.

use crate::runtime::{
    encoded::{Encoded, decode_text},
    query::{QueryValue, Text},
};
use azure_core::base64;
use serde::{Deserializer, Serializer};

/// The encoding of RFC 4648, section 5. Writes no padding. Reads it with or without.
pub(crate) enum Base64Url {}

/// A parameter in this encoding.
pub(crate) struct Base64UrlText<T>(pub T);

impl<T: Into<Vec<u8>>> QueryValue for Base64UrlText<T> {
    fn to_query(self) -> Text {
        Ok(base64::encode_url_safe(self.0.into()))
    }
}

impl Encoded<Base64Url> for Vec<u8> {
    fn encode<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&base64::encode_url_safe(self))
    }

    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        decode_text(deserializer, "base64url", |text| base64::decode_url_safe(text).ok())
    }
}

pub(crate) fn serialize<T, S>(value: &T, serializer: S) -> Result<S::Ok, S::Error>
where
    T: Encoded<Base64Url>,
    S: Serializer,
{
    value.encode(serializer)
}

pub(crate) fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Encoded<Base64Url>,
    D: Deserializer<'de>,
{
    T::decode(deserializer)
}
