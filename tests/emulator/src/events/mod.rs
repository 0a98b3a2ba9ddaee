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

use crate::store::{Journal, Table};
use delivery::Deliveries;
use event::Event;
use serde::{Deserialize, Serialize};
use std::{
    io::{self, Error, ErrorKind},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use tokio::{sync::watch, task::AbortHandle};
use webhook::Webhook;

/// A webhook that gets events.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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

/// The subscriptions of an emulator, and the events for them. The data folder has the subscriptions
/// only.
pub(crate) struct Events {
    shared: Arc<Shared>,
    journal: Journal,
}

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

impl Events {
    pub fn new(journal: Journal) -> Self {
        let shared = Shared { state: Mutex::default(), news: watch::Sender::new(()) };
        Self { shared: Arc::new(shared), journal }
    }

    /// Takes up subscriptions of an earlier process. Their webhooks shook hands then.
    pub fn restore(subscriptions: Vec<Subscription>, journal: Journal) -> Result<Self, String> {
        let events = Self::new(journal);
        for subscription in subscriptions {
            let webhook = Webhook::new(&subscription.url)?;
            events.start(&mut events.shared.state(), subscription, webhook);
        }
        Ok(events)
    }

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
        let mut state = self.shared.state();
        if state.subscriptions.len() == SUBSCRIPTIONS {
            return None;
        }
        let id = state.last_id + 1;
        let subscription = Subscription { id, url: url.to_owned(), filter };
        self.journal.put(Table::Subscriptions, key(id), &subscription);
        self.start(&mut state, subscription, webhook);
        Some(id)
    }

    fn start(&self, state: &mut State, subscription: Subscription, webhook: Webhook) {
        state.last_id = state.last_id.max(subscription.id);
        state.revision += 1;
        let delivery = delivery::deliver(self.shared.clone(), subscription.clone(), webhook);
        let task = tokio::spawn(delivery).abort_handle();
        state.subscriptions.push(Subscribed { subscription, task });
    }

    /// Ends a subscription. False if it does not exist.
    pub fn unsubscribe(&self, id: u64) -> bool {
        let mut state = self.shared.state();
        let index = state.subscriptions.iter().position(|it| it.subscription.id == id);
        if let Some(index) = index {
            self.journal.remove(Table::Subscriptions, key(id));
            state.subscriptions.remove(index);
            state.deliveries.abandon(id);
            state.revision += 1;
        }
        index.is_some()
    }

    pub fn subscriptions(&self) -> Vec<Subscription> {
        self.shared.state().subscriptions.iter().map(|it| it.subscription.clone()).collect()
    }

    /// Oldest first.
    pub fn deliveries(&self) -> Vec<Delivery> {
        self.shared.state().deliveries.iter().cloned().collect()
    }

    /// Forgets the events so far, also those that are not delivered.
    pub fn forget_deliveries(&self) {
        let mut state = self.shared.state();
        state.deliveries.clear();
        state.revision += 1;
    }

    /// A number that changes with the subscriptions and the deliveries.
    pub fn revision(&self) -> u64 {
        self.shared.state().revision
    }

    /// Sends the events of a change. Makes them only if there are subscriptions.
    pub fn report<E: IntoIterator<Item = Event>>(&self, events: impl FnOnce() -> E) {
        let mut state = self.shared.state();
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
        self.shared.news.send_replace(());
    }
}

/// Keys sort like the ids.
fn key(id: u64) -> String {
    format!("{id:020}")
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
        self.shared.state().subscriptions.clear();
    }
}
