//! Access keys: the policy that signs requests with one, and connection strings.

use crate::runtime::{failure::refused, header, origin};
use async_trait::async_trait;
use azure_core::{
    Result, base64,
    credentials::Secret,
    http::{
        Context, Method, Request, Url,
        headers::{AUTHORIZATION, HeaderName},
        policies::{Policy, PolicyResult},
        request::Body,
    },
    time::{OffsetDateTime, to_rfc7231},
};
use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};
use std::{fmt, sync::Arc};

/// Signs each attempt of a request with an access key of the resource, after it has checked where
/// the request goes.
pub(crate) struct AccessKey {
    endpoint: Url,
    key: Hmac<Sha256>,
}

impl AccessKey {
    /// # Errors
    /// Returns an error if `endpoint` is neither `https` nor `http` to a loopback address, or if
    /// `key` is not base64. The error does not show the key.
    pub fn new(endpoint: &str, key: &Secret) -> Result<Arc<Self>> {
        let endpoint = origin::endpoint_for_secrets(endpoint)?;
        let bytes = base64::decode(key.secret().trim()).ok().filter(|bytes| !bytes.is_empty());
        let bytes = bytes.ok_or_else(|| refused("access_key is not base64"))?;
        let key =
            Hmac::new_from_slice(&bytes).map_err(|_| refused("access_key has a wrong length"))?;
        Ok(Arc::new(Self { endpoint, key }))
    }

    /// The headers that sign a request at `time`.
    pub fn sign(&self, method: Method, url: &Url, body: &[u8], time: OffsetDateTime) -> Signature {
        // RFC 7231 timestamps are in GMT.
        let date = to_rfc7231(&time.to_offset(OffsetDateTime::UNIX_EPOCH.offset()));
        let content_hash = base64::encode(Sha256::digest(body));
        let mut mac = self.key.clone();
        let path = url.path();
        let query = url.query().map(|query| ["?", query].concat()).unwrap_or_default();
        let host = authority(url);
        let text = format!("{}\n{path}{query}\n{date};{host};{content_hash}", method.as_str());
        mac.update(text.as_bytes());
        let signature = base64::encode(mac.finalize().into_bytes());
        let authorization = format!(
            "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature={signature}"
        );
        Signature { date, content_hash, authorization }
    }
}

/// The values of the headers that sign a request.
pub(crate) struct Signature {
    pub date: String,
    pub content_hash: String,
    pub authorization: String,
}

/// The value of the `Host` header: the host, and the port if it is not the scheme's default.
fn authority(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

#[async_trait]
impl Policy for AccessKey {
    async fn send(
        &self,
        context: &Context,
        request: &mut Request,
        next: &[Arc<dyn Policy>],
    ) -> PolicyResult {
        origin::check(&self.endpoint, request.url(), context)?;
        let Body::Bytes(body) = request.body().clone() else {
            return Err(refused("a body that is a stream cannot be signed with an access key"));
        };
        let signed = self.sign(request.method(), request.url(), &body, OffsetDateTime::now_utc());
        request.insert_header(HeaderName::from_static("x-ms-date"), signed.date);
        let name = HeaderName::from_static("x-ms-content-sha256");
        request.insert_header(name, signed.content_hash);
        request.insert_header(AUTHORIZATION, header::value("a signature", signed.authorization)?);
        next[0].send(context, request, &next[1..]).await
    }
}

impl fmt::Debug for AccessKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AccessKey").finish_non_exhaustive()
    }
}

/// The endpoint and the access key of a connection string: `endpoint=https://...;accesskey=...`.
pub(crate) struct ConnectionString {
    pub endpoint: String,
    pub access_key: Secret,
}

impl ConnectionString {
    /// Reads the parts in any order, and their names in any case. Ignores other parts.
    ///
    /// # Errors
    /// Returns an error if one of the two parts is missing, empty, or repeated, or the endpoint is
    /// more than a scheme, a host and a port. The error does not show the string.
    pub fn parse(text: &str) -> Result<Self> {
        let (mut endpoint, mut access_key) = (None, None);
        for part in text.split(';').map(str::trim).filter(|part| !part.is_empty()) {
            let (name, value) = part.split_once('=').unwrap_or_default();
            let slot = match name.trim().to_ascii_lowercase().as_str() {
                "endpoint" => &mut endpoint,
                "accesskey" => &mut access_key,
                _ => continue,
            };
            if slot.replace(value.trim()).is_some() {
                return Err(refused("connection_string has more than one endpoint or accesskey"));
            }
        }
        let part = |value: Option<&str>, message| match value {
            Some(value) if !value.is_empty() => Ok(value.to_owned()),
            _ => Err(refused(message)),
        };
        let endpoint = part(endpoint, "connection_string has no endpoint")?;
        let access_key = part(access_key, "connection_string has no accesskey")?;
        let endpoint = endpoint.trim_end_matches('/').to_owned();
        if !is_plain_origin(&origin::endpoint(&endpoint)?) {
            return Err(refused(
                "the endpoint of connection_string must be a scheme, a host and a port; check that \
                 a semicolon follows it",
            ));
        }
        Ok(Self { endpoint, access_key: access_key.into() })
    }
}

/// Returns `true` if a URL is a scheme, a host and a port. Without a semicolon in between, the host or
/// the path would contain the access key, and debug output would show it.
fn is_plain_origin(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    // The last part of an access key makes a label longer than 63 characters (RFC 1035, section
    // 2.3.4).
    let is_label = |label: &str| label.len() <= 63 && !label.contains("accesskey");
    let is_host = |byte: u8| byte.is_ascii_alphanumeric() || b"-.:[]".contains(&byte);
    url.path() == "/" && host.bytes().all(is_host) && host.split('.').all(is_label)
}

impl fmt::Debug for ConnectionString {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ConnectionString").field("endpoint", &self.endpoint).finish_non_exhaustive()
    }
}
