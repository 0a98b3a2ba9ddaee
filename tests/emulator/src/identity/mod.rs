//! The operations of the Identity API.

pub(crate) mod assignments;
pub(crate) mod exchange;
pub(crate) mod users;

use crate::{answer::Answer, auth::Claims, failure::Failure, service::Service, store::Identities};
use axum::http::StatusCode;
use serde_json::{Value, json};
use std::time::Duration;

type Answered = Result<Answer, Failure>;

/// Tokens last a day unless the request says otherwise.
const DEFAULT_MINUTES: u64 = 24 * 60;

/// Issues a token to a user: a `CommunicationIdentityAccessToken`.
pub(crate) fn access_token(
    service: &Service,
    identities: &mut Identities,
    user: &str,
    scopes: Vec<String>,
    minutes: u64,
) -> Result<Value, Failure> {
    let now = service.clock.now();
    let lifetime = service.token_lifetime.unwrap_or(Duration::from_secs(minutes * 60));
    let claims = Claims {
        user: user.to_owned(),
        scopes,
        expires: now.plus(lifetime),
        revocations: identities.note_token(user, now).ok_or_else(not_owned)?,
    };
    let token = service.token_key.sign(&claims, &identities.resource_id, now);
    Ok(json!({ "token": token, "expiresOn": claims.expires.with_offset() }))
}

fn not_owned() -> Failure {
    let message = "Provided identity doesn't belong to the resource.";
    Failure::new(StatusCode::UNAUTHORIZED, "IdentityNotOwned", message)
}
