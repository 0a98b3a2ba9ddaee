//! Clients of a [fake server](crate::fake_server), and its answers.

pub use crate::fake_server::{Answer, Cut, Seen, Server};

use acs_chat::{
    ChatClient, ChatClientOptions, ChatThreadClient, CommunicationTokenCredential,
    identity::{CommunicationIdentityClient, CommunicationIdentityClientOptions},
};
use azure_core::{
    base64,
    http::{ClientOptions, FixedRetryOptions, RetryOptions},
    time::Duration,
};
use std::ops::Range;

/// A JWT that is good until 2100.
pub const JWT: &str = "eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjQxMDI0NDQ4MDB9.c2VjcmV0";

/// The path of the thread of [`Server::thread`].
pub const THREAD: &str = "/chat/threads/19%3At%40thread.v2";

/// The access key of [`Server::identity`].
pub const KEY: &[u8] = b"0123456789abcdef";

impl Server {
    /// A client that retries twice, without a delay.
    pub fn chat(&self) -> ChatClient {
        self.chat_with(retrying())
    }

    pub fn chat_with(&self, client_options: ClientOptions) -> ChatClient {
        let mut options = ChatClientOptions::default();
        options.client_options = client_options;
        let credential = CommunicationTokenCredential::new(JWT).unwrap();
        ChatClient::new(&self.base, credential, Some(options)).unwrap()
    }

    /// A client that retries twice, without a delay.
    pub fn thread(&self) -> ChatThreadClient {
        self.chat().chat_thread_client("19:t@thread.v2")
    }

    /// A client with [`KEY`] that retries twice, without a delay.
    pub fn identity(&self) -> CommunicationIdentityClient {
        self.identity_with(retrying())
    }

    /// A client with [`KEY`].
    pub fn identity_with(&self, client_options: ClientOptions) -> CommunicationIdentityClient {
        let text = format!("endpoint={}/;accesskey={}", self.base, base64::encode(KEY));
        let mut options = CommunicationIdentityClientOptions::default();
        options.client_options = client_options;
        CommunicationIdentityClient::from_connection_string(&text, Some(options)).unwrap()
    }
}

/// Retries twice, without a delay.
pub fn retrying() -> ClientOptions {
    let retry = FixedRetryOptions {
        delay: Duration::milliseconds(1),
        max_retries: 2,
        ..Default::default()
    };
    ClientOptions { retry: RetryOptions::fixed(retry), ..Default::default() }
}

/// The JSON of a message with this id.
pub fn message(id: usize) -> String {
    format!(
        r#"{{"id":"{id}","type":"text","sequenceId":"1","version":"1","createdOn":"2021-03-08T05:26:40.1234567+00:00"}}"#
    )
}

/// The ids of messages.
pub fn ids(range: Range<usize>) -> Vec<String> {
    range.map(|id| id.to_string()).collect()
}

/// The answers of a list with this many pages of three messages. Page `n` is at `page=n`.
pub fn pages(pages: usize) -> impl Fn(&str, usize, &Seen) -> (u16, String) {
    move |base, _, seen| {
        let page: usize = seen
            .target
            .split_once("page=")
            .map_or(0, |(_, rest)| rest.split('&').next().unwrap().parse().unwrap());
        let items: Vec<_> = (page * 3..page * 3 + 3).map(message).collect();
        let next = match page + 1 < pages {
            true => format!(r#","nextLink":"{base}/chat/threads/t/messages?page={}""#, page + 1),
            false => String::new(),
        };
        (200, format!(r#"{{"value":[{}]{next}}}"#, items.join(",")))
    }
}
