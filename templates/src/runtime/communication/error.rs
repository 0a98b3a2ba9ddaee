//! The errors that the service reports.

use crate::runtime::failure::{self, error_object, member, sources};
use azure_core::error::Error;
use serde::{Deserialize, Deserializer, Serialize, de};
use serde_json::{Map, Value};
use std::fmt;

/// An error that Azure Communication Services reports: the reason why a call failed, or why a
/// participant could not be added.
///
/// Debug output shows the codes only. A message or a target can contain a phone number, or text
/// that a user wrote.
#[derive(Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct CommunicationError {
    /// The error code, such as `Forbidden`. Empty if the service sent none.
    pub code: String,
    /// The error message. Empty if the service sent none.
    pub message: String,
    /// The subject of the error: the name of a property, or the raw id of a participant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<String>,
    /// Further errors that led to this one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub details: Vec<CommunicationError>,
    /// The cause, if the service sent one.
    #[serde(rename = "innererror", skip_serializing_if = "Option::is_none")]
    pub inner_error: Option<Box<CommunicationError>>,
}

impl CommunicationError {
    /// An error with a code and a message.
    pub fn new(code: impl Into<String>, message: impl Into<String>) -> Self {
        Self { code: code.into(), message: message.into(), ..Self::default() }
    }

    /// Returns what the service reported, if `error` is a response of the service or has one among
    /// its sources. [`Error::http_status`] is the status of the response.
    ///
    /// Reads all shapes that the service uses. A response without a usable body, such as most with
    /// status 401, results in an error with an empty code and message.
    pub fn of(error: &Error) -> Option<Self> {
        if let Some(told) = sources(error).find_map(|it| it.downcast_ref::<Self>()) {
            return Some(told.clone());
        }
        let (error_code, body) = failure::response(error)?;
        let mut reported =
            error_object(body).map_or_else(Self::default, |error| Self::read(&error));
        if reported.code.is_empty() {
            reported.code = error_code.unwrap_or_default().to_owned();
        }
        Some(reported)
    }

    /// Reads the members that have the expected type. The service is not consistent about the case
    /// of names, and writes `null` or an empty object for an absent value.
    fn read(error: &Map<String, Value>) -> Self {
        let text = |name: &str| match member(error, |key| key == name)? {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        };
        let details = member(error, |key| key == "details").and_then(Value::as_array);
        let details = details.into_iter().flatten().filter_map(Value::as_object);
        let inner_error = member(error, |key| key == "innererror").and_then(Value::as_object);
        Self {
            code: text("code").unwrap_or_default(),
            message: text("message").unwrap_or_default(),
            target: text("target"),
            details: details.map(Self::read).collect(),
            inner_error: inner_error.map(|inner| Box::new(Self::read(inner))),
        }
    }
}

impl<'de> Deserialize<'de> for CommunicationError {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Value::deserialize(deserializer)? {
            Value::Object(error) => Ok(Self::read(&error)),
            _ => Err(de::Error::custom("an error must be an object")),
        }
    }
}

impl fmt::Debug for CommunicationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CommunicationError")
            .field("code", &self.code)
            .field("details", &self.details)
            .field("inner_error", &self.inner_error)
            .finish_non_exhaustive()
    }
}

/// The code, and the message if there is one.
impl fmt::Display for CommunicationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.code.as_str(), self.message.as_str()) {
            ("", "") => f.write_str("an error without code and message"),
            ("", message) => f.write_str(message),
            (code, "") => f.write_str(code),
            (code, message) => write!(f, "{code}: {message}"),
        }
    }
}

impl std::error::Error for CommunicationError {}
