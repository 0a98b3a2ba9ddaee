//! Attempts: which requests are sent again, and what is known about those that failed.

use crate::runtime::{failure::unexpected_status, header, transport::read_whole};
use async_trait::async_trait;
use azure_core::{
    error::{Error, ErrorKind},
    http::{
        AsyncRawResponse, Context, Method, Request, StatusCode,
        headers::{CONTENT_TYPE, HeaderName, RETRY_AFTER, RETRY_AFTER_MS, X_MS_RETRY_AFTER_MS},
        policies::{Policy, PolicyResult, RetryPolicyCount, get_retry_after},
    },
    time::{Duration, OffsetDateTime},
};
use std::{error::Error as _, fmt, iter, sync::Arc};

/// An error of a call that the service has carried out, or may have.
///
/// A call that is not idempotent, such as one that sends a message, is not sent again after such an
/// error. Look for the effect of the call before you send it again.
///
/// The causes are a connection that ends before the response, a response that leaves the outcome
/// open, such as one with status 500, and a response of success that cannot be used: one with a
/// status that the description does not list, or with a body that cannot be decoded. The service has
/// carried out the call if [`Error::http_status`] is a status of success, or if the error is of kind
/// [`ErrorKind::DataConversion`].
pub struct OutcomeUnknown(Error);

impl OutcomeUnknown {
    /// Returns the error that leaves the outcome open, if `error` or one of its sources is one.
    pub fn of(error: &Error) -> Option<&Self> {
        let first: &(dyn std::error::Error + 'static) = error;
        iter::successors(Some(first), |&error| error.source()).find_map(|it| it.downcast_ref())
    }

    /// The same error for the caller, with the kind of its cause.
    fn into_error(self, what_happened: &str) -> Error {
        let text = format!("{what_happened}: {}", self.0);
        Error::with_error(self.0.kind().clone(), self, text)
    }
}

impl fmt::Display for OutcomeUnknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for OutcomeUnknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("OutcomeUnknown").field(&self.0).finish()
    }
}

impl std::error::Error for OutcomeUnknown {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.0)
    }
}

/// A value in the context of a call: the service may carry out the call twice.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AllowDuplicates;

/// The longest wait for another attempt. A call seems to hang if the service asks for hours.
const LONGEST_WAIT: Duration = Duration::minutes(2);

/// Logs retries. Stops those of a request that the service may have carried out, or that it wants
/// much later. Marks the errors of attempts. It runs once for each attempt.
#[derive(Debug)]
pub(crate) struct Attempts;

#[async_trait]
impl Policy for Attempts {
    async fn send(
        &self,
        context: &Context,
        request: &mut Request,
        next: &[Arc<dyn Policy>],
    ) -> PolicyResult {
        if let Some(retry) = context.value::<RetryPolicyCount>().filter(|retry| ***retry > 0) {
            // The path contains ids, but the query may contain secrets.
            let (method, path) = (request.method().as_str(), request.url().path());
            tracing::warn!("retry {} of {method} {path}", **retry);
        }
        match next[0].send(context, request, &next[1..]).await {
            Ok(response) if is_undecided(&response) && !is_repeatable(context, request) => {
                let error =
                    read_whole(response).await.map_or_else(|error| error, unexpected_status);
                Err(Error::new(ErrorKind::Other, OutcomeUnknown(error)))
            }
            Ok(response) if wait(&response) > LONGEST_WAIT => {
                let error = unexpected_status(read_whole(response).await?);
                Err(Error::new(error.kind().clone(), Failed(error)))
            }
            Ok(response) => Ok(response),
            // The retry policy sends a request again for these two kinds. It was not sent at all
            // if no connection could be made.
            Err(error) if *error.kind() == ErrorKind::Io && !is_repeatable(context, request) => {
                Err(Error::new(ErrorKind::Other, OutcomeUnknown(error)))
            }
            Err(error) => Err(Error::new(error.kind().clone(), Failed(error))),
        }
    }
}

/// Returns `true` if the service may have carried out the request without confirming it.
fn is_undecided(response: &AsyncRawResponse) -> bool {
    match response.status() {
        StatusCode::NotImplemented | StatusCode::HttpVersionNotSupported => false,
        StatusCode::ServiceUnavailable => !asks_for_another_attempt(response),
        status => status == StatusCode::RequestTimeout || status.is_server_error(),
    }
}

fn asks_for_another_attempt(response: &AsyncRawResponse) -> bool {
    WAITS.iter().any(|name| header::find(response.headers(), name).is_some())
}

