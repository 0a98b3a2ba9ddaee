//! Calls: requests that are built up, then awaited.

use crate::runtime::{
    body::{Content, Written},
    failure::refused,
    header,
    pipeline::{AuthorizedBy, Operation, Service, new_uuid, push_pair},
    query::{QueryValue, Text},
    wire::decode,
};
use azure_core::{
    Result,
    error::ErrorKind,
    http::{
        Context, RawResponse, Request, Response, Url,
        headers::{ACCEPT, CLIENT_REQUEST_ID, CONTENT_TYPE, Header, HeaderValue, Headers},
        request::options::ClientRequestId,
    },
};
use serde::de::DeserializeOwned;
use std::{collections::HashMap, fmt, mem, sync::Arc};

/// A call of one operation that has not been sent. `B` is the body; `()` where there is none.
#[derive(Clone)]
pub(crate) struct Call<B = ()> {
    pub body: B,
    unsent: Unsent,
}

/// All of a call but its body.
#[derive(Clone)]
pub(crate) struct Unsent {
    pub service: Arc<Service>,
    pub operation: &'static Operation,
    pub context: Context<'static>,
    /// The URL's path, or what is wrong with the arguments in it.
    path: std::result::Result<String, String>,
    /// The encoded pairs of each parameter.
    query: Vec<(&'static str, Text)>,
    /// `None` stands for a UUID that is made when the call is sent.
    headers: Vec<(&'static str, Option<Text>)>,
    /// What is wrong with other arguments.
    refusals: Vec<&'static str>,
    /// What to answer without asking the service.
    answer: Option<&'static str>,
}

impl<B> Call<B> {
    pub fn new(
        service: &Arc<Service>,
        operation: &'static Operation,
        path: &[&str],
        body: B,
    ) -> Self {
        Self { body, unsent: Unsent::new(service, operation, path) }
    }

    /// What the call is authorized by stays.
    pub fn context(&mut self, context: Context<'_>) {
        let kept = self.unsent.context.value::<AuthorizedBy>().copied();
        self.unsent.context = context.into_owned();
        if let Some(kept) = kept {
            self.unsent.context.insert(kept);
        }
    }
}

#[allow(dead_code, reason = "each of them is for some operations only")]
impl<B> Call<B> {
    /// Sets a query parameter, also if it is set already.
    pub fn query(&mut self, name: &'static str, value: impl QueryValue) {
        self.query_each(name, [value]);
    }

    /// Sets a query parameter for each of the values.
    pub fn query_each(
        &mut self,
        name: &'static str,
        values: impl IntoIterator<Item = impl QueryValue>,
    ) {
        self.pairs(name, pairs(name, values.into_iter().map(QueryValue::to_query)));
    }

    /// Sets the encoded pairs of a query parameter, also if it is set already.
    pub fn pairs(&mut self, name: &'static str, pairs: Text) {
        set(&mut self.unsent.query, name, pairs);
    }

    /// Sets a header, also if it is set already.
    pub fn header(&mut self, name: &'static str, value: impl QueryValue) {
        self.change_header(name, |_| value.to_query());
    }

    /// Sets a header to what `change` makes of the value that it has been set to.
    pub fn change_header(&mut self, name: &'static str, change: impl FnOnce(Option<Text>) -> Text) {
        let known = self.unsent.headers.iter().find(|header| header.0 == name);
        let value = change(known.and_then(|header| header.1.clone()));
        set(&mut self.unsent.headers, name, Some(value));
    }

    /// Sets a header to a new UUID each time that the call, or a clone of it, is sent; its
    /// retries have the same.
    pub fn uuid_header(&mut self, name: &'static str) {
        set(&mut self.unsent.headers, name, None);
    }

    /// Sends the call with these credentials, and no others.
    pub fn authorized_by(&mut self, credentials: AuthorizedBy) {
        self.unsent.context.insert(credentials);
    }

    /// Gives `json` as the response, and sends nothing, if `condition` holds.
    pub fn answer_if(&mut self, condition: bool, json: &'static str) {
        self.unsent.answer = condition.then_some(json);
    }

    /// Fails with `message`, and sends nothing, if `condition` holds; if not, takes back that an
    /// earlier argument was refused with this message.
    pub fn refuse_if(&mut self, condition: bool, message: &'static str) {
        self.unsent.refusals.retain(|refusal| *refusal != message);
        if condition {
            self.unsent.refusals.push(message);
        }
    }

    pub fn into_unsent(self) -> Unsent {
        self.unsent
    }
}

#[allow(dead_code, reason = "a list makes its requests itself")]
impl<B: Content> Call<B> {
    /// Makes the request: all that depends on `B`.
    pub fn ready(self) -> Ready {
        let (body, unsent) = self.written();
        unsent.ready(body)
    }

    /// The body as it is sent, and all else.
    pub fn written(self) -> (Result<Option<Written>>, Unsent) {
        (self.body.write(self.unsent.operation), self.unsent)
    }
}

/// The whole response, not decoded.
#[allow(dead_code, reason = "not every description has calls that are not lists")]
#[expect(clippy::manual_async_fn, reason = "see `Ready`")]
pub(crate) fn response<T, F>(
    mut ready: Ready,
) -> impl Future<Output = Result<Response<T, F>>> + Send + 'static {
    async move { ready.send().await.map(Response::from) }
}

/// The response's body, as a model.
#[allow(dead_code, reason = "not every description has calls that give a model")]
#[expect(clippy::manual_async_fn, reason = "see `Ready`")]
pub(crate) fn model<T: DeserializeOwned>(
    mut ready: Ready,
) -> impl Future<Output = Result<T>> + Send + 'static {
    async move { decode(ready.send().await?.body()) }
}

