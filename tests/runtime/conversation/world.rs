//! An emulator, its users, and their clients.

use super::at_once::at_once;
use acs_chat::{
    ChatClient, ChatClientOptions, ChatThreadClient, CommunicationIdentifier,
    CommunicationTokenCredential,
    identity::{CommunicationIdentityClient, models::CommunicationIdentityTokenScope},
    models::ChatMessage,
};
use acs_chat_emulator::Emulator;
use azure_core::http::ClientOptions;
use futures::{StreamExt, TryStreamExt, stream};
use std::future::IntoFuture;

/// The emulator. On drop, it must have seen no violation of the descriptions.
pub struct World {
    pub emulator: Emulator,
    identity: CommunicationIdentityClient,
}

/// A user with a token.
pub struct User {
    pub id: CommunicationIdentifier,
    pub token: String,
}

impl World {
    pub async fn new() -> Self {
        let emulator = Emulator::start().await.unwrap();
        let connection_string = emulator.connection_string();
        let identity =
            CommunicationIdentityClient::from_connection_string(&connection_string, None).unwrap();
        Self { emulator, identity }
    }

    pub async fn user(&self) -> User {
        let scopes = [CommunicationIdentityTokenScope::Chat];
        let (user, token) = self.identity.create_user_and_token(scopes).await.unwrap();
        User { id: user.into(), token: token.token }
    }

    /// A client that retries five times without delay.
    pub fn chat(&self, user: &User) -> ChatClient {
        self.chat_with(user, ClientOptions { retry: at_once(5), ..Default::default() })
    }

    pub fn chat_with(&self, user: &User, client_options: ClientOptions) -> ChatClient {
        let mut options = ChatClientOptions::default();
        options.client_options = client_options;
        let credential = CommunicationTokenCredential::new(user.token.clone()).unwrap();
        ChatClient::new(&self.emulator.endpoint(), credential, Some(options)).unwrap()
    }
}

impl Drop for World {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            assert_eq!(self.emulator.violations(), Vec::<String>::new());
        }
    }
}

pub async fn new_thread(chat: &ChatClient) -> ChatThreadClient {
    chat.create_thread_client("topic").await.unwrap()
}

/// Sends this many messages, and returns their ids in the order of arrival.
pub async fn send_many(thread: &ChatThreadClient, count: usize) -> Vec<String> {
    let sending = (0..count).map(|number| thread.send_message(number.to_string()).into_future());
    let mut ids: Vec<String> = stream::iter(sending)
        .buffer_unordered(16)
        .map_ok(|sent| sent.id)
        .try_collect()
        .await
        .unwrap();
    ids.sort_by_key(|id| id.parse::<u64>().unwrap());
    ids
}

/// The numbers that were sent to a thread, in ascending order.
pub async fn numbers(thread: &ChatThreadClient) -> Vec<usize> {
    let list = thread.list_messages().max_page_size(20).items();
    let messages: Vec<ChatMessage> = list.try_collect().await.unwrap();
    let mut numbers: Vec<usize> = messages.iter().filter_map(|it| text(it).parse().ok()).collect();
    numbers.sort_unstable();
    numbers
}

/// The text of a message; empty for a system message.
pub fn text(message: &ChatMessage) -> &str {
    message.text().unwrap_or_default()
}
