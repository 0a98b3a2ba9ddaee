//! A request that passed the gate.

use crate::failure::Failure;
use axum::{extract::FromRequestParts, http::request::Parts};
use serde_json::Value;

/// What a handler needs to know about a request, checked against the description.
#[derive(Clone, Debug)]
pub(crate) struct Call {
    /// Scheme, host and port as the client wrote them. Links of the service lead there.
    pub origin: String,
    pub api_version: String,
    pub query: Vec<(String, String)>,
    pub repeatability_request_id: Option<String>,
    /// `null` when there is no body.
    pub body: Value,
}

impl Call {
    pub fn query(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

impl<S: Sync> FromRequestParts<S> for Call {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        parts.extensions.remove().ok_or_else(Failure::no_credential)
    }
}

/// The user on whose behalf a chat request acts, by raw id.
#[derive(Clone, Debug)]
pub(crate) struct Me(pub String);

impl<S: Sync> FromRequestParts<S> for Me {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        parts.extensions.remove().ok_or_else(Failure::no_credential)
    }
}
