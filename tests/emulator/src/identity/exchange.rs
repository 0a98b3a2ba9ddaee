//! Tokens of Microsoft Entra ID in exchange for tokens of Communication Services.
//!
//! A real Entra token names its user. The emulator takes one Entra token, which always means
//! the same person.

use super::{Answered, access_token};
use crate::{answer::Answer, auth::Caller, call::Call, failure::Failure, service::Service};
use axum::{Extension, extract::State};
use serde_json::{Value, json};
use std::sync::Arc;

const TENANT: &str = "0e7b9d34-61a8-4d0c-b5f2-9c3e8a7d1f20";
const OBJECT: &str = "5d2a7c10-94be-4c7f-8f21-0b6f3f9f6c55";

/// Exchanged tokens end with the Entra token, which lasts about an hour.
const MINUTES: u64 = 60;

/// Takes the Entra token from the body. The caller authorizes as the resource.
pub(crate) async fn teams_user(State(service): State<Arc<Service>>, call: Call) -> Answered {
    if call.body["appId"] == "" {
        return Err(Failure::validation("appId", "Invalid AppId - AppId field is required."));
    }
    // The first version of the operation has neither `appId` nor `userId`.
    let user = call.body["userId"].as_str().unwrap_or(OBJECT);
    if user.is_empty() || call.body["token"] != service.entra_token.as_str() {
        return Err(Failure::invalid_token());
    }
    token(&service, &format!("8:orgid:{user}")).map(Answer::ok)
}

pub(crate) async fn teams_extension(
    State(service): State<Arc<Service>>,
    Extension(caller): Extension<Caller>,
) -> Answered {
    let resource = service.store().identities.resource_id.clone();
    exchange(&service, &caller, &format!("8:acs:{resource}_{TENANT}_{OBJECT}"))
}

pub(crate) async fn entra(
    State(service): State<Arc<Service>>,
    Extension(caller): Extension<Caller>,
) -> Answered {
    let resource = service.store().identities.resource_id.clone();
    exchange(&service, &caller, &format!("8:acs:{resource}_{OBJECT}"))
}

/// Gives the bearer of the Entra token a token for the user with this raw id.
fn exchange(service: &Service, caller: &Caller, id: &str) -> Answered {
    if !matches!(caller, Caller::Entra) {
        return Err(Failure::invalid_token());
    }
    let token = token(service, id)?;
    Ok(Answer::ok(json!({ "identity": { "id": id }, "accessToken": token })))
}

fn token(service: &Service, id: &str) -> Result<Value, Failure> {
    let mut store = service.store();
    store.identities.ensure(id);
    let scopes = vec!["chat".to_owned(), "voip".to_owned()];
    access_token(service, &mut store.identities, id, scopes, MINUTES)
}
