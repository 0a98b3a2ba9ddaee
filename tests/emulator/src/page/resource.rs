//! The resource and its users, for people who start to use the emulator: no signature is needed.

use crate::{
    control::{read, refuse},
    identity::access_token,
    service::Service,
};
use axum::{
    Json,
    body::Body,
    extract::State,
    http::{HeaderMap, StatusCode, header::HOST},
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use serde_json::{Value, json};
use std::sync::Arc;

/// Endpoint and connection string as this client reaches the emulator: a container or a proxy may
/// have given it another address.
pub(super) async fn resource(
    State(service): State<Arc<Service>>,
    headers: HeaderMap,
) -> Json<Value> {
    let host = headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let endpoint = format!("{}://{host}", service.scheme);
    Json(json!({
        "connectionString": service.connection_string(&endpoint),
        "endpoint": endpoint,
        "entraToken": service.entra_token,
    }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NewToken {
    /// A user of the resource; without it, a new one.
    user: Option<String>,
    #[serde(default = "chat")]
    scopes: Vec<String>,
    #[serde(default = "an_hour")]
    minutes: u64,
}

fn chat() -> Vec<String> {
    vec!["chat".to_owned()]
}

fn an_hour() -> u64 {
    60
}

/// Unlike the Identity API, this issues tokens that last less than an hour, too.
pub(super) async fn issue_token(
    State(service): State<Arc<Service>>,
    headers: HeaderMap,
    body: Body,
) -> Result<(StatusCode, Json<Value>), Response> {
    const SCOPES: [&str; 5] = ["chat", "chat.join", "chat.join.limited", "voip", "voip.join"];
    let NewToken { user, scopes, minutes } = read(&service, &headers, body).await?;
    if !(1..=1440).contains(&minutes) {
        return Err(refuse("minutes is out of range: a token lasts 1 to 1440 minutes.".to_owned()));
    }
    if scopes.is_empty() || scopes.iter().any(|scope| !SCOPES.contains(&scope.as_str())) {
        return Err(refuse(format!("scopes takes one or more of {}.", SCOPES.join(", "))));
    }
    let issued = {
        let identities = &mut service.store().identities;
        let user = user.unwrap_or_else(|| identities.create(None));
        let mut issued = access_token(&service, identities, &user, scopes, minutes)
            .map_err(|_| refuse("user is not a user of this resource.".to_owned()))?;
        issued["user"] = user.into();
        issued
    };
    service.stored().await.map_err(IntoResponse::into_response)?;
    Ok((StatusCode::CREATED, Json(issued)))
}
