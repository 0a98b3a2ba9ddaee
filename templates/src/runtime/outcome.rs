//! What calls give that is not just the model of a JSON body: each function here reads one form
//! of it from a response whose status is one of success.

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

/// The model of the body; `None` where there is none, as with 204 beside 200.
pub(crate) fn optional<T: DeserializeOwned>(response: RawResponse) -> Result<Option<T>> {
    match response.body().trim_ascii() {
        [] => Ok(None),
        body => decode(body),
    }
}

/// Whether there is what was asked for: no, with 404.
pub(crate) fn exists(response: RawResponse) -> Result<bool> {
    Ok(response.status() != StatusCode::NotFound)
}

/// The body as it is, which must be UTF-8.
pub(crate) fn text(response: RawResponse) -> Result<String> {
    match std::str::from_utf8(response.body()) {
        Ok(text) => Ok(text.to_owned()),
        Err(_) => Err(unexpected("the text of the response is not UTF-8")),
    }
}

/// Values that JSON has no form of its own for: timestamps and bytes, alone, in arrays or in maps.
pub(crate) fn encoded<E, T: Encoded<E>>(response: RawResponse) -> Result<T> {
    decode(response.body()).map(|value: In<E, T>| value.0)
}

/// The error of a status of success that the description has no body for.
pub(crate) fn no_such_status(response: &RawResponse) -> Error {
    unexpected(format!("the description has no response with the status {}", response.status()))
}

fn unexpected(message: impl Into<std::borrow::Cow<'static, str>>) -> Error {
    Error::with_message(ErrorKind::DataConversion, message)
}
