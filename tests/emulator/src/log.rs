//! The request log: what clients sent and how each request ended, without secrets.

use crate::{body, faults::ConnectionCut, service::Service};
use axum::{
    body::{Body, Bytes},
    extract::Request,
    http::{header::AUTHORIZATION, request::Parts},
    response::Response,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::{
    borrow::Cow,
    collections::VecDeque,
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Instant, SystemTime, UNIX_EPOCH},
};

/// A request as it arrived, and how it ended. It contains no secrets.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct LoggedRequest {
    /// The position of the request in the life of the emulator, from 1.
    pub number: u64,
    /// When the request arrived, in milliseconds since 1970 by the machine's clock.
    pub received_at: u64,
    /// The method, in capitals.
    pub method: String,
    /// Path and query, with every escape as the client wrote it.
    pub target: String,
    /// Names in lower case, in the order of their arrival. Only the scheme of `authorization` is
    /// kept.
    pub headers: Vec<(String, String)>,
    /// The body as text. A token in it is masked.
    pub body: String,
    /// The status of the response. It is absent while the request is being handled, and stays
    /// absent when the client hangs up or a fault cuts the connection.
    pub status: Option<u16>,
    /// Why the request was refused, or which fault hit it.
    pub reason: Option<String>,
    /// The time until the response began, in milliseconds.
    pub milliseconds: Option<u64>,
    /// The first 4 KiB of the body of the response, as text. A token in it is masked.
    pub response_body: String,
}

impl LoggedRequest {
    /// The first value of a header, by its name in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    fn size(&self) -> usize {
        let headers: usize =
            self.headers.iter().map(|(name, value)| name.len() + value.len() + 96).sum();
        let reason = self.reason.as_ref().map_or(0, String::len);
        let bodies = self.body.len() + self.response_body.len();
        // The queue may have room for twice as many requests.
        2 * size_of::<Entry>() + self.target.len() + headers + bodies + reason
    }
}

