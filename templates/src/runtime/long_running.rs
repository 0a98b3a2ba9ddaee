//! The protocol of long-running operations: the URL of the status, the status, and the URL of the
//! result (Microsoft's REST API guidelines, "Long-running operations").

use crate::runtime::{
    failure::{member, refused},
    header,
    origin::absolute,
};
use azure_core::{
    Result,
    error::{Error, ErrorKind},
    http::{
        Method, RawResponse, StatusCode, Url, headers::HeaderName, poller::PollerContinuation,
        poller::PollerStatus,
    },
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::{fmt, str::FromStr};

/// The place of the result (`final-state-via`).
#[allow(dead_code, reason = "an API uses some of them")]
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum FinalState {
    /// Not described: the resource that was written, or else the one that the responses name.
    Unspecified,
    /// The last status response.
    Status,
    /// The property `result` of the last status response.
    StatusResult,
    /// The URL in the header `Location`.
    Location,
    /// The URL of the first request.
    OriginalUri,
    /// No result.
    Nothing,
}

/// A position in a long-running operation. Resume polling from it in this process, or, as text or
/// JSON, in another.
///
/// Treat the text as opaque. It contains ids but no secrets. Polling resumes only at the origin of
/// the endpoint.
#[derive(Clone, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct PollContinuation {
    status: Url,
    /// The URL of the result. `None` if only the last status tells it.
    result: Option<Url>,
}

impl PollContinuation {
    /// Returns the position after the response to the first request. `None` if the operation has
    /// ended.
    pub(crate) fn first(
        url: &Url,
        method: Method,
        response: &RawResponse,
        final_state: FinalState,
    ) -> Result<Option<Self>> {
        let writes = matches!(method, Method::Patch | Method::Put);
        let location = link(url, response, LOCATION)?;
        if let Some(status) = status_link(url, response)? {
            let result = match final_state {
                FinalState::OriginalUri => Some(url.clone()),
                FinalState::Unspecified if writes => Some(url.clone()),
                FinalState::Unspecified if method == Method::Post => location,
                FinalState::Location => location,
                _ => None,
            };
            return Ok(Some(Self { status, result }));
        }
        let goes_on = is_in_progress(&status_of_result(response));
        let accepted = response.status() == StatusCode::Accepted;
        let status = match location {
            Some(location) if accepted => location,
            _ if writes && goes_on => url.clone(),
            _ => return Ok(None),
        };
        Ok(Some(Self { result: Some(status.clone()), status }))
    }

    /// The next position, after a response of an operation in progress.
    pub(crate) fn next(self, response: &RawResponse) -> Result<Self> {
        if self.is_at_result() {
            let status = link(&self.status, response, LOCATION)?.unwrap_or(self.status);
            return Ok(Self { result: Some(status.clone()), status });
        }
        let status = status_link(&self.status, response)?.unwrap_or(self.status);
        Ok(Self { status, result: self.result })
    }

    pub(crate) fn url(&self) -> &Url {
        &self.status
    }

    /// Returns the status that a response from this position reports.
    pub(crate) fn status(&self, response: &RawResponse) -> Result<PollerStatus> {
        if self.is_at_result() {
            return Ok(status_of_result(response));
        }
        let body = object(response);
        let status = member(&body, |key| key == "status").and_then(Value::as_str);
        match status.or_else(|| provisioning_state(&body)) {
            Some(status) => Ok(status.into()),
            None if response.status() == StatusCode::Accepted => Ok(PollerStatus::InProgress),
            None => Err(Error::with_message(
                ErrorKind::DataConversion,
                "the response does not report the status of the operation",
            )),
        }
    }

    /// Returns the URL of the result after a response from this position that reports success.
    /// `None` if that response is the result.
    pub(crate) fn result(
        &self,
        response: &RawResponse,
        final_state: FinalState,
    ) -> Result<Option<Url>> {
        if self.is_at_result() || final_state == FinalState::Nothing {
            return Ok(None);
        }
        if !matches!(final_state, FinalState::Unspecified | FinalState::Location) {
            return Ok(self.result.clone());
        }
        let body = object(response);
        let named = member(&body, |key| key == "resourcelocation").and_then(Value::as_str);
        let named = named.map(|link| resolve(&self.status, link)).transpose()?;
        Ok(match final_state {
            FinalState::Location => {
                self.result.clone().or(link(&self.status, response, LOCATION)?).or(named)
            }
            _ => named.or_else(|| self.result.clone()),
        })
    }

