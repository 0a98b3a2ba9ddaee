//! Extreme values are sent or refused, and none panics. `azure_core` panics for some of them.

use acs_chat::{
    ChatClient, ChatClientOptions, CommunicationTokenCredential, EntraCommunicationTokenCredential,
    EntraCommunicationTokenCredentialOptions, identity::CommunicationIdentityClient,
};
use azure_core::{
    http::{ExponentialRetryOptions, FixedRetryOptions, RetryOptions},
    time::{Duration, OffsetDateTime},
};
use futures::StreamExt;
use std::sync::Arc;
use tests::server::{Server, retrying};

const TEXTS: &[&str] =
    &["", " ", "\n", "\r\nx: y", "\0", "é", "\u{202e}", "%", "%zz", "a&b=c#d?e", "..", "a/../b"];

fn credential() -> Arc<CommunicationTokenCredential> {
    CommunicationTokenCredential::with_expiry("opaque", OffsetDateTime::now_utc())
}

#[tokio::test]
async fn no_endpoint_panics() {
    let server = Server::fixed(200, r#"{"value":[]}"#).await;
    let long = format!("https://{}.example", "a".repeat(70_000));
    let endpoints = [
        "mailto:a@b",
        "data:,x",
        "https:",
        "https://",
        "https:///x",
        "https://[::1",
        "https://[::g]",
        "https://a b",
        "https://a.example:99999",
        "https://a.example:0",
        "https://xn--",
        "https://%",
        "https://a..b",
        "https://-",
        "https://1.2.3.4.5",
        "https://0xffffffff",
        "file:///etc",
        "//a",
        "about:blank",
        "https://user@a.example",
        "HTTPS://A.EXAMPLE/../..",
        &long,
    ];
    for endpoint in endpoints.into_iter().chain(TEXTS.iter().copied()) {
        drop(ChatClient::new(endpoint, credential(), None));
        drop(CommunicationIdentityClient::with_access_key(endpoint, "a2V5", None));
        drop(EntraCommunicationTokenCredential::new(endpoint, credential(), None));
        let text = format!("endpoint={endpoint};accesskey=a2V5");
        drop(CommunicationIdentityClient::from_connection_string(&text, None));
        drop(server.chat().list_chat_threads().allow_links_to(endpoint).items().next().await);
    }
}

#[tokio::test]
async fn no_option_panics() {
    let server = Server::fixed(204, "").await;
    let retries = [Duration::MIN, Duration::ZERO, Duration::MAX].map(|it| {
        let fixed = FixedRetryOptions { delay: it, max_total_elapsed: it, max_retries: u32::MAX };
        let exponential = ExponentialRetryOptions {
            initial_delay: it,
            max_delay: it,
            max_total_elapsed: it,
            max_retries: u32::MAX,
        };
        [RetryOptions::fixed(fixed), RetryOptions::exponential(exponential)]
    });
    for retry in retries.into_iter().flatten() {
        let mut options = ChatClientOptions::default();
        options.client_options.retry = retry;
        let chat = ChatClient::new(&server.base, credential(), Some(options)).unwrap();
        chat.delete_chat_thread("t").await.unwrap();
    }
    for text in TEXTS {
        let mut options = ChatClientOptions::default();
        options.api_version = (*text).to_owned();
        let chat = ChatClient::new(&server.base, credential(), Some(options)).unwrap();
        chat.delete_chat_thread("t").await.unwrap();
        let mut options = ChatClientOptions::default();
        options.client_options.user_agent.application_id = Some((*text).to_owned());
        drop(ChatClient::new(&server.base, credential(), Some(options)));
        let mut options = EntraCommunicationTokenCredentialOptions::default();
        options.scopes = vec![(*text).to_owned()];
        drop(EntraCommunicationTokenCredential::new(&server.base, credential(), Some(options)));
    }
}

/// Delays that are not positive would make `azure_core` sleep for less than nothing.
#[tokio::test]
async fn no_delay_of_a_retry_is_negative() {
    let server = Server::start(|_, number, _| (if number % 2 == 0 { 500 } else { 204 }, "")).await;
    for delay in [Duration::MIN, Duration::seconds(-1), Duration::ZERO] {
        let fixed = FixedRetryOptions { delay, ..Default::default() };
        let exponential = ExponentialRetryOptions {
            initial_delay: delay,
            max_delay: delay,
            ..Default::default()
        };
        for retry in [RetryOptions::fixed(fixed), RetryOptions::exponential(exponential)] {
            let mut options = retrying();
            options.retry = retry;
            server.chat_with(options).delete_chat_thread("t").await.unwrap();
        }
    }
}

#[tokio::test]
async fn no_argument_panics() {
    let server = Server::fixed(200, r#"{"value":[],"id":"7"}"#).await;
    let (chat, thread, identity) = (server.chat(), server.thread(), server.identity());
    for year in [-9999, -1, 0, 9999] {
        let time = OffsetDateTime::UNIX_EPOCH.replace_year(year).unwrap();
        for time in
            [time, time.saturating_sub(Duration::days(1)), time.saturating_add(Duration::days(364))]
        {
            drop(thread.list_messages().start_time(time).items().next().await);
            drop(chat.list_chat_threads().start_time(time).items().next().await);
        }
    }
    for number in [i32::MIN, -1, 0, i32::MAX] {
        drop(thread.list_messages().max_page_size(number).pages().next().await);
        drop(thread.list_participants().skip(number).pages().next().await);
        drop(identity.create_user().expires_in_minutes(number).await);
    }
    for text in TEXTS {
        let pair = ((*text).to_owned(), (*text).to_owned());
        drop(thread.send_message(*text).sender_display_name(*text).metadata([pair]).await);
        drop(thread.get_message(text).await);
        drop(thread.remove_participant(*text).await);
        drop(chat.create_chat_thread(*text).repeatability_request_id(*text).await);
        drop(chat.chat_thread_client(text).list_messages().items().next().await);
        drop(identity.delete_user(text).await);
    }
}
