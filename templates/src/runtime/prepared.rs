//! Calls whose request is made.

use crate::runtime::{
    attempt::carried_out,
    pipeline::{Operation, Service},
};
use azure_core::{
    Result,
    error::{Error, ErrorKind},
    http::{Context, RawResponse, Request, StatusCode, headers::Headers},
};
use std::{mem, sync::Arc};

/// A call with its request, or with the error that prevents it.
///
/// The functions that send it return `async` blocks. An `async fn` would store its argument twice,
/// and futures over one kilobyte are slow to allocate.
pub(crate) struct PreparedCall {
    pub service: Arc<Service>,
    pub operation: &'static Operation,
    pub context: Context<'static>,
    pub request: Result<Request>,
    #[allow(dead_code, reason = "streams of bytes have no such responses")]
    pub answer: Option<&'static str>,
}

impl PreparedCall {
    #[allow(dead_code, reason = "streams of bytes are not read here")]
    pub async fn send(&mut self) -> Result<RawResponse> {
        let request = sendable_request(&mut self.request)?;
        if let Some(json) = self.answer {
            let status = self.operation.success.iter().find(|it| **it >= 100);
            let status = status.copied().unwrap_or(200).into();
            return Ok(RawResponse::from_bytes(status, Headers::new(), json));
        }
        self.service.send(self.operation, &self.context, request).await
    }

    /// Marks the error of reading a response of success.
    pub fn carried_out<T>(&self, status: StatusCode, result: Result<T>) -> Result<T> {
        result.map_err(|error| {
            let error = unreadable(self.operation, status, error);
            match &self.request {
                Ok(request) => carried_out(error, &self.context, request),
                Err(_) => error,
            }
        })
    }
}

/// Adds the operation and the status to the error of a response that cannot be decoded.
pub(crate) fn unreadable(operation: &Operation, status: StatusCode, error: Error) -> Error {
    match error.kind() {
        ErrorKind::DataConversion => {
            let text = format!("{} ({status}): {error}", operation.name);
            error.with_context(text)
        }
        _ => error,
    }
}

/// The request, or the error that prevents it.
pub(crate) fn sendable_request(request: &mut Result<Request>) -> Result<&mut Request> {
    request.as_mut().map_err(|error| mem::replace(error, ErrorKind::Other.into()))
}
