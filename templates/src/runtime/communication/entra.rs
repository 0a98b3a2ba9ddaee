//! User access tokens in exchange for tokens of Entra.

use crate::runtime::{
    bearer::Bearer,
    call::{Call, model},
    communication::refresh::{RefreshSettings, RefreshedToken},
    failure::refused,
    pipeline::{JSON, Operation, Service},
    timestamp,
};
use azure_core::{
    Result,
    credentials::{AccessToken, TokenCredential, TokenRequestOptions},
    error::{Error, ErrorKind},
    http::{ClientOptions, Method},
    time::{Duration, OffsetDateTime},
};
use futures::FutureExt;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// User access tokens of Azure Communication Services for a user of Entra: each is exchanged for a
/// token of an Entra credential, such as those of the crate `azure_identity`, and kept until two
/// minutes before it expires.
#[derive(Debug)]
pub struct EntraCommunicationTokenCredential {
    tokens: Arc<RefreshedToken>,
}

/// Options of [`EntraCommunicationTokenCredential::new`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct EntraCommunicationTokenCredentialOptions {
    /// What the Entra credential is asked for: scopes that begin with
    /// `https://communication.azure.com/clients/`, by default the one that ends with `.default`, or
    /// such as begin with `https://auth.msft.communication.azure.com/`, for users of Teams Phone.
    pub scopes: Vec<String>,
    /// Retries, transport, logging and policies of the exchange.
    pub client_options: ClientOptions,
}

impl Default for EntraCommunicationTokenCredentialOptions {
    fn default() -> Self {
        Self {
            scopes: vec![format!("{CLIENTS}.default")],
            client_options: ClientOptions::default(),
        }
    }
}

/// The prefix of the scopes of users of the resource.
const CLIENTS: &str = "https://communication.azure.com/clients/";

/// The prefix of the scopes of users of Teams Phone.
const TEAMS_EXTENSION: &str = "https://auth.msft.communication.azure.com/";

/// Where tokens are exchanged, and the api-version that has it: as the official clients do.
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
    }
}

impl EntraCommunicationTokenCredential {
    /// Tokens of the resource at `endpoint` for the user of `credential`.
    ///
    /// # Errors
    /// When `endpoint` is not a URL, or is neither `https` nor `http` to a loopback address, and
    /// when the scopes are not all of one of the two kinds.
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
            return Err(refused("the scopes must all be of one kind"));
        };
        let scopes: Vec<&str> = scopes.iter().map(String::as_str).collect();
        let authorize = Bearer::new(endpoint, credential, &scopes)?;
        let service = Service::new(endpoint, Some(api_version), Some(authorize), client_options)?;
        let refresh = move || {
            let call = Call::new(&service, operation, &[], Empty {});
            async move { model(call.ready()).await.and_then(Exchanged::into_access_token) }.boxed()
        };
        let settings = RefreshSettings {
            token: None,
            proactive: false,
            timeout: Duration::minutes(1),
            clock: OffsetDateTime::now_utc,
        };
        Ok(Arc::new(Self { tokens: RefreshedToken::new(Box::new(refresh), settings) }))
    }
}

/// The scopes are those of the options: those that are asked for here are not looked at.
#[async_trait::async_trait]
impl TokenCredential for EntraCommunicationTokenCredential {
    async fn get_token(
        &self,
        _scopes: &[&str],
        _options: Option<TokenRequestOptions<'_>>,
    ) -> Result<AccessToken> {
        self.tokens.token().await
    }
}

/// The body of the exchange.
#[derive(Serialize)]
struct Empty {}

/// The answer.
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
        let missing = || Error::with_message(ErrorKind::Credential, "the exchange gave no token");
        let ExchangedToken { token, expires_on } = self.access_token.ok_or_else(missing)?;
        Ok(AccessToken::new(token, expires_on))
    }
}
