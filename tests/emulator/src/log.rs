//! The log of requests, for tests that compare clients or count requests.

use crate::{body, service::Service};
use axum::{
    body::Body,
    extract::{Request, State},
    http::{header::AUTHORIZATION, request::Parts},
    middleware::Next,
    response::Response,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// One request as it arrived, without its secrets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct LoggedRequest {
    /// The method, in capitals.
    pub method: String,
    /// Path and query, with every escape as the client wrote it.
    pub target: String,
    /// Names in lower case, in the order of their arrival. Of `authorization` only the scheme is
    /// kept.
    pub headers: Vec<(String, String)>,
    /// The body as text. A token in it is masked.
    pub body: String,
}

impl LoggedRequest {
    /// The first value of a header, by its name in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    fn size(&self) -> usize {
        let headers: usize =
            self.headers.iter().map(|(name, value)| name.len() + value.len() + 48).sum();
        self.target.len() + headers + self.body.len() + 100
    }
}

/// The newest requests, as many as fit into 16 MB.
#[derive(Debug, Default)]
pub(crate) struct RequestLog(Mutex<Entries>);

#[derive(Debug, Default)]
struct Entries {
    requests: VecDeque<LoggedRequest>,
    size: usize,
}

const LIMIT: usize = 16 << 20;

impl RequestLog {
    pub fn requests(&self) -> Vec<LoggedRequest> {
        self.entries().requests.iter().cloned().collect()
    }

    pub fn clear(&self) {
        *self.entries() = Entries::default();
    }

    fn add(&self, request: LoggedRequest) {
        let mut entries = self.entries();
        entries.size += request.size();
        entries.requests.push_back(request);
        while entries.size > LIMIT {
            let oldest = entries.requests.pop_front().map_or(0, |request| request.size());
            entries.size -= oldest;
        }
    }

    fn entries(&self) -> MutexGuard<'_, Entries> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Notes every request, also those that a fault keeps from their handlers.
pub(crate) async fn record(
    State(service): State<Arc<Service>>,
    request: Request,
    next: Next,
) -> Response {
    let (parts, body) = request.into_parts();
    let body = match body::read(&parts.headers, body, service.idle_timeout).await {
        Ok(body) => body,
        Err(refusal) => return refusal,
    };
    service.log.add(logged(&parts, &body));
    next.run(Request::from_parts(parts, Body::from(body))).await
}

fn logged(parts: &Parts, body: &[u8]) -> LoggedRequest {
    let headers = parts.headers.iter().map(|(name, value)| {
        let value = String::from_utf8_lossy(value.as_bytes());
        let value = match *name == AUTHORIZATION {
            true => value.split(' ').next().unwrap_or_default(),
            false => &value,
        };
        (name.as_str().to_owned(), value.to_owned())
    });
    LoggedRequest {
        method: parts.method.to_string(),
        target: parts.uri.to_string(),
        headers: headers.collect(),
        body: without_token(body),
    }
}

/// Bodies stay as they are, to the byte, unless they have a token in them.
fn without_token(body: &[u8]) -> String {
    match serde_json::from_slice(body) {
        Ok(Value::Object(mut object)) if object.contains_key("token") => {
            object.insert("token".to_owned(), "***".into());
            Value::Object(object).to_string()
        }
        _ => String::from_utf8_lossy(body).into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{LIMIT, LoggedRequest, RequestLog};

    #[test]
    fn the_oldest_requests_make_room() {
        let log = RequestLog::default();
        for number in 0..20 {
            log.add(LoggedRequest {
                method: "POST".to_owned(),
                target: number.to_string(),
                headers: Vec::new(),
                body: "x".repeat(1 << 20),
            });
        }
        let requests = log.requests();
        assert_eq!(requests.len(), (LIMIT >> 20) - 1);
        assert_eq!(requests.last().unwrap().target, "19");
        assert!(log.entries().size <= LIMIT);
    }
}
