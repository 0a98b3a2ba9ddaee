//! Bytes in base64url (`format: base64url`), for `#[serde(with = "base64_url")]`.

use crate::runtime::encoded::{Encoded, codec, decode_text};
use azure_core::base64;
use serde::{Deserializer, Serializer};

/// The encoding of `format: base64url`: base64url (RFC 4648, section 5). Writes it without padding,
/// and reads it with or without.
pub(crate) enum Base64Url {}

impl Encoded<Base64Url> for Vec<u8> {
    fn encode<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&base64::encode_url_safe(self))
    }

    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        decode_text(deserializer, "base64url", |text| base64::decode_url_safe(text).ok())
    }
}

codec!(Base64Url);
