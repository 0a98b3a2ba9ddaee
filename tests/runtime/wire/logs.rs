//! Logs contain no secrets and no messages, at the most verbose level.

use acs_chat::identity::CommunicationIdentityClient;
use azure_core::base64;
use std::{
    io::{self, Write},
    sync::{Arc, Mutex},
};
use tests::server::{JWT, Server};
use tracing::{Dispatch, subscriber::NoSubscriber};
use tracing_subscriber::{filter::LevelFilter, fmt};

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

#[tokio::test]
async fn no_token_no_key_and_no_content_reach_a_log() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = fmt().with_max_level(LevelFilter::TRACE).with_ansi(false);
    let subscriber = subscriber.with_writer(move || writer.clone()).finish();
    // With a single subscriber, tracing lets the thread that reaches a log statement first decide
    // whether anybody listens to it. That may be the thread of another test.
    let _second = Dispatch::new(NoSubscriber::default());
    let _guard = tracing::subscriber::set_default(subscriber);

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

    let text = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(text.contains("retry"), "something is logged: {text}");
    for secret in ["SECRET", JWT, &key, "Signature="] {
        assert!(!text.contains(secret), "{secret} is in the log:\n{text}");
    }
}
