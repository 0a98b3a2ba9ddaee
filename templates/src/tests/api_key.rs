use super::{
    sample::{self, Get},
    server::{Server, raw},
};
use crate::runtime::api_key::ApiKey;
use azure_core::{Result, credentials::Secret};
use std::sync::Arc;

fn get(endpoint: &str, policy: Result<Arc<ApiKey>>) -> Get {
    sample::get(endpoint, policy.unwrap())
}

fn key() -> Secret {
    Secret::new("SECRET&key=1")
}

#[tokio::test]
async fn a_key_is_sent_as_a_header() {
    let server = Server::start(|_, number, _| (if number == 0 { 503 } else { 200 }, "1")).await;
    let policy = ApiKey::header(&server.base, "Ocp-Apim-Subscription-Key", &key());
    get(&server.base, policy).await.unwrap();
    for seen in server.seen() {
        assert_eq!(seen.header("ocp-apim-subscription-key"), "SECRET&key=1");
        assert_eq!(seen.target, "/things");
    }
    assert_eq!(server.seen().len(), 2, "on the retry too");
}

#[tokio::test]
async fn a_key_follows_the_name_of_its_scheme() {
    let server = Server::fixed(200, "1").await;
    let policy = ApiKey::scheme(&server.base, "SharedAccessKey", &key());
    get(&server.base, policy).await.unwrap();
    assert_eq!(server.seen()[0].header("authorization"), "SharedAccessKey SECRET&key=1");
}

#[tokio::test]
async fn a_key_is_in_the_query_once() {
    let server = Server::start(|_, number, _| (if number == 0 { 503 } else { 200 }, "1")).await;
    let call = |first: &'static str| {
        let mut call = get(&server.base, ApiKey::query(&server.base, "key", &key()));
        call.0.query_param(first, "b c");
        call
    };
    call("a").await.unwrap();
    call("key").await.unwrap();
    call("keys").await.unwrap();
    assert_eq!(
        server.targets(),
        [
            "/things?a=b%20c&key=SECRET%26key%3D1",
            "/things?a=b%20c&key=SECRET%26key%3D1",
            "/things?key=SECRET%26key%3D1",
            "/things?keys=b%20c&key=SECRET%26key%3D1",
        ]
    );
}

#[test]
fn a_key_is_sent_only_to_https_or_loopback() {
    for endpoint in ["http://a.example", "ftp://127.0.0.1", "http://10.0.0.1"] {
        assert!(ApiKey::header(endpoint, "key", &key()).is_err(), "{endpoint}");
        assert!(ApiKey::query(endpoint, "key", &key()).is_err(), "{endpoint}");
    }
    assert!(ApiKey::header("https://a.example", "key", &key()).is_ok());
    assert!(ApiKey::query("http://127.0.0.1:1", "key", &key()).is_ok());
}

#[tokio::test]
async fn a_key_is_not_sent_to_another_origin() {
    let other = Server::fixed(200, "1").await;
    let server = Server::fixed(200, "1").await;
    for policy in
        [ApiKey::header(&server.base, "key", &key()), ApiKey::query(&server.base, "key", &key())]
    {
        let error = get(&other.base, policy).await.unwrap_err();
        assert!(error.to_string().contains("another origin"), "{error}");
    }
    assert!(other.seen().is_empty());
}

#[tokio::test]
async fn neither_debug_nor_errors_show_the_key() {
    let bad = ApiKey::header("https://a.example", "key", &Secret::new("SECRET\n")).unwrap_err();
    let header = ApiKey::header("https://a.example", "key", &key()).unwrap();
    let query = ApiKey::query("https://a.example", "key", &key()).unwrap();
    // A transport's error has the URL in it.
    let base = raw(&["HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n1"; 3]).await;
    let cut = get(&base, ApiKey::query(&base, "key", &key())).await.unwrap_err();
    let refused = "http://127.0.0.1:1";
    let refused = get(refused, ApiKey::query(refused, "key", &key())).await.unwrap_err();
    let shown = format!("{bad:?} {bad} {header:?} {query:?} {cut:?} {cut} {refused:?} {refused}");
    assert!(!shown.contains("SECRET"), "{shown}");
    assert!(refused.to_string().contains("/things?(key)"), "{refused}");
    assert!(format!("{header:?} {query:?}").contains("\"key"), "the place is shown");
}
