//! Streams of the changes to a list, which is read again and again.

use crate::runtime::{
    continuation::Continuation,
    page::{BadItem, Page},
    pager::Pages,
    task::{sleep_for, waking},
};
use azure_core::{
    Result,
    error::{Error, ErrorKind},
    http::{StatusCode, headers::RETRY_AFTER, policies::get_retry_after},
    time::{Duration, OffsetDateTime},
};
use futures::{FutureExt, Stream, future::BoxFuture};
use std::{
    collections::HashSet,
    fmt,
    hash::{DefaultHasher, Hash, Hasher},
    mem,
    ops::RangeInclusive,
    pin::Pin,
    task::{Context, Poll, ready},
};

/// A list, and the part of it that is known already.
pub(crate) trait Watched: Send + Unpin + 'static {
    type Item: Send + 'static;
    type Change;

    /// The pages of the list, from its start or from the position of a page.
    fn pages(&self, from: Option<Continuation>) -> Pages<Self::Item>;

    /// Takes the next page of a reading, and adds the errors of items that it cannot use. Returns
    /// `true` if the reading needs another page.
    fn take(&mut self, page: Page<Self::Item>, errors: &mut Vec<Error>) -> bool;

    /// Drops the pages of a reading that starts over.
    fn start_over(&mut self);

    /// Ends a reading. Returns `true` if there are changes to yield, or if more are expected soon.
    fn finish(&mut self) -> bool;

    /// The next change to yield. It is known from then on.
    fn next(&mut self) -> Option<Self::Change>;

    /// The last change to yield, if `error` says that the list is gone.
    fn end(&self, error: &Error) -> Option<Self::Change>;
}

/// An endless stream of changes. An error does not end it.
///
/// An item that cannot be read is an error once, however often the list is read, and the reading goes
/// on: the changes behind the item are not lost.
///
/// All state is in this struct, so a caller can drop the future of an item at any time. There is no
/// task in the background: nothing happens until the stream is polled.
pub(crate) struct Watch<W: Watched> {
    pub watched: W,
    pace: Pace,
    step: Step<W::Item>,
    /// The errors of items that have not been yielded, the last one first.
    errors: Vec<Error>,
    /// The hashes of those that have been.
    reported: HashSet<u64>,
}

/// The most hashes of errors to keep. Beyond it, all are forgotten, and errors can repeat.
const MOST_REPORTED: usize = 10_000;

enum Step<T> {
    Reading(Pages<T>),
    Yielding,
    /// Until the next reading, or the next page of an interrupted one.
    Waiting(BoxFuture<'static, ()>, Option<Continuation>),
    /// An argument is invalid.
    Refused(Error),
    Ended,
}

impl<W: Watched> Watch<W> {
    /// Watches a list. A `refusal` is the only item of the stream.
    pub fn new(watched: W, every: RangeInclusive<Duration>, refusal: Option<Error>) -> Self {
        let step = match refusal {
            Some(error) => Step::Refused(error),
            None => Step::Reading(watched.pages(None)),
        };
        let (errors, reported) = (Vec::new(), HashSet::new());
        Self { watched, pace: Pace::new(every), step, errors, reported }
    }

    /// Takes a page, and keeps the errors that are new. Returns `true` if the reading needs another
    /// page.
    fn take(&mut self, page: Page<W::Item>) -> bool {
        let bad_items = page.bad_items().iter().cloned();
        let mut errors: Vec<Error> = bad_items.map(BadItem::into_error).collect();
        let more = self.watched.take(page, &mut errors);
        for error in errors.into_iter().rev() {
            if self.reported.len() == MOST_REPORTED {
                self.reported.clear();
            }
            if self.reported.insert(identity(&error)) {
                self.errors.push(error);
            }
        }
        more
    }

    fn wait(&mut self, time: Duration, from: Option<Continuation>) {
        self.step = Step::Waiting(waking(sleep_for(time)).boxed(), from);
    }

