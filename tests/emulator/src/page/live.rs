//! The content of the page, as server-sent events.
//!
//! - `overview`: users, threads, faults, violations and the clock
//! - `thread`: the thread that `?thread=` names, with its participants, messages and receipts, or
//!   `null` if there is none
//! - `events`: subscriptions, and the newest deliveries of events to them
//! - `requests`: new and completed requests; the first event of a connection has all of them
//!
//! An event has everything of its kind, so a page that missed one is right again after the next.

use crate::{
    contract::Api, events::Delivery, service::Service, store::Thread, version::ApiVersion,
};
use axum::{
    extract::{Query, State},
    response::{
        IntoResponse,
        sse::{Event, KeepAlive, Sse},
    },
};
use futures::{StreamExt, stream};
use serde::Deserialize;
use serde_json::{Value, json};
use std::{convert::Infallible, sync::Arc, time::Duration};
use tokio::time::{Interval, MissedTickBehavior, interval};

/// How often the page learns of changes. The stream compares instead of being told: the library
/// changes faults without a request, and time alone ends a thread with a retention policy.
const PERIOD: Duration = Duration::from_millis(200);

/// How many threads, users, messages and requests the page shows, the newest of each.
const THREADS: usize = 200;
const USERS: usize = 500;
const MESSAGES: usize = 200;
const REQUESTS: usize = 500;
const DELIVERIES: usize = 100;

#[derive(Deserialize)]
pub(super) struct Watched {
    thread: Option<String>,
}

pub(super) async fn events(
    State(service): State<Arc<Service>>,
    Query(Watched { thread }): Query<Watched>,
) -> impl IntoResponse {
    let mut ticks = interval(PERIOD);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let watcher = Watcher { service, thread, ticks, sent: Sent::default() };
    let events = stream::unfold(watcher, async |mut watcher| {
        watcher.ticks.tick().await;
        Some((stream::iter(watcher.changes()), watcher))
    });
    Sse::new(events.flatten().map(Ok::<Event, Infallible>)).keep_alive(KeepAlive::default())
}

struct Watcher {
    service: Arc<Service>,
    thread: Option<String>,
    ticks: Interval,
    sent: Sent,
}

/// The content that the page has already.
#[derive(Default)]
struct Sent {
    overview: String,
    thread: String,
    /// The revision of subscriptions and deliveries; absent before the first event.
    events: Option<u64>,
    /// The revision of the request log; absent before the first event.
    requests: Option<u64>,
}

impl Watcher {
    fn changes(&mut self) -> Vec<Event> {
        let mut events = Vec::new();
        let overview = overview(&self.service).to_string();
        if overview != self.sent.overview {
            events.push(Event::default().event("overview").data(&overview));
            self.sent.overview = overview;
        }
        if let Some(id) = &self.thread {
            let thread = details(&self.service, id).to_string();
            if thread != self.sent.thread {
                events.push(Event::default().event("thread").data(&thread));
                self.sent.thread = thread;
            }
        }
        let revision = Some(self.service.events.revision());
        if revision != self.sent.events {
            let data = deliveries(&self.service).to_string();
            events.push(Event::default().event("events").data(data));
            self.sent.events = revision;
        }
        let (requests, revision) =
            self.service.log.changes(self.sent.requests.unwrap_or_default(), REQUESTS);
        if self.sent.requests.is_none() || !requests.is_empty() {
            events.push(Event::default().event("requests").data(json!(requests).to_string()));
        }
        self.sent.requests = Some(revision);
        events
    }
}

fn overview(service: &Service) -> Value {
    let now = service.clock.now();
    let store = service.store();
    let threads: Vec<Value> = store
        .newest_threads()
        .take(THREADS)
        .map(|thread| {
            let mut item = thread.item(now);
            item["participantCount"] = thread.participants().len().into();
            item["messageCount"] = thread.all_messages().len().into();
            item
        })
        .collect();
    json!({
        "threads": threads,
        "threadCount": store.newest_threads().len(),
        "users": store.identities.newest().take(USERS).collect::<Vec<_>>(),
        "userCount": store.identities.newest().len(),
        "faults": service.faults.pending(),
        "violations": service.violations(),
        "clockOffsetSeconds": service.clock.offset_seconds(),
        "firstRequest": service.log.first_number(),
    })
}

/// Newest first.
fn deliveries(service: &Service) -> Value {
    let newest: Vec<Delivery> =
        service.events.deliveries().into_iter().rev().take(DELIVERIES).collect();
    json!({ "subscriptions": service.events.subscriptions(), "deliveries": newest })
}

fn details(service: &Service, id: &str) -> Value {
    let store = service.store();
    let Some(thread) = store.any_thread(id) else { return Value::Null };
    let version = ApiVersion::latest(Api::Chat);
    let mut details = thread.properties(version);
    details["participants"] =
        thread.participants().iter().map(|participant| participant.to_json(version)).collect();
    details["messages"] = newest_messages(thread, version);
    details["receipts"] = thread.receipts().into();
    if let Some(deleted_on) = thread.deleted_on(service.clock.now()) {
        details["deletedOn"] = deleted_on.to_string().into();
    }
    details
}

/// The messages in the order in which people read them.
fn newest_messages(thread: &Thread, version: ApiVersion) -> Value {
    let messages = thread.all_messages();
    let skipped = messages.len().saturating_sub(MESSAGES);
    messages.skip(skipped).map(|message| message.to_json(version)).collect()
}
