use super::{
    sample::{Token, get},
    server::Server,
};
use crate::runtime::{
    bearer::Bearer,
    communication::credential::{CommunicationTokenCredential, RefreshOptions},
};
use azure_core::{
    Result,
    credentials::{AccessToken, TokenCredential, TokenRequestOptions},
    error::{Error, ErrorKind},
    http::{
        AsyncRawResponse, Context, Method, Request, StatusCode,
        headers::Headers,
        policies::{Policy, PolicyResult},
    },
    time::{Duration, OffsetDateTime},
};
use futures::{
    future::{join_all, pending, ready},
    poll,
};
use std::{
    collections::VecDeque,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};
use tokio::time::{Instant, timeout};

/// On the paused clock, a call that waits for ever takes this long.
const LIMIT: std::time::Duration = std::time::Duration::from_secs(24 * 3600);

/// Returns numbered tokens with the given lifetimes, and an error for `None`.
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
async fn a_token_is_kept_for_half_of_its_life_or_until_five_minutes_are_left() {
    let server = Server::fixed(200, "1").await;
    let minutes = |minutes| Some(Duration::minutes(minutes));
    let credential = Tokens::new([minutes(0), minutes(4)]);
    let policy = Bearer::new(&server.base, credential.clone(), &["a", "b"]).unwrap();
    let call = get(&server.base, policy);
    for _ in 0..4 {
        call.clone().await.unwrap();
    }
    let expected = ["Bearer token-1", "Bearer token-2", "Bearer token-2", "Bearer token-2"];
    assert_eq!(tokens(&server), expected);
    assert_eq!(*credential.asked.lock().unwrap(), ["a b", "a b"]);
}

