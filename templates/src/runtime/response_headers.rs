//! Values of response headers.

use crate::runtime::header;
use azure_core::{
    Result, base64,
    error::{Error, ErrorKind},
    http::headers::Headers,
    time::{OffsetDateTime, parse_rfc3339, parse_rfc7231},
};
use std::{collections::HashMap, str::FromStr};

/// Reads a string, or an enum of strings.
pub(crate) fn text<T>(headers: &Headers, name: &'static str) -> Result<Option<T>>
where
    T: for<'a> TryFrom<&'a str>,
{
    read(headers, name, "a known value", |text| T::try_from(text).ok())
}

pub(crate) fn number<T: FromStr>(headers: &Headers, name: &'static str) -> Result<Option<T>> {
    read(headers, name, "a number", |text| text.parse().ok())
}

/// Reads `true` or `false`, in any case.
pub(crate) fn boolean(headers: &Headers, name: &'static str) -> Result<Option<bool>> {
    read(headers, name, "true or false", |text| text.to_ascii_lowercase().parse().ok())
}

/// Reads a timestamp: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, section 5.6.7) or
/// `1994-11-06T08:49:37Z` (RFC 3339).
pub(crate) fn time(headers: &Headers, name: &'static str) -> Result<Option<OffsetDateTime>> {
    read(headers, name, "a timestamp", |text| {
        parse_rfc7231(text).or_else(|_| parse_rfc3339(text)).ok()
    })
}

/// Reads seconds since 1970.
pub(crate) fn unix_time(headers: &Headers, name: &'static str) -> Result<Option<OffsetDateTime>> {
    let parse = |text: &str| OffsetDateTime::from_unix_timestamp(text.parse().ok()?).ok();
    read(headers, name, "a Unix timestamp", parse)
}

/// Reads the headers whose names begin with `prefix`, by the rest of their names.
pub(crate) fn prefixed(
    headers: &Headers,
    prefix: &'static str,
) -> Result<Option<HashMap<String, String>>> {
    let prefix = prefix.to_ascii_lowercase();
    let values = headers.iter().filter_map(|(name, value)| {
        let rest = name.as_str().strip_prefix(&prefix)?;
        Some((rest.to_owned(), value.as_str().to_owned()))
    });
    let values: HashMap<_, _> = values.collect();
    Ok((!values.is_empty()).then_some(values))
}

pub(crate) fn bytes(headers: &Headers, name: &'static str) -> Result<Option<Vec<u8>>> {
    read(headers, name, "base64", |text| base64::decode(text).ok())
}

/// Parses a header. Returns `None` without one. Errors do not show the value.
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
