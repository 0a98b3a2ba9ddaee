//! Long-running operations, on the poller of `azure_core`.

use crate::runtime::{
    call::{Call, CallParts},
    failure::{failed, unexpected_status},
    long_running::{FinalState, PollContinuation, inner_result, is_in_progress, status_of_result},
    prepared::{PreparedCall, sendable_request},
};
use azure_core::{
    Result, Value,
    http::{
        self, Format, JsonFormat, Method, RawResponse, Response, Url,
        headers::{RETRY_AFTER, RETRY_AFTER_MS, X_MS_RETRY_AFTER_MS},
        poller::{
            PollerOptions, PollerResult, PollerState, PollerStatus, StatusMonitor, get_retry_after,
        },
    },
    time::Duration,
};
use futures::{FutureExt, Stream, StreamExt, future::BoxFuture};
use serde::{Deserialize, Serialize};
use std::{
    fmt,
    marker::PhantomData,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
};

/// The progress of a long-running operation with the result `T`. The responses of a [`Poller`]
/// decode to it.
///
/// This crate writes the JSON of these responses. Their status and headers are those of the service.
#[derive(Deserialize)]
#[serde(bound = "")]
#[non_exhaustive]
pub struct Progress<T, F = JsonFormat> {
    /// The status. An unknown status means that the operation is in progress.
    pub status: PollerStatus,
    /// The body of the response of the service. `null` if it is empty or not JSON.
    pub body: Value,
    /// The position to resume from. `None` when the operation has ended.
    pub continuation: Option<PollContinuation>,
    #[serde(skip)]
    result: PhantomData<fn() -> (T, F)>,
}

impl<T, F: Format + Send> StatusMonitor for Progress<T, F> {
    type Output = T;
    type Format = F;

    fn status(&self) -> PollerStatus {
        self.status.clone()
    }
}

/// Hides the body.
impl<T, F> fmt::Debug for Progress<T, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Progress").field("status", &self.status).finish_non_exhaustive()
    }
}

/// Polls a long-running operation: a [`Stream`] of its progress, and, awaited, the response with the
/// result. You may await it before or after the end of the stream.
#[must_use = "pollers do nothing unless polled or awaited"]
pub struct Poller<T, F = JsonFormat>
where
    F: Format + Send,
{
    inner: http::Poller<Progress<T, F>>,
    ended: bool,
}

impl<T, F: Format + Send> Stream for Poller<T, F> {
    type Item = Result<Response<Progress<T, F>>>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.ended {
            return Poll::Ready(None);
        }
        let item = ready!(self.inner.poll_next_unpin(cx));
        let progress = item.as_ref().and_then(|item| item.as_ref().ok()?.body().json().ok());
        self.ended = progress.is_none_or(|it: Progress<T, F>| it.continuation.is_none());
        Poll::Ready(item)
    }
}

impl<T, F> IntoFuture for Poller<T, F>
where
    T: Send + 'static,
    F: Format + Send + 'static,
{
    type Output = Result<Response<T, F>>;
    type IntoFuture = BoxFuture<'static, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        IntoFuture::into_future(self.inner)
    }
}

impl<T, F: Format + Send> fmt::Debug for Poller<T, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Poller").field("ended", &self.ended).finish_non_exhaustive()
    }
}

/// The call of a long-running operation, before it is sent.
#[derive(Clone)]
pub(crate) struct LongRunning<B = ()> {
    pub call: Call<B>,
    pub polling: Polling,
}

/// Where polling begins, and how often it asks.
#[derive(Clone, Default)]
pub(crate) struct Polling {
    pub from: Option<PollContinuation>,
    options: PollerOptions<'static>,
}

impl Polling {
    pub fn every(&mut self, interval: Duration) {
        // `azure_core` panics for a shorter interval.
        self.options.frequency = interval.max(Duration::seconds(1));
    }
}

impl<B: Clone + Serialize + Send + 'static> LongRunning<B> {
    pub fn new(call: Call<B>) -> Self {
        Self { call, polling: Polling::default() }
    }

    #[allow(dead_code, reason = "lists resume in another way")]
    pub fn resume(&mut self, from: PollContinuation) {
        self.polling.from = Some(from);
    }

    #[allow(dead_code, reason = "lists have a method of their own")]
    pub fn poll_every(&mut self, interval: Duration) {
        self.polling.every(interval);
    }

    pub fn poller<T, F>(self, final_state: FinalState) -> Poller<T, F>
    where
        T: Send + 'static,
        F: Format + Send + 'static,
    {
        let Self { call, polling: Polling { from, options } } = self;
        let poll = call.clone().without_body().without_headers();
        let watch = Arc::new(Watch { poll, final_state });
        let ask = move |state, options| {
            let watch = watch.clone();
            let place = match state {
                PollerState::Initial => from.clone().map(Ok),
                PollerState::More(place) => Some(PollContinuation::try_from(place)),
            };
            match place {
                None => watch.begin(call.clone().prepare(), options).boxed(),
                Some(place) => async move { watch.poll_again(place?, options).await }.boxed(),
            }
        };
        Poller { inner: http::Poller::new(ask, Some(options)), ended: false }
    }
}

