//! Calls that stream bytes.

use crate::runtime::{
    attempt::{carried_out, cause},
    call::{Ready, made},
    failure::answered,
    task::waking,
    transport::{Streamed, whole},
};
use azure_core::{
    Result,
    http::{AsyncRawResponse, PipelineStreamOptions},
};

/// Sends the request, and returns the response before its body is read. Reading is not retried.
#[expect(clippy::manual_async_fn, reason = "see `Ready`")]
pub(crate) fn open(
    mut ready: Ready,
) -> impl Future<Output = Result<AsyncRawResponse>> + Send + 'static {
    async move {
        let request = made(&mut ready.request)?;
        ready.context.insert(Streamed);
        let context = &ready.context;
        // The status is checked below.
        let options = Some(PipelineStreamOptions { skip_checks: true, ..Default::default() });
        let response = waking(ready.service.pipeline.stream(context, request, options)).await;
        let response = response.map_err(cause)?;
        if ready.operation.succeeds_with(response.status()) {
            return Ok(response);
        }
        Err(carried_out(answered(whole(response).await?), context, request))
    }
}
