//! Events, as Azure Event Grid sends them: made from changes, posted to webhooks, tried again.

mod changes;
mod delivery;
mod event;
mod filter;
mod handshake;
mod routes;
mod webhook;

pub(crate) use changes::{
    MessageChange, message_changed, participants_changed, thread_created, thread_deleted,
    thread_updated, typing,
};
pub use delivery::{Delivery, DeliveryStatus};
pub use event::EventSchema;
pub use filter::Filter;
pub(crate) use routes::routes;

use delivery::Deliveries;
use event::Event;
use serde::Serialize;
use std::{
    io::{self, Error, ErrorKind},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use tokio::{sync::watch, task::AbortHandle};
use webhook::Webhook;

/// A webhook that gets events.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Subscription {
    /// The number of the subscription, from 1.
    pub id: u64,
    /// Where events are posted.
    pub url: String,
    /// Which events are posted, and in which schema.
    #[serde(flatten)]
    pub filter: Filter,
}

/// Each subscription keeps a task and its filter.
const SUBSCRIPTIONS: usize = 100;

/// The subscriptions of an emulator, and the events for them.
pub(crate) struct Events(Arc<Shared>);

/// The state that the tasks of the subscriptions share.
struct Shared {
    state: Mutex<State>,
    /// Wakes the tasks.
    news: watch::Sender<()>,
}

#[derive(Default)]
struct State {
    subscriptions: Vec<Subscribed>,
    last_id: u64,
    deliveries: Deliveries,
    /// Counts the changes of subscriptions and deliveries.
    revision: u64,
}

struct Subscribed {
    subscription: Subscription,
    task: AbortHandle,
}

impl Default for Events {
    fn default() -> Self {
        Self(Arc::new(Shared { state: Mutex::default(), news: watch::Sender::new(()) }))
    }
}

impl Events {
    /// Shakes hands with a webhook and subscribes it. Returns the id of the subscription.
    pub async fn subscribe(&self, url: &str, filter: Filter) -> io::Result<u64> {
        let invalid = |message: String| Error::new(ErrorKind::InvalidInput, message);
        let webhook = Webhook::new(url).map_err(invalid)?;
        let filter = filter.checked().map_err(invalid)?;
        handshake::shake(&webhook, filter.schema).await.map_err(Error::other)?;
        self.add(url, filter, webhook)
            .ok_or_else(|| Error::other("there are 100 subscriptions already; remove one first"))
    }

    fn add(&self, url: &str, filter: Filter, webhook: Webhook) -> Option<u64> {
        let mut state = self.0.state();
        if state.subscriptions.len() == SUBSCRIPTIONS {
            return None;
        }
        state.last_id += 1;
        state.revision += 1;
        let subscription = Subscription { id: state.last_id, url: url.to_owned(), filter };
        let task = tokio::spawn(delivery::deliver(self.0.clone(), subscription.clone(), webhook));
        state.subscriptions.push(Subscribed { subscription, task: task.abort_handle() });
        Some(state.last_id)
    }

    /// Ends a subscription. False if it does not exist.
    pub fn unsubscribe(&self, id: u64) -> bool {
        let mut state = self.0.state();
        let index = state.subscriptions.iter().position(|it| it.subscription.id == id);
        if let Some(index) = index {
            state.subscriptions.remove(index);
            state.deliveries.abandon(id);
            state.revision += 1;
        }
        index.is_some()
    }

    pub fn subscriptions(&self) -> Vec<Subscription> {
        self.0.state().subscriptions.iter().map(|it| it.subscription.clone()).collect()
    }

    /// Oldest first.
    pub fn deliveries(&self) -> Vec<Delivery> {
        self.0.state().deliveries.iter().cloned().collect()
    }

    /// Forgets the events so far, also those that are not delivered.
    pub fn forget_deliveries(&self) {
        let mut state = self.0.state();
        state.deliveries.clear();
        state.revision += 1;
    }

    /// A number that changes with the subscriptions and the deliveries.
    pub fn revision(&self) -> u64 {
        self.0.state().revision
    }

    /// Sends the events of a change. They are not even made if nobody gets them.
    pub fn report(&self, events: impl FnOnce() -> Vec<Event>) {
        let mut state = self.0.state();
        let State { subscriptions, deliveries, revision, .. } = &mut *state;
        if subscriptions.is_empty() {
            return;
        }
        for event in events() {
            for Subscribed { subscription: Subscription { id, filter, .. }, .. } in &*subscriptions
            {
                if filter.includes(&event) {
                    deliveries.add(*id, &event, event.body(filter.schema));
                }
            }
        }
        *revision += 1;
        self.0.news.send_replace(());
    }
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Subscribed {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// The tasks hold the state, so they do not end by themselves.
impl Drop for Events {
    fn drop(&mut self) {
        self.0.state().subscriptions.clear();
    }
}