/// The headers that tell when to send a request again, in the order in which the retry policy reads
/// them.
const WAITS: &[HeaderName] = &[X_MS_RETRY_AFTER_MS, RETRY_AFTER_MS, RETRY_AFTER];

/// Returns the time for which the retry policy would wait because of the response.
fn wait(response: &AsyncRawResponse) -> Duration {
    match response.status() {
        StatusCode::TooManyRequests | StatusCode::ServiceUnavailable => {
            let wait = get_retry_after(response.headers(), OffsetDateTime::now_utc, WAITS);
            wait.unwrap_or_default()
        }
        _ => Duration::ZERO,
    }
}

/// Returns `true` if sending the request twice has the effect of sending it once: its method is
/// idempotent (RFC 9110, section 9.2.2), it is a merge patch (RFC 7396), or it has an id by which
/// the service recognizes it (OASIS Repeatable Requests).
pub(crate) fn is_repeatable(context: &Context<'_>, request: &Request) -> bool {
    const REPEATABLE: HeaderName = HeaderName::from_static("repeatability-request-id");
    let headers = request.headers();
    let is_repeatable = match request.method() {
        Method::Post => header::find(headers, &REPEATABLE).is_some(),
        Method::Patch => header::find(headers, &CONTENT_TYPE)
            .is_some_and(|it| it.starts_with("application/merge-patch+json")),
        _ => true,
    };
    is_repeatable || context.value::<AllowDuplicates>().is_some()
}

/// Marks the error of the last attempt, so that it is found below the error of the retry policy.
struct Failed(Error);

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl std::error::Error for Failed {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.0)
    }
}

/// The error of the last attempt, with the cause in its text.
///
/// The text of the retry policy's error says only that the request is not sent again, and the text
/// of the transport's error only that the request failed.
pub(crate) fn cause(error: Error) -> Error {
    match last_attempt(error) {
        LastAttempt::Failed(error) => detailed(error),
        LastAttempt::Unknown(OutcomeUnknown(error)) => {
            OutcomeUnknown(detailed(error)).into_error("the service may have carried out the call")
        }
        LastAttempt::None(error) => error,
    }
}

enum LastAttempt {
    Failed(Error),
    Unknown(OutcomeUnknown),
    None(Error),
}

/// Takes the marked error out of the retry policy's error, if there is one. Keeps an error that a
/// user's policy has wrapped around it.
fn last_attempt(error: Error) -> LastAttempt {
    let is_marked = |error: &Error| {
        error.downcast_ref::<Failed>().is_some() || error.downcast_ref::<OutcomeUnknown>().is_some()
    };
    let error = match error.downcast_ref::<Error>().is_some_and(is_marked) {
        true => error.into_downcast::<Error>().unwrap_or_else(|error| error),
        false => error,
    };
    let unmarked = error.into_downcast::<Failed>().map(|failed| LastAttempt::Failed(failed.0));
    unmarked.unwrap_or_else(|error| {
        error.into_downcast().map_or_else(LastAttempt::None, LastAttempt::Unknown)
    })
}

fn detailed(error: Error) -> Error {
    let kind = match error.kind() {
        ErrorKind::Connection => ErrorKind::Connection,
        ErrorKind::Io => ErrorKind::Io,
        _ => return error,
    };
    let sources = iter::successors(error.source(), |&error| error.source());
    match sources.last().map(|root| format!("{error}: {root}")) {
        Some(text) => Error::with_error(kind, error, text),
        None => error,
    }
}

/// The error of a response of success that has no `part`, for a request that cannot be sent again.
#[allow(dead_code, reason = "only some calls need more than their description promises")]
pub(crate) fn lacks(part: &str) -> Error {
    let error = Error::with_message(
        ErrorKind::DataConversion,
        format!("the response does not contain the {part}"),
    );
    OutcomeUnknown(error).into_error(UNUSABLE)
}

/// The start of the error for a response of success that cannot be used.
const UNUSABLE: &str = "the service has carried out the call, but its response cannot be used";

/// The error of a response. It is an [`OutcomeUnknown`] if the response is one of success, and the
/// request cannot be sent again.
pub(crate) fn carried_out(error: Error, context: &Context<'_>, request: &Request) -> Error {
    let is_success = error.http_status().is_none_or(|status| status.is_success());
    if is_success && !is_repeatable(context, request) {
        OutcomeUnknown(error).into_error(UNUSABLE)
    } else {
        error
    }
}
