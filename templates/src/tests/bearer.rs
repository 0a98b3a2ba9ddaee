use super::{
    sample::{Token, get},
    server::Server,
};
use crate::runtime::bearer::Bearer;
use azure_core::{
    Result,
    credentials::{AccessToken, TokenCredential, TokenRequestOptions},
    error::{Error, ErrorKind},
    time::{Duration, OffsetDateTime},
};
use futures::future::join_all;
use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
};

/// Gives tokens in a row; each has a number and the lifetime that is next.
#[derive(Debug, Default)]
struct Tokens {
    lifetimes: Mutex<VecDeque<Option<Duration>>>,
    asked: Mutex<Vec<String>>,
}

impl Tokens {
    fn new(lifetimes: impl IntoIterator<Item = Option<Duration>>) -> Arc<Self> {
        let lifetimes = Mutex::new(lifetimes.into_iter().collect());
        Arc::new(Self { lifetimes, ..Self::default() })
    }
}

#[async_trait::async_trait]
impl TokenCredential for Tokens {
    async fn get_token(
        &self,
        scopes: &[&str],
        _: Option<TokenRequestOptions<'_>>,
    ) -> Result<AccessToken> {
        let number = {
            let mut asked = self.asked.lock().unwrap();
            asked.push(scopes.join(" "));
            asked.len()
        };
        tokio::task::yield_now().await;
        let lifetime = self.lifetimes.lock().unwrap().pop_front().unwrap();
        let lifetime = lifetime
            .ok_or_else(|| Error::with_message(ErrorKind::Credential, "no token for you"))?;
        Ok(AccessToken::new(format!("token-{number}"), OffsetDateTime::now_utc() + lifetime))
    }
}

fn tokens(server: &Server) -> Vec<String> {
    let header = |seen: super::server::Seen| seen.header("authorization").to_owned();
    server.seen().into_iter().map(header).collect()
}

#[tokio::test]
async fn a_token_is_kept_until_shortly_before_it_expires() {
    let server = Server::fixed(200, "1").await;
    let minutes = |minutes| Some(Duration::minutes(minutes));
    let credential = Tokens::new([minutes(4), minutes(60)]);
    let call =
        get(&server.base, Bearer::new(&server.base, credential.clone(), &["a", "b"]).unwrap());
    for _ in 0..4 {
        call.clone().await.unwrap();
    }
    assert_eq!(
        tokens(&server),
        ["Bearer token-1", "Bearer token-2", "Bearer token-2", "Bearer token-2"]
    );
    assert_eq!(*credential.asked.lock().unwrap(), ["a b", "a b"]);
}

#[tokio::test]
async fn many_callers_ask_once() {
    let server = Server::fixed(200, "1").await;
    for lifetime in [Duration::minutes(60), Duration::minutes(1)] {
        let credential = Tokens::new([Some(lifetime)]);
        let policy = Bearer::new(&server.base, credential.clone(), &[]).unwrap();
        let call = get(&server.base, policy);
        for result in join_all((0..20).map(|_| call.clone().into_future())).await {
            result.unwrap();
        }
        assert_eq!(credential.asked.lock().unwrap().len(), 1, "{lifetime}");
    }
}

#[tokio::test]
async fn a_token_that_the_service_refuses_is_not_used_again() {
    let server =
        Server::start(|_, number, _| (if number == 1 { 401 } else { 200 }, "1".into())).await;
    let hour = Some(Duration::hours(1));
    let call =
        get(&server.base, Bearer::new(&server.base, Tokens::new([hour, hour]), &[]).unwrap());
    call.clone().await.unwrap();
    let error = call.clone().await.unwrap_err();
    assert_eq!(error.http_status().map(u16::from), Some(401));
    call.await.unwrap();
    assert_eq!(tokens(&server), ["Bearer token-1", "Bearer token-1", "Bearer token-2"]);
}

#[tokio::test]
async fn an_error_of_the_credential_is_told_unless_the_old_token_is_good() {
    let server = Server::fixed(200, "1").await;
    let credential = Tokens::new([None, Some(Duration::minutes(1)), None]);
    let call = get(&server.base, Bearer::new(&server.base, credential, &[]).unwrap());
    let error = call.clone().await.unwrap_err();
    assert_eq!((error.kind(), &*error.to_string()), (&ErrorKind::Credential, "no token for you"));
    assert!(server.seen().is_empty());
    call.clone().await.unwrap();
    call.await.unwrap();
    assert_eq!(tokens(&server), ["Bearer token-2", "Bearer token-2"]);
}

#[test]
fn a_token_goes_to_https_or_loopback_only() {
    let new = |endpoint| Bearer::new(endpoint, Arc::new(Token("SECRET")), &[]);
    for good in ["https://a.example", "http://127.0.0.1:1", "http://[::1]:1", "http://localhost/"] {
        assert!(new(good).is_ok(), "{good}");
    }
    for bad in [
        "http://a.example",
        "http://127.0.0.1.evil.example",
        "ftp://127.0.0.1",
        "x",
        "http://10.0.0.1",
    ] {
        assert!(new(bad).is_err(), "{bad}");
    }
}

#[tokio::test]
async fn a_token_goes_to_no_other_origin() {
    let (server, other) = (Server::fixed(200, "1").await, Server::fixed(200, "1").await);
    let policy = Bearer::new(&server.base, Arc::new(Token("SECRET")), &[]).unwrap();
    let error = get(&other.base, policy).await.unwrap_err();
    assert!(error.to_string().contains("another origin"), "{error}");
    assert!(other.seen().is_empty());
}

#[tokio::test]
async fn neither_debug_nor_errors_show_the_token() {
    let server = Server::fixed(200, "1").await;
    let policy = Bearer::new(&server.base, Arc::new(Token("SECRET\n")), &["s"]).unwrap();
    let error = get(&server.base, policy.clone()).await.unwrap_err();
    assert_eq!(error.kind(), &ErrorKind::Credential);
    assert!(error.to_string().contains("characters that a header cannot have"), "{error}");
    let shown = format!("{policy:?} {error:?} {error}");
    assert!(!shown.contains("SECRET"), "{shown}");
    assert!(server.seen().is_empty());
}
