//! A webhook that keeps what it gets.

use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::{HeaderMap, Method, StatusCode},
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};
use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
    time::Duration,
};
use tokio::{net::TcpListener, sync::Notify, task::JoinHandle, time::timeout};

const PATIENCE: Duration = Duration::from_secs(30);

/// Stops when it is dropped.
pub struct Webhook {
    pub url: String,
    kept: Arc<Kept>,
    server: JoinHandle<()>,
}

#[derive(Default)]
struct Kept {
    received: Mutex<Vec<Received>>,
    /// The statuses of the next responses to events; 200 after them.
    statuses: Mutex<VecDeque<u16>>,
    news: Notify,
}

/// A request with an event.
#[derive(Clone, Debug)]
pub struct Received {
    pub headers: HeaderMap,
    pub body: Value,
}

impl Received {
    /// The event without the array of the schema of Event Grid.
    pub fn event(&self) -> &Value {
        self.body.get(0).unwrap_or(&self.body)
    }

    /// The type of the event, without its prefix.
    pub fn kind(&self) -> String {
        let event = self.event();
        let full = event["type"].as_str().or(event["eventType"].as_str()).unwrap();
        full.strip_prefix("Microsoft.Communication.").unwrap().to_owned()
    }

    pub fn recipient(&self) -> Option<&str> {
        self.event()["data"]["recipientCommunicationIdentifier"]["rawId"].as_str()
    }
}

impl Webhook {
    pub async fn start() -> Self {
        Self::listen(TcpListener::bind("127.0.0.1:0").await.unwrap())
    }

    pub fn listen(listener: TcpListener) -> Self {
        let url = format!("http://{}/events?code=secret", listener.local_addr().unwrap());
        let kept = Arc::new(Kept::default());
        let router = Router::new().fallback(handle).with_state(kept.clone());
        let server = tokio::spawn(async { axum::serve(listener, router).await.unwrap() });
        Self { url, kept, server }
    }

    /// Answers the next events with these statuses.
    pub fn answer_with(&self, statuses: impl IntoIterator<Item = u16>) {
        self.kept.statuses.lock().unwrap().extend(statuses);
    }

    /// Waits for this number of events so far, and returns them.
    pub async fn wait(&self, count: usize) -> Vec<Received> {
        let enough = async {
            loop {
                let news = self.kept.news.notified();
                let received = self.kept.received.lock().unwrap().clone();
                if received.len() >= count {
                    return received;
                }
                news.await;
            }
        };
        let waited = timeout(PATIENCE, enough).await;
        waited.unwrap_or_else(|_| panic!("{:#?}", self.kept.received.lock().unwrap()))
    }
}

impl Drop for Webhook {
    fn drop(&mut self) {
        self.server.abort();
    }
}

async fn handle(
    State(kept): State<Arc<Kept>>,
    method: Method,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    if method == Method::OPTIONS {
        let origin = headers["webhook-request-origin"].clone();
        return [("webhook-allowed-origin", origin)].into_response();
    }
    let body: Value = serde_json::from_slice(&body).unwrap();
    if headers["aeg-event-type"] == "SubscriptionValidation" {
        assert_eq!(body[0]["eventType"], "Microsoft.EventGrid.SubscriptionValidationEvent");
        let code = &body[0]["data"]["validationCode"];
        return axum::Json(json!({ "validationResponse": code })).into_response();
    }
    kept.received.lock().unwrap().push(Received { headers, body });
    kept.news.notify_one();
    let status = kept.statuses.lock().unwrap().pop_front().unwrap_or(200);
    StatusCode::from_u16(status).unwrap().into_response()
}
