//! Outcomes of calls other than a JSON model. Each function converts a response with a status of
//! success.

use crate::runtime::{
    encoded::{Encoded, In},
    wire::decode,
};
use azure_core::{
    Result,
    error::{Error, ErrorKind},
    http::{RawResponse, StatusCode},
};
use serde::de::DeserializeOwned;

/// Decodes the body. Returns `None` for an empty one, such as that of 204 beside 200.
pub(crate) fn optional<T: DeserializeOwned>(response: RawResponse) -> Result<Option<T>> {
    match response.body().trim_ascii() {
        [] => Ok(None),
        body => decode(body),
    }
}

/// Returns `false` for 404, and `true` for any other status.
pub(crate) fn exists(response: RawResponse) -> Result<bool> {
    Ok(response.status() != StatusCode::NotFound)
}

/// Returns the body as text. Fails if it is not UTF-8.
pub(crate) fn text(response: RawResponse) -> Result<String> {
    match std::str::from_utf8(response.body()) {
        Ok(text) => Ok(text.to_owned()),
        Err(_) => Err(unexpected("the text of the response is not UTF-8")),
    }
}

/// Decodes values that have no JSON type of their own: timestamps and bytes, also in arrays and
/// maps.
pub(crate) fn encoded<E, T: Encoded<E>>(response: RawResponse) -> Result<T> {
    decode(response.body()).map(|value: In<E, T>| value.0)
}

/// The error for a status of success that the description does not contain.
pub(crate) fn no_such_status(response: &RawResponse) -> Error {
    unexpected(format!("the description has no response with the status {}", response.status()))
}

fn unexpected(message: impl Into<std::borrow::Cow<'static, str>>) -> Error {
    Error::with_message(ErrorKind::DataConversion, message)
}
