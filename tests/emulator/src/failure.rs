//! Errors as the service answers them: a status and `{"error": {code, message, target?}}`.

use crate::{contract::Mismatch, log::Reason};
use axum::{
    body::Body,
    http::{StatusCode, header::CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};
use std::borrow::Cow;

/// Why a request was refused. A `Failure` never quotes a key, a token or a value of the body.
#[derive(Debug)]
pub(crate) struct Failure {
    status: StatusCode,
    /// Absent for the answers that real traffic shows without a body.
    error: Option<Value>,
}

impl Failure {
    pub fn new(status: StatusCode, code: &str, message: impl Into<Cow<'static, str>>) -> Self {
        Self { status, error: Some(json!({ "code": code, "message": message.into() })) }
    }

    /// Says which property or parameter the error is about.
    pub fn target(mut self, target: &str) -> Self {
        if let Some(error) = &mut self.error {
            error["target"] = target.into();
        }
        self
    }

    pub fn bad_request(target: &str, message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "BadRequest", message).target(target)
    }

    /// The request does not fit the description of its operation.
    pub fn mismatch(code: &str, mismatch: Mismatch) -> Self {
        Self::new(StatusCode::BAD_REQUEST, code, mismatch.message).target(&mismatch.property)
    }

    pub fn validation(target: &str, message: &'static str) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "ValidationError", message).target(target)
    }

    /// No credential at all: the service answers this one with an empty body.
    pub fn no_credential() -> Self {
        Self { status: StatusCode::UNAUTHORIZED, error: None }
    }

    pub fn unauthorized(message: &'static str) -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "Unauthorized", message)
    }

    /// The access key did not sign this request. The reason helps whoever writes a client.
    pub fn bad_signature(reason: &'static str) -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "Denied", reason)
    }

    /// The token of Microsoft Entra ID is not one.
    pub fn invalid_token() -> Self {
        let message = "Provided access token is not valid.";
        Self::new(StatusCode::UNAUTHORIZED, "InvalidAccessToken", message)
    }

    pub fn forbidden(message: &'static str) -> Self {
        Self::new(StatusCode::FORBIDDEN, "Forbidden", message)
    }

    pub fn not_found(message: &'static str) -> Self {
        Self::new(StatusCode::NOT_FOUND, "NotFound", message)
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let (reason, body) = match self.error {
            None => ("The request has no credential.".to_owned(), None),
            Some(error) => {
                let text = |name: &str| error[name].as_str().unwrap_or_default();
                let reason = format!("{}: {}", text("code"), text("message"));
                (reason, Some(json!({ "error": error }).to_string()))
            }
        };
        let mut response = match body {
            None => self.status.into_response(),
            Some(body) => {
                let content_type = [(CONTENT_TYPE, "application/json; charset=utf-8")];
                (self.status, content_type, Body::from(body)).into_response()
            }
        };
        response.extensions_mut().insert(Reason(reason.into()));
        response
    }
}
