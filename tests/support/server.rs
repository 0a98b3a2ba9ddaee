//! A server on a loopback address that answers as a test wants and remembers the requests.

use acs_chat::{
    ChatClient, ChatClientOptions, ChatThreadClient, CommunicationTokenCredential,
    identity::{CommunicationIdentityClient, CommunicationIdentityClientOptions},
};
use azure_core::{
    Bytes, base64,
    http::{ClientOptions, FixedRetryOptions, RetryOptions},
    time::Duration,
};
use futures::{StreamExt, stream};
use http_body_util::{BodyExt, Full, StreamBody, combinators::BoxBody};
use hyper::{
    HeaderMap, Request, Response, body::Frame, body::Incoming, server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::TokioIo;
use std::{
    io,
    ops::Range,
    sync::{Arc, Mutex},
    time,
};
use tokio::{
    net::TcpListener,
    task::{JoinHandle, JoinSet},
};

/// A JWT that is good until 2100.
pub const JWT: &str = "eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjQxMDI0NDQ4MDB9.c2VjcmV0";

/// The path of the thread of [`Server::thread`].
pub const THREAD: &str = "/chat/threads/19%3At%40thread.v2";

/// The access key of [`Server::identity`].
pub const KEY: &[u8] = b"0123456789abcdef";

/// A request as it arrived.
#[derive(Clone, Debug)]
pub struct Seen {
    pub method: String,
    /// The path and the query, to the byte.
    pub target: String,
    pub headers: HeaderMap,
    pub body: String,
}

impl Seen {
    /// The header's value; empty when there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap()
    }
}

/// A response, and how much of it arrives.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(&'static str, String)>,
    pub body: Vec<u8>,
    pub delay: time::Duration,
    pub cut: Option<Cut>,
}

/// Where the connection ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    BeforeResponse,
    InBody,
}

impl<T: Into<String>> From<(u16, T)> for Answer {
    fn from((status, body): (u16, T)) -> Self {
        // Retries do not wait.
        let headers = vec![("retry-after", "0".to_owned())];
        Self { status, headers, body: body.into().into_bytes(), ..Self::default() }
    }
}

pub struct Server {
    /// `http://127.0.0.1:PORT`.
    pub base: String,
    seen: Arc<Mutex<Vec<Seen>>>,
    task: JoinHandle<()>,
}

