//! Server-sent events (<https://html.spec.whatwg.org/multipage/server-sent-events.html>).

use crate::runtime::{
    lines::{Break, Lines, too_long},
    wire::decode,
};
use azure_core::{
    Result,
    error::{Error, ErrorKind},
    http::AsyncResponseBody,
    time::Duration,
};
use futures::Stream;
use serde::de::DeserializeOwned;
use std::{
    fmt, mem,
    pin::Pin,
    task::{Context, Poll, ready},
};

/// An event that a service sends.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Event<T> {
    /// The type of the event: `message` if the service names none.
    pub event: String,
    /// The last id that the service has sent, or an empty string.
    pub id: String,
    /// The content.
    pub data: T,
}

/// A [`Stream`] of the [`Event`]s in a body.
///
/// An event whose data is not a `T` is an error item, and the stream goes on. A body that is cut off,
/// also in the middle of an event, is an error, which ends the stream. So is an event of more than 64
/// MiB. `[DONE]` instead of JSON ends the stream.
///
/// The stream does not connect again. Send the call again for that, after [`retry`](Self::retry) and
/// with [`last_event_id`](Self::last_event_id), if the service knows one of them.
#[must_use = "streams do nothing unless polled"]
pub struct Events<T> {
    pub(crate) lines: Lines,
    read: fn(String) -> Result<T>,
    /// `false` before the first line, which may begin with a byte order mark.
    has_begun: bool,
    event: String,
    data: String,
    /// The last id, also that of the event to come.
    id: String,
    /// The id of the last event that is complete.
    last_event_id: String,
    retry: Option<Duration>,
}

/// The effect of a line, or of the end of the body.
enum Step<T> {
    Nothing,
    Item(Result<T>),
    End,
}

impl<T: DeserializeOwned> Events<T> {
    /// Reads a body whose events have JSON as their data, such as that of the whole response of a
    /// call.
    pub fn of_json(body: AsyncResponseBody) -> Self {
        Self::new(body, |data| decode(data.as_bytes()))
    }
}

impl Events<String> {
    /// Reads a body whose events have text as their data.
    pub fn of_text(body: AsyncResponseBody) -> Self {
        Self::new(body, Ok)
    }
}

impl<T> Events<T> {
    fn new(body: AsyncResponseBody, read: fn(String) -> Result<T>) -> Self {
        Self {
            lines: Lines::new(body, Break::Any),
            read,
            has_begun: false,
            event: String::new(),
            data: String::new(),
            id: String::new(),
            last_event_id: String::new(),
            retry: None,
        }
    }

    /// The id to continue after, in the header `Last-Event-ID`. Empty if the service has sent none.
    pub fn last_event_id(&self) -> &str {
        &self.last_event_id
    }

    /// The time that the service asks to wait before another connection.
    pub fn retry(&self) -> Option<Duration> {
        self.retry
    }

    fn line(&mut self, line: &[u8]) -> Step<Event<T>> {
        let text = String::from_utf8_lossy(line);
        let is_first = !mem::replace(&mut self.has_begun, true);
        let text = text.strip_prefix('\u{feff}').filter(|_| is_first).unwrap_or(&text);
        if text.is_empty() {
            return self.dispatch();
        }
        let (field, value) = text.split_once(':').unwrap_or((text, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "event" => value.clone_into(&mut self.event),
            "data" => {
                self.data.push_str(value);
                self.data.push('\n');
            }
            "id" if !value.contains('\0') => value.clone_into(&mut self.id),
            "retry" if value.bytes().all(|it| it.is_ascii_digit()) => {
                self.retry = value.parse().ok().map(Duration::milliseconds).or(self.retry);
            }
            // A comment has an empty name. Other fields are ignored.
            _ => {}
        }
        if self.data.len() > self.lines.longest {
            self.close();
            return Step::Item(Err(too_long()));
        }
        Step::Nothing
    }

    /// The end of an event. One without data only sets the id.
    fn dispatch(&mut self) -> Step<Event<T>> {
        self.last_event_id.clone_from(&self.id);
        let (mut data, event) = (mem::take(&mut self.data), mem::take(&mut self.event));
        // Each line of the data has a line break, which the last one loses.
        if data.pop().is_none() {
            return Step::Nothing;
        }
        let is_done = data == "[DONE]";
        match (self.read)(data) {
            // No JSON is like it. OpenAI's API ends its streams so, and others have followed.
            Err(_) if is_done => Step::End,
            data => Step::Item(data.map(|data| Event {
                event: if event.is_empty() { "message".to_owned() } else { event },
                id: self.id.clone(),
                data,
            })),
        }
    }

    fn close(&mut self) {
        self.lines.end();
        self.data.clear();
    }

    fn end(&mut self) -> Step<Event<T>> {
        match mem::take(&mut self.data).is_empty() {
            true => Step::End,
            false => Step::Item(Err(Error::with_message(
                ErrorKind::Io,
                "the response ends in the middle of an event",
            ))),
        }
    }
}

impl<T> Stream for Events<T> {
    type Item = Result<Event<T>>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            let step = match ready!(self.lines.poll_line(context)) {
                Some(Ok(line)) => self.line(&line),
                Some(Err(error)) => {
                    self.close();
                    Step::Item(Err(error))
                }
                None => self.end(),
            };
            match step {
                Step::Nothing => {}
                Step::Item(item) => return Poll::Ready(Some(item)),
                Step::End => {
                    self.close();
                    return Poll::Ready(None);
                }
            }
        }
    }
}

impl<T> fmt::Debug for Events<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Events").finish_non_exhaustive()
    }
}
