//! Identity clients with an access key.

use crate::{
    identity::{CommunicationIdentityClient, CommunicationIdentityClientOptions},
    runtime::communication::access_key::{AccessKey, ConnectionString},
};
use azure_core::{Result, credentials::Secret};

impl CommunicationIdentityClient {
    /// Creates a client from the connection string of a resource, which the Azure portal shows:
    /// `endpoint=https://...;accesskey=...`. Other parts of the string are ignored.
    ///
    /// # Errors
    /// Returns an error if one of the two parts is missing, or if
    /// [`with_access_key`](Self::with_access_key) does. The error does not show the string.
    pub fn from_connection_string(
        connection_string: &str,
        options: Option<CommunicationIdentityClientOptions>,
    ) -> Result<Self> {
        let ConnectionString { endpoint, access_key } = ConnectionString::parse(connection_string)?;
        Self::with_access_key(&endpoint, access_key, options)
    }

    /// Creates a client of the resource at `endpoint` with one of its two access keys.
    ///
    /// # Errors
    /// Returns an error if `endpoint` is not a URL, or is neither `https` nor `http` to a loopback
    /// address, or if `access_key` is not base64. The error does not show the key.
    pub fn with_access_key(
        endpoint: &str,
        access_key: impl Into<Secret>,
        options: Option<CommunicationIdentityClientOptions>,
    ) -> Result<Self> {
        let authorize = AccessKey::new(endpoint, &access_key.into())?;
        Self::with_policy(endpoint, authorize, options)
    }
}

#[cfg(feature = "reqwest")]
crate::runtime::transport::http_client!(CommunicationIdentityClientOptions);