/// What `read` makes of the response.
#[allow(dead_code, reason = "for calls that give something else than a JSON body")]
#[expect(clippy::manual_async_fn, reason = "see `Ready`")]
pub(crate) fn read<T: 'static>(
    mut ready: Ready,
    read: fn(RawResponse) -> Result<T>,
) -> impl Future<Output = Result<T>> + Send + 'static {
    async move { read(ready.send().await?) }
}

/// For a response without a body.
#[allow(dead_code, reason = "not every description has calls that give nothing")]
#[expect(clippy::manual_async_fn, reason = "see `Ready`")]
pub(crate) fn nothing(mut ready: Ready) -> impl Future<Output = Result<()>> + Send + 'static {
    async move { ready.send().await.map(drop) }
}

impl Unsent {
    fn new(service: &Arc<Service>, operation: &'static Operation, path: &[&str]) -> Self {
        Self {
            service: service.clone(),
            operation,
            context: Context::new(),
            path: service.path(operation.path, path).map_err(|error| error.to_string()),
            query: Vec::new(),
            headers: Vec::new(),
            refusals: Vec::new(),
            answer: None,
        }
    }

    #[allow(dead_code, reason = "for requests that come after the call's own")]
    pub fn without_headers(mut self) -> Self {
        self.headers.clear();
        self
    }

    /// The URL that the arguments make.
    pub fn url(&self) -> Result<Url> {
        let path = self.path.as_ref().map_err(|problem| refused(problem.clone()))?;
        let mut query = String::with_capacity(if self.query.is_empty() { 0 } else { 128 });
        for (name, value) in &self.query {
            let pairs = sendable(name, value)?;
            if !query.is_empty() && !pairs.is_empty() {
                query.push('&');
            }
            query.push_str(pairs);
        }
        Ok(self.service.url(path, query))
    }

    /// A request to `url` with the headers of this call.
    pub fn request(&self, url: Url) -> Result<Request> {
        if let Some(refusal) = self.refusals.first() {
            return Err(refused(*refusal));
        }
        let mut request = Request::new(url, self.operation.method);
        let headers = request.headers_mut();
        *headers = Headers::from(HashMap::with_capacity(7));
        headers.insert(ACCEPT, "application/json");
        // The policy that would set it first builds an error, with a backtrace, to find that it
        // is not set.
        let request_id = match self.context.value::<ClientRequestId>() {
            Some(id) => header::value("a client request id", id.value().as_str().to_owned())?,
            None => new_uuid().into(),
        };
        headers.insert(CLIENT_REQUEST_ID, request_id);
        for (name, value) in &self.headers {
            let value = match value {
                Some(value) => sendable(name, value)?.to_owned(),
                None => new_uuid(),
            };
            headers.insert(header::name(name), header::value(name, value)?);
        }
        Ok(request)
    }

    #[allow(dead_code, reason = "a list makes its requests itself")]
    fn ready(self, body: Result<Option<Written>>) -> Ready {
        let request = self.url().and_then(|url| {
            let mut request = self.request(url)?;
            attach(&mut request, body?);
            Ok(request)
        });
        let Self { service, operation, context, answer, .. } = self;
        Ready { service, operation, context, request, answer }
    }
}

/// A call whose request is made, or could not be made.
///
/// The functions that finish it borrow it from their future; an `async fn` would keep it there
/// twice. It pays to keep a call's future under one kilobyte: malloc is slow for what is larger.
#[allow(dead_code, reason = "a list makes its requests itself")]
pub(crate) struct Ready {
    pub service: Arc<Service>,
    pub operation: &'static Operation,
    pub context: Context<'static>,
    pub request: Result<Request>,
    answer: Option<&'static str>,
}