#[tokio::test]
async fn many_callers_fetch_one_token() {
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
async fn a_call_whose_token_is_refused_is_sent_once_more_with_another_one() {
    let server = Server::start(|_, number, _| (if number == 1 { 401 } else { 200 }, "1")).await;
    let hour = Some(Duration::hours(1));
    let call =
        get(&server.base, Bearer::new(&server.base, Tokens::new([hour, hour]), &[]).unwrap());
    call.clone().await.unwrap();
    call.clone().await.unwrap();
    call.await.unwrap();
    let expected = ["Bearer token-1", "Bearer token-1", "Bearer token-2", "Bearer token-2"];
    assert_eq!(tokens(&server), expected);
}

#[tokio::test]
async fn a_call_is_not_sent_again_with_the_token_that_was_refused() {
    let server = Server::fixed(401, "").await;
    let policy = Bearer::new(&server.base, Arc::new(Token("SECRET")), &[]).unwrap();
    let error = get(&server.base, policy).await.unwrap_err();
    assert_eq!(error.http_status().map(u16::from), Some(401));
    assert_eq!(server.seen().len(), 1);
}

#[tokio::test]
async fn the_credential_forgets_a_token_that_is_refused() {
    let server = Server::start(|_, _, seen| {
        let revoked = seen.header("authorization").ends_with("token-1");
        (if revoked { 401 } else { 200 }, "1".to_owned())
    })
    .await;
    let (credential, asked) = refreshed(RefreshOptions::default(), |number| {
        let expires_on = OffsetDateTime::now_utc() + Duration::hours(1);
        ready(Ok(AccessToken::new(format!("token-{number}"), expires_on)))
    });
    // Another client may hold the credential too.
    for policy in [0, 1].map(|_| Bearer::new(&server.base, credential.clone(), &[]).unwrap()) {
        for _ in 0..5 {
            get(&server.base, policy.clone()).await.unwrap();
        }
    }
    assert_eq!(asked.load(Ordering::SeqCst), 2);
    assert_eq!(tokens(&server)[..3], ["Bearer token-1", "Bearer token-2", "Bearer token-2"]);
    credential.invalidate();
    get(&server.base, Bearer::new(&server.base, credential.clone(), &[]).unwrap()).await.unwrap();
    assert_eq!(tokens(&server).last().unwrap(), "Bearer token-3");
}

#[tokio::test]
async fn an_error_of_the_credential_is_reported() {
    let server = Server::fixed(200, "1").await;
    for (scopes, text) in [
        (&["scope"][..], "no token for you"),
        (&[], "no token for you (the client asks the credential for no scopes)"),
    ] {
        let credential = Tokens::new([None]);
        let call = get(&server.base, Bearer::new(&server.base, credential, scopes).unwrap());
        let error = call.await.unwrap_err();
        assert_eq!((error.kind(), &*error.to_string()), (&ErrorKind::Credential, text));
    }
    assert!(server.seen().is_empty());
}

#[tokio::test]
async fn a_valid_token_is_used_when_its_refresh_fails() {
    let server = Server::fixed(200, "1").await;
    let mut options = RefreshOptions::default();
    let expires_on = OffsetDateTime::now_utc() + Duration::seconds(100);
    options.initial_token = Some(AccessToken::new("first", expires_on).into());
    let (credential, asked) = refreshed(options, |_| {
        ready(Err(Error::with_message(ErrorKind::Other, "the refresher is down")))
    });
    let call = get(&server.base, Bearer::new(&server.base, credential, &[]).unwrap());
    for _ in 0..10 {
        call.clone().await.unwrap();
    }
    assert_eq!(tokens(&server), ["Bearer first"; 10]);
    assert_eq!(asked.load(Ordering::SeqCst), 1);
}

#[tokio::test(start_paused = true)]
async fn callers_share_a_failed_refresh() {
    let options = RefreshOptions { timeout: Duration::milliseconds(300), ..Default::default() };
    let (credential, asked) = refreshed(options, |_| pending());
    let policy = Bearer::new("https://a.example", credential, &[]).unwrap();
    let start = Instant::now();
    let errors = join_all((0..10).map(|_| send(&policy))).await;
    assert!(errors.into_iter().all(|it| it.unwrap_err().to_string().contains("too long")));
    assert_eq!((asked.load(Ordering::SeqCst), start.elapsed().as_millis()), (1, 300));
}

#[tokio::test(start_paused = true)]
async fn callers_that_give_up_do_not_cancel_the_refresh() {
    let wait = std::time::Duration::from_millis;
    let (credential, asked) = refreshed(RefreshOptions::default(), move |_| async move {
        tokio::time::sleep(wait(300)).await;
        Ok(AccessToken::new("token", OffsetDateTime::now_utc() + Duration::hours(1)))
    });
    let policy = Bearer::new("https://a.example", credential, &[]).unwrap();
    let impatient = |number: u64| {
        let policy = policy.clone();
        async move {
            tokio::time::sleep(wait(number * 20)).await;
            timeout(wait(250), send(&policy)).await.is_ok()
        }
    };
    let served = join_all((0..20).map(impatient)).await;
    assert_eq!(served.into_iter().filter(|served| *served).count(), 17);
    assert_eq!(asked.load(Ordering::SeqCst), 1);
}

#[tokio::test(start_paused = true)]
async fn a_call_that_is_not_polled_does_not_block_others() {
    for keeps in [true, false] {
        let wait = std::time::Duration::from_secs(1);
        let credential: Arc<dyn TokenCredential> = if keeps {
            let (credential, _) = refreshed(RefreshOptions::default(), move |_| async move {
                tokio::time::sleep(wait).await;
                Ok(AccessToken::new("token", OffsetDateTime::now_utc() + Duration::hours(1)))
            });
            credential
        } else {
            Tokens::new([Some(Duration::hours(1))])
        };
        let policy = Bearer::new("https://a.example", credential, &[]).unwrap();
        let mut idle = Box::pin(send(&policy));
        assert!(poll!(&mut idle).is_pending());
        timeout(wait * 2, send(&policy)).await.expect("not blocked").unwrap();
        idle.await.unwrap();
    }
}

/// A credential whose `refresh` gets the number of the attempt, and how often it was asked.
fn refreshed<F>(
    options: RefreshOptions,
    refresh: impl Fn(usize) -> F + Send + Sync + 'static,
) -> (Arc<CommunicationTokenCredential>, Arc<AtomicUsize>)
where
    F: Future<Output = Result<AccessToken>> + Send + 'static,
{
    let asked = Arc::new(AtomicUsize::new(0));
    let count = asked.clone();
    let refresher = move || refresh(count.fetch_add(1, Ordering::SeqCst) + 1);
    let credential = CommunicationTokenCredential::with_refresher(refresher, Some(options));
    (credential.unwrap(), asked)
}

/// Sends a request that gets a 200 response, without a network.
async fn send(policy: &Arc<Bearer>) -> Result<StatusCode> {
    #[derive(Debug)]
    struct Answer;
    #[async_trait::async_trait]
    impl Policy for Answer {
        async fn send(&self, _: &Context, _: &mut Request, _: &[Arc<dyn Policy>]) -> PolicyResult {
            Ok(AsyncRawResponse::from_bytes(StatusCode::Ok, Headers::new(), ""))
        }
    }
    let mut request = Request::new("https://a.example/".parse().unwrap(), Method::Get);
    let (context, next): (_, [Arc<dyn Policy>; 1]) = (Context::new(), [Arc::new(Answer)]);
    let response = timeout(LIMIT, policy.send(&context, &mut request, &next)).await;
    response.expect("no call hangs").map(|response| response.status())
}

#[test]
fn a_token_is_sent_only_to_https_or_loopback() {
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
async fn a_token_is_not_sent_to_another_origin() {
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
