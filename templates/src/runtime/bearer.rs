//! Bearer tokens: the policy that authorizes requests with the tokens of a `TokenCredential`.

use crate::runtime::{
    header, origin,
    token_cache::{Fetch, TokenCache, TokenDemand, credential_error},
};
use async_trait::async_trait;
use azure_core::{
    Result,
    credentials::{AccessToken, Secret, TokenCredential, TokenRequestOptions},
    error::{Error, ErrorKind},
    http::{
        ClientMethodOptions, Context, Request, StatusCode, Url,
        headers::{AUTHORIZATION, HeaderValue},
        policies::{Policy, PolicyResult},
    },
    time::{Duration, OffsetDateTime},
};
use futures::FutureExt;
use std::{
    fmt,
    sync::{Arc, Mutex, PoisonError},
};

/// Authorizes each attempt of a request, after it has checked where the request goes.
///
/// Caches the token, unless the credential says that it caches tokens itself: some credentials
/// start a program for each token. If the service refuses the token of a request, sends the request
/// once more with another token, if the credential has one.
///
/// The policy of `azure_core` refuses `http` to a loopback address, does not check the origin, and
/// holds a lock while it waits for the credential.
pub(crate) struct Bearer {
    endpoint: Url,
    credential: Arc<dyn TokenCredential>,
    scopes: Arc<[String]>,
    cache: Arc<TokenCache>,
    /// The last token and its header.
    header: Mutex<Option<(Secret, HeaderValue)>>,
    demand: TokenDemand,
}

/// A token this close to its expiry is replaced.
const EARLY: Duration = Duration::minutes(5);

impl Bearer {
    /// # Errors
    /// Returns an error if `endpoint` is neither `https` nor `http` to a loopback address.
    pub fn new(
        endpoint: &str,
        credential: Arc<dyn TokenCredential>,
        scopes: &[&str],
    ) -> Result<Arc<Self>> {
        let endpoint = origin::endpoint_for_secrets(endpoint)?;
        let scopes = scopes.iter().map(|scope| (*scope).to_owned()).collect();
        let cache = TokenCache::new(EARLY, OffsetDateTime::now_utc, None);
        let (header, demand) = (Mutex::default(), TokenDemand::default());
        Ok(Arc::new(Self { endpoint, credential, scopes, cache, header, demand }))
    }

    /// Returns a token other than `refused`, if the credential has one.
    async fn token(
        &self,
        context: &Context<'_>,
        refused: Option<&AccessToken>,
    ) -> Result<AccessToken> {
        if self.demand.is_kept() {
            let context = match refused {
                Some(_) => context.clone().with_value(self.demand.refusing(refused)),
                None => context.to_borrowed(),
            };
            let token = get_token(&*self.credential, &self.scopes, context).await;
            return token.map_err(|error| credential_error(error.kind().clone(), error));
        }
        if let Some(refused) = refused {
            self.cache.forget(&refused.token);
        }
        self.cache.token(&|| self.fetch(context, refused)).await
    }

    fn header_value(&self, token: &AccessToken) -> Result<HeaderValue> {
        let mut last = self.header.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((known, value)) = &*last
            && known.secret() == token.token.secret()
        {
            return Ok(value.clone());
        }
        let text = ["Bearer ", token.token.secret()].concat();
        let value = header::value("a token", text);
        let value = value.map_err(|error| Error::new(ErrorKind::Credential, error))?;
        *last = Some((token.token.clone(), value.clone()));
        Ok(value)
    }

    fn fetch(&self, context: &Context<'_>, refused: Option<&AccessToken>) -> Fetch {
        let (credential, scopes) = (self.credential.clone(), self.scopes.clone());
        let demand = self.demand.refusing(refused);
        let context = context.clone().into_owned().with_value(demand.clone());
        async move {
            let token = get_token(&*credential, &scopes, context).await;
            token.map_err(|error| match scopes.is_empty() && !demand.is_kept() {
                true => {
                    let text = format!("{error} (the client asks the credential for no scopes)");
                    error.with_context(text)
                }
                false => error,
            })
        }
        .boxed()
    }
}

async fn get_token(
    credential: &dyn TokenCredential,
    scopes: &[String],
    context: Context<'_>,
) -> Result<AccessToken> {
    let options = TokenRequestOptions { method_options: ClientMethodOptions { context } };
    let scopes: Vec<&str> = scopes.iter().map(String::as_str).collect();
    credential.get_token(&scopes, Some(options)).await
}

#[async_trait]
impl Policy for Bearer {
    async fn send(
        &self,
        context: &Context,
        request: &mut Request,
        next: &[Arc<dyn Policy>],
    ) -> PolicyResult {
        origin::check(&self.endpoint, request.url(), context)?;
        let token = self.token(context, None).await?;
        request.insert_header(AUTHORIZATION, self.header_value(&token)?);
        let response = next[0].send(context, request, &next[1..]).await?;
        if response.status() != StatusCode::Unauthorized {
            return Ok(response);
        }
        match self.token(context, Some(&token)).await {
            Ok(another) if another.token != token.token => {
                request.insert_header(AUTHORIZATION, self.header_value(&another)?);
                request.body_mut().reset().await?;
                next[0].send(context, request, &next[1..]).await
            }
            _ => Ok(response),
        }
    }
}

impl fmt::Debug for Bearer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bearer").field("scopes", &self.scopes).finish_non_exhaustive()
    }
}
