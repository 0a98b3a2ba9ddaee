//! Identity clients that sign their requests with an access key, and what goes with users.

use crate::{
    identity::{
        CommunicationIdentityClient, CommunicationIdentityClientOptions,
        calls::CreateUser,
        models::{CommunicationIdentity, CommunicationIdentityTokenScope},
    },
    runtime::communication::{
        access_key::{AccessKey, ConnectionString},
        identifier::{CommunicationIdentifier, CommunicationUserIdentifier},
    },
};
use azure_core::{Result, credentials::Secret};

impl CommunicationIdentityClient {
    /// A client of the resource whose connection string this is:
    /// `endpoint=https://...;accesskey=...`, as the Azure portal shows it.
    ///
    /// # Errors
    /// When the connection string has not both parts, or one of them is not what
    /// [`with_access_key`](Self::with_access_key) takes. The error does not show it.
    pub fn from_connection_string(
        connection_string: &str,
        options: Option<CommunicationIdentityClientOptions>,
    ) -> Result<Self> {
        let ConnectionString { endpoint, access_key } = ConnectionString::parse(connection_string)?;
        Self::with_access_key(&endpoint, access_key, options)
    }

    /// A client of the resource at `endpoint`, with one of its two access keys.
    ///
    /// # Errors
    /// When `endpoint` is not a URL, or is neither `https` nor `http` to a loopback address, or
    /// `access_key` is not base64. The error does not show the key.
    pub fn with_access_key(
        endpoint: &str,
        access_key: impl Into<Secret>,
        options: Option<CommunicationIdentityClientOptions>,
    ) -> Result<Self> {
        let authorize = AccessKey::new(endpoint, &access_key.into())?;
        Self::with_policy(endpoint, authorize, options)
    }

    /// Creates a user with a token that is good for these scopes:
    /// [`create_user`](Self::create_user) with `create_token_with_scopes`.
    ///
    /// `POST /identities`
    pub fn create_user_and_token(
        &self,
        scopes: impl IntoIterator<Item = CommunicationIdentityTokenScope>,
    ) -> CreateUser {
        self.create_user().create_token_with_scopes(scopes)
    }
}

/// The id, so that a user can be given where an id is asked for.
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
