//! Issues a token for a new user without an access key: Microsoft Entra ID says who the program is.
//!
//! On your machine, log in with `az login`. Then:
//! `COMMUNICATION_ENDPOINT=https://… cargo run -p integrations --bin communication_identity_client_entra`
use acs_chat::identity::{CommunicationIdentityClient, models::CommunicationIdentityTokenScope};
use azure_core::credentials::TokenCredential;
use azure_identity::{DeveloperToolsCredential, ManagedIdentityCredential};
use std::{env, sync::Arc};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let endpoint = env::var("COMMUNICATION_ENDPOINT")?;
    let identity = CommunicationIdentityClient::new(&endpoint, credential()?, None)?;
    let scopes = [CommunicationIdentityTokenScope::Chat];
    let (user, token) = identity.create_user_and_token(scopes).await?;
    println!("{} can chat until {}", user.id, token.expires_on);
    Ok(())
}

/// On App Service, Functions and Container Apps, which set `IDENTITY_ENDPOINT`, the managed identity of
/// the program. Elsewhere the login of `az` or `azd`.
fn credential() -> azure_core::Result<Arc<dyn TokenCredential>> {
    match env::var_os("IDENTITY_ENDPOINT") {
        Some(_) => Ok(ManagedIdentityCredential::new(None)?),
        None => Ok(DeveloperToolsCredential::new(None)?),
    }
}
