//! Streams of JSON values, one in each line (<https://jsonlines.org>).

use crate::runtime::{
    body::{Content, SerializedBody},
    lines::{Break, Lines},
    pipeline::Operation,
    wire::decode,
};
use azure_core::{Result, http::AsyncResponseBody};
use futures::Stream;
use serde::{Serialize, de::DeserializeOwned};
use std::{
    fmt,
    marker::PhantomData,
    pin::Pin,
    task::{Context, Poll, ready},
};

/// A [`Stream`] of JSON values, one in each line of a body.
///
/// A line that is not a `T` is an error item, and the stream goes on. A body that is cut off is an
/// error, which ends the stream. So is a line of more than 64 MiB.
#[must_use = "streams do nothing unless polled"]
pub struct JsonLines<T> {
    pub(crate) lines: Lines,
    items: PhantomData<fn() -> T>,
}

impl<T> JsonLines<T> {
    /// Reads a body, such as that of the whole response of a call.
    pub fn new(body: AsyncResponseBody) -> Self {
        Self { lines: Lines::new(body, Break::Lf), items: PhantomData }
    }
}

impl<T: DeserializeOwned> Stream for JsonLines<T> {
    type Item = Result<T>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            let Some(line) = ready!(self.lines.poll_line(context)) else {
                return Poll::Ready(None);
            };
            match line.as_deref().map(<[u8]>::trim_ascii) {
                Ok([]) => {}
                Ok(json) => return Poll::Ready(Some(decode(json))),
                Err(_) => return Poll::Ready(line.err().map(Err)),
            }
        }
    }
}

impl<T> fmt::Debug for JsonLines<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JsonLines").finish_non_exhaustive()
    }
}

/// The values of a request body, one in each line. Without values, there may be no body.
#[derive(Clone, Debug)]
pub(crate) struct Values<T>(pub Option<Vec<T>>);

impl<T: Serialize> Content for Values<T> {
    fn write(self, operation: &Operation) -> Result<Option<SerializedBody>> {
        let Some(values) = self.0 else { return Ok(None) };
        let mut lines = Vec::new();
        for value in values {
            serde_json::to_writer(&mut lines, &value)?;
            lines.push(b'\n');
        }
        let content_type = operation.content_type.unwrap_or("application/jsonl");
        Ok(Some((lines.into(), content_type.into())))
    }
}
