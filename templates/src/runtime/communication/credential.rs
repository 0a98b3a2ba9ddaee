//! User access tokens: a fixed one, or those that a refresher returns.

use crate::runtime::{
    communication::refresh::{RefreshSettings, RefreshedToken},
    failure::refused,
    token_cache::TokenDemand,
};
use azure_core::{
    Result,
    base64::decode_url_safe,
    credentials::{AccessToken, Secret, TokenCredential, TokenRequestOptions},
    error::{Error, ErrorKind},
    fmt::SafeDebug,
    time::{Duration, OffsetDateTime},
};
use futures::FutureExt;
use serde::Deserialize;
use serde_json::Number;
use std::sync::Arc;

/// The access tokens of one user of Azure Communication Services.
///
/// Debug output does not show a token.
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
#[derive(Clone, SafeDebug)]
#[non_exhaustive]
pub struct RefreshOptions {
    /// The first token. The refresher is asked when this one is about to expire.
    pub initial_token: Option<UserToken>,
    /// Refreshes a token in a background task, ten minutes before it expires, if `true`.
    /// The task starts with the first request, and ends when the credential is dropped.
    #[safe(true)]
    pub proactive: bool,
    /// The time limit of a refresh: a minute by default. It must be positive.
    #[safe(true)]
    pub timeout: Duration,
}

impl Default for RefreshOptions {
    fn default() -> Self {
        Self { initial_token: None, proactive: false, timeout: Duration::minutes(1) }
    }
}

/// A user access token that a refresher returns: the text of a JWT, which contains its expiry, or
/// an [`AccessToken`].
#[derive(Clone, Debug)]
pub struct UserToken(Token);

#[derive(Clone, Debug)]
enum Token {
    Jwt(Secret),
    Expiring(AccessToken),
}

impl CommunicationTokenCredential {
    /// Uses one token: a JWT (RFC 7519) with an `exp` claim, as the service issues them.
    ///
    /// # Errors
    /// Returns an error of kind [`ErrorKind::Credential`] if `token` is not such a JWT. The error
    /// does not show the token.
    pub fn new(token: impl Into<Secret>) -> Result<Arc<Self>> {
        let token = UserToken(Token::Jwt(token.into())).into_access_token()?;
        Ok(Arc::new(Self { source: Source::Given(token) }))
    }

    /// Uses one token in any format.
    pub fn with_expiry(token: impl Into<Secret>, expires_on: OffsetDateTime) -> Arc<Self> {
        Arc::new(Self { source: Source::Given(AccessToken::new(token, expires_on)) })
    }

    /// Uses the tokens that `refresher` returns. Its error can be of any type that `?` converts to a
    /// boxed error.
    ///
    /// The refresher is asked when there is no valid token, when the last one has less than two
    /// minutes left, and earlier with [`RefreshOptions::proactive`]. Requests use a valid token
    /// until the next one arrives. When the service refuses a token with status 401, the refresher
    /// is asked for another one, and the request is sent once more.
    ///
    /// Requests that need a token at the same time share one call of the refresher. If it fails,
    /// panics, takes longer than [`RefreshOptions::timeout`], or returns a token that has expired,
    /// all of them fail, with an error of kind [`ErrorKind::HttpResponse`] if the refresher's error
    /// was of that kind, otherwise of kind [`ErrorKind::Credential`]. The next request asks again.
    ///
    /// # Errors
    /// Returns an error if the initial token is not a JWT with an expiry, or if the timeout is not
    /// positive.
    pub fn with_refresher<R, F, T, E>(
        refresher: R,
        options: Option<RefreshOptions>,
    ) -> Result<Arc<Self>>
    where
        R: Fn() -> F + Send + Sync + 'static,
        F: Future<Output = std::result::Result<T, E>> + Send + 'static,
        T: Into<UserToken>,
        E: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        let RefreshOptions { initial_token, proactive, timeout } = options.unwrap_or_default();
        if !timeout.is_positive() {
            return Err(refused("timeout must be positive"));
        }
        let settings = RefreshSettings {
            token: initial_token.map(UserToken::into_access_token).transpose()?,
            proactive,
            timeout,
            clock: OffsetDateTime::now_utc,
        };
        let refresh = move || {
            let refreshed = refresher();
            async move {
                let token = refreshed.await.map_err(|error| own(error.into()))?;
                token.into().into_access_token()
            }
            .boxed()
        };
        let source = Source::Refreshed(RefreshedToken::new(Arc::new(refresh), settings));
        Ok(Arc::new(Self { source }))
    }

    /// Forgets the current token, so that the next request asks the refresher for another one.
    ///
    /// Call it when you know that a token was revoked. A credential without a refresher keeps its
    /// only token.
    pub fn invalidate(&self) {
        if let Source::Refreshed(tokens) = &self.source {
            tokens.invalidate();
        }
    }
}

/// Ignores the scopes: a user access token has its own.
#[async_trait::async_trait]
impl TokenCredential for CommunicationTokenCredential {
    async fn get_token(
        &self,
        _scopes: &[&str],
        options: Option<TokenRequestOptions<'_>>,
    ) -> Result<AccessToken> {
        let refused = TokenDemand::answer(options.as_ref());
        match &self.source {
            Source::Given(token) => Ok(token.clone()),
            Source::Refreshed(tokens) => tokens.token(refused).await,
        }
    }
}

/// The error of a refresher. An error of `azure_core` keeps its kind.
fn own(error: Box<dyn std::error::Error + Send + Sync>) -> Error {
    match error.downcast::<Error>() {
        Ok(error) => *error,
        Err(error) => Error::new(ErrorKind::Credential, error),
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

/// From a token in any format, with its expiry.
impl From<AccessToken> for UserToken {
    fn from(token: AccessToken) -> Self {
        Self(Token::Expiring(token))
    }
}

/// The expiry of a JWT. Only the service can check its signature.
fn expiry(jwt: &str) -> Option<OffsetDateTime> {
    #[derive(Deserialize)]
    struct Claims {
        /// Seconds since 1970, with or without a fraction (RFC 7519, section 2).
        exp: Number,
    }
    let [_header, payload, _signature] = jwt.split('.').collect::<Vec<_>>().try_into().ok()?;
    // A header cannot contain a line break that was copied together with the token.
    if jwt.bytes().any(|byte| !byte.is_ascii_graphic()) {
        return None;
    }
    let Claims { exp } = serde_json::from_slice(&decode_url_safe(payload).ok()?).ok()?;
    let seconds = exp.as_i64().or_else(|| exp.as_f64().map(|seconds| seconds as i64))?;
    OffsetDateTime::from_unix_timestamp(seconds).ok()
}