impl Server {
    /// `answer` is given the server's base, the number of the request, and the request.
    pub async fn start<A: Into<Answer>>(
        answer: impl Fn(&str, usize, &Seen) -> A + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let seen: Arc<Mutex<Vec<Seen>>> = Arc::default();
        let (log, host, answer) = (seen.clone(), base.clone(), Arc::new(answer));
        let service = move |request: Request<Incoming>| {
            let (log, host, answer) = (log.clone(), host.clone(), answer.clone());
            async move {
                let request = read(request).await?;
                let number = {
                    let mut log = log.lock().unwrap();
                    log.push(request.clone());
                    log.len() - 1
                };
                let answer: Answer = answer(&host, number, &request).into();
                tokio::time::sleep(answer.delay).await;
                respond(answer)
            }
        };
        let task = tokio::spawn(async move {
            // Dropping the set closes the connections.
            let mut connections = JoinSet::new();
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                let service = service_fn(service.clone());
                let connection =
                    http1::Builder::new().serve_connection(TokioIo::new(stream), service);
                connections.spawn(connection);
            }
        });
        Self { base, seen, task }
    }

    /// A server with one answer to everything.
    pub async fn fixed(status: u16, body: impl Into<String>) -> Self {
        let body = body.into();
        Self::start(move |_, _, _| (status, body.clone())).await
    }

    /// Closes the port, so that no connection can be made.
    pub async fn refuse(&self) {
        self.task.abort();
        while !self.task.is_finished() {
            tokio::task::yield_now().await;
        }
    }

    /// The requests so far.
    pub fn seen(&self) -> Vec<Seen> {
        self.seen.lock().unwrap().clone()
    }

    /// The latest request.
    pub fn last(&self) -> Seen {
        self.seen().pop().expect("a request arrived")
    }

    /// A client that retries twice, at once.
    pub fn chat(&self) -> ChatClient {
        self.chat_with(retrying())
    }

    pub fn chat_with(&self, client_options: ClientOptions) -> ChatClient {
        let mut options = ChatClientOptions::default();
        options.client_options = client_options;
        let credential = CommunicationTokenCredential::new(JWT).unwrap();
        ChatClient::new(&self.base, credential, Some(options)).unwrap()
    }

    /// A client that retries twice, at once.
    pub fn thread(&self) -> ChatThreadClient {
        self.chat().chat_thread_client("19:t@thread.v2")
    }

    /// A client with [`KEY`] that retries twice, at once.
    pub fn identity(&self) -> CommunicationIdentityClient {
        self.identity_with(retrying())
    }

    /// A client with [`KEY`].
    pub fn identity_with(&self, client_options: ClientOptions) -> CommunicationIdentityClient {
        let text = format!("endpoint={}/;accesskey={}", self.base, base64::encode(KEY));
        let mut options = CommunicationIdentityClientOptions::default();
        options.client_options = client_options;
        CommunicationIdentityClient::from_connection_string(&text, Some(options)).unwrap()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Options of a client that retries twice, at once.
pub fn retrying() -> ClientOptions {
    let retry = FixedRetryOptions {
        delay: Duration::milliseconds(1),
        max_retries: 2,
        ..Default::default()
    };
    ClientOptions { retry: RetryOptions::fixed(retry), ..Default::default() }
}

async fn read(request: Request<Incoming>) -> io::Result<Seen> {
    let (parts, body) = request.into_parts();
    let body = body.collect().await.map_err(io::Error::other)?.to_bytes();
    Ok(Seen {
        method: parts.method.to_string(),
        target: parts.uri.to_string(),
        headers: parts.headers,
        body: String::from_utf8(body.to_vec()).unwrap(),
    })
}

/// An error ends the connection.
fn respond(answer: Answer) -> io::Result<Response<BoxBody<Bytes, io::Error>>> {
    let cut = || io::Error::other("the test cuts the connection");
    let body = match answer.cut {
        Some(Cut::InBody) if !answer.body.is_empty() => {
            let half = Bytes::copy_from_slice(&answer.body[..answer.body.len() / 2]);
            let half = stream::once(async { Ok(Frame::data(half)) });
            // The half is on its way before the connection ends.
            let end = stream::once(async move {
                tokio::task::yield_now().await;
                Err(cut())
            });
            BodyExt::boxed(StreamBody::new(half.chain(end)))
        }
        Some(_) => return Err(cut()),
        None => Full::new(Bytes::from(answer.body)).map_err(|never| match never {}).boxed(),
    };
    let mut response = Response::builder().status(answer.status);
    for (name, value) in answer.headers {
        response = response.header(name, value);
    }
    Ok(response.body(body).unwrap())
}

/// A message, in JSON, with this number as its id.
pub fn message(id: usize) -> String {
    format!(
        r#"{{"id":"{id}","type":"text","sequenceId":"1","version":"1","createdOn":"2021-03-08T05:26:40.1234567+00:00"}}"#
    )
}

/// The ids of messages.
pub fn ids(range: Range<usize>) -> Vec<String> {
    range.map(|id| id.to_string()).collect()
}

/// The answers of a list with so many pages of three messages; page `n` is at `page=n`.
pub fn pages(pages: usize) -> impl Fn(&str, usize, &Seen) -> (u16, String) {
    move |base, _, seen| {
        let page: usize = seen
            .target
            .split_once("page=")
            .map_or(0, |(_, rest)| rest.split('&').next().unwrap().parse().unwrap());
        let items: Vec<_> = (page * 3..page * 3 + 3).map(message).collect();
        let next = match page + 1 < pages {
            true => format!(r#","nextLink":"{base}/chat/threads/t/messages?page={}""#, page + 1),
            false => String::new(),
        };
        (200, format!(r#"{{"value":[{}]{next}}}"#, items.join(",")))
    }
}
