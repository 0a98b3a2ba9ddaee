//! Tokens of Microsoft Entra ID for tokens of Communication Services.
//!
//! A real token says who its user is. The emulator knows one Entra token, which stands for one
//! person, always the same.

use super::{Answered, access_token};
use crate::{answer::Answer, auth::Caller, call::Call, failure::Failure, service::Service};
use axum::{Extension, extract::State};
use serde_json::json;
use std::sync::Arc;

const TENANT: &str = "0e7b9d34-61a8-4d0c-b5f2-9c3e8a7d1f20";
const OBJECT: &str = "5d2a7c10-94be-4c7f-8f21-0b6f3f9f6c55";

/// Exchanged tokens end with the Entra token, which lasts about an hour.
const MINUTES: u64 = 60;

/// The Entra token stands in the body here, and the caller signs as the resource.
pub(crate) async fn teams_user(State(service): State<Arc<Service>>, call: Call) -> Answered {
    let text = |name: &str| call.body[name].as_str().unwrap_or_default();
    for name in ["token", "appId", "userId"] {
        if text(name).is_empty() {
            return Err(Failure::validation(name, "The property cannot be empty."));
        }
    }
    if text("token") != service.entra_token {
        return Err(Failure::invalid_token());
    }
    let mut store = service.store();
    let id = store.identities.ensure(format!("8:orgid:{}", text("userId")));
    let scopes = vec!["chat".to_owned(), "voip".to_owned()];
    Ok(Answer::ok(access_token(&service, &store.identities, &id, scopes, MINUTES)?))
}

pub(crate) async fn teams_extension(
    State(service): State<Arc<Service>>,
    Extension(caller): Extension<Caller>,
) -> Answered {
    let resource = service.store().identities.resource_id.clone();
    exchange(&service, &caller, format!("8:acs:{resource}_{TENANT}_{OBJECT}"))
}

pub(crate) async fn entra(
    State(service): State<Arc<Service>>,
    Extension(caller): Extension<Caller>,
) -> Answered {
    let resource = service.store().identities.resource_id.clone();
    exchange(&service, &caller, format!("8:acs:{resource}_{OBJECT}"))
}

/// The bearer of the Entra token becomes the user with this raw id.
fn exchange(service: &Service, caller: &Caller, id: String) -> Answered {
    if !matches!(caller, Caller::Entra) {
        return Err(Failure::invalid_token());
    }
    let mut store = service.store();
    let id = store.identities.ensure(id);
    let scopes = vec!["chat".to_owned(), "voip".to_owned()];
    let token = access_token(service, &store.identities, &id, scopes, MINUTES)?;
    Ok(Answer::ok(json!({ "identity": { "id": id }, "accessToken": token })))
}
