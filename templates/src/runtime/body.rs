//! Request bodies: JSON, bytes and text.

use crate::runtime::pipeline::Operation;
use azure_core::{Result, http::Body};
use serde::Serialize;
use std::borrow::Cow;

/// A serialized body and its media type.
pub(crate) type SerializedBody = (Body, Cow<'static, str>);

/// The body of a call.
pub(crate) trait Content {
    /// Serializes the body. Returns `None` if there is none.
    fn write(self, operation: &Operation) -> Result<Option<SerializedBody>>;
}

/// Serializes JSON. `None` sends an empty body.
impl<B: Serialize> Content for B {
    fn write(self, operation: &Operation) -> Result<Option<SerializedBody>> {
        let Some(content_type) = operation.content_type else { return Ok(None) };
        let json = serde_json::to_vec(&self)?;
        Ok((json != b"null").then(|| (json.into(), content_type.into())))
    }
}

/// Bytes, text, or no body.
#[derive(Clone, Debug)]
pub(crate) struct Plain(Option<Body>);

impl Plain {
    pub const ABSENT: Self = Self(None);

    pub fn bytes(bytes: impl Into<Body>) -> Self {
        Self(Some(bytes.into()))
    }

    pub fn text(text: impl Into<String>) -> Self {
        Self::bytes(text.into())
    }
}

impl Content for Plain {
    fn write(self, operation: &Operation) -> Result<Option<SerializedBody>> {
        let content_type = operation.content_type.unwrap_or("application/octet-stream");
        Ok(self.0.map(|body| (body, content_type.into())))
    }
}
