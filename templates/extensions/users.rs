//! Users: creation together with a token, and conversions.

use crate::{
    identity::{
        CommunicationIdentityClient,
        calls::CreateUser,
        models::{
            CommunicationIdentity, CommunicationIdentityAccessToken,
            CommunicationIdentityAccessTokenResult, CommunicationIdentityTokenScope,
        },
    },
    runtime::{
        attempt::lacks,
        communication::identifier::{CommunicationIdentifier, CommunicationUserIdentifier},
    },
};
use azure_core::{Result, http::Context};
use futures::future::BoxFuture;
use std::{
    fmt,
    hash::{Hash, Hasher},
};

impl CommunicationIdentityClient {
    /// Creates a user and a token with these scopes, and resolves to both.
    ///
    /// `POST /identities`
    pub fn create_user_and_token(
        &self,
        scopes: impl IntoIterator<Item = CommunicationIdentityTokenScope>,
    ) -> CreateUserAndToken {
        CreateUserAndToken(self.create_user().create_token_with_scopes(scopes))
    }
}

/// A call of [`CommunicationIdentityClient::create_user_and_token`].
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is awaited"]
pub struct CreateUserAndToken(CreateUser);

impl CreateUserAndToken {
    /// The lifetime of the token in minutes, from 60 to 1440. The default is 1440, one day.
    pub fn expires_in_minutes(self, expires_in_minutes: i32) -> Self {
        Self(self.0.expires_in_minutes(expires_in_minutes))
    }

    /// Sets the context, which policies can read.
    pub fn context(self, context: Context<'_>) -> Self {
        Self(self.0.context(context))
    }

    /// Allows sending the call [more than once](crate::identity::calls#duplicates).
    pub fn allow_duplicates(self) -> Self {
        Self(self.0.allow_duplicates())
    }

    /// Returns the future of this call, for functions that need one, such as `tokio::spawn`. It sends
    /// nothing until it is polled.
    pub fn send(
        self,
    ) -> BoxFuture<'static, Result<(CommunicationIdentity, CommunicationIdentityAccessToken)>> {
        self.into_future()
    }
}

impl IntoFuture for CreateUserAndToken {
    type Output = Result<(CommunicationIdentity, CommunicationIdentityAccessToken)>;
    type IntoFuture = BoxFuture<'static, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move {
            let CommunicationIdentityAccessTokenResult { identity, access_token } = self.0.await?;
            Ok((identity, access_token.ok_or_else(|| lacks("access token"))?))
        })
    }
}

impl Eq for CommunicationIdentity {}

impl Hash for CommunicationIdentity {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.id.hash(state);
    }
}

/// The id.
impl fmt::Display for CommunicationIdentity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.id)
    }
}

/// From an id.
impl From<&str> for CommunicationIdentity {
    fn from(id: &str) -> Self {
        Self { id: id.to_owned() }
    }
}

/// From an id.
impl From<String> for CommunicationIdentity {
    fn from(id: String) -> Self {
        Self { id }
    }
}

/// Returns the id, so that a user can be the argument for an id.
impl AsRef<str> for CommunicationIdentity {
    fn as_ref(&self) -> &str {
        &self.id
    }
}

impl From<CommunicationIdentity> for CommunicationIdentifier {
    fn from(identity: CommunicationIdentity) -> Self {
        CommunicationUserIdentifier::new(identity.id).into()
    }
}

impl From<&CommunicationIdentity> for CommunicationIdentifier {
    fn from(identity: &CommunicationIdentity) -> Self {
        CommunicationUserIdentifier::new(identity.id.clone()).into()
    }
}