    /// Ends the stream, or goes on after a while with the page that failed. If the service does not
    /// accept the page any more, the reading starts over.
    fn fail(&mut self, error: Error, failed: Continuation) -> Result<W::Change> {
        if let Some(last) = self.watched.end(&error) {
            self.step = Step::Ended;
            return Ok(last);
        }
        let from = Some(failed).filter(|_| is_transient(&error));
        if from.is_none() {
            self.watched.start_over();
        }
        let time = self.pace.after_error(&error);
        self.wait(time, from);
        Err(error)
    }
}

impl<W: Watched> Stream for Watch<W> {
    type Item = Result<W::Change>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        loop {
            if let Some(error) = this.errors.pop() {
                return Poll::Ready(Some(Err(error)));
            }
            match &mut this.step {
                Step::Reading(pages) => {
                    let page = ready!(pages.poll_page(cx)).transpose();
                    let failed = pages.continuation().clone();
                    match page.map(|page| page.is_some_and(|page| this.take(page))) {
                        Ok(true) => {}
                        Ok(false) => {
                            this.pace.adapt(this.watched.finish());
                            this.step = Step::Yielding;
                        }
                        Err(error) => return Poll::Ready(Some(this.fail(error, failed))),
                    }
                }
                Step::Yielding => match this.watched.next() {
                    Some(change) => return Poll::Ready(Some(Ok(change))),
                    None => this.wait(this.pace.wait, None),
                },
                Step::Waiting(sleep, from) => {
                    ready!(sleep.poll_unpin(cx));
                    this.step = Step::Reading(this.watched.pages(from.take()));
                }
                Step::Refused(_) => match mem::replace(&mut this.step, Step::Ended) {
                    Step::Refused(error) => return Poll::Ready(Some(Err(error))),
                    _ => return Poll::Ready(None),
                },
                Step::Ended => return Poll::Ready(None),
            }
        }
    }
}

impl<W: Watched> fmt::Debug for Watch<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Watch").field("pace", &self.pace).finish_non_exhaustive()
    }
}

/// The time between two readings: the shortest while there are changes, and a quarter longer after
/// each reading without one. So the delay of a change is at most a quarter of the quiet time before
/// it.
#[derive(Clone, Copy, Debug)]
struct Pace {
    shortest: Duration,
    longest: Duration,
    wait: Duration,
}

impl Pace {
    fn new(every: RangeInclusive<Duration>) -> Self {
        let shortest = (*every.start()).max(Duration::milliseconds(1));
        Self { shortest, longest: (*every.end()).max(shortest), wait: shortest }
    }

    fn adapt(&mut self, changes: bool) {
        self.wait = match changes {
            true => self.shortest,
            false => self.longest.min(self.wait * 5 / 4 + Duration::nanoseconds(1)),
        };
    }

    /// The time until the next attempt, which the service can make longer.
    fn after_error(&mut self, error: &Error) -> Duration {
        self.wait = self.longest.min(self.wait * 2);
        self.wait.max(retry_after(error).unwrap_or_default())
    }
}

/// Tells the errors of different items, and of different versions of an item, apart.
fn identity(error: &Error) -> u64 {
    let json = BadItem::of(error).map(|bad| bad.json().to_string());
    let mut hasher = DefaultHasher::new();
    json.unwrap_or_else(|| error.to_string()).hash(&mut hasher);
    hasher.finish()
}

fn retry_after(error: &Error) -> Option<Duration> {
    let ErrorKind::HttpResponse { raw_response, .. } = error.kind() else { return None };
    let headers = raw_response.as_ref()?.headers();
    get_retry_after(headers, OffsetDateTime::now_utc, &[RETRY_AFTER])
}

/// Returns `true` if the same request can succeed later.
fn is_transient(error: &Error) -> bool {
    error.http_status().is_none_or(|status| {
        let asks = [StatusCode::RequestTimeout, StatusCode::TooManyRequests].contains(&status);
        asks || status.is_server_error()
    })
}