/// Explains a response to readers of the log. It travels in the response's extensions, because
/// some responses of the service say nothing about their cause.
#[derive(Clone, Debug)]
pub(crate) struct Reason(pub Cow<'static, str>);

/// The body of a response for readers of the log. It travels in the response's extensions, so that
/// the log does not read the response itself, which a fault may have made slow.
#[derive(Clone, Debug)]
pub(crate) struct ResponseBody(pub Bytes);

/// The newest requests, as many as fit into 16 MB.
#[derive(Debug, Default)]
pub(crate) struct RequestLog(Mutex<Entries>);

#[derive(Debug, Default)]
struct Entries {
    requests: VecDeque<Entry>,
    size: usize,
    last_number: u64,
    /// Counts the additions and completions.
    revision: u64,
}

#[derive(Debug)]
struct Entry {
    request: LoggedRequest,
    /// The revision of the log in which the entry was added or completed.
    revision: u64,
}

const LIMIT: usize = 16 << 20;

/// The bytes of a response body that are kept.
const RESPONSE_LIMIT: usize = 4 << 10;

impl RequestLog {
    pub fn requests(&self) -> Vec<LoggedRequest> {
        self.entries().requests.iter().map(|entry| entry.request.clone()).collect()
    }

    /// Those of the newest `count` requests that were added or completed after a revision, and the
    /// revision that includes them.
    pub fn changes(&self, after: u64, count: usize) -> (Vec<LoggedRequest>, u64) {
        let entries = self.entries();
        let skipped = entries.requests.len().saturating_sub(count);
        let changed = entries.requests.range(skipped..).filter(|entry| entry.revision > after);
        (changed.map(|entry| entry.request.clone()).collect(), entries.revision)
    }

    /// The number of the oldest request that is still kept, or of the next one.
    pub fn first_number(&self) -> u64 {
        let entries = self.entries();
        entries.requests.front().map_or(entries.last_number + 1, |entry| entry.request.number)
    }

    /// Forgets the requests. Numbers and revisions go on, so that no two requests share a number.
    pub fn clear(&self) {
        let mut entries = self.entries();
        entries.requests = VecDeque::new();
        entries.size = 0;
        entries.revision += 1;
    }

    /// Adds a request and returns its number.
    fn add(&self, mut request: LoggedRequest) -> u64 {
        let mut entries = self.entries();
        entries.last_number += 1;
        entries.revision += 1;
        entries.size += request.size();
        request.number = entries.last_number;
        let revision = entries.revision;
        entries.requests.push_back(Entry { request, revision });
        while entries.size > LIMIT {
            let oldest = entries.requests.pop_front().map_or(0, |entry| entry.request.size());
            entries.size -= oldest;
        }
        entries.last_number
    }

    /// Notes how a request ended, unless it was forgotten meanwhile.
    fn complete(&self, number: u64, milliseconds: u64, outcome: Outcome) {
        let mut entries = self.entries();
        entries.revision += 1;
        let revision = entries.revision;
        // Numbers have no gaps, so the distance to the newest request is the index from the end.
        let from_end = usize::try_from(entries.last_number - number).unwrap_or(usize::MAX);
        let index = entries.requests.len().checked_sub(from_end.saturating_add(1));
        let Some(entry) = index.and_then(|index| entries.requests.get_mut(index)) else { return };
        entry.revision = revision;
        entry.request.status = outcome.status;
        entry.request.milliseconds = Some(milliseconds);
        let before = entry.request.size();
        entry.request.reason = outcome.reason.map(Cow::into_owned);
        entry.request.response_body = outcome.body;
        let after = entry.request.size();
        entries.size = entries.size + after - before;
    }

    fn entries(&self) -> MutexGuard<'_, Entries> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Notes every request, also those that a fault keeps from their handlers.
pub(crate) async fn record(
    service: &Service,
    request: Request,
    next: impl AsyncFnOnce(Request) -> Response,
) -> Response {
    let start = Instant::now();
    let (parts, body) = request.into_parts();
    let (method, uri) = (parts.method.clone(), parts.uri.clone());
    let body = body::read(&parts.headers, body, service.idle_timeout).await;
    let number = service.log.add(logged(&parts, body.as_deref().unwrap_or_default()));
    let response = match body {
        Ok(body) => next(Request::from_parts(parts, Body::from(body))).await,
        Err(refusal) => refusal,
    };
    let outcome = Outcome::of(&response);
    let milliseconds = u64::try_from(start.elapsed().as_millis()).unwrap_or(u64::MAX);
    tracing::info!("{method} {uri} {outcome} ({milliseconds} ms)");
    service.log.complete(number, milliseconds, outcome);
    response
}

/// How a request ended.
struct Outcome {
    status: Option<u16>,
    reason: Option<Cow<'static, str>>,
    body: String,
}

impl Outcome {
    fn of(response: &Response) -> Self {
        let extensions = response.extensions();
        let is_cut = extensions.get::<ConnectionCut>().is_some();
        Self {
            status: (!is_cut).then(|| response.status().as_u16()),
            reason: extensions.get::<Reason>().map(|Reason(reason)| reason.clone()),
            body: extensions.get().map_or(String::new(), |ResponseBody(body)| beginning(body)),
        }
    }
}

impl std::fmt::Display for Outcome {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.status {
            Some(status) => write!(f, "{status}")?,
            None => f.write_str("no response")?,
        }
        match &self.reason {
            Some(reason) => write!(f, ": {reason}"),
            None => Ok(()),
        }
    }
}

fn logged(parts: &Parts, body: &[u8]) -> LoggedRequest {
    let headers = parts.headers.iter().map(|(name, value)| {
        let value = text(value.as_bytes());
        let value = match *name == AUTHORIZATION {
            true => value.split(' ').next().unwrap_or_default().to_owned(),
            false => value.into_owned(),
        };
        (name.as_str().to_owned(), value)
    });
    let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    LoggedRequest {
        received_at: u64::try_from(since_1970.as_millis()).unwrap_or(u64::MAX),
        method: parts.method.to_string(),
        target: parts.uri.to_string(),
        headers: headers.collect(),
        body: without_tokens(body).into_owned(),
        ..LoggedRequest::default()
    }
}

fn beginning(body: &[u8]) -> String {
    let body = without_tokens(body);
    if body.len() <= RESPONSE_LIMIT {
        return body.into_owned();
    }
    let end = (0..=RESPONSE_LIMIT).rev().find(|end| body.is_char_boundary(*end));
    format!("{}…", &body[..end.unwrap_or_default()])
}

/// Keeps a body to the byte, unless it carries a token.
fn without_tokens(body: &[u8]) -> Cow<'_, str> {
    let body = text(body);
    // Most bodies need not be parsed: they neither name a token nor have an escape that could.
    if !body.contains("\"token\"") && !body.contains("\\u") {
        return body;
    }
    let mut value = serde_json::from_str(&body).unwrap_or_default();
    match mask_tokens(&mut value) {
        0 => body,
        _ => {
            let mut masked = value.to_string();
            masked.shrink_to_fit();
            masked.into()
        }
    }
}

