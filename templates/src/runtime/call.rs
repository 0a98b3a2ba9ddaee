//! Calls of operations: builders of requests that are sent when they are awaited.

use crate::runtime::{
    attempt::AllowDuplicates,
    body::{Content, SerializedBody},
    failure::refused,
    header,
    origin::{self, LinkOrigins},
    pipeline::{AuthorizedBy, Operation, Service, WithoutApiVersion, new_uuid, push_pair},
    prepared::PreparedCall,
    query::{QueryValue, Text},
    wire::decode,
};
use azure_core::{
    Result,
    error::Error,
    http::{
        Context, Method, RawResponse, Request, Response, Url,
        headers::{
            ACCEPT, CLIENT_REQUEST_ID, CONTENT_TYPE, Header, HeaderName, HeaderValue, Headers,
        },
        request::options::ClientRequestId,
    },
};
use serde::de::DeserializeOwned;
use std::{borrow::Cow, collections::HashMap, fmt, mem, sync::Arc};

/// A call that has not been sent. `B` is the body, or `()` without one.
#[derive(Clone)]
pub(crate) struct Call<B = ()> {
    pub body: B,
    pub parts: CallParts,
}

/// A call without its body.
#[derive(Clone)]
pub(crate) struct CallParts {
    pub service: Arc<Service>,
    pub operation: &'static Operation,
    pub context: Context<'static>,
    /// The path of the URL, or the error of an argument that cannot be part of it.
    pub path: std::result::Result<String, String>,
    /// The encoded `name=value` pairs of each query parameter.
    query: Vec<(&'static str, Text)>,
    pub headers: Vec<(Cow<'static, str>, Text)>,
    /// The errors of other arguments.
    refusals: Vec<&'static str>,
    /// The JSON of the response if the call needs no request.
    #[allow(dead_code, reason = "lists have no such responses")]
    answer: Option<&'static str>,
}

impl<B> Call<B> {
    pub fn new(
        service: &Arc<Service>,
        operation: &'static Operation,
        path: &[&str],
        body: B,
    ) -> Self {
        Self { body, parts: CallParts::new(service, operation, path) }
    }

    /// Replaces the context. Keeps the values that the call itself has added.
    pub fn context(&mut self, context: Context<'_>) {
        let old = mem::replace(&mut self.parts.context, context.into_owned());
        let context = &mut self.parts.context;
        self.parts.service.trace(self.parts.operation, context);
        old.value::<AuthorizedBy>().map(|it| context.insert(*it));
        old.value::<WithoutApiVersion>().map(|it| context.insert(*it));
        old.value::<AllowDuplicates>().map(|it| context.insert(*it));
        old.value::<LinkOrigins>().map(|it| context.insert(it.clone()));
    }
}

impl<B> Call<B> {
    /// Sets a query parameter. Replaces an earlier value.
    pub fn query_param(&mut self, name: &'static str, value: impl QueryValue) {
        self.query_params(name, [value]);
    }

    /// Sets a query parameter to several values: one pair each.
    pub fn query_params(
        &mut self,
        name: &'static str,
        values: impl IntoIterator<Item = impl QueryValue>,
    ) {
        self.encoded_query(name, encode_pairs(name, values.into_iter().map(QueryValue::to_query)));
    }

    /// Sets a query parameter to pairs that are encoded already.
    pub fn encoded_query(&mut self, name: &'static str, pairs: Text) {
        set(&mut self.parts.query, name, pairs);
    }

    /// Sets a header. Replaces an earlier value.
    pub fn header(&mut self, name: &'static str, value: impl QueryValue) {
        self.change_header(name, |_| value.to_query());
    }

    /// Sets a header to a value that `change` computes from the current one.
    pub fn change_header(&mut self, name: &'static str, change: impl FnOnce(Option<Text>) -> Text) {
        let known = self.parts.headers.iter().find(|header| header.0 == name);
        let value = change(known.map(|header| header.1.clone()));
        set(&mut self.parts.headers, name.into(), value);
    }

    /// Sets a header to a new UUID. Retries and clones of the call repeat it.
    pub fn uuid_header(&mut self, name: &'static str) {
        set(&mut self.parts.headers, name.into(), Ok(new_uuid()));
    }

    /// Sends the call again even if the service may have carried it out.
    pub fn allow_duplicates(&mut self) {
        self.parts.context.insert(AllowDuplicates);
    }

    /// Allows links to another origin than the endpoint's.
    pub fn allow_links_to(&mut self, origin: &str) {
        match origin::endpoint_for_secrets(origin) {
            Ok(origin) => self.allow_origin(origin),
            Err(_) => self.refuse_if(true, "origin must be https, or http to a loopback address"),
        }
    }

    /// Allows requests to this origin too, with secrets.
    pub fn allow_origin(&mut self, origin: Url) {
        let known = self.parts.context.value::<LinkOrigins>().cloned();
        let mut origins = known.unwrap_or_default();
        origins.0.push(origin);
        self.parts.context.insert(origins);
    }

    /// Authorizes the call with these credentials only.
    pub fn authorized_by(&mut self, credentials: AuthorizedBy) {
        self.parts.context.insert(credentials);
    }

    /// Adds a value to the context, for a policy of the client. [`context`](Self::context) removes it.
    pub fn tell<T: Send + Sync + 'static>(&mut self, value: T) {
        self.parts.context.insert(value);
    }

    /// Leaves out the `api-version` of the client.
    pub fn without_api_version(&mut self) {
        self.parts.context.insert(WithoutApiVersion);
    }

    /// Responds with `json` and sends nothing, if `condition` is true.
    pub fn answer_if(&mut self, condition: bool, json: &'static str) {
        self.parts.answer = condition.then_some(json);
    }

    /// If `condition` is true, the call sends nothing and returns an error with `message`. Otherwise
    /// withdraws an earlier error with the same message.
    pub fn refuse_if(&mut self, condition: bool, message: &'static str) {
        self.parts.refusals.retain(|refusal| *refusal != message);
        if condition {
            self.parts.refusals.push(message);
        }
    }

    pub fn http_method(&self) -> Method {
        self.parts.operation.method
    }

    pub fn without_body(self) -> CallParts {
        self.parts
    }
}

impl<B: Content> Call<B> {
    /// Makes the request. The result does not depend on `B`.
    pub fn prepare(self) -> PreparedCall {
        let (body, parts) = self.serialize_body();
        parts.prepare(body)
    }

