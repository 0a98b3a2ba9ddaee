//! Calls that stream bytes.

use crate::runtime::{
    attempt::{carried_out, cause},
    failure::unexpected_status,
    prepared::{PreparedCall, sendable_request},
    task::waking,
    transport::{Streamed, read_whole},
};
use azure_core::{
    Result,
    http::{AsyncRawResponse, PipelineStreamOptions},
};

/// Sends the request, and returns the response before its body is read. Reading is not retried.
#[expect(clippy::manual_async_fn, reason = "see `PreparedCall`")]
pub(crate) fn open(
    mut call: PreparedCall,
) -> impl Future<Output = Result<AsyncRawResponse>> + Send + 'static {
    async move {
        let request = sendable_request(&mut call.request)?;
        call.context.insert(Streamed);
        let context = &call.context;
        // The status is checked below.
        let options = Some(PipelineStreamOptions { skip_checks: true, ..Default::default() });
        let response = waking(call.service.pipeline.stream(context, request, options)).await;
        let response = response.map_err(cause)?;
        if call.operation.succeeds_with(response.status()) {
            return Ok(response);
        }
        Err(carried_out(unexpected_status(read_whole(response).await?), context, request))
    }
}
