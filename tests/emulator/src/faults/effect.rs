//! The effect of each fault on the wire.

use super::{CutAt, Fault};
use crate::{failure::Failure, log::Reason, service::Service};
use axum::{
    body::{Body, Bytes, to_bytes},
    extract::Request,
    http::{
        HeaderValue, StatusCode,
        header::{CONTENT_LENGTH, CONTENT_TYPE, RETRY_AFTER},
    },
    middleware::Next,
    response::{IntoResponse, Response},
};
use futures::{StreamExt, stream};
use serde_json::Value;
use std::{error::Error, fmt, time::Duration};

/// Ends a connection: in place of a response if it is among the extensions of one, in the middle of
/// a body if it is the error of one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ConnectionCut;

impl fmt::Display for ConnectionCut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the connection is cut on purpose")
    }
}

impl Error for ConnectionCut {}

/// Lets a request fail if a rule asks for it.
pub(crate) async fn inject(service: &Service, request: Request, next: Next) -> Response {
    let Some(fault) = service.faults.take(request.method().as_str(), request.uri().path()) else {
        return next.run(request).await;
    };
    let reason = reason(&fault);
    let mut response = suffer(fault, request, next).await;
    response.extensions_mut().insert(Reason(reason.into()));
    response
}

/// Tells the request log what the fault did.
fn reason(fault: &Fault) -> &'static str {
    match fault {
        Fault::Status { .. } => "A fault answered in place of the service.",
        Fault::Cut { at: CutAt::BeforeHandling } => {
            "A fault cut the connection before the request was handled."
        }
        Fault::Cut { at: CutAt::BeforeResponse } => {
            "A fault cut the connection after the request was handled."
        }
        Fault::Cut { at: CutAt::InBody } => "A fault cut the connection within the response.",
        Fault::Delay { .. } => "A fault delayed the response.",
        Fault::SlowBody { .. } => "A fault slowed the response down.",
        Fault::BrokenJson => "A fault broke the JSON of the response.",
        Fault::ForeignNextLink { .. } => "A fault led the nextLink to another origin.",
    }
}

async fn suffer(fault: Fault, request: Request, next: Next) -> Response {
    match fault {
        Fault::Status { status, retry_after, body } => answer(status, retry_after, body),
        Fault::Cut { at: CutAt::BeforeHandling } => cut(),
        Fault::Cut { at: CutAt::BeforeResponse } => {
            next.run(request).await;
            cut()
        }
        Fault::Cut { at: CutAt::InBody } => cut_in_body(next.run(request).await).await,
        Fault::Delay { milliseconds } => {
            tokio::time::sleep(Duration::from_millis(milliseconds)).await;
            next.run(request).await
        }
        Fault::SlowBody { chunk_bytes, milliseconds } => {
            let response = next.run(request).await;
            slow_down(response, chunk_bytes.max(1), Duration::from_millis(milliseconds)).await
        }
        Fault::BrokenJson => {
            replace_body(next.run(request).await, |body| body.slice(..body.len() / 2)).await
        }
        Fault::ForeignNextLink { origin } => {
            replace_body(next.run(request).await, |body| lead_away(&body, &origin)).await
        }
    }
}

fn answer(status: u16, retry_after: Option<String>, body: Option<Value>) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = match body {
        Some(body) => {
            (status, [(CONTENT_TYPE, "application/json")], body.to_string()).into_response()
        }
        None => {
            let (code, message) = match status {
                StatusCode::TOO_MANY_REQUESTS => ("TooManyRequests", "Rate limit exceeded."),
                StatusCode::SERVICE_UNAVAILABLE => {
                    ("ServiceUnavailable", "The server is currently unable to handle the request.")
                }
                _ => ("InjectedFault", "A test asked for this."),
            };
            Failure::new(status, code, message).into_response()
        }
    };
    if let Some(value) = retry_after.and_then(|value| HeaderValue::from_str(&value).ok()) {
        response.headers_mut().insert(RETRY_AFTER, value);
    }
    response
}

fn cut() -> Response {
    let mut response = Response::new(Body::empty());
    response.extensions_mut().insert(ConnectionCut);
    response
}

/// The length is announced, the first half arrives, and then the connection ends.
async fn cut_in_body(response: Response) -> Response {
    let (mut parts, body) = take_body(response).await;
    if body.is_empty() {
        return cut();
    }
    parts.headers.insert(CONTENT_LENGTH, body.len().into());
    let half = body.slice(..body.len().div_ceil(2));
    let end = stream::once(async {
        // While this waits, the half is written to the socket.
        tokio::task::yield_now().await;
        Err(ConnectionCut)
    });
    Response::from_parts(parts, Body::from_stream(stream::iter([Ok(half)]).chain(end)))
}

async fn slow_down(response: Response, chunk_bytes: usize, pause: Duration) -> Response {
    let (mut parts, body) = take_body(response).await;
    parts.headers.insert(CONTENT_LENGTH, body.len().into());
    let starts = (0..body.len()).step_by(chunk_bytes);
    let chunks = stream::iter(starts).then(move |start| {
        let chunk = body.slice(start..body.len().min(start + chunk_bytes));
        async move {
            tokio::time::sleep(pause).await;
            Ok::<Bytes, ConnectionCut>(chunk)
        }
    });
    Response::from_parts(parts, Body::from_stream(chunks))
}

/// The last page has no link, and gets one.
fn lead_away(body: &Bytes, origin: &str) -> Bytes {
    let Ok(mut page @ Value::Object(_)) = serde_json::from_slice(body) else {
        return body.clone();
    };
    let link = page["nextLink"].as_str().unwrap_or_default();
    let target = link.splitn(4, '/').nth(3).unwrap_or_default();
    page["nextLink"] = format!("{origin}/{target}").into();
    page.to_string().into()
}

async fn replace_body(response: Response, change: impl FnOnce(Bytes) -> Bytes) -> Response {
    let (mut parts, body) = take_body(response).await;
    parts.headers.remove(CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(change(body)))
}

async fn take_body(response: Response) -> (axum::http::response::Parts, Bytes) {
    let (parts, body) = response.into_parts();
    (parts, to_bytes(body, usize::MAX).await.unwrap_or_default())
}
