//! API keys: the policy that adds a key to requests, as a header, a cookie or a query parameter.

use crate::runtime::{failure::refused, header, origin, pipeline::push_pair};
use async_trait::async_trait;
use azure_core::{
    Result, base64,
    credentials::Secret,
    error::Error,
    http::{
        Context, Request, Url,
        headers::{HeaderName, HeaderValue},
        policies::{Policy, PolicyResult},
    },
};
use std::{fmt, sync::Arc};

const COOKIE: HeaderName = HeaderName::from_static_standard("cookie");

/// Adds a key to each attempt of a request, after it has checked where the request goes.
pub(crate) struct ApiKey {
    endpoint: Url,
    place: Place,
}

#[allow(dead_code, reason = "a service has its key in one place")]
enum Place {
    Header(HeaderName, HeaderValue),
    /// The query parameter: `name=`, and `name=key`.
    Query(String, String),
    /// The cookie: `name=`, and `name=key`.
    Cookie(String, String),
}

impl ApiKey {
    /// Sends the key as the header `name`.
    ///
    /// # Errors
    /// Returns an error if `endpoint` is neither `https` nor `http` to a loopback address, or if
    /// the key has characters that a header cannot have.
    pub fn header(endpoint: &str, name: &'static str, key: &Secret) -> Result<Arc<Self>> {
        let endpoint = origin::endpoint_for_secrets(endpoint)?;
        let value = header::value("the key", key.secret().to_owned())?;
        Ok(Arc::new(Self { endpoint, place: Place::Header(header::name(name), value) }))
    }

    /// Sends the key as the query parameter `name`.
    ///
    /// # Errors
    /// Returns an error if `endpoint` is neither `https` nor `http` to a loopback address.
    pub fn query(endpoint: &str, name: &'static str, key: &Secret) -> Result<Arc<Self>> {
        let endpoint = origin::endpoint_for_secrets(endpoint)?;
        let (name, pair) = pair(name, key);
        Ok(Arc::new(Self { endpoint, place: Place::Query(name, pair) }))
    }

    /// Sends the key as the cookie `name`, percent-encoded.
    ///
    /// # Errors
    /// Returns an error if `endpoint` is neither `https` nor `http` to a loopback address.
    pub fn cookie(endpoint: &str, name: &'static str, key: &Secret) -> Result<Arc<Self>> {
        let endpoint = origin::endpoint_for_secrets(endpoint)?;
        let (name, pair) = pair(name, key);
        Ok(Arc::new(Self { endpoint, place: Place::Cookie(name, pair) }))
    }

    /// Sends the key in the header `Authorization`, after the name of an HTTP scheme.
    ///
    /// # Errors
    /// As [`header`](Self::header).
    pub fn scheme(endpoint: &str, scheme: &str, key: &Secret) -> Result<Arc<Self>> {
        let value = format!("{scheme} {}", key.secret());
        Self::header(endpoint, "authorization", &Secret::new(value))
    }

    /// Sends a user name and a password with Basic authentication (RFC 7617).
    ///
    /// # Errors
    /// Returns an error if `endpoint` is neither `https` nor `http` to a loopback address, or if
    /// the user name contains a colon, which separates it from the password.
    pub fn basic(endpoint: &str, user_name: &str, password: &Secret) -> Result<Arc<Self>> {
        if user_name.contains(':') {
            return Err(refused("the user name contains a colon"));
        }
        let both = format!("{user_name}:{}", password.secret());
        let value = format!("Basic {}", base64::encode(both));
        Self::header(endpoint, "authorization", &Secret::new(value))
    }
}

/// Returns `name=`, and `name=key`.
fn pair(name: &str, key: &Secret) -> (String, String) {
    let (mut before, mut pair) = (String::new(), String::new());
    push_pair(&mut before, name, "");
    push_pair(&mut pair, name, key.secret());
    (before, pair)
}

#[async_trait]
impl Policy for ApiKey {
    async fn send(
        &self,
        context: &Context,
        request: &mut Request,
        next: &[Arc<dyn Policy>],
    ) -> PolicyResult {
        origin::check(&self.endpoint, request.url(), context)?;
        match &self.place {
            Place::Header(name, value) => {
                request.insert_header(name.clone(), value.clone());
                next[0].send(context, request, &next[1..]).await
            }
            Place::Cookie(name, pair) => {
                let known = header::find(request.headers(), &COOKIE).unwrap_or_default();
                let others = known.split("; ").filter(|it| !it.is_empty() && !it.starts_with(name));
                let cookies: Vec<&str> = others.chain([pair.as_str()]).collect();
                let cookies = HeaderValue::from(cookies.join("; "));
                request.insert_header(COOKIE, cookies);
                next[0].send(context, request, &next[1..]).await
            }
            Place::Query(name, pair) => {
                let url = request.url_mut();
                // A retry already has the key, and a link may have an older one.
                let others = url.query().unwrap_or_default().split('&');
                let others = others.filter(|other| !other.is_empty() && !other.starts_with(name));
                let query: Vec<&str> = others.chain([pair.as_str()]).collect();
                url.set_query(Some(&query.join("&")));
                let result = next[0].send(context, request, &next[1..]).await;
                result.map_err(|error| without(pair, error))
            }
        }
    }
}

/// Removes the cause of the error, which may show the URL of the request.
fn without(secret: &str, error: Error) -> Error {
    let mut text = error.to_string();
    let mut cause = std::error::Error::source(&error);
    while let Some(error) = cause {
        text = format!("{text}: {error}");
        cause = error.source();
    }
    Error::with_message(error.kind().clone(), text.replace(secret, "(key)"))
}

impl fmt::Debug for ApiKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = match &self.place {
            Place::Header(name, _) => name.as_str(),
            Place::Cookie(name, _) | Place::Query(name, _) => name.as_str(),
        };
        f.debug_struct("ApiKey").field("place", &place).finish_non_exhaustive()
    }
}