    /// Returns `true` if the status and the result have one URL.
    fn is_at_result(&self) -> bool {
        self.result.as_ref() == Some(&self.status)
    }
}

/// Returns `true` if the operation has not ended. Unknown statuses are in progress.
pub(crate) fn is_in_progress(status: &PollerStatus) -> bool {
    matches!(status, PollerStatus::InProgress | PollerStatus::UnknownValue(_))
}

/// The property `result` of a status response, in JSON. `null` without one.
pub(crate) fn inner_result(response: &RawResponse) -> String {
    let body = object(response);
    member(&body, |key| key == "result").unwrap_or(&Value::Null).to_string()
}

const LOCATION: &str = "location";

/// The URL of the status, in the header of newer or of older services.
fn status_link(url: &Url, response: &RawResponse) -> Result<Option<Url>> {
    match link(url, response, "operation-location")? {
        Some(link) => Ok(Some(link)),
        None => link(url, response, "azure-asyncoperation"),
    }
}

/// The URL in a header of the response to a request to `url`.
fn link(url: &Url, response: &RawResponse, header: &'static str) -> Result<Option<Url>> {
    let text = header::find(response.headers(), &HeaderName::from_static(header));
    text.map(|text| resolve(url, text)).transpose()
}

fn resolve(url: &Url, link: &str) -> Result<Url> {
    let link = absolute(url.as_str(), link.to_owned());
    let url = Url::parse(&link);
    url.map_err(|error| refused(format!("the link in the response is not a URL: {error}")))
}

/// The status of an operation whose responses are the result.
pub(crate) fn status_of_result(response: &RawResponse) -> PollerStatus {
    match provisioning_state(&object(response)) {
        _ if response.status() == StatusCode::Accepted => PollerStatus::InProgress,
        Some(state) => state.into(),
        None => PollerStatus::Succeeded,
    }
}

fn provisioning_state(body: &Map<String, Value>) -> Option<&str> {
    let state = |object| member(object, |key| key == "provisioningstate")?.as_str();
    let properties = member(body, |key| key == "properties").and_then(Value::as_object);
    properties.and_then(state).or_else(|| state(body))
}

/// The JSON object of a body. Empty if there is none.
fn object(response: &RawResponse) -> Map<String, Value> {
    serde_json::from_slice(response.body()).unwrap_or_default()
}

impl From<PollContinuation> for PollerContinuation {
    fn from(it: PollContinuation) -> Self {
        Self::Links { next_link: it.status, final_link: it.result }
    }
}

/// Returns an error for other kinds of continuations.
impl TryFrom<PollerContinuation> for PollContinuation {
    type Error = Error;

    fn try_from(it: PollerContinuation) -> Result<Self> {
        match it {
            PollerContinuation::Links { next_link, final_link } => {
                Ok(Self { status: next_link, result: final_link })
            }
            _ => Err(refused("the continuation of the poller has no links")),
        }
    }
}

impl fmt::Display for PollContinuation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.status.as_str())?;
        self.result.iter().try_for_each(|result| write!(f, " {result}"))
    }
}

impl fmt::Debug for PollContinuation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PollContinuation").finish_non_exhaustive()
    }
}

/// Parses a text that [`Display`](fmt::Display) wrote.
///
/// # Errors
/// Returns an error for any other text.
impl FromStr for PollContinuation {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let mut urls = text.split(' ').map(Url::parse);
        match (urls.next(), urls.next().transpose(), urls.next()) {
            (Some(Ok(status)), Ok(result), None) => Ok(Self { status, result }),
            _ => Err(Error::with_message(
                ErrorKind::DataConversion,
                "the text is not a position in a long-running operation",
            )),
        }
    }
}

impl TryFrom<String> for PollContinuation {
    type Error = Error;

    fn try_from(text: String) -> Result<Self> {
        text.parse()
    }
}

impl From<PollContinuation> for String {
    fn from(continuation: PollContinuation) -> Self {
        continuation.to_string()
    }
}