    /// Serializes the body, and returns it with the rest of the call.
    pub fn serialize_body(self) -> (Result<Option<SerializedBody>>, CallParts) {
        (self.body.write(self.parts.operation), self.parts)
    }
}

/// Sends the request and returns the response, not decoded.
#[expect(clippy::manual_async_fn, reason = "see `PreparedCall`")]
pub(crate) fn response<T, F>(
    mut call: PreparedCall,
) -> impl Future<Output = Result<Response<T, F>>> + Send + 'static {
    async move { call.send().await.map(Response::from) }
}

/// Sends the request and decodes the body of the response.
#[expect(clippy::manual_async_fn, reason = "see `PreparedCall`")]
pub(crate) fn model<T: DeserializeOwned>(
    mut call: PreparedCall,
) -> impl Future<Output = Result<T>> + Send + 'static {
    async move {
        let response = call.send().await?;
        call.carried_out(response.status(), decode(response.body()))
    }
}

/// Sends the request and converts the response with `read`.
#[expect(clippy::manual_async_fn, reason = "see `PreparedCall`")]
pub(crate) fn convert<T: 'static>(
    mut call: PreparedCall,
    read: fn(RawResponse) -> Result<T>,
) -> impl Future<Output = Result<T>> + Send + 'static {
    async move {
        let response = call.send().await?;
        call.carried_out(response.status(), read(response))
    }
}

/// Sends the request, converts the response with `read`, and returns both.
#[expect(clippy::manual_async_fn, reason = "see `PreparedCall`")]
pub(crate) fn with_response<T: 'static, F>(
    mut call: PreparedCall,
    read: fn(RawResponse) -> Result<T>,
) -> impl Future<Output = Result<(T, Response<T, F>)>> + Send + 'static {
    async move {
        let response = call.send().await?;
        let value = call.carried_out(response.status(), read(response.clone()))?;
        Ok((value, response.into()))
    }
}

/// Decodes the JSON body of a response.
pub(crate) fn json_body<T: DeserializeOwned>(response: RawResponse) -> Result<T> {
    decode(response.body())
}

/// Sends the request and ignores the body of the response.
#[expect(clippy::manual_async_fn, reason = "see `PreparedCall`")]
pub(crate) fn nothing(mut call: PreparedCall) -> impl Future<Output = Result<()>> + Send + 'static {
    async move { call.send().await.map(drop) }
}

impl CallParts {
    fn new(service: &Arc<Service>, operation: &'static Operation, path: &[&str]) -> Self {
        let mut context = Context::new();
        service.trace(operation, &mut context);
        Self {
            service: service.clone(),
            operation,
            context,
            path: service.path(operation.path, path).map_err(|error| error.to_string()),
            query: Vec::new(),
            headers: Vec::new(),
            refusals: Vec::new(),
            answer: None,
        }
    }

