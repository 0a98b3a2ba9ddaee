//! Subscriptions and deliveries over HTTP.

use super::{Delivery, EventSchema, Filter, Subscription};
use crate::{
    control::{read, refuse},
    service::Service,
};
use axum::{
    Json, Router,
    body::Body,
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
    routing::{delete, get},
};
use serde::Deserialize;
use serde_json::{Value, json};
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Service>> {
    Router::new()
        .route("/__emulator/subscriptions", get(subscriptions).post(subscribe))
        .route("/__emulator/subscriptions/{id}", delete(unsubscribe))
        .route("/__emulator/deliveries", get(deliveries).delete(forget_deliveries))
}

async fn subscriptions(State(service): State<Arc<Service>>) -> Json<Vec<Subscription>> {
    Json(service.events.subscriptions())
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct NewSubscription {
    url: String,
    #[serde(default)]
    schema: EventSchema,
    #[serde(default)]
    types: Vec<String>,
    #[serde(default)]
    subject_begins_with: String,
    #[serde(default)]
    subject_ends_with: String,
}

async fn subscribe(
    State(service): State<Arc<Service>>,
    headers: HeaderMap,
    body: Body,
) -> Result<(StatusCode, Json<Value>), Response> {
    let NewSubscription { url, schema, types, subject_begins_with, subject_ends_with } =
        read(&service, &headers, body).await?;
    let filter = Filter { schema, types, subject_begins_with, subject_ends_with };
    let subscribed = service.subscribe(&url, filter).await;
    let id = subscribed.map_err(|error| refuse(format!("{error}.")))?;
    Ok((StatusCode::CREATED, Json(json!({ "id": id }))))
}

async fn unsubscribe(
    State(service): State<Arc<Service>>,
    Path(id): Path<u64>,
) -> Result<StatusCode, Response> {
    let ended = service.unsubscribe(id);
    service.stored().await.map_err(IntoResponse::into_response)?;
    Ok(if ended { StatusCode::NO_CONTENT } else { StatusCode::NOT_FOUND })
}

async fn deliveries(State(service): State<Arc<Service>>) -> Json<Vec<Delivery>> {
    Json(service.events.deliveries())
}

async fn forget_deliveries(State(service): State<Arc<Service>>) -> StatusCode {
    service.events.forget_deliveries();
    StatusCode::NO_CONTENT
}
