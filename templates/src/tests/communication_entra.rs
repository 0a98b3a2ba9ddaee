use super::server::Server;
use crate::runtime::communication::{
    entra::{EntraCommunicationTokenCredential, EntraCommunicationTokenCredentialOptions},
    error::CommunicationError,
};
use async_trait::async_trait;
use azure_core::{
    Result,
    credentials::{AccessToken, TokenCredential, TokenRequestOptions},
    time::{OffsetDateTime, parse_rfc3339},
};
use std::sync::{Arc, Mutex};

/// An Entra credential that remembers the scopes that it was asked for.
#[derive(Debug, Default)]
struct Entra(Mutex<Vec<String>>);

#[async_trait]
impl TokenCredential for Entra {
    async fn get_token(
        &self,
        scopes: &[&str],
        _: Option<TokenRequestOptions<'_>>,
    ) -> Result<AccessToken> {
        self.0.lock().unwrap().extend(scopes.iter().map(|scope| (*scope).to_owned()));
        let expires_on = OffsetDateTime::now_utc() + azure_core::time::Duration::hours(1);
        Ok(AccessToken::new("ENTRA", expires_on))
    }
}

const ANSWER: &str = r#"{"identity":{"id":"8:acs:a_b"},
    "accessToken":{"token":"CHAT","expiresOn":"2100-01-01T00:00:00Z"}}"#;

fn options(scopes: &[&str]) -> Option<EntraCommunicationTokenCredentialOptions> {
    let scopes = scopes.iter().map(|scope| (*scope).to_owned()).collect();
    Some(EntraCommunicationTokenCredentialOptions { scopes, ..Default::default() })
}

#[tokio::test]
async fn the_scope_selects_the_exchange_operation() {
    let server = Server::start(|_, _, _| (200, ANSWER.to_owned())).await;
    for (options, scope, target) in [
        (
            None,
            "https://communication.azure.com/clients/.default",
            "/access/entra/:exchangeAccessToken?api-version=2025-03-02-preview",
        ),
        (
            options(&["https://communication.azure.com/clients/Chat.Join"]),
            "https://communication.azure.com/clients/Chat.Join",
            "/access/entra/:exchangeAccessToken?api-version=2025-03-02-preview",
        ),
        (
            options(&["https://auth.msft.communication.azure.com/TeamsExtension.ManageCalls"]),
            "https://auth.msft.communication.azure.com/TeamsExtension.ManageCalls",
            "/access/teamsExtension/:exchangeAccessToken?api-version=2025-06-30",
        ),
    ] {
        let entra = Arc::new(Entra::default());
        let options = options.unwrap_or_default().http_client(reqwest::Client::builder());
        let options = Some(options.unwrap());
        let credential =
            EntraCommunicationTokenCredential::new(&server.base, entra.clone(), options).unwrap();
        let before = server.seen().len();
        let token = credential.get_token(&[], None).await.unwrap();
        assert_eq!(token.token.secret(), "CHAT");
        assert_eq!(token.expires_on, parse_rfc3339("2100-01-01T00:00:00Z").unwrap());
        credential.get_token(&[], None).await.unwrap();
        assert_eq!(server.seen().len(), before + 1, "the token is kept");
        credential.invalidate();
        credential.get_token(&[], None).await.unwrap();
        assert_eq!(server.seen().len(), before + 2, "until it is invalidated");
        let seen = server.seen().pop().unwrap();
        assert_eq!((&*seen.method, &*seen.target, &*seen.body), ("POST", target, "{}"));
        assert_eq!(seen.header("authorization"), "Bearer ENTRA");
        assert_eq!(*entra.0.lock().unwrap(), [scope]);
    }
}

#[tokio::test]
async fn scopes_of_two_kinds_are_refused() {
    let both = [
        "https://communication.azure.com/clients/.default",
        "https://auth.msft.communication.azure.com/x",
    ];
    for scopes in [&both[..], &[], &["https://other.example/.default"]] {
        let entra = Arc::new(Entra::default());
        let endpoint = "https://a.example";
        assert!(EntraCommunicationTokenCredential::new(endpoint, entra, options(scopes)).is_err());
    }
}

#[tokio::test]
async fn a_failed_exchange_is_an_error_and_is_retried() {
    let server = Server::start(|_, number, _| match number {
        0 => (403, r#"{"error":{"code":"Forbidden","message":"no license"}}"#.to_owned()),
        1 => (200, r#"{"identity":{"id":"x"}}"#.to_owned()),
        _ => (200, ANSWER.to_owned()),
    })
    .await;
    let entra = Arc::new(Entra::default());
    let credential = EntraCommunicationTokenCredential::new(&server.base, entra, None).unwrap();
    let error = credential.get_token(&[], None).await.unwrap_err();
    assert!(error.to_string().contains("no license"), "{error}");
    assert_eq!(error.http_status().map(u16::from), Some(403));
    assert_eq!(CommunicationError::of(&error).unwrap().code, "Forbidden");
    let error = credential.get_token(&[], None).await.unwrap_err();
    assert!(error.to_string().contains("no token"), "{error}");
    assert_eq!(credential.get_token(&[], None).await.unwrap().token.secret(), "CHAT");
    assert!(!format!("{credential:?}").contains("CHAT"));
}
