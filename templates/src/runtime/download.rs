//! Calls that stream bytes.

use crate::runtime::{
    attempt::cause,
    call::{Ready, made},
    failure::answered,
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
        let traced = ready.service.traced(ready.operation, &ready.context);
        let context = traced.as_ref().unwrap_or(&ready.context);
        // The status is checked below.
        let options = Some(PipelineStreamOptions { skip_checks: true, ..Default::default() });
        let response = ready.service.pipeline.stream(context, request, options).await;
        let response = response.map_err(cause)?;
        if ready.operation.succeeds_with(response.status()) {
            Ok(response)
        } else {
            Err(answered(response.try_into_raw_response().await?))
        }
    }
}
