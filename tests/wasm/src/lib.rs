//! An application for browsers. It shows that the crate compiles for `wasm32-unknown-unknown`.

use acs_chat::{ChatClient, ChatClientOptions, CommunicationTokenCredential};
use azure_core::{Result, http::Transport};

/// Creates a client that sends requests with `transport`, for example one that calls `fetch`.
///
/// # Errors
/// Returns an error if the endpoint or the token is invalid.
pub fn chat(endpoint: &str, token: String, transport: Transport) -> Result<ChatClient> {
    let mut options = ChatClientOptions::default();
    options.client_options.transport = Some(transport);
    ChatClient::new(endpoint, CommunicationTokenCredential::new(token)?, Some(options))
}
