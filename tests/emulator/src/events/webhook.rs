//! Requests to a webhook.

use axum::{
    body::{Body, Bytes, to_bytes},
    http::{HeaderMap, Method, Request, StatusCode, Uri},
};
use hyper_util::{
    client::legacy::{Client, connect::HttpConnector},
    rt::TokioExecutor,
};
use std::{error::Error, time::Duration};
use tokio::time::timeout;

/// Event Grid waits so long for a response.
const PATIENCE: Duration = Duration::from_secs(30);
/// The bytes of a response that matter.
const RESPONSE_LIMIT: usize = 64 << 10;
const URL_LIMIT: usize = 2048;

/// A URL that events are posted to.
#[derive(Debug)]
pub(super) struct Webhook {
    uri: Uri,
    client: Client<HttpConnector, Body>,
}

pub(super) struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Webhook {
    pub fn new(url: &str) -> Result<Self, String> {
        let uri: Uri = url.parse().map_err(|error| format!("the URL is not valid: {error}"))?;
        if uri.scheme_str() != Some("http") || uri.host().is_none_or(str::is_empty) {
            return Err("the URL has to begin with http:// and a host".to_owned());
        }
        if url.len() > URL_LIMIT {
            return Err("the URL has 2,048 bytes at most".to_owned());
        }
        Ok(Self { uri, client: Client::builder(TokioExecutor::new()).build_http() })
    }

    /// Sends a request. The error says why there is no response.
    pub async fn send(
        &self,
        method: Method,
        headers: &[(&'static str, &str)],
        body: String,
    ) -> Result<Answer, String> {
        let mut request = Request::builder().method(method).uri(&self.uri);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::from(body)).map_err(|error| error.to_string())?;
        let answer = async {
            let response = self.client.request(request).await.map_err(|error| cause(&error))?;
            let (parts, body) = response.into_parts();
            let body = to_bytes(Body::new(body), RESPONSE_LIMIT).await.unwrap_or_default();
            Ok(Answer { status: parts.status, headers: parts.headers, body })
        };
        let late = || Err("the webhook did not answer within 30 seconds".to_owned());
        timeout(PATIENCE, answer).await.unwrap_or_else(|_| late())
    }
}

/// The last of the causes is the one that says something: "Connection refused".
fn cause(error: &dyn Error) -> String {
    let mut last = error;
    while let Some(source) = last.source() {
        last = source;
    }
    format!("the webhook cannot be reached: {last}")
}