    /// The method and the path, which identify a list.
    pub fn method_and_path(&self) -> Result<Arc<str>> {
        let path = self.path.as_ref().map_err(|problem| refused(problem.clone()))?;
        Ok([self.operation.method.as_str(), " ", path].concat().into())
    }

    pub fn without_headers(mut self) -> Self {
        self.headers.clear();
        self
    }

    /// The URL with the path and query parameters.
    pub fn url(&self) -> Result<Url> {
        let path = self.path.as_ref().map_err(|problem| refused(problem.clone()))?;
        let mut query = String::with_capacity(if self.query.is_empty() { 0 } else { 128 });
        for (name, value) in &self.query {
            let pairs = self.sendable(name, value)?;
            if !query.is_empty() && !pairs.is_empty() {
                query.push('&');
            }
            query.push_str(pairs);
        }
        Ok(self.service.url(path, query, &self.context))
    }

    /// A request to `url` with the headers of this call, and without a body.
    pub fn request(&self, url: Url) -> Result<Request> {
        if let Some(refusal) = self.refusals.first() {
            return Err(refused(*refusal));
        }
        let mut request = Request::new(url, self.operation.method);
        let headers = request.headers_mut();
        *headers = Headers::from(HashMap::with_capacity(7));
        headers.insert(ACCEPT, "application/json");
        // azure_core's policy would set it too, but it detects a missing header by building an
        // error with a backtrace.
        let request_id = match self.context.value::<ClientRequestId>() {
            Some(id) => header::value("a client request id", id.value().as_str().to_owned())?,
            None => new_uuid().into(),
        };
        headers.insert(CLIENT_REQUEST_ID, request_id);
        for (name, value) in &self.headers {
            let text = self.sendable(name, value)?.to_owned();
            let value = header::value(self.operation.rust_name(name), text)?;
            let name = match name {
                Cow::Borrowed(name) => header::name(name),
                Cow::Owned(name) => HeaderName::from(name.clone()),
            };
            headers.insert(name, value);
        }
        Ok(request)
    }

    fn sendable<'a>(&self, name: &str, value: &'a Text) -> Result<&'a str> {
        value.as_deref().map_err(|problem| unsendable(self.operation, name, problem))
    }

    /// Makes the request for a link in a response, instead of the one for the path.
    pub fn prepare_link(self, link: &str) -> PreparedCall {
        let url = self.service.link_url(link, &self.context);
        let request = url.and_then(|url| self.request(url));
        let Self { service, operation, context, .. } = self;
        PreparedCall { service, operation, context, request, answer: None }
    }

    fn prepare(self, body: Result<Option<SerializedBody>>) -> PreparedCall {
        let request = self.url().and_then(|url| {
            let mut request = self.request(url)?;
            attach(&mut request, body?);
            Ok(request)
        });
        let Self { service, operation, context, answer, .. } = self;
        PreparedCall { service, operation, context, request, answer }
    }
}

/// Encodes one `name=value` pair for each value.
fn encode_pairs(name: &str, values: impl Iterator<Item = Text>) -> Text {
    let mut pairs = String::new();
    for value in values {
        if !pairs.is_empty() {
            pairs.push('&');
        }
        push_pair(&mut pairs, name, &value?);
    }
    Ok(pairs)
}

/// Adds the body to the request, if there is one.
pub(crate) fn attach(request: &mut Request, body: Option<SerializedBody>) {
    if let Some((body, content_type)) = body {
        // An argument may have chosen one of several content types.
        if header::find(request.headers(), &CONTENT_TYPE).is_none() {
            request.insert_header(CONTENT_TYPE, HeaderValue::from_cow(content_type));
        }
        request.set_body(body);
    }
}

/// The error for a value that cannot be sent, by the name of the parameter in Rust.
pub(crate) fn unsendable(operation: &Operation, wire_name: &str, problem: &str) -> Error {
    refused(format!("{} {problem}", operation.rust_name(wire_name)))
}

fn set<N: PartialEq, V>(pairs: &mut Vec<(N, V)>, name: N, value: V) {
    match pairs.iter_mut().find(|pair| pair.0 == name) {
        Some(pair) => pair.1 = value,
        None => pairs.push((name, value)),
    }
}

/// Shows the path, which contains ids, and no other argument.
impl fmt::Debug for CallParts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct(self.operation.name).field("path", &self.path).finish_non_exhaustive()
    }
}

impl<B> fmt::Debug for Call<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.parts.fmt(f)
    }
}
