//! Logs show the requests, and no secrets and no messages, at the most verbose level.

use acs_chat::identity::CommunicationIdentityClient;
use azure_core::base64;
use std::{
    fs,
    io::{self, Write},
    sync::{Arc, Mutex},
};
use tests::{
    cases::workspace,
    server::{JWT, Server},
};
use tracing::{
    Dispatch,
    subscriber::{DefaultGuard, NoSubscriber},
};
use tracing_subscriber::{
    filter::{LevelFilter, Targets},
    fmt,
    layer::{Layer, SubscriberExt},
    registry,
};

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Log {
    /// Collects what this thread logs and `filter` lets pass, until the guard is dropped.
    fn collect<F>(&self, filter: F) -> (DefaultGuard, Dispatch)
    where
        F: tracing_subscriber::layer::Filter<tracing_subscriber::Registry> + Send + Sync + 'static,
    {
        let writer = self.clone();
        let layer = fmt::layer().with_ansi(false).with_writer(move || writer.clone());
        // With a single subscriber, tracing lets the thread that reaches a log statement first decide
        // whether anybody listens to it. That may be the thread of another test.
        let second = Dispatch::new(NoSubscriber::default());
        let subscriber = registry().with(layer.with_filter(filter));
        (tracing::subscriber::set_default(subscriber), second)
    }

    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

#[tokio::test]
async fn the_filter_of_the_readme_shows_requests_responses_and_retries() {
    let [filter, in_guide] = ["README.md", "guide/observing.md"].map(|file| {
        let text = fs::read_to_string(workspace().join("generated").join(file)).unwrap();
        let (_, filter) = text.split_once("`RUST_LOG=").expect("a filter");
        filter.split_once('`').unwrap().0.to_owned()
    });
    assert_eq!(filter, in_guide);
    let log = Log::default();
    let _collecting = log.collect(filter.parse::<Targets>().unwrap());

    let server = Server::start(|_, number, _| (if number == 0 { 503 } else { 204 }, "")).await;
    server.chat().delete_chat_thread("19:t@thread.v2").await.unwrap();

    let text = log.text();
    let lines = |part: &str| text.lines().filter(|line| line.contains(part)).count();
    let url = format!("{}/chat/threads/19%3At%40thread.v2", server.base);
    assert_eq!(lines(&format!("==> Request: url: {url}")), 2, "{text}");
    assert_eq!(lines(&format!("<== Response: {{ url: {url}")), 2, "{text}");
    assert_eq!((lines("status: 503"), lines("status: 204")), (1, 1), "{text}");
    assert_eq!(lines("requires retry: 503"), 1, "{text}");
    assert!(text.lines().all(|line| line.contains("typespec_client_core")), "{text}");
}

/// Most programs show warnings and hide the rest.
#[tokio::test]
async fn each_retry_is_a_warning() {
    let log = Log::default();
    let _collecting = log.collect(LevelFilter::WARN);
    let server = Server::start(|_, number, _| (if number < 2 { 503 } else { 204 }, "")).await;
    server.chat().delete_chat_thread("19:t@thread.v2").await.unwrap();
    let text = log.text();
    let lines: Vec<&str> = text.lines().collect();
    let request = "of DELETE /chat/threads/19%3At%40thread.v2";
    assert_eq!(lines.len(), 2, "{text}");
    for (line, retry) in lines.iter().zip(1..) {
        assert!(line.contains("WARN acs_chat::"), "{line}");
        assert!(line.ends_with(&format!("retry {retry} {request}")), "{line}");
    }
}

#[tokio::test]
async fn no_token_no_key_and_no_content_reach_a_log() {
    let log = Log::default();
    let _collecting = log.collect(LevelFilter::TRACE);

    let body = r#"{"error":{"code":"Forbidden","message":"no"}}"#;
    let server = Server::start(move |_, number, _| match number {
        0 => (503, ""),
        _ => (403, body),
    })
    .await;
    let thread = server.thread();
    thread.send_message("SECRET").sender_display_name("SECRET").await.unwrap_err();
    thread.update_properties().topic("SECRET").await.unwrap_err();
    let key = base64::encode("SECRET-KEY");
    let identity = CommunicationIdentityClient::with_access_key(&server.base, key.clone(), None);
    let identity = identity.unwrap();
    identity.get_token_for_teams_user("SECRET", "app", "user").await.unwrap_err();

    let text = log.text();
    assert!(text.contains("retry"), "something is logged: {text}");
    for secret in ["SECRET", JWT, &key, "Signature="] {
        assert!(!text.contains(secret), "{secret} is in the log:\n{text}");
    }
}
