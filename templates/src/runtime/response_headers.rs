//! Typed headers of responses.

use crate::runtime::header;
use azure_core::{
    Result, base64,
    error::{Error, ErrorKind},
    http::headers::Headers,
    time::{OffsetDateTime, parse_rfc3339, parse_rfc7231},
};
use std::str::FromStr;

/// A string or an enum of strings.
pub(crate) fn text<T>(headers: &Headers, name: &'static str) -> Result<Option<T>>
where
    T: for<'a> TryFrom<&'a str>,
{
    read(headers, name, "a known value", |text| T::try_from(text).ok())
}

pub(crate) fn number<T: FromStr>(headers: &Headers, name: &'static str) -> Result<Option<T>> {
    read(headers, name, "a number", |text| text.parse().ok())
}

/// A boolean: `true` or `false`, in any case.
pub(crate) fn boolean(headers: &Headers, name: &'static str) -> Result<Option<bool>> {
    read(headers, name, "true or false", |text| text.to_ascii_lowercase().parse().ok())
}

/// A timestamp in one of two formats, whichever the description names:
/// `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, section 5.6.7) or `1994-11-06T08:49:37Z` (RFC 3339).
pub(crate) fn time(headers: &Headers, name: &'static str) -> Result<Option<OffsetDateTime>> {
    read(headers, name, "a timestamp", |text| {
        parse_rfc7231(text).or_else(|_| parse_rfc3339(text)).ok()
    })
}

pub(crate) fn bytes(headers: &Headers, name: &'static str) -> Result<Option<Vec<u8>>> {
    read(headers, name, "base64", |text| base64::decode(text).ok())
}

/// Parses the value of a header. Returns `None` without one. An error does not show the value.
fn read<T>(
    headers: &Headers,
    name: &'static str,
    expected: &str,
    parse: impl Fn(&str) -> Option<T>,
) -> Result<Option<T>> {
    let Some(text) = header::find(headers, &header::name(name)) else { return Ok(None) };
    match parse(text.trim()) {
        Some(value) => Ok(Some(value)),
        None => Err(Error::with_message(
            ErrorKind::DataConversion,
            format!("the header {name} of the response is not {expected}"),
        )),
    }
}
