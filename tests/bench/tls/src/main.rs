//! Sends a message over https with the connection string of its argument.

use acs_chat::{
    ChatClient, CommunicationTokenCredential,
    identity::{CommunicationIdentityClient, models::CommunicationIdentityTokenScope},
};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let connection_string = std::env::args().nth(1).ok_or("usage: tls CONNECTION_STRING")?;
    let identity = CommunicationIdentityClient::from_connection_string(&connection_string, None)?;
    let user = identity.create_user().await?.identity;
    let token = identity.get_token(&user, [CommunicationIdentityTokenScope::Chat]).await?.token;
    let credential = CommunicationTokenCredential::new(token)?;
    let chat = ChatClient::new(identity.endpoint().as_str(), credential, None)?;
    let created = chat.create_chat_thread("over https").await?;
    let thread = chat.chat_thread_client(created.chat_thread.ok_or("no thread")?.id);
    thread.send_message("hello").await?;
    Ok(())
}