#[allow(dead_code, reason = "a list makes its requests itself")]
impl Ready {
    pub async fn send(&mut self) -> Result<RawResponse> {
        let request = made(&mut self.request)?;
        if let Some(json) = self.answer {
            let status = self.operation.success.iter().find(|it| **it >= 100);
            let status = status.copied().unwrap_or(200).into();
            return Ok(RawResponse::from_bytes(status, Headers::new(), json));
        }
        self.service.send(self.operation, &self.context, request).await
    }
}

/// `name=value` for each of the values.
#[allow(dead_code, reason = "not every description has parameters outside the path")]
fn pairs(name: &str, values: impl Iterator<Item = Text>) -> Text {
    let mut pairs = String::new();
    for value in values {
        if !pairs.is_empty() {
            pairs.push('&');
        }
        push_pair(&mut pairs, name, &value?);
    }
    Ok(pairs)
}

/// Gives the request its body, if it has one.
pub(crate) fn attach(request: &mut Request, body: Option<Written>) {
    if let Some((body, content_type)) = body {
        // An argument may say which of several it is.
        if header::find(request.headers(), &CONTENT_TYPE).is_none() {
            request.insert_header(CONTENT_TYPE, HeaderValue::from_cow(content_type));
        }
        request.set_body(body);
    }
}

/// The request, or the error why there is none.
#[allow(dead_code, reason = "a list makes its requests itself")]
pub(crate) fn made(request: &mut Result<Request>) -> Result<&mut Request> {
    request.as_mut().map_err(|error| mem::replace(error, ErrorKind::Other.into()))
}

fn sendable<'a>(name: &str, value: &'a Text) -> Result<&'a str> {
    value.as_deref().map_err(|problem| refused(format!("{name} {problem}")))
}

#[allow(dead_code, reason = "not every description has parameters outside the path")]
fn set<V>(pairs: &mut Vec<(&'static str, V)>, name: &'static str, value: V) {
    match pairs.iter_mut().find(|pair| pair.0 == name) {
        Some(pair) => pair.1 = value,
        None => pairs.push((name, value)),
    }
}

/// Shows the path, which has ids in it, and nothing of the other arguments.
impl fmt::Debug for Unsent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct(self.operation.name).field("path", &self.path).finish_non_exhaustive()
    }
}

impl<B> fmt::Debug for Call<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.unsent.fmt(f)
    }
}

/// What every call has: `call!(Name, Model)`, or `call!(Name, Output, read)` where `read` makes the
/// output of the response. `Name` is a tuple struct around [`Call`].
//
// Whole paths, because the description may have a model of any name.
#[allow(unused_macros, reason = "not every description has calls that are not lists")]
macro_rules! call {
    ($name:ident, ()) => {
        $crate::runtime::call::call!(@ $name, (), ::azure_core::http::NoFormat, nothing);
    };
    ($name:ident, $model:ty) => {
        $crate::runtime::call::call!(@ $name, $model, ::azure_core::http::JsonFormat, model);
    };
    ($name:ident, $output:ty, $read:path) => {
        $crate::runtime::call::call!(@ $name, $output, ::azure_core::http::NoFormat, read, $read);
    };
    (@ $name:ident, $model:ty, $format:ty, $finish:ident $(, $read:path)?) => {
        $crate::runtime::call::context!($name);

        impl $name {
            /// Sends the call and gives the whole response: status, headers, and the body, not
            /// decoded yet.
            ///
            /// # Errors
            /// As when the call is awaited, but for those of a body that does not decode.
            pub async fn response(
                self,
            ) -> ::azure_core::Result<::azure_core::http::Response<$model, $format>> {
                $crate::runtime::call::response(self.0.ready()).await
            }
        }

        impl ::std::future::IntoFuture for $name {
            type Output = ::azure_core::Result<$model>;
            type IntoFuture = ::futures::future::BoxFuture<'static, Self::Output>;

            fn into_future(self) -> Self::IntoFuture {
                ::std::boxed::Box::pin($crate::runtime::call::$finish(self.0.ready() $(, $read)?))
            }
        }
    };
}

#[allow(unused_imports, reason = "not every description has calls that are not lists")]
pub(crate) use call;

/// `context!(Name)`: how a call, or what is around one at `$call`, gets a context.
macro_rules! context {
    ($name:ident $($call:ident)?) => {
        impl $name {
            /// Sends the call with a context: a client request id, a span, or values that your
            /// own policies look for.
            pub fn context(mut self, context: ::azure_core::http::Context<'_>) -> Self {
                self.0 $(.$call)?.context(context);
                self
            }
        }
    };
}

#[allow(unused_imports, reason = "lists bring their own")]
pub(crate) use context;
