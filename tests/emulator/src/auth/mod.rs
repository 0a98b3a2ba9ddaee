//! Authentication of callers, and the operations that they may use.

mod signature;
mod token;

pub(crate) use signature::{SignedRequest, verify};
pub(crate) use token::{Claims, TokenKey};

use crate::{
    contract::{Api, Operation},
    failure::Failure,
    service::Service,
};
use axum::http::{
    header::{AUTHORIZATION, HOST},
    request::Parts,
};
use std::time::SystemTime;

/// Who sent a request.
#[derive(Clone, Debug)]
pub(crate) enum Caller {
    /// A user of the Chat API, by raw id.
    User(String),
    /// A holder of the resource's access key.
    AccessKey,
    /// A holder of a token of Microsoft Entra ID.
    Entra,
}

/// Identifies the caller. Fails if its credential is not good for the operation.
pub(crate) fn authenticate(
    service: &Service,
    operation: &Operation,
    request: &Parts,
    body: &[u8],
) -> Result<Caller, Failure> {
    let authorization =
        header(request, AUTHORIZATION.as_str()).ok_or_else(Failure::no_credential)?;
    match (operation.api, authorization.split_once(' ')) {
        (Api::Chat, Some(("Bearer", token))) => chat_user(service, operation, token),
        (Api::Identity, Some(("Bearer", token))) if token == service.entra_token => {
            Ok(Caller::Entra)
        }
        (Api::Identity, Some(("Bearer", _))) => Err(Failure::invalid_token()),
        (Api::Identity, Some(("HMAC-SHA256", parameters))) => {
            let signed = SignedRequest {
                method: request.method.as_str(),
                target: request.uri.path_and_query().map_or("/", |target| target.as_str()),
                host: header(request, HOST.as_str()).unwrap_or_default(),
                date: header(request, "x-ms-date").unwrap_or_default(),
                content_hash: header(request, "x-ms-content-sha256").unwrap_or_default(),
                body,
            };
            // Clients sign with the time of their machine, however far a test has moved the clock.
            verify(&service.access_key, &signed, parameters, SystemTime::now())
                .map_err(Failure::bad_signature)?;
            Ok(Caller::AccessKey)
        }
        _ => Err(Failure::unauthorized("The authorization scheme is not one of this API.")),
    }
}

fn header<'a>(request: &'a Parts, name: &str) -> Option<&'a str> {
    request.headers.get(name)?.to_str().ok()
}

/// Checks a token that the emulator issued, and its scopes.
fn chat_user(service: &Service, operation: &Operation, token: &str) -> Result<Caller, Failure> {
    let claims = service
        .token_key
        .read(token)
        .ok_or_else(|| Failure::unauthorized("The access token is not one of this resource."))?;
    if claims.expires <= service.clock.now() {
        return Err(Failure::unauthorized("The access token has expired."));
    }
    if !service.store().identities.honours(&claims) {
        return Err(Failure::unauthorized("The access token was revoked."));
    }
    let may = |scope: &&str| claims.scopes.iter().any(|granted| granted == scope);
    if !CHAT_SCOPES.iter().any(may) {
        return Err(Failure::unauthorized("The access token is not meant for chat."));
    }
    if !sufficient_scopes(&operation.id).iter().any(may) {
        return Err(Failure::forbidden(
            "The scope of the access token does not cover this operation.",
        ));
    }
    Ok(Caller::User(claims.user.clone()))
}

/// From the most to the least powerful.
const CHAT_SCOPES: [&str; 3] = ["chat", "chat.join", "chat.join.limited"];

/// According to the description of the Identity API, `chat.join` does not create, delete or update
/// threads. `chat.join.limited` also does not add or remove participants.
fn sufficient_scopes(operation_id: &str) -> &'static [&'static str] {
    match operation_id {
        "Chat_CreateChatThread"
        | "Chat_DeleteChatThread"
        | "ChatThread_UpdateChatThreadProperties" => &CHAT_SCOPES[..1],
        "ChatThread_AddChatParticipants" | "ChatThread_RemoveChatParticipant" => &CHAT_SCOPES[..2],
        _ => &CHAT_SCOPES,
    }
}
