//! Receives chat events from Event Grid.
//!
//! Create a subscription of the type "Web Hook", in either schema, for
//! `https://<host>/events?code=<secret>`. Run the webhook with `WEBHOOK_SECRET` set to the secret, and
//! the address to listen on as its argument.
use acs_chat::events::{ChatEvent, ChatEventData, SeenEvents, WebhookSecret, handshake_headers};
use axum::{
    Router,
    extract::Query,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let secret = WebhookSecret::new(std::env::var("WEBHOOK_SECRET")?);
    let seen = Arc::new(Mutex::new(SeenEvents::new(10_000)));
    let receive = async move |Query(query): Query<HashMap<String, String>>, body: String| {
        let knows_secret = query.get("code").is_some_and(|code| secret.matches(code));
        if knows_secret { receive(&body, &seen) } else { StatusCode::UNAUTHORIZED.into_response() }
    };
    let events = axum::routing::post(receive).options(agree);
    let address = std::env::args().nth(1).unwrap_or("127.0.0.1:8080".to_owned());
    let listener = tokio::net::TcpListener::bind(address).await?;
    println!("listening on http://{}/events", listener.local_addr()?);
    Ok(axum::serve(listener, Router::new().route("/events", events)).await?)
}

/// Agrees to a subscription in the CloudEvents schema.
async fn agree(headers: HeaderMap) -> Response {
    let origin = headers.get("webhook-request-origin").and_then(|it| it.to_str().ok());
    match origin.and_then(handshake_headers) {
        Some(headers) => headers.into_response(),
        None => StatusCode::BAD_REQUEST.into_response(),
    }
}

fn receive(body: &str, seen: &Mutex<SeenEvents>) -> Response {
    let Ok(events) = ChatEvent::parse(body) else { return StatusCode::BAD_REQUEST.into_response() };
    for event in events {
        match event {
            // Agree to a subscription in the Event Grid schema.
            Ok(ChatEvent { data: ChatEventData::SubscriptionValidation(it), .. }) => {
                return ([(header::CONTENT_TYPE, "application/json")], it.response_body())
                    .into_response();
            }
            Ok(event) if !seen.lock().expect("no handler panics").insert(&event.id) => {}
            Ok(event) => match &event.data {
                ChatEventData::ChatMessageReceivedInThread(message) => {
                    println!("{:?} in {:?}", message.message_id, message.thread_id);
                }
                other => println!("{other:?}"),
            },
            Err(error) => eprintln!("{error}"),
        }
    }
    StatusCode::OK.into_response()
}
