//! Conversions of successful responses to results other than a model.

use crate::runtime::{
    encoded::{Decoded, Encoded},
    wire::{decode, decode_as},
};
use azure_core::{
    Bytes, Result,
    error::{Error, ErrorKind},
    http::{RawResponse, StatusCode},
};
use serde::de::DeserializeOwned;
use std::any::type_name;

/// Decodes the body. Returns `None` for an empty one, as with 204.
pub(crate) fn optional<T: DeserializeOwned>(response: RawResponse) -> Result<Option<T>> {
    match response.body().trim_ascii() {
        [] => Ok(None),
        body => decode(body),
    }
}

/// Returns `true` if the resource exists: the status is not 404.
pub(crate) fn exists(response: RawResponse) -> Result<bool> {
    Ok(response.status() != StatusCode::NotFound)
}

/// Returns the body as text.
///
/// # Errors
/// Returns an error if the body is not UTF-8.
pub(crate) fn text(response: RawResponse) -> Result<String> {
    match std::str::from_utf8(response.body()) {
        Ok(text) => Ok(text.to_owned()),
        Err(_) => Err(unexpected("the body of the response is not UTF-8")),
    }
}

/// Returns the whole body.
pub(crate) fn bytes(response: RawResponse) -> Result<Bytes> {
    Ok(response.into_body().into())
}

/// Decodes timestamps or bytes, alone, in arrays or in maps.
pub(crate) fn encoded<E, T: Encoded<E>>(response: RawResponse) -> Result<T> {
    decode_as(response.body(), type_name::<T>()).map(|value: Decoded<E, T>| value.0)
}

/// The error for a successful status that the description does not list.
pub(crate) fn no_such_status(response: &RawResponse) -> Error {
    unexpected(format!("the description has no response with the status {}", response.status()))
}

fn unexpected(message: impl Into<std::borrow::Cow<'static, str>>) -> Error {
    Error::with_message(ErrorKind::DataConversion, message)
}
