//! The handshake before the first event. It shows that the owner of the webhook wants events.

use super::{EventSchema, webhook::Webhook};
use crate::clock::Timestamp;
use axum::http::Method;
use serde_json::{Value, json};
use std::time::SystemTime;
use uuid::Uuid;

/// The origin that asks for permission to send CloudEvents.
const ORIGIN: &str = "eventgrid.azure.net";

/// The error says what is wrong with the response.
pub(super) async fn shake(webhook: &Webhook, schema: EventSchema) -> Result<(), String> {
    match schema {
        EventSchema::EventGrid => validate(webhook).await,
        EventSchema::CloudEvents => ask(webhook).await,
    }
}

/// Sends an event with a code, which the response has to repeat.
async fn validate(webhook: &Webhook) -> Result<(), String> {
    let code = Uuid::new_v4().to_string();
    let event = json!([{
        "id": Uuid::new_v4().to_string(),
        "topic": "",
        "subject": "",
        "data": { "validationCode": code },
        "eventType": "Microsoft.EventGrid.SubscriptionValidationEvent",
        "eventTime": Timestamp::from(SystemTime::now()).in_utc(),
        "metadataVersion": "1",
        "dataVersion": "2",
    }]);
    let headers =
        [("content-type", "application/json"), ("aeg-event-type", "SubscriptionValidation")];
    let answer = webhook.send(Method::POST, &headers, event.to_string()).await?;
    if !answer.status.is_success() {
        return Err(format!(
            "the webhook answered {} to the SubscriptionValidationEvent",
            answer.status
        ));
    }
    let body: Value = serde_json::from_slice(&answer.body).unwrap_or_default();
    match body["validationResponse"] == code {
        true => Ok(()),
        false => Err("the response to the SubscriptionValidationEvent does not have its \
                      validationCode as validationResponse"
            .to_owned()),
    }
}

/// Asks for the permission to post, as the webhook specification of CloudEvents describes.
async fn ask(webhook: &Webhook) -> Result<(), String> {
    let headers = [("webhook-request-origin", ORIGIN)];
    let answer = webhook.send(Method::OPTIONS, &headers, String::new()).await?;
    if !answer.status.is_success() {
        return Err(format!(
            "the webhook answered {} to OPTIONS with WebHook-Request-Origin",
            answer.status
        ));
    }
    let allowed = answer.headers.get("webhook-allowed-origin");
    match allowed.is_some_and(|origin| origin == ORIGIN || origin == "*") {
        true => Ok(()),
        false => Err(format!(
            "the response to OPTIONS does not have the header WebHook-Allowed-Origin: {ORIGIN}"
        )),
    }
}
