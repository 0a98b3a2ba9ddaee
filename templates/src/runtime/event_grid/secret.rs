//! Who may post events.

use std::fmt;
use subtle::ConstantTimeEq;

/// A secret that the sender of events knows.
///
/// Anybody can post to a webhook. Put a secret into the URL of the subscription
/// (`https://…/events?code=…`), or into a delivery property of the subscription, which Event Grid
/// sends as a header. Event Grid stores both encrypted.
///
/// # Tokens of Microsoft Entra ID
///
/// A subscription can be created with the id of an Entra application instead. Event Grid then sends
/// `Authorization: Bearer …` with a token for that application, and the web framework validates it,
/// before it calls the handler of the events. A middleware for JSON Web Tokens must check:
///
/// - the signature, with the keys at
///   `https://login.microsoftonline.com/<tenant>/discovery/v2.0/keys`, and only with `RS256`;
/// - `iss`, the issuer of your tenant, and `exp` and `nbf`;
/// - `aud`, the id of the application that the subscription names;
/// - `azp`, or `appid` in a token of version 1: the application id of `Microsoft.EventGrid` in your
///   tenant. Without this check, any application of the tenant could post events.
#[derive(Clone)]
pub struct WebhookSecret(String);

impl WebhookSecret {
    /// Creates a secret. An empty secret matches nothing.
    pub fn new(secret: impl Into<String>) -> Self {
        Self(secret.into())
    }

    /// Returns whether `given` is the secret. The time that this takes depends on the lengths of
    /// both, but not on how much of the secret was guessed.
    pub fn matches(&self, given: impl AsRef<[u8]>) -> bool {
        !self.0.is_empty() && bool::from(self.0.as_bytes().ct_eq(given.as_ref()))
    }
}

/// Does not show the secret.
impl fmt::Debug for WebhookSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("WebhookSecret")
    }
}
