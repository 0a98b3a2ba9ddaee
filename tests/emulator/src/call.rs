//! A request that passed the gate.

use crate::{failure::Failure, version::ApiVersion};
use axum::{extract::FromRequestParts, http::request::Parts};
use serde_json::Value;

/// A request as its handler sees it, validated by its description.
#[derive(Clone, Debug)]
pub(crate) struct Call {
    /// Scheme, host and port as the client wrote them. Links of the service lead there.
    pub origin: String,
    pub version: ApiVersion,
    pub query: Vec<(String, String)>,
    pub repeatability_request_id: Option<String>,
    /// `null` if there is no body.
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
