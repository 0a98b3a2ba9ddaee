//! The lines of a body, as they arrive.

use azure_core::{
    Bytes, Result,
    error::{Error, ErrorKind},
    http::AsyncResponseBody,
};
use futures::Stream;
use std::{
    mem,
    pin::Pin,
    task::{Context, Poll, ready},
};

/// The longest line: 64 MiB. Without a limit, a body without line breaks would fill the memory.
const LONGEST: usize = 64 << 20;

/// The bytes that end a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Break {
    /// LF alone.
    #[allow(dead_code, reason = "JSON lines use it")]
    Lf,
    /// LF, CR, or CR and LF.
    #[allow(dead_code, reason = "server-sent events use it")]
    Any,
}

/// Reads a body line by line. An error of the body ends the lines.
pub(crate) struct Lines {
    /// `None` after the end.
    body: Option<AsyncResponseBody>,
    break_at: Break,
    /// The rest of the piece that arrived last.
    piece: Bytes,
    /// The beginning of the line, from earlier pieces.
    line: Vec<u8>,
    /// `true` after a CR, whose LF may follow.
    after_cr: bool,
    pub longest: usize,
}

impl Lines {
    pub fn new(body: AsyncResponseBody, break_at: Break) -> Self {
        Self {
            body: Some(body),
            break_at,
            piece: Bytes::new(),
            line: Vec::new(),
            after_cr: false,
            longest: LONGEST,
        }
    }

    /// The next line, without its line break. The last one may have none. `None` at the end of the
    /// body.
    pub fn poll_line(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Vec<u8>>>> {
        loop {
            if let Some(line) = self.whole_line() {
                return Poll::Ready(Some(Ok(line)));
            }
            if self.line.len() > self.longest {
                self.end();
                return Poll::Ready(Some(Err(too_long())));
            }
            let Some(body) = &mut self.body else { return Poll::Ready(None) };
            match ready!(Pin::new(body).poll_next(context)) {
                Some(Ok(piece)) => self.piece = piece,
                Some(Err(error)) => {
                    self.end();
                    return Poll::Ready(Some(Err(error)));
                }
                None => {
                    self.body = None;
                    let last = mem::take(&mut self.line);
                    return Poll::Ready((!last.is_empty()).then_some(Ok(last)));
                }
            }
        }
    }

    /// The line that ends in the current piece. Without one, the piece is a part of the line.
    fn whole_line(&mut self) -> Option<Vec<u8>> {
        if mem::take(&mut self.after_cr) {
            match self.piece.first() {
                Some(b'\n') => drop(self.piece.split_to(1)),
                Some(_) => {}
                None => self.after_cr = true,
            }
        }
        let is_break = |byte: &u8| *byte == b'\n' || self.break_at == Break::Any && *byte == b'\r';
        let Some(end) = self.piece.iter().position(is_break) else {
            self.line.extend(mem::take(&mut self.piece));
            return None;
        };
        self.line.extend(self.piece.split_to(end));
        self.after_cr = self.piece.split_to(1) == "\r";
        Some(mem::take(&mut self.line))
    }

    pub fn end(&mut self) {
        (self.body, self.line, self.piece) = (None, Vec::new(), Bytes::new());
    }
}

pub(crate) fn too_long() -> Error {
    Error::with_message(ErrorKind::DataConversion, "an item of the response is too long")
}
