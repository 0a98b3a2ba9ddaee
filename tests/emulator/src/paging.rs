//! Pages and the links from one to the next.
//!
//! Threads and messages are listed newest first. Their `syncState` names the last item of the page,
//! not a count of items, so later items do not shift the pages. For threads it also has the number
//! of messages so far: a thread that gets a message later comes again on the next page. Participants
//! and read receipts are listed oldest first, and `skip` counts them.

use crate::{call::Call, clock::Timestamp, failure::Failure};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

const DEFAULT_SIZE: usize = 20;
const DEFAULT_SIZE_OF_THREADS: usize = 100;
/// The service serves shorter pages than asked for, and so does the emulator.
const LARGEST_SIZE: usize = 200;

const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A list that a [`Cursor`] goes through.
#[derive(Clone, Copy, Debug)]
pub(crate) enum List<'a> {
    /// The threads of a user, when this number of messages has arrived in all threads.
    Threads { arrivals: u64 },
    /// The messages of the thread with this id.
    Messages(&'a str),
}

/// Where a page of threads or messages begins.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cursor<'a> {
    list: List<'a>,
    /// Items from this position on were on earlier pages.
    pub before: u64,
    /// Earlier items are left out.
    pub since: Option<Timestamp>,
    /// The number of messages at the time of the previous page.
    previous: Option<u64>,
    size: usize,
}

impl<'a> Cursor<'a> {
    /// In a link of the service `syncState` decides, because `startTime` is rounded there.
    pub fn read(call: &Call, list: List<'a>) -> Result<Self, Failure> {
        let default = match list {
            List::Threads { .. } => DEFAULT_SIZE_OF_THREADS,
            List::Messages(_) => DEFAULT_SIZE,
        };
        let size = page_size(call, default)?;
        if let Some(state) = call.query("syncState") {
            let wrong =
                || Failure::bad_request("syncState", "The syncState is not from this service.");
            let (before, since, previous) = decode(state).ok_or_else(wrong)?;
            return Ok(Self { list, before, since, previous, size });
        }
        let wrong = || Failure::bad_request("startTime", "The startTime is not a time.");
        let since = call.query("startTime").map(|text| Timestamp::parse(text).ok_or_else(wrong));
        let since = since.transpose()?;
        Ok(Self { list, before: u64::MAX, since, previous: None, size })
    }

    /// Says whether an item of this time belongs to the list.
    pub fn includes(&self, time: Timestamp) -> bool {
        self.since.is_none_or(|since| time >= since)
    }

    /// Says whether a thread of an earlier page comes again, because it got a message after the
    /// previous page. A thread whose first message is newer was not on an earlier page.
    pub fn repeats(&self, first_arrival: u64, last_arrival: u64) -> bool {
        self.previous.is_some_and(|count| first_arrival < count && last_arrival >= count)
    }

    /// Makes a page of items that come again and of the items from the cursor on. The first take up
    /// to half of the page, so that a list with many changes comes to its end too.
    pub fn page(
        self,
        call: &Call,
        again: impl IntoIterator<Item = Value>,
        items: impl Iterator<Item = (u64, Value)>,
    ) -> Value {
        let mut listed: Vec<Value> = again.into_iter().take(self.size / 2).collect();
        let room = self.size - listed.len();
        let mut items: Vec<(u64, Value)> = items.take(room + 1).collect();
        let more = items.len() > room;
        items.truncate(room);
        let last = items.last().filter(|_| more).map(|(position, _)| *position);
        let next = last.map(|before| self.link(call, before));
        listed.extend(items.into_iter().map(|(_, item)| item));
        page(listed, next)
    }

    fn link(&self, call: &Call, before: u64) -> String {
        let (path, since) = match self.list {
            List::Threads { .. } => ("/chat/threads".to_owned(), self.since),
            // Here the service also writes the time that it assumes.
            List::Messages(thread) => {
                let since = self.since.unwrap_or(Timestamp::EPOCH);
                (format!("{}/messages", path_in_links(thread)), Some(since))
            }
        };
        let start_time = since
            .map_or(String::new(), |since| format!("&startTime={}", escape(&since.in_next_link())));
        let state = self.state(before);
        link(call, &path, &format!("syncState={state}{start_time}"))
    }

    fn state(&self, before: u64) -> String {
        let since = self.since.map_or(String::new(), |since| since.ticks().to_string());
        let arrivals = match self.list {
            List::Threads { arrivals } => arrivals.to_string(),
            List::Messages(_) => String::new(),
        };
        BASE64.encode(format!("{before}/{since}/{arrivals}"))
    }
}

/// The path of a thread in links: the service leaves `:` and `@` of ids unescaped there, unlike its
/// clients.
pub(crate) fn path_in_links(thread: &str) -> String {
    const SET: &AsciiSet = &UNRESERVED.remove(b':').remove(b'@');
    format!("/chat/threads/{}", utf8_percent_encode(thread, SET))
}

/// The path of a thread in a `Location` header: there the service escapes `:` too.
pub(crate) fn path_in_locations(thread: &str) -> String {
    const SET: &AsciiSet = &UNRESERVED.remove(b'@');
    format!("/chat/threads/{}", utf8_percent_encode(thread, SET))
}

/// The page of a list in which `skip` counts the items.
pub(crate) fn skipping_page(call: &Call, path: &str, items: &[Value]) -> Result<Value, Failure> {
    let size = page_size(call, DEFAULT_SIZE)?;
    let skip: usize = match call.query("skip") {
        Some(text) => text
            .parse()
            .map_err(|_| Failure::bad_request("skip", "The skip cannot be negative."))?,
        None => 0,
    };
    let rest = items.get(skip..).unwrap_or_default();
    let next = (rest.len() > size).then(|| link(call, path, &format!("skip={}", skip + size)));
    Ok(page(rest.iter().take(size).cloned().collect(), next))
}

fn page(items: Vec<Value>, next: Option<String>) -> Value {
    match next {
        Some(next) => json!({ "value": items, "nextLink": next }),
        None => json!({ "value": items }),
    }
}

fn link(call: &Call, path: &str, state: &str) -> String {
    let size =
        call.query("maxPageSize").map_or(String::new(), |size| format!("&maxPageSize={size}"));
    format!("{}{path}?{state}{size}&api-version={}", call.origin, call.version.name())
}

fn escape(text: &str) -> String {
    utf8_percent_encode(text, UNRESERVED).to_string()
}

fn page_size(call: &Call, default: usize) -> Result<usize, Failure> {
    let Some(text) = call.query("maxPageSize") else {
        return Ok(default);
    };
    match text.parse() {
        Ok(size @ 1..) => Ok(LARGEST_SIZE.min(size)),
        _ => Err(Failure::bad_request("maxPageSize", "The maxPageSize has to be positive.")),
    }
}

/// Reads a `syncState`: the position, the start time, and the number of messages.
fn decode(state: &str) -> Option<(u64, Option<Timestamp>, Option<u64>)> {
    let state = String::from_utf8(BASE64.decode(state).ok()?).ok()?;
    let mut parts = state.split('/');
    let (before, since, arrivals) = (parts.next()?, parts.next()?, parts.next()?);
    let since = match since {
        "" => None,
        ticks => Some(Timestamp::from_ticks(ticks.parse().ok()?)),
    };
    let arrivals = match arrivals {
        "" => None,
        arrivals => Some(arrivals.parse().ok()?),
    };
    Some((before.parse().ok()?, since, arrivals))
}
