//! User access tokens in exchange for tokens of Microsoft Entra ID.

use crate::runtime::{
    bearer::Bearer,
    call::{Call, model},
    communication::refresh::{RefreshSettings, RefreshedToken},
    failure::refused,
    namespace::in_namespace,
    pipeline::{JSON, Operation, Service},
    timestamp,
    token_cache::TokenDemand,
};
use azure_core::{
    Result,
    credentials::{AccessToken, TokenCredential, TokenRequestOptions},
    error::{Error, ErrorKind},
    fmt::SafeDebug,
    http::{ClientOptions, Method},
    time::{Duration, OffsetDateTime},
};
use futures::FutureExt;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The access tokens of a user of Microsoft Entra ID.
///
/// Exchanges tokens of an Entra credential, such as those of the crate `azure_identity`, for user
/// access tokens of Azure Communication Services. A token is replaced two minutes before it
/// expires.
#[derive(Debug)]
pub struct EntraCommunicationTokenCredential {
    tokens: Arc<RefreshedToken>,
}

/// Options of [`EntraCommunicationTokenCredential::new`].
#[derive(Clone, SafeDebug)]
#[non_exhaustive]
pub struct EntraCommunicationTokenCredentialOptions {
    /// The scopes of the Entra token. All begin with `https://communication.azure.com/clients/`, or
    /// all with `https://auth.msft.communication.azure.com/` for users of Teams Phone. The default
    /// is `https://communication.azure.com/clients/.default`.
    #[safe(true)]
    pub scopes: Vec<String>,
    /// Retries, transport, logging and policies of the exchange.
    pub client_options: ClientOptions,
}

#[cfg(feature = "reqwest")]
crate::runtime::transport::http_client!(EntraCommunicationTokenCredentialOptions);

impl Default for EntraCommunicationTokenCredentialOptions {
    fn default() -> Self {
        Self {
            scopes: vec![format!("{CLIENTS}.default")],
            client_options: ClientOptions::default(),
        }
    }
}

/// The prefix of the scopes for users of the resource.
const CLIENTS: &str = "https://communication.azure.com/clients/";

/// The prefix of the scopes for users of Teams Phone.
const TEAMS_EXTENSION: &str = "https://auth.msft.communication.azure.com/";

/// The operations that exchange tokens, with their api-versions: those that the official clients use.
const FOR_CLIENTS: (&Operation, &str) =
    (&exchange("/access/entra/:exchangeAccessToken"), "2025-03-02-preview");
const FOR_TEAMS_EXTENSION: (&Operation, &str) =
    (&exchange("/access/teamsExtension/:exchangeAccessToken"), "2025-06-30");

const fn exchange(path: &'static str) -> Operation {
    Operation {
        name: "EntraCommunicationTokenCredential.get_token",
        method: Method::Post,
        path,
        content_type: JSON,
        success: &[200],
        names: &[],
    }
}

impl EntraCommunicationTokenCredential {
    /// Exchanges the tokens of `credential` at the resource at `endpoint`.
    ///
    /// # Errors
    /// Returns an error if `endpoint` is not a URL, or is neither `https` nor `http` to a loopback
    /// address, or if the scopes do not have one of the two prefixes in common.
    pub fn new(
        endpoint: &str,
        credential: Arc<dyn TokenCredential>,
        options: Option<EntraCommunicationTokenCredentialOptions>,
    ) -> Result<Arc<Self>> {
        let EntraCommunicationTokenCredentialOptions { scopes, client_options } =
            options.unwrap_or_default();
        let all = |prefix: &str| {
            !scopes.is_empty() && scopes.iter().all(|scope| scope.starts_with(prefix))
        };
        let (operation, api_version) = if all(CLIENTS) {
            FOR_CLIENTS
        } else if all(TEAMS_EXTENSION) {
            FOR_TEAMS_EXTENSION
        } else {
            return Err(refused("scopes must all begin with one of the two prefixes"));
        };
        let scopes: Vec<&str> = scopes.iter().map(String::as_str).collect();
        let authorize = Bearer::new(endpoint, credential, &scopes)?;
        let client_options = in_namespace("Microsoft.Communication", client_options);
        let service = Service::new(endpoint, Some(api_version), Some(authorize), client_options)?;
        let refresh = move || {
            let mut call = Call::new(&service, operation, &[], Empty {});
            // Fetching one more token does no harm.
            call.allow_duplicates();
            async move { model(call.prepare()).await.and_then(Exchanged::into_access_token) }
                .boxed()
        };
        let settings = RefreshSettings {
            token: None,
            proactive: false,
            timeout: Duration::minutes(1),
            clock: OffsetDateTime::now_utc,
        };
        Ok(Arc::new(Self { tokens: RefreshedToken::new(Arc::new(refresh), settings) }))
    }

    /// Forgets the current token, so that the next request exchanges another one.
    ///
    /// Call it when you know that a token was revoked.
    pub fn invalidate(&self) {
        self.tokens.invalidate();
    }
}

/// Ignores the scopes: those of the options apply.
#[async_trait::async_trait]
impl TokenCredential for EntraCommunicationTokenCredential {
    async fn get_token(
        &self,
        _scopes: &[&str],
        options: Option<TokenRequestOptions<'_>>,
    ) -> Result<AccessToken> {
        self.tokens.token(TokenDemand::answer(options.as_ref())).await
    }
}

/// The body of the request.
#[derive(Serialize)]
struct Empty {}

/// The body of the response.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Exchanged {
    access_token: Option<ExchangedToken>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ExchangedToken {
    token: String,
    #[serde(deserialize_with = "timestamp::deserialize")]
    expires_on: OffsetDateTime,
}

impl Exchanged {
    fn into_access_token(self) -> Result<AccessToken> {
        let missing = || {
            Error::with_message(ErrorKind::Credential, "the response to the exchange has no token")
        };
        let ExchangedToken { token, expires_on } = self.access_token.ok_or_else(missing)?;
        Ok(AccessToken::new(token, expires_on))
    }
}
