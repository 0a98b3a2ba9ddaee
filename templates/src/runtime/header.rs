//! Names and values of headers.

use crate::runtime::failure::refused;
use azure_core::{
    Result,
    http::headers::{HeaderName, HeaderValue, Headers},
};

/// Returns the value of a header. The method of `azure_core` builds an error for an absent header.
pub(crate) fn find<'a>(headers: &'a Headers, name: &HeaderName) -> Option<&'a str> {
    headers.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
}

/// Converts the name to lower case, because `azure_core` panics for any other.
pub(crate) fn name(name: &'static str) -> HeaderName {
    if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        HeaderName::from(name.to_ascii_lowercase())
    } else {
        HeaderName::from_static(name)
    }
}

/// Returns `true` for a byte that the name of a header may have: one of a token (RFC 9110, section
/// 5.6.2).
pub(crate) fn is_token_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}

/// Checks the value of a header. Fails if `text` has characters other than visible ASCII, spaces
/// and tabs (RFC 9110, section 5.5): a line break would begin another header. The error does not
/// show `text`.
pub(crate) fn value(name: &str, text: String) -> Result<HeaderValue> {
    if text.bytes().all(|byte| matches!(byte, b'\t' | b' '..=b'~')) {
        Ok(HeaderValue::from(text))
    } else {
        Err(refused(format!("{name} has characters that a header cannot have")))
    }
}
