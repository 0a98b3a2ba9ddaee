//! Faults that tests inject.

mod effect;
mod pattern;

pub(crate) use effect::{ConnectionCut, inject};

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A thing that goes wrong with a request. In JSON, `kind` names the variant:
/// `{"kind": "status", "status": 429, "retryAfter": "1"}`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
#[non_exhaustive]
pub enum Fault {
    /// The request is not handled but answered with this status.
    Status {
        /// Any status, for instance 429 or 503.
        status: u16,
        /// The `Retry-After` header: seconds or an HTTP date.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        retry_after: Option<String>,
        /// The body; without one, the error body that the service has for the status.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        body: Option<Value>,
    },
    /// The connection ends without a complete response.
    Cut {
        /// Tells how far the exchange gets.
        at: CutAt,
    },
    /// The response comes later.
    Delay {
        /// The time that passes before the request is handled.
        milliseconds: u64,
    },
    /// The body of the response trickles in.
    SlowBody {
        /// The size of each piece.
        chunk_bytes: usize,
        /// The time that passes before each piece.
        milliseconds: u64,
    },
    /// The body of the response is only the first half of its JSON.
    #[serde(deserialize_with = "no_fields")]
    BrokenJson,
    /// The page of a list has a `nextLink` that leads to another origin.
    ForeignNextLink {
        /// Scheme, host and port of the link.
        origin: String,
    },
}

/// Serde ignores the fields of a variant that has none, even if unknown ones are denied.
fn no_fields<'de, D: Deserializer<'de>>(deserializer: D) -> Result<(), D::Error> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct NoFields {}
    NoFields::deserialize(deserializer).map(|NoFields {}| ())
}

/// How far an exchange gets before its connection is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum CutAt {
    /// The request has no effect.
    BeforeHandling,
    /// The request has its effect, and the client gets no response.
    BeforeResponse,
    /// The request has its effect, and the client gets half of the body. A response without a body
    /// is cut before it begins.
    InBody,
}

impl Fault {
    /// A status with the error body that the service has for it.
    pub fn status(status: u16) -> Self {
        Self::Status { status, retry_after: None, body: None }
    }

    /// 429 with a `Retry-After` header.
    pub fn too_many_requests(retry_after: impl Into<String>) -> Self {
        Self::Status { status: 429, retry_after: Some(retry_after.into()), body: None }
    }
}

/// A fault, and the requests that it hits. In JSON:
/// `{"method": "GET", "path": "/chat/threads/*/messages", "after": 1, "times": 2, "fault": {...}}`,
/// in which only `fault` is required.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct Rule {
    /// The method, in capitals; every method without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<String>,
    /// The path as the client writes it. `*` matches one segment, `**` at the end matches the rest.
    #[serde(default = "every_path")]
    pub path: String,
    /// The number of matching requests that go well before the first one fails.
    #[serde(default)]
    pub after: usize,
    /// The number of requests that fail.
    #[serde(default = "once")]
    pub times: usize,
    /// The thing that goes wrong.
    pub fault: Fault,
}

fn every_path() -> String {
    "/**".to_owned()
}

fn once() -> usize {
    1
}

impl Rule {
    /// A rule for the next request of any kind.
    pub fn new(fault: Fault) -> Self {
        Self { method: None, path: every_path(), after: 0, times: once(), fault }
    }

    /// Limits the fault to a method and a path pattern such as `/chat/threads/*/messages`.
    pub fn on(mut self, method: impl Into<String>, path: impl Into<String>) -> Self {
        (self.method, self.path) = (Some(method.into()), path.into());
        self
    }

    /// Lets this many matching requests pass first.
    pub fn after(mut self, requests: usize) -> Self {
        self.after = requests;
        self
    }

    /// Lets this many matching requests fail.
    pub fn times(mut self, requests: usize) -> Self {
        self.times = requests;
        self
    }

    fn matches(&self, method: &str, path: &str) -> bool {
        self.method.as_ref().is_none_or(|own| own == method) && pattern::matches(&self.path, path)
    }
}

impl From<Fault> for Rule {
    fn from(fault: Fault) -> Self {
        Self::new(fault)
    }
}

/// The bytes of JSON that all rules may take which come over HTTP.
const LIMIT: usize = 1 << 20;

/// The rules that wait for their requests.
#[derive(Debug, Default)]
pub struct Faults(Mutex<Vec<Rule>>);

impl Faults {
    /// Adds a rule, or a fault for the next request. Of several rules that match, the first counts.
    pub fn inject(&self, rule: impl Into<Rule>) {
        self.rules().push(rule.into());
    }

    /// Adds rules, unless all rules together would then be too large.
    pub(crate) fn inject_within_bounds(&self, new: Vec<Rule>) -> Result<(), String> {
        let size = |rules: &[Rule]| serde_json::to_string(rules).map_or(LIMIT, |json| json.len());
        let mut rules = self.rules();
        if size(&rules) + size(&new) > LIMIT {
            return Err("The rules would take more than 1 MB; remove some first.".to_owned());
        }
        rules.extend(new);
        Ok(())
    }

    /// The rules that are not used up yet.
    pub fn pending(&self) -> Vec<Rule> {
        self.rules().clone()
    }

    /// Forgets all rules.
    pub fn clear(&self) {
        self.rules().clear();
    }

    /// Uses up one time of the first rule that matches.
    fn take(&self, method: &str, path: &str) -> Option<Fault> {
        let mut rules = self.rules();
        let index = rules.iter().position(|rule| rule.times > 0 && rule.matches(method, path))?;
        let rule = &mut rules[index];
        if rule.after > 0 {
            rule.after -= 1;
            return None;
        }
        rule.times -= 1;
        let fault = rule.fault.clone();
        if rule.times == 0 {
            rules.remove(index);
        }
        Some(fault)
    }

    fn rules(&self) -> MutexGuard<'_, Vec<Rule>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
