//! Names and values of headers.

use crate::runtime::failure::refused;
use azure_core::{
    Result,
    http::headers::{HeaderName, HeaderValue, Headers},
};

/// The value of a header. `azure_core`'s own way to ask makes an error object for what is absent.
pub(crate) fn find<'a>(headers: &'a Headers, name: &HeaderName) -> Option<&'a str> {
    headers.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
}

/// A header's name, which `azure_core` wants in lower case: it panics over any other.
pub(crate) fn name(name: &'static str) -> HeaderName {
    if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        HeaderName::from(name.to_ascii_lowercase())
    } else {
        HeaderName::from_static(name)
    }
}

/// A header's value. Fails, without showing `text`, when that has other characters than visible
/// ASCII, spaces and tabs (RFC 9110, section 5.5): a line break would begin another header.
pub(crate) fn value(name: &str, text: String) -> Result<HeaderValue> {
    if text.bytes().all(|byte| matches!(byte, b'\t' | b' '..=b'~')) {
        Ok(HeaderValue::from(text))
    } else {
        Err(refused(format!("the value of {name} has characters that a header cannot have")))
    }
}
