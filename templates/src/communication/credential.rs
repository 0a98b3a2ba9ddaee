//! User access tokens.

use azure_core::{
    Result,
    base64::decode_url_safe,
    credentials::{AccessToken, Secret, TokenCredential, TokenRequestOptions},
    error::{Error, ErrorKind},
    time::OffsetDateTime,
};
use serde::Deserialize;
use serde_json::Number;
use std::sync::Arc;

/// A user access token of Azure Communication Services.
///
/// It does not show the token in its debug output.
#[derive(Debug)]
pub struct CommunicationTokenCredential {
    token: AccessToken,
}

impl CommunicationTokenCredential {
    /// A token that says itself when it expires: a JWT (RFC 7519) with an `exp` claim, as the
    /// service issues them.
    ///
    /// # Errors
    /// Of kind [`ErrorKind::Credential`] when `token` is not such a JWT. The error does not show
    /// the token.
    pub fn new(token: impl Into<Secret>) -> Result<Arc<Self>> {
        let token = token.into();
        let expires_on = expiry(token.secret()).ok_or_else(|| {
            Error::with_message(ErrorKind::Credential, "the token is not a JWT with an expiry")
        })?;
        Ok(Self::with_expiry(token, expires_on))
    }

    /// A token that does not say when it expires, or not in a way that [`new`](Self::new) reads.
    pub fn with_expiry(token: impl Into<Secret>, expires_on: OffsetDateTime) -> Arc<Self> {
        Arc::new(Self { token: AccessToken::new(token, expires_on) })
    }
}

/// The scopes are in the token: those that are asked for here are not looked at.
#[async_trait::async_trait]
impl TokenCredential for CommunicationTokenCredential {
    async fn get_token(
        &self,
        _scopes: &[&str],
        _options: Option<TokenRequestOptions<'_>>,
    ) -> Result<AccessToken> {
        Ok(self.token.clone())
    }
}

/// When a JWT expires. Nobody but the service can check its signature.
fn expiry(jwt: &str) -> Option<OffsetDateTime> {
    #[derive(Deserialize)]
    struct Claims {
        /// Seconds since 1970, with or without a fraction (RFC 7519, section 2).
        exp: Number,
    }
    let [_header, payload, _signature] = jwt.split('.').collect::<Vec<_>>().try_into().ok()?;
    // What is copied together with a token, most of all a line break, cannot be sent.
    if jwt.bytes().any(|byte| !byte.is_ascii_graphic()) {
        return None;
    }
    let Claims { exp } = serde_json::from_slice(&decode_url_safe(payload).ok()?).ok()?;
    let seconds = exp.as_i64().or_else(|| exp.as_f64().map(|seconds| seconds as i64))?;
    OffsetDateTime::from_unix_timestamp(seconds).ok()
}
