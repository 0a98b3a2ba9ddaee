//! Deliveries: one event for one subscription, posted until the webhook takes it.

use super::{EventSchema, Shared, Subscription, event::Event, webhook::Webhook};
use axum::http::{Method, StatusCode};
use serde::Serialize;
use std::{collections::VecDeque, sync::Arc, time::Duration};
use tokio::{task::JoinSet, time::sleep};

/// An event for a subscription, and how far its delivery has come.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Delivery {
    /// The position among all deliveries, from 1.
    pub number: u64,
    /// The id of the subscription.
    pub subscription: u64,
    /// The type of the event, with its prefix.
    pub event_type: String,
    /// The subject of the event.
    pub subject: String,
    /// The body of the request, as JSON.
    pub body: String,
    /// How far the delivery has come.
    pub status: DeliveryStatus,
    /// How often the event was posted.
    pub attempts: u32,
    /// The status of the last response.
    pub response_status: Option<u16>,
    /// Why the last attempt failed.
    pub problem: Option<String>,
}

/// How far the delivery of an event has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum DeliveryStatus {
    /// It is posted for the first time soon, or again after a failure.
    Waiting,
    /// The webhook took it.
    Delivered,
    /// The webhook refused it for good, 30 attempts failed, or the subscription ended.
    Failed,
}

/// Event Grid gives up after this many attempts.
const ATTEMPTS: u32 = 30;
/// The pause after the first attempt. It doubles with every further one. Event Grid begins with ten
/// seconds, which is long for a test.
const FIRST_PAUSE: Duration = Duration::from_millis(250);
const LONGEST_PAUSE: Duration = Duration::from_secs(60);

/// The newest deliveries, as many as fit.
#[derive(Debug, Default)]
pub(super) struct Deliveries {
    list: VecDeque<Delivery>,
    size: usize,
    last_number: u64,
}

/// The bytes for deliveries. The oldest are forgotten, and then no longer sent.
const LIMIT: usize = 8 << 20;

impl Deliveries {
    pub fn add(&mut self, subscription: u64, event: &Event, mut body: String) {
        body.shrink_to_fit();
        self.last_number += 1;
        let delivery = Delivery {
            number: self.last_number,
            subscription,
            event_type: event.full_type(),
            subject: event.subject.clone(),
            body,
            status: DeliveryStatus::Waiting,
            attempts: 0,
            response_status: None,
            problem: None,
        };
        self.size += size(&delivery);
        self.list.push_back(delivery);
        while self.size > LIMIT {
            self.size -= self.list.pop_front().as_ref().map_or(0, size);
        }
    }

    pub fn iter(&self) -> impl Iterator<Item = &Delivery> {
        self.list.iter()
    }

    /// Numbers go on, so that no two deliveries share one.
    pub fn clear(&mut self) {
        self.list = VecDeque::new();
        self.size = 0;
    }

    /// Gives up what waits for a subscription.
    pub fn abandon(&mut self, subscription: u64) {
        let waiting = |it: &&mut Delivery| it.status == DeliveryStatus::Waiting;
        let own = self.list.iter_mut().filter(|it| it.subscription == subscription);
        for delivery in own.filter(waiting) {
            delivery.status = DeliveryStatus::Failed;
            delivery.problem = Some("the subscription ended".to_owned());
        }
    }

    fn get_mut(&mut self, number: u64) -> Option<&mut Delivery> {
        let index = self.list.binary_search_by_key(&number, |delivery| delivery.number).ok()?;
        self.list.get_mut(index)
    }

    /// The next delivery of a subscription after a number.
    fn next(&self, subscription: u64, after: u64) -> Option<u64> {
        let start = self.list.partition_point(|delivery| delivery.number <= after);
        let mut later = self.list.range(start..);
        later.find(|it| it.subscription == subscription).map(|delivery| delivery.number)
    }
}

/// A problem takes up to 200 bytes.
fn size(delivery: &Delivery) -> usize {
    delivery.body.len() + delivery.subject.len() + delivery.event_type.len() + 400
}

/// Posts the events of a subscription, one after the other. An event that the webhook does not take
/// waits for its next attempt on its own, so later ones pass it, as in Event Grid.
pub(super) async fn deliver(shared: Arc<Shared>, subscription: Subscription, webhook: Webhook) {
    let mut news = shared.news.subscribe();
    let attempts = Arc::new(Attempts {
        schema: subscription.filter.schema,
        name: format!("emulator-{}", subscription.id),
        shared,
        webhook,
    });
    let mut retries = JoinSet::new();
    let mut last = 0;
    loop {
        let next = attempts.shared.state().deliveries.next(subscription.id, last);
        match next {
            Some(number) => {
                last = number;
                if let Some(pause) = attempts.make(number).await {
                    retries.spawn(attempts.clone().retry(number, pause));
                }
                while retries.try_join_next().is_some() {}
            }
            None => {
                let _ = news.changed().await;
            }
        }
    }
}

/// Attempts to deliver the events of a subscription.
struct Attempts {
    shared: Arc<Shared>,
    schema: EventSchema,
    name: String,
    webhook: Webhook,
}