impl<B> fmt::Debug for LongRunning<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.call.fmt(f)
    }
}

/// The data that every request after the first shares.
struct Watch {
    poll: CallParts,
    final_state: FinalState,
}

type Step<T, F> = PollerResult<Progress<T, F>>;

impl Watch {
    async fn begin<T, F>(
        self: Arc<Self>,
        mut call: PreparedCall,
        options: PollerOptions<'static>,
    ) -> Result<Step<T, F>>
    where
        T: Send + 'static,
        F: Format + Send + 'static,
    {
        let url = sendable_request(&mut call.request)?.url().clone();
        let response = call.send().await?;
        let method = call.operation.method;
        let place = PollContinuation::first(&url, method, &response, self.final_state);
        match call.carried_out(response.status(), place)? {
            Some(place) => Ok(in_progress(PollerStatus::InProgress, place, response, &options)),
            None => ended(status_of_result(&response), response, |response| async { Ok(response) }),
        }
    }

    async fn poll_again<T, F>(
        self: Arc<Self>,
        place: PollContinuation,
        options: PollerOptions<'static>,
    ) -> Result<Step<T, F>>
    where
        T: Send + 'static,
        F: Format + Send + 'static,
    {
        let response = self.get(place.url()).await?;
        let status = place.status(&response)?;
        if is_in_progress(&status) {
            let place = place.next(&response)?;
            return Ok(in_progress(status, place, response, &options));
        }
        ended(status, response, |response| async move { self.result(&place, response).await })
    }

    /// Returns the result. `response` reported the success.
    async fn result(&self, place: &PollContinuation, response: RawResponse) -> Result<RawResponse> {
        if let Some(url) = place.result(&response, self.final_state)? {
            return self.get(&url).await;
        }
        if self.final_state != FinalState::StatusResult {
            return Ok(response);
        }
        let result = inner_result(&response);
        let (status, headers, _) = response.deconstruct();
        Ok(RawResponse::from_bytes(status, headers, result))
    }

    async fn get(&self, url: &Url) -> Result<RawResponse> {
        let CallParts { service, context, .. } = &self.poll;
        let mut request = self.poll.request(service.link_url(url.as_str(), context)?)?;
        request.set_method(Method::Get);
        let response = service.exchange(context, &mut request).await?;
        if response.status().is_success() { Ok(response) } else { Err(unexpected_status(response)) }
    }
}

fn in_progress<T, F: Format + Send>(
    status: PollerStatus,
    place: PollContinuation,
    response: RawResponse,
    options: &PollerOptions<'_>,
) -> Step<T, F> {
    let headers = [X_MS_RETRY_AFTER_MS, RETRY_AFTER_MS, RETRY_AFTER];
    PollerResult::InProgress {
        retry_after: get_retry_after(response.headers(), &headers, options).max(Duration::ZERO),
        response: progress(&status, Some(&place), &response),
        continuation: place.into(),
    }
}

/// The last step. `result` converts the response that reported success to the result.
fn ended<T, F, R>(
    status: PollerStatus,
    response: RawResponse,
    result: impl FnOnce(RawResponse) -> R + Send + 'static,
) -> Result<Step<T, F>>
where
    F: Format + Send,
    R: Future<Output = Result<RawResponse>> + Send + 'static,
{
    match status {
        PollerStatus::Failed => Err(failed(response, "the operation failed")),
        PollerStatus::Canceled => Err(failed(response, "the operation was canceled")),
        status => Ok(PollerResult::Succeeded {
            response: progress(&status, None, &response),
            target: Box::new(|| {
                Box::pin(result(response).map(|result| result.map(Response::from)))
            }),
        }),
    }
}

/// The response that users see.
fn progress<T, F: Format + Send>(
    status: &PollerStatus,
    continuation: Option<&PollContinuation>,
    response: &RawResponse,
) -> Response<Progress<T, F>> {
    let status = match status {
        PollerStatus::UnknownValue(status) => status,
        PollerStatus::Succeeded => "Succeeded",
        _ => "InProgress",
    };
    let body = serde_json::from_slice(response.body()).unwrap_or(Value::Null);
    let json = serde_json::json!({ "status": status, "body": body, "continuation": continuation });
    let headers = response.headers().clone();
    RawResponse::from_bytes(response.status(), headers, json.to_string()).into()
}
