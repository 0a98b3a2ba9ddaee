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
        // The status is looked at here.
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

/// `download!(Name)`: what every call that gives bytes has. `Name` is a tuple struct around
/// [`Call`](crate::runtime::call::Call).
macro_rules! download {
    ($name:ident) => {
        $crate::runtime::call::context!($name);

        impl $name {
            /// Sends the call and gives the whole response: status, headers, and the body, which is
            /// a stream.
            ///
            /// # Errors
            /// As when the call is awaited.
            pub async fn response(self) -> ::azure_core::Result<::azure_core::http::AsyncResponse> {
                $crate::runtime::download::open(self.0.ready())
                    .await
                    .map(::std::convert::Into::into)
            }
        }

        /// Gives the body: a stream of bytes, of which `collect` makes one piece.
        impl ::std::future::IntoFuture for $name {
            type Output = ::azure_core::Result<::azure_core::http::AsyncResponseBody>;
            type IntoFuture = ::futures::future::BoxFuture<'static, Self::Output>;

            fn into_future(self) -> Self::IntoFuture {
                ::std::boxed::Box::pin(async move {
                    let response = $crate::runtime::download::open(self.0.ready()).await?;
                    ::azure_core::Result::Ok(response.into_body())
                })
            }
        }
    };
}

pub(crate) use download;
