//! User access tokens: given, or asked for when they are needed.

use crate::runtime::communication::refresh::{RefreshSettings, RefreshedToken};
use azure_core::{
    Result,
    base64::decode_url_safe,
    credentials::{AccessToken, Secret, TokenCredential, TokenRequestOptions},
    error::{Error, ErrorKind},
    time::{Duration, OffsetDateTime},
};
use futures::FutureExt;
use serde::Deserialize;
use serde_json::Number;
use std::sync::Arc;

/// The user access tokens of one user of Azure Communication Services.
///
/// It does not show a token in its debug output.
#[derive(Debug)]
pub struct CommunicationTokenCredential {
    source: Source,
}

#[derive(Debug)]
enum Source {
    Given(AccessToken),
    Refreshed(Arc<RefreshedToken>),
}

/// Options of [`CommunicationTokenCredential::with_refresher`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct RefreshOptions {
    /// The first token, so that the refresher is asked only when it is used up.
    pub initial_token: Option<UserToken>,
    /// Whether to refresh ahead of time, ten minutes before a token expires, in a task of its own.
    /// The task starts with the first request, and ends when the credential is dropped.
    pub proactive: bool,
    /// How long a refresh may take; a minute by default.
    pub timeout: Duration,
}

impl Default for RefreshOptions {
    fn default() -> Self {
        Self { initial_token: None, proactive: false, timeout: Duration::minutes(1) }
    }
}

/// A user access token, as a refresher gives it: a JWT as text, which says itself when it expires,
/// or an [`AccessToken`].
#[derive(Clone, Debug)]
pub struct UserToken(Token);

#[derive(Clone, Debug)]
enum Token {
    Jwt(Secret),
    Expiring(AccessToken),
}

impl CommunicationTokenCredential {
    /// A token that says itself when it expires: a JWT (RFC 7519) with an `exp` claim, as the
    /// service issues them.
    ///
    /// # Errors
    /// Of kind [`ErrorKind::Credential`] when `token` is not such a JWT. The error does not show
    /// the token.
    pub fn new(token: impl Into<Secret>) -> Result<Arc<Self>> {
        let token = UserToken(Token::Jwt(token.into())).into_access_token()?;
        Ok(Arc::new(Self { source: Source::Given(token) }))
    }

    /// A token that does not say when it expires, or not in a way that [`new`](Self::new) reads.
    pub fn with_expiry(token: impl Into<Secret>, expires_on: OffsetDateTime) -> Arc<Self> {
        Arc::new(Self { source: Source::Given(AccessToken::new(token, expires_on)) })
    }

    /// Tokens that `refresher` gives: when there is none, when the last one has less than two
    /// minutes left, and with [`RefreshOptions::proactive`] earlier.
    ///
    /// However many requests want a token, the refresher is asked once. When it fails, panics,
    /// takes longer than [`RefreshOptions::timeout`], or gives a token that has expired, those who
    /// wait get an error of kind [`ErrorKind::Credential`], and the next one asks again.
    ///
    /// # Errors
    /// When the initial token is not a JWT with an expiry.
    pub fn with_refresher<R, F, T>(
        refresher: R,
        options: Option<RefreshOptions>,
    ) -> Result<Arc<Self>>
    where
        R: Fn() -> F + Send + Sync + 'static,
        F: Future<Output = Result<T>> + Send + 'static,
        T: Into<UserToken>,
    {
        let RefreshOptions { initial_token, proactive, timeout } = options.unwrap_or_default();
        let settings = RefreshSettings {
            token: initial_token.map(UserToken::into_access_token).transpose()?,
            proactive,
            timeout,
            clock: OffsetDateTime::now_utc,
        };
        let refresh = move || {
            let refreshed = refresher();
            async move { refreshed.await.map(Into::into)?.into_access_token() }.boxed()
        };
        let source = Source::Refreshed(RefreshedToken::new(Box::new(refresh), settings));
        Ok(Arc::new(Self { source }))
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
        match &self.source {
            Source::Given(token) => Ok(token.clone()),
            Source::Refreshed(tokens) => tokens.token().await,
        }
    }
}

impl UserToken {
    fn into_access_token(self) -> Result<AccessToken> {
        match self.0 {
            Token::Expiring(token) => Ok(token),
            Token::Jwt(token) => match expiry(token.secret()) {
                Some(expires_on) => Ok(AccessToken::new(token, expires_on)),
                None => Err(Error::with_message(
                    ErrorKind::Credential,
                    "the token is not a JWT with an expiry",
                )),
            },
        }
    }
}

/// From a JWT.
impl From<String> for UserToken {
    fn from(token: String) -> Self {
        Self(Token::Jwt(token.into()))
    }
}

/// From a JWT.
impl From<&str> for UserToken {
    fn from(token: &str) -> Self {
        Self(Token::Jwt(token.to_owned().into()))
    }
}

/// From a JWT.
impl From<Secret> for UserToken {
    fn from(token: Secret) -> Self {
        Self(Token::Jwt(token))
    }
}

/// From a token of any form, with its expiry.
impl From<AccessToken> for UserToken {
    fn from(token: AccessToken) -> Self {
        Self(Token::Expiring(token))
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
