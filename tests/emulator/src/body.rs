//! Reading the bodies of requests, within bounds of size and time.

use crate::failure::Failure;
use axum::{
    body::{Body, Bytes},
    http::{
        HeaderMap, HeaderValue, StatusCode,
        header::{CONNECTION, CONTENT_LENGTH, EXPECT},
    },
    response::{IntoResponse, Response},
};
use futures::StreamExt;
use std::time::Duration;

/// The service takes messages of 28 KB, so no request needs more than this.
pub(crate) const BODY_LIMIT: usize = 1 << 20;

/// A client reads the response after it has sent its body. So the emulator reads up to this many
/// bytes of a body that is too large, and drops them.
const DRAIN_LIMIT: usize = 64 << 20;

/// Reads the body of a request. The error is the response to send in its place.
pub(crate) async fn read(
    headers: &HeaderMap,
    body: Body,
    patience: Duration,
) -> Result<Bytes, Response> {
    let announced = announced_length(headers);
    if announced > BODY_LIMIT && headers.contains_key(EXPECT) {
        // The client waits for permission before it sends the body. This response denies it.
        return Err(closing(too_large()));
    }
    match tokio::time::timeout(patience, collect(body, announced)).await {
        Ok(Ok(bytes)) => Ok(bytes),
        Ok(Err(Unreadable::TooLarge { drained: true })) => Err(too_large().into_response()),
        Ok(Err(Unreadable::TooLarge { drained: false })) => Err(closing(too_large())),
        Ok(Err(Unreadable::Broken)) => {
            Err(closing(Failure::bad_request("body", "The body ended before its end.")))
        }
        Err(_) => {
            let message = "The body did not arrive in time.";
            Err(closing(Failure::new(StatusCode::REQUEST_TIMEOUT, "RequestTimeout", message)))
        }
    }
}

enum Unreadable {
    TooLarge { drained: bool },
    Broken,
}

async fn collect(body: Body, announced: usize) -> Result<Bytes, Unreadable> {
    let mut chunks = body.into_data_stream();
    let mut bytes = Vec::with_capacity(announced.min(BODY_LIMIT));
    let mut length = 0;
    while let Some(chunk) = chunks.next().await {
        let chunk = chunk.map_err(|_| Unreadable::Broken)?;
        length += chunk.len();
        if length > DRAIN_LIMIT {
            return Err(Unreadable::TooLarge { drained: false });
        }
        match length.max(announced) <= BODY_LIMIT {
            true => bytes.extend_from_slice(&chunk),
            false => bytes = Vec::new(),
        }
    }
    match length <= BODY_LIMIT {
        true => Ok(bytes.into()),
        false => Err(Unreadable::TooLarge { drained: true }),
    }
}

fn announced_length(headers: &HeaderMap) -> usize {
    let length = headers.get(CONTENT_LENGTH).and_then(|value| value.to_str().ok());
    length.and_then(|length| length.parse().ok()).unwrap_or(0)
}

fn too_large() -> Failure {
    let message = "The body is larger than 1 MB.";
    Failure::new(StatusCode::PAYLOAD_TOO_LARGE, "RequestEntityTooLarge", message)
}

/// A response after which the connection is of no use: there may be more of the request on it.
fn closing(failure: Failure) -> Response {
    let mut response = failure.into_response();
    response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
    response
}
