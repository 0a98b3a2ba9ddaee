//! A user with a token that refreshes itself.

use acs_chat::{
    ChatClient, CommunicationIdentifier, CommunicationTokenCredential,
    identity::{CommunicationIdentityClient, models::CommunicationIdentityTokenScope},
};
use azure_core::{Result, time::Duration};
use std::ops::RangeInclusive;

pub struct Person {
    pub name: String,
    pub id: CommunicationIdentifier,
    pub chat: ChatClient,
}

impl Person {
    pub async fn new(identity: &CommunicationIdentityClient, name: &str) -> Result<Self> {
        let user = identity.create_user().await?.identity;
        Self::known(identity, name, &user.id)
    }

    pub fn known(identity: &CommunicationIdentityClient, name: &str, user_id: &str) -> Result<Self> {
        let (issuer, user) = (identity.clone(), user_id.to_owned());
        let refresh = move || issue_token(issuer.clone(), user.clone());
        let credential = CommunicationTokenCredential::with_refresher(refresh, None)?;
        let chat = ChatClient::new(identity.endpoint().as_str(), credential, None)?;
        Ok(Self { name: name.to_owned(), id: CommunicationIdentifier::from_raw_id(user_id), chat })
    }
}

/// A trusted service does this, not the client of a user.
async fn issue_token(identity: CommunicationIdentityClient, user: String) -> Result<String> {
    Ok(identity.get_token(&user, [CommunicationIdentityTokenScope::Chat]).await?.token)
}

/// How often the chat looks for news. People who talk to each other do not want to wait.
pub fn pace() -> RangeInclusive<Duration> {
    Duration::milliseconds(300)..=Duration::seconds(2)
}