impl Attempts {
    async fn retry(self: Arc<Self>, number: u64, mut pause: Duration) {
        loop {
            sleep(pause).await;
            match self.make(number).await {
                Some(next) => pause = next,
                None => return,
            }
        }
    }

    /// Posts an event once. Returns the pause before the next attempt if there has to be one.
    async fn make(&self, number: u64) -> Option<Duration> {
        let (body, attempt) = {
            let mut state = self.shared.state();
            let delivery = state.deliveries.get_mut(number)?;
            delivery.attempts += 1;
            (delivery.body.clone(), delivery.attempts)
        };
        let result = self.post(body, attempt).await;
        let mut state = self.shared.state();
        state.revision += 1;
        let delivery = state.deliveries.get_mut(number)?;
        delivery.response_status = result.as_ref().ok().map(StatusCode::as_u16);
        delivery.status = match &result {
            Ok(status) if is_taken(*status) => DeliveryStatus::Delivered,
            Ok(status) if is_refused(*status) => DeliveryStatus::Failed,
            _ if attempt == ATTEMPTS => DeliveryStatus::Failed,
            _ => DeliveryStatus::Waiting,
        };
        delivery.problem = match result {
            Ok(status) if is_taken(status) => None,
            Ok(status) => Some(format!("the webhook answered {status}")),
            Err(problem) => Some(problem.chars().take(100).collect()),
        };
        tracing::info!(
            "{} to webhook {}, attempt {attempt}: {}",
            delivery.event_type,
            delivery.subscription,
            delivery.problem.as_deref().unwrap_or("delivered")
        );
        let pause = FIRST_PAUSE.saturating_mul(1 << (attempt - 1).min(16)).min(LONGEST_PAUSE);
        (delivery.status == DeliveryStatus::Waiting).then_some(pause)
    }

    async fn post(&self, body: String, attempt: u32) -> Result<StatusCode, String> {
        let content_type = match self.schema {
            EventSchema::EventGrid => "application/json; charset=utf-8",
            EventSchema::CloudEvents => "application/cloudevents+json; charset=utf-8",
        };
        let count = (attempt - 1).to_string();
        let headers = [
            ("content-type", content_type),
            ("aeg-event-type", "Notification"),
            ("aeg-subscription-name", &self.name),
            ("aeg-delivery-count", &count),
        ];
        let answer = self.webhook.send(Method::POST, &headers, body).await?;
        Ok(answer.status)
    }
}

/// The statuses that Event Grid takes for success.
fn is_taken(status: StatusCode) -> bool {
    (200..=204).contains(&status.as_u16())
}

/// The statuses after which Event Grid does not try again.
fn is_refused(status: StatusCode) -> bool {
    matches!(status, StatusCode::BAD_REQUEST | StatusCode::PAYLOAD_TOO_LARGE)
}

#[cfg(test)]
mod tests {
    use super::{Deliveries, DeliveryStatus, LIMIT};
    use crate::{clock::Timestamp, events::event::Event, memory::most_bytes};
    use serde_json::Value;

    fn add(deliveries: &mut Deliveries, subscription: u64, bytes: usize) {
        let event = Event {
            id: String::new(),
            kind: "ChatThreadDeleted",
            subject: String::new(),
            time: Timestamp::EPOCH,
            for_user: false,
            data: Value::Null,
        };
        deliveries.add(subscription, &event, "x".repeat(bytes));
    }

    #[test]
    fn the_oldest_deliveries_make_room() {
        let mut deliveries = Deliveries::default();
        for _ in 0..20 {
            add(&mut deliveries, 1, 1 << 20);
        }
        assert_eq!(deliveries.list.len(), (LIMIT >> 20) - 1);
        assert!(deliveries.size <= LIMIT);
        let oldest = deliveries.list[0].number;
        assert_eq!(deliveries.next(1, 0), Some(oldest), "those that are forgotten are not sent");
        assert!(deliveries.get_mut(oldest - 1).is_none());
        deliveries.clear();
        assert_eq!((deliveries.size, deliveries.next(1, 0)), (0, None));
    }

    #[test]
    fn deliveries_take_no_more_memory_than_their_bound() {
        for length in [0, 100_000] {
            let held = most_bytes(Deliveries::default, |deliveries, _| {
                for _ in 0..LIMIT / (300 + length) {
                    add(deliveries, 1, length);
                }
            });
            assert!(held <= LIMIT && held > LIMIT / 2, "{length}: {held}");
        }
    }

    #[test]
    fn each_subscription_has_its_own_deliveries() {
        let mut deliveries = Deliveries::default();
        for subscription in [1, 2, 1] {
            add(&mut deliveries, subscription, 0);
        }
        let numbers = [0, 1, 3].map(|after| deliveries.next(1, after));
        assert_eq!(numbers, [Some(1), Some(3), None]);
        deliveries.abandon(1);
        let given_up = deliveries.iter().filter(|it| it.status == DeliveryStatus::Failed);
        assert!(given_up.map(|it| it.number).eq([1, 3]));
    }
}
