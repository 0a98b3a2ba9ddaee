//! Errors as the service answers them: a status and `{"error": {code, message, target?}}`.

use crate::{
    contract::{Api, Mismatch},
    log::{Reason, ResponseBody},
};
use axum::{
    Extension,
    body::{Body, Bytes},
    http::{StatusCode, header::CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};
use std::borrow::Cow;

/// Why a request was refused. A `Failure` never quotes a key, a token or the text of a message.
#[derive(Debug)]
pub(crate) struct Failure {
    status: StatusCode,
    /// Absent in answers that the service gives without a body.
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
    pub fn mismatch(api: Api, mismatch: Mismatch) -> Self {
        match api {
            Api::Chat => Self::bad_request(&mismatch.property, mismatch.message),
            Api::Identity => Self::validation(&mismatch.property, mismatch.message),
        }
    }

    /// A property that the Identity API refuses.
    pub fn validation(property: &str, message: impl Into<Cow<'static, str>>) -> Self {
        // The service calls these two by the names of its own classes.
        let target = match property {
            "expiresInMinutes" => "ExpiresInMinutes",
            "appId" => "AppId",
            other => other,
        };
        Self::new(StatusCode::BAD_REQUEST, "ValidationError", message).target(target)
    }

    /// The request has no credential. The service answers with an empty body.
    pub fn no_credential() -> Self {
        Self { status: StatusCode::UNAUTHORIZED, error: None }
    }

    pub fn unauthorized(message: &'static str) -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "Unauthorized", message)
    }

    /// The access key did not sign this request. The reason helps authors of clients.
    pub fn bad_signature(reason: &'static str) -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "Denied", reason)
    }

    /// The token is not [`ENTRA_TOKEN`](crate::ENTRA_TOKEN), or the one that replaces it.
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
                let content_type = [(CONTENT_TYPE, "application/json")];
                let body = Bytes::from(body);
                let logged = Extension(ResponseBody(body.clone()));
                (self.status, content_type, logged, Body::from(body)).into_response()
            }
        };
        response.extensions_mut().insert(Reason(reason.into()));
        response
    }
}

/// An error body in the form that the Chat API had in 2021. `None` if it is not an error body.
pub(crate) fn in_capitals(body: &[u8]) -> Option<Vec<u8>> {
    let body: Value = serde_json::from_slice(body).ok()?;
    let error = body.get("error")?;
    let error = json!({ "Code": error["code"], "Message": error["message"], "Details": [] });
    Some(json!({ "CommunicationError": error }).to_string().into_bytes())
}
