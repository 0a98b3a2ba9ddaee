//! The transport: the HTTP client that sends the requests of a service.

use crate::runtime::{failure::refused, origin};
use async_trait::async_trait;
use azure_core::{
    Bytes, Result,
    http::{
        AsyncRawResponse, AsyncResponseBody, Context, RawResponse, Request, Transport, Url,
        policies::{Policy, PolicyResult},
    },
};
use futures::{TryFutureExt, TryStreamExt};
use std::sync::Arc;

/// A value in the context of a call: its policies get the response before the body is read.
#[allow(dead_code, reason = "not every API has a call that streams bytes")]
pub(crate) struct Streamed;

/// Returns a transport that reads the body of each response, so that an error there is an error of
/// the attempt.
///
/// The transport policy of `azure_core` would copy the body, and its pipeline would copy it again.
pub(crate) fn reading(transport: Transport) -> Transport {
    Transport::with_policy(Arc::new(Reading(transport)))
}

#[derive(Debug)]
struct Reading(Transport);

#[async_trait]
impl Policy for Reading {
    async fn send(
        &self,
        context: &Context,
        request: &mut Request,
        _: &[Arc<dyn Policy>],
    ) -> PolicyResult {
        let response = self.0.send(context, request).await?;
        if context.value::<Streamed>().is_some() {
            return Ok(response);
        }
        let (status, headers, body) = response.deconstruct();
        Ok(AsyncRawResponse::from_bytes(status, headers, read(body).await?))
    }
}

/// Reads a response to its end.
pub(crate) fn read_whole(
    response: AsyncRawResponse,
) -> impl Future<Output = Result<RawResponse>> + Send + 'static {
    let (status, headers, body) = response.deconstruct();
    read(body).map_ok(move |body| RawResponse::from_bytes(status, headers, body))
}

/// Reads a body to its end. Does not copy a body that arrives in one piece.
fn read(body: AsyncResponseBody) -> impl Future<Output = Result<Bytes>> + Send + 'static {
    body.try_collect().map_ok(|pieces: Vec<Bytes>| match <[Bytes; 1]>::try_from(pieces) {
        Ok([only]) => only,
        Err(pieces) => pieces.concat().into(),
    })
}

/// The transport of a client whose options have none.
///
/// It has the timeouts of `azure_core`'s transport and follows no redirects. It uses no proxy for
/// `http` to a loopback address: a proxy would receive the token in clear text.
///
/// # Errors
/// Returns an error if no HTTP client can be made: without the feature `reqwest`, or without root
/// certificates.
#[cfg(feature = "reqwest")]
pub(crate) fn default_transport(endpoint: &Url) -> Result<Transport> {
    use std::time::Duration;

    let builder = reqwest::Client::builder()
        .connect_timeout(Duration::from_secs(20))
        .read_timeout(Duration::from_secs(60));
    let is_plain = endpoint.scheme() == "http" && origin::is_loopback(endpoint);
    without_redirects(if is_plain { builder.no_proxy() } else { builder })
}

#[cfg(not(feature = "reqwest"))]
pub(crate) fn default_transport(_: &Url) -> Result<Transport> {
    let _ = origin::is_loopback;
    Err(refused("client_options.transport is required without the feature `reqwest`"))
}

/// A transport that sends requests with a client that follows no redirects: one to another origin
/// would send the body of the request there, and the response does not tell where it came from.
///
/// # Errors
/// Returns an error if the client cannot be made.
#[cfg(feature = "reqwest")]
pub(crate) fn without_redirects(builder: reqwest::ClientBuilder) -> Result<Transport> {
    #[cfg(feature = "reqwest_rustls_ring")]
    install_ring();
    let client = builder.redirect(reqwest::redirect::Policy::none()).build();
    let client = client.map_err(|error| refused(format!("no HTTP client can be made: {error}")))?;
    Ok(Transport::with_policy(Arc::new(Client(client))))
}

/// Lets rustls use ring in this process, if no other provider is installed: `reqwest` panics
/// without one.
#[cfg(feature = "reqwest_rustls_ring")]
fn install_ring() {
    use rustls::crypto::{CryptoProvider, ring};

    if CryptoProvider::get_default().is_none() {
        // Another thread may have installed one meanwhile, which serves as well.
        let _ = ring::default_provider().install_default();
    }
}

/// Sends a request whose body is in memory, and reads the response.
///
/// `azure_core` can use a `reqwest` client too, but its conversions of requests and responses cost
/// more.
#[cfg(feature = "reqwest")]
#[derive(Debug)]
struct Client(reqwest::Client);

