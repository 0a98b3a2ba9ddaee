//! What the service says about a failure.

use crate::runtime::failure::{member, told};
use azure_core::error::{Error, ErrorKind};
use serde::{Deserialize, Deserializer, Serialize, de};
use serde_json::{Map, Value};
use std::fmt;

/// An error of Azure Communication Services: why a call failed, or why a participant could not
/// be added.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct CommunicationError {
    /// The error code, such as `Forbidden`; empty when the service gave none.
    pub code: String,
    /// The error message; empty when the service gave none.
    pub message: String,
    /// What the error is about: the name of a property, or a participant's raw id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<String>,
    /// Further errors that led to this one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub details: Vec<CommunicationError>,
    /// The cause, if the service gave one.
    #[serde(rename = "innererror", skip_serializing_if = "Option::is_none")]
    pub inner_error: Option<Box<CommunicationError>>,
}

impl CommunicationError {
    /// An error with a code and a message.
    pub fn new(code: impl Into<String>, message: impl Into<String>) -> Self {
        Self { code: code.into(), message: message.into(), ..Self::default() }
    }

    /// What the service said, if `error` is a response of the service, or was caused by one. The
    /// response's status is [`Error::http_status`].
    ///
    /// All shapes that the service uses are read; a response whose body says nothing, as that of
    /// a 401 often does, gives an error with an empty code and message.
    pub fn of(error: &Error) -> Option<Self> {
        let (error_code, body) = response_of(error)?;
        let mut told = told(body).map_or_else(Self::default, |error| Self::read(&error));
        if told.code.is_empty() {
            told.code = error_code.unwrap_or_default().to_owned();
        }
        Some(told)
    }

    /// Takes what it can use. The service writes the names in more than one way, and `null` or an
    /// empty object where it has nothing to say.
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

/// The code and the body of a response. A policy may have wrapped its error: look below.
fn response_of(error: &Error) -> Option<(Option<&str>, &[u8])> {
    let mut next: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(error) = next {
        if let Some(error) = error.downcast_ref::<Error>()
            && let ErrorKind::HttpResponse { error_code, raw_response, .. } = error.kind()
        {
            let body = raw_response.as_ref().map(|response| response.body().as_ref());
            return Some((error_code.as_deref(), body.unwrap_or_default()));
        }
        next = error.source();
    }
    None
}

impl<'de> Deserialize<'de> for CommunicationError {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Value::deserialize(deserializer)? {
            Value::Object(error) => Ok(Self::read(&error)),
            _ => Err(de::Error::custom("an error is an object")),
        }
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
