//! Bearer tokens: the policy that puts a `TokenCredential`'s token on requests.

use crate::runtime::{header, origin};
use async_trait::async_trait;
use azure_core::{
    Result,
    credentials::{AccessToken, TokenCredential, TokenRequestOptions},
    error::{Error, ErrorKind},
    http::{
        ClientMethodOptions, Context, Request, StatusCode, Url,
        headers::{AUTHORIZATION, HeaderValue},
        policies::{Policy, PolicyResult},
    },
    time::{Duration, OffsetDateTime},
};
use futures::lock::Mutex;
use std::{
    fmt,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

/// Puts a token on each try of a request, after a look at where the request goes.
///
/// A token is kept until five minutes before it expires, or until the service refuses it:
/// credentials need not keep tokens themselves, and some start a program for each.
/// `azure_core` has such a policy too, which does without `http` to a loopback address, and
/// without the look at the origin.
pub(crate) struct Bearer {
    endpoint: Url,
    credential: Arc<dyn TokenCredential>,
    scopes: Vec<String>,
    token: Mutex<Option<AccessToken>>,
    /// How often the credential has given a token.
    given: AtomicUsize,
}

const EARLY: Duration = Duration::minutes(5);

impl Bearer {
    /// # Errors
    /// When `endpoint` is neither `https` nor `http` to a loopback address.
    pub fn new(
        endpoint: &str,
        credential: Arc<dyn TokenCredential>,
        scopes: &[&str],
    ) -> Result<Arc<Self>> {
        let endpoint = origin::endpoint_for_secrets(endpoint)?;
        let scopes = scopes.iter().map(|scope| (*scope).to_owned()).collect();
        let (token, given) = (Mutex::default(), AtomicUsize::default());
        Ok(Arc::new(Self { endpoint, credential, scopes, token, given }))
    }

    async fn authorization(&self, context: &Context<'_>) -> Result<HeaderValue> {
        let given = self.given.load(Ordering::Relaxed);
        let mut known = self.token.lock().await;
        let now = OffsetDateTime::now_utc();
        if let Some(token) = known.as_ref()
            && (token.expires_on > now + EARLY
                // Somebody else asked while this waited for the lock, and got a short-lived one.
                || (token.expires_on > now && self.given.load(Ordering::Relaxed) != given))
        {
            return header_value(token);
        }
        let method_options = ClientMethodOptions { context: context.clone().into_owned() };
        let options = TokenRequestOptions { method_options };
        let scopes: Vec<&str> = self.scopes.iter().map(String::as_str).collect();
        match (self.credential.get_token(&scopes, Some(options)).await, known.as_ref()) {
            (Ok(token), _) => {
                self.given.fetch_add(1, Ordering::Relaxed);
                header_value(known.insert(token))
            }
            // As good as it was, and better than an error.
            (Err(_), Some(token)) if token.expires_on > now => header_value(token),
            (Err(error), _) => Err(error),
        }
    }

    /// Forgets the token that made this header.
    async fn forget(&self, authorization: &HeaderValue) {
        let mut known = self.token.lock().await;
        let refused = |token| header_value(token).is_ok_and(|value| value == *authorization);
        if known.as_ref().is_some_and(refused) {
            *known = None;
        }
    }
}

fn header_value(token: &AccessToken) -> Result<HeaderValue> {
    let text = ["Bearer ", token.token.secret()].concat();
    header::value("a token", text).map_err(|error| Error::new(ErrorKind::Credential, error))
}

#[async_trait]
impl Policy for Bearer {
    async fn send(
        &self,
        context: &Context,
        request: &mut Request,
        next: &[Arc<dyn Policy>],
    ) -> PolicyResult {
        origin::check(&self.endpoint, request.url())?;
        let authorization = self.authorization(context).await?;
        request.insert_header(AUTHORIZATION, authorization.clone());
        let response = next[0].send(context, request, &next[1..]).await?;
        if response.status() == StatusCode::Unauthorized {
            self.forget(&authorization).await;
        }
        Ok(response)
    }
}

impl fmt::Debug for Bearer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bearer").field("scopes", &self.scopes).finish_non_exhaustive()
    }
}
