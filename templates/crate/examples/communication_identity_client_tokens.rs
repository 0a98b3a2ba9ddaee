//! A trusted service that issues tokens, and a client that asks it for the next one in time.
//!
//! Without `COMMUNICATION_CONNECTION_STRING`, it runs against an emulator in this process.
use acs_chat::{
    ChatClient, CommunicationTokenCredential, RefreshOptions,
    identity::{
        CommunicationIdentityClient,
        models::{CommunicationIdentity, CommunicationIdentityTokenScope},
    },
};

/// Issues a token for a user. The trusted service does this when the user wants to chat.
async fn issue_token(
    identity: CommunicationIdentityClient,
    user: CommunicationIdentity,
) -> azure_core::Result<String> {
    let scopes = [CommunicationIdentityTokenScope::Chat];
    let issued = identity.get_token(&user, scopes).expires_in_minutes(60).await?;
    println!("issued a token that is valid until {}", issued.expires_on);
    Ok(issued.token)
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let emulator = acs_chat_emulator::Emulator::start().await?;
    let connection_string = std::env::var("COMMUNICATION_CONNECTION_STRING")
        .unwrap_or_else(|_| emulator.connection_string());
    let identity = CommunicationIdentityClient::from_connection_string(&connection_string, None)?;
    let user = identity.create_user().await?.identity;

    // In a real client the refresher asks the service over the network.
    let (service, asked_for) = (identity.clone(), user.clone());
    let mut options = RefreshOptions::default();
    options.proactive = true;
    let credential = CommunicationTokenCredential::with_refresher(
        move || issue_token(service.clone(), asked_for.clone()),
        Some(options),
    )?;
    let chat = ChatClient::new(identity.endpoint().as_str(), credential, None)?;
    let thread = chat.create_thread_client("tokens").await?;
    println!("sent {}", thread.send_message("hello world").await?.id);

    // The service refuses a revoked token: the client asks for a new one and sends the call again.
    identity.revoke_tokens(&user).await?;
    println!("sent {}", thread.send_message("hello again").await?.id);
    Ok(())
}