/// Returns how many tokens there were.
fn mask_tokens(value: &mut Value) -> usize {
    match value {
        Value::Object(object) => object
            .iter_mut()
            .map(|(name, value)| match name == "token" {
                true => {
                    *value = "***".into();
                    1
                }
                false => mask_tokens(value),
            })
            .sum(),
        Value::Array(items) => items.iter_mut().map(mask_tokens).sum(),
        _ => 0,
    }
}

/// Bytes as text. Nearly all are text, which is much faster to check than to convert.
fn text(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => String::from_utf8_lossy(bytes),
    }
}

#[cfg(test)]
mod tests {
    use super::{
        LIMIT, LoggedRequest, Outcome, RESPONSE_LIMIT, RequestLog, beginning, without_tokens,
    };
    use crate::memory::most_bytes;

    #[test]
    fn requests_take_no_more_memory_than_their_bound() {
        for length in [0, 100_000] {
            let held = most_bytes(RequestLog::default, |log, _| {
                for _ in 0..LIMIT / (300 + length) {
                    let number = add(log, length);
                    log.complete(number, 5, OK);
                }
            });
            assert!(held <= LIMIT && held > LIMIT / 2, "{length}: {held}");
        }
    }

    const OK: Outcome = Outcome { status: Some(200), reason: None, body: String::new() };

    fn add(log: &RequestLog, bytes: usize) -> u64 {
        log.add(LoggedRequest { body: "x".repeat(bytes), ..LoggedRequest::default() })
    }

    #[test]
    fn the_oldest_requests_make_room() {
        let log = RequestLog::default();
        for _ in 0..20 {
            add(&log, 1 << 20);
        }
        let requests = log.requests();
        assert_eq!(requests.len(), (LIMIT >> 20) - 1);
        assert_eq!(requests.last().unwrap().number, 20);
        assert_eq!(log.first_number(), requests[0].number);
        assert!(log.entries().size <= LIMIT);
    }

    #[test]
    fn only_what_is_new_since_a_revision_is_reported() {
        let log = RequestLog::default();
        let (first, second) = (add(&log, 0), add(&log, 0));
        let numbers = |after| {
            let (requests, revision) = log.changes(after, 10);
            (requests.iter().map(|request| request.number).collect::<Vec<_>>(), revision)
        };
        let (added, revision) = numbers(0);
        assert_eq!(added, [first, second]);
        log.complete(first, 5, OK);
        let (completed, revision) = numbers(revision);
        assert_eq!(completed, [first]);
        assert!(numbers(revision).0.is_empty());
        assert_eq!(log.changes(0, 1).0[0].number, second, "no more than asked for");
    }

    #[test]
    fn a_request_that_was_forgotten_meanwhile_is_not_mistaken_for_another() {
        let log = RequestLog::default();
        let forgotten = add(&log, 0);
        log.clear();
        let kept = add(&log, 0);
        log.complete(forgotten, 5, OK);
        assert_eq!(log.requests()[0].status, None);
        log.complete(kept, 5, OK);
        assert_eq!(log.requests()[0].status, Some(200));
    }

    #[test]
    fn tokens_are_masked_however_their_name_is_written() {
        for name in ["token", "tok\\u0065n"] {
            let body = format!(r#"{{ "accessToken": [{{ "{name}": "secret" }}] }}"#);
            let masked = without_tokens(body.as_bytes());
            assert_eq!(masked, r#"{"accessToken":[{"token":"***"}]}"#);
        }
        for kept in
            [r#"{ "content" : "token" }"#, r#"{ "content": "\"token\" \u0041" }"#, "\"token\""]
        {
            assert_eq!(without_tokens(kept.as_bytes()), kept);
        }
    }

    #[test]
    fn the_beginning_of_a_large_response_is_kept() {
        let body = "é".repeat(RESPONSE_LIMIT);
        let kept = beginning(body.as_bytes());
        assert_eq!(kept.chars().count(), RESPONSE_LIMIT / 2 + 1);
        assert!(kept.ends_with("é…"));
        assert_eq!(beginning(b"{}"), "{}");
    }
}
