//! Pages and the links from one to the next.
//!
//! Threads and messages are listed newest first. Their `syncState` names the last item of the page,
//! not a count of items: what arrives in the meantime moves nothing. Participants and read receipts
//! are listed in the order in which they came, and `skip` counts them.

use crate::{call::Call, clock::Timestamp, failure::Failure};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

const DEFAULT_SIZE: usize = 20;
/// The service serves shorter pages than asked for, and so does the emulator.
const LARGEST_SIZE: usize = 200;

/// The service leaves `:` and `@` of thread ids raw in its links, unlike its clients.
const RAW_SEGMENT: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b':').remove(b'@');

/// One path segment in the service's own spelling.
pub(crate) fn segment(text: &str) -> String {
    utf8_percent_encode(text, RAW_SEGMENT).to_string()
}

/// Where a page of threads or messages begins.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cursor {
    /// Items from this position on were on earlier pages.
    pub before: u64,
    /// Items from before this moment are left out.
    pub since: Timestamp,
    pub size: usize,
}

impl Cursor {
    /// In a link of the service the `syncState` decides, because `startTime` is rounded there.
    pub fn read(call: &Call) -> Result<Self, Failure> {
        let size = page_size(call)?;
        if let Some(state) = call.query("syncState") {
            let wrong =
                || Failure::bad_request("syncState", "The syncState is not from this service.");
            let (before, since) = decode(state).ok_or_else(wrong)?;
            return Ok(Self { before, since, size });
        }
        let since = match call.query("startTime") {
            Some(text) => Timestamp::parse(text)
                .ok_or_else(|| Failure::bad_request("startTime", "The startTime is not a time."))?,
            None => Timestamp::EPOCH,
        };
        Ok(Self { before: u64::MAX, since, size })
    }

    /// The page out of the items from the cursor on, of which at most `size + 1` are looked at.
    /// `path` is that of the list, in the service's spelling.
    pub fn page(self, call: &Call, path: &str, items: impl Iterator<Item = (u64, Value)>) -> Value {
        let mut items: Vec<(u64, Value)> = items.take(self.size + 1).collect();
        let more = items.len() > self.size;
        items.truncate(self.size);
        let next = more.then(|| items.last().map_or(0, |(position, _)| *position)).map(|before| {
            let since = encode_query(&self.since.in_next_link());
            let state = encode(before, self.since);
            link(call, path, &format!("syncState={state}&startTime={since}"))
        });
        page(items.into_iter().map(|(_, item)| item).collect(), next)
    }
}

/// The page of a list in which `skip` counts the items.
pub(crate) fn skipping_page(call: &Call, path: &str, items: &[Value]) -> Result<Value, Failure> {
    let size = page_size(call)?;
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
    let version = encode_query(&call.api_version);
    format!("{}{path}?{state}{size}&api-version={version}", call.origin)
}

fn encode_query(text: &str) -> String {
    const QUERY: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
    utf8_percent_encode(text, QUERY).to_string()
}

fn page_size(call: &Call) -> Result<usize, Failure> {
    let Some(text) = call.query("maxPageSize") else {
        return Ok(DEFAULT_SIZE);
    };
    match text.parse() {
        Ok(size @ 1..) => Ok(LARGEST_SIZE.min(size)),
        _ => Err(Failure::bad_request("maxPageSize", "The maxPageSize has to be positive.")),
    }
}

fn encode(before: u64, since: Timestamp) -> String {
    BASE64.encode(format!("{before}/{}", since.ticks()))
}

fn decode(state: &str) -> Option<(u64, Timestamp)> {
    let state = String::from_utf8(BASE64.decode(state).ok()?).ok()?;
    let (before, since) = state.split_once('/')?;
    Some((before.parse().ok()?, Timestamp::from_ticks(since.parse().ok()?)))
}