#[cfg(feature = "reqwest")]
#[async_trait]
impl Policy for Client {
    async fn send(
        &self,
        context: &Context,
        request: &mut Request,
        next: &[Arc<dyn Policy>],
    ) -> PolicyResult {
        use azure_core::{error::ErrorKind, http::Body};

        let body = match request.body() {
            Body::Bytes(body) if context.value::<Streamed>().is_none() => body,
            _ => return self.streaming().send(context, request, next).await,
        };
        let request = outgoing(request, body.clone())?;
        let response = self.0.execute(request).await.map_err(|error| match error.is_connect() {
            true => failed(ErrorKind::Connection, error),
            false => failed(ErrorKind::Io, error),
        })?;
        let status = response.status().as_u16().into();
        let headers = incoming(response.headers());
        let body = response.bytes().await.map_err(|error| failed(ErrorKind::Io, error))?;
        Ok(AsyncRawResponse::from_bytes(status, headers, body))
    }
}

#[cfg(feature = "reqwest")]
impl Client {
    /// The transport of `azure_core`, which can stream.
    fn streaming(&self) -> Reading {
        Reading(Transport::new(Arc::new(self.0.clone())))
    }
}

#[cfg(feature = "reqwest")]
fn outgoing(request: &Request, body: Bytes) -> Result<reqwest::Request> {
    use reqwest::header::{HeaderName, HeaderValue};

    let unusable = || refused("the request has a method or a header that HTTP does not allow");
    let method = reqwest::Method::from_bytes(request.method().as_str().as_bytes());
    let mut outgoing =
        reqwest::Request::new(method.map_err(|_| unusable())?, request.url().clone());
    let headers = outgoing.headers_mut();
    for (name, value) in request.headers().iter() {
        let name = HeaderName::from_bytes(name.as_str().as_bytes()).map_err(|_| unusable())?;
        let mut value = HeaderValue::from_str(value.as_str()).map_err(|_| unusable())?;
        value.set_sensitive(name == reqwest::header::AUTHORIZATION);
        headers.insert(name, value);
    }
    *outgoing.body_mut() = (!body.is_empty()).then(|| body.into());
    Ok(outgoing)
}

/// Leaves out the headers whose values are not text, as `azure_core` does.
#[cfg(feature = "reqwest")]
fn incoming(headers: &reqwest::header::HeaderMap) -> azure_core::http::headers::Headers {
    use azure_core::http::headers::{CONTENT_LENGTH, CONTENT_TYPE, HeaderName, HeaderValue};
    use std::collections::HashMap;

    /// Most responses have these. A name of its own costs an allocation and a check.
    const COMMON: [HeaderName; 3] = [CONTENT_LENGTH, CONTENT_TYPE, HeaderName::from_static("date")];

    let mut known = HashMap::with_capacity(headers.len());
    for (name, value) in headers {
        if let Ok(value) = value.to_str() {
            let common = COMMON.iter().find(|common| common.as_str() == name.as_str()).cloned();
            let name = common.unwrap_or_else(|| HeaderName::from(name.as_str().to_owned()));
            known.insert(name, HeaderValue::from(value.to_owned()));
        }
    }
    known.into()
}

#[cfg(feature = "reqwest")]
fn failed(kind: azure_core::error::ErrorKind, error: reqwest::Error) -> azure_core::Error {
    azure_core::Error::with_error(kind, error, "the HTTP request failed")
}

/// Implements `http_client` for options with a field `client_options`.
#[cfg(feature = "reqwest")]
macro_rules! http_client {
    ($options:ty) => {
        impl $options {
            /// Sends requests with the `reqwest` client that `builder` makes. The client follows no
            /// redirects, whatever `builder` says: a redirect could send a token or the content of
            /// a message to another origin.
            ///
            /// `reqwest` has no time limits of its own: without `connect_timeout` and `read_timeout`,
            /// a call can wait for ever. If the endpoint is `http` to a loopback address, turn
            /// proxies off with `no_proxy`.
            ///
            /// # Errors
            /// Returns an error if the client cannot be made.
            pub fn http_client(
                mut self,
                builder: ::reqwest::ClientBuilder,
            ) -> ::azure_core::Result<Self> {
                let transport = $crate::runtime::transport::without_redirects(builder)?;
                self.client_options.transport = ::std::option::Option::Some(transport);
                ::std::result::Result::Ok(self)
            }
        }
    };
}

#[cfg(feature = "reqwest")]
pub(crate) use http_client;
