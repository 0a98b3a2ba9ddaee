//! A server on a loopback address that answers as a test wants, and remembers what it was asked.

use acs_chat::{ChatClient, ChatClientOptions, ChatThreadClient, CommunicationTokenCredential};
use axum::{Router, body::to_bytes, extract::Request, http::HeaderMap, response::IntoResponse};
use azure_core::{
    http::{ClientOptions, FixedRetryOptions, RetryOptions},
    time::Duration,
};
use std::{
    ops::Range,
    sync::{Arc, Mutex},
};
use tokio::{net::TcpListener, task::JoinHandle};

/// A JWT that is good until 2100.
pub const JWT: &str = "eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjQxMDI0NDQ4MDB9.c2VjcmV0";

/// The path of the thread of [`Server::thread`].
pub const THREAD: &str = "/chat/threads/19%3At%40thread.v2";

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

/// What a server answers.
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(&'static str, String)>,
    pub body: String,
}

impl<T: Into<String>> From<(u16, T)> for Answer {
    fn from((status, body): (u16, T)) -> Self {
        // Tests that are retried should not wait.
        let headers = vec![("retry-after", "0".to_owned())];
        Self { status, headers, body: body.into() }
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
        let router = Router::new().fallback(move |request: Request| {
            let (log, host, answer) = (log.clone(), host.clone(), answer.clone());
            async move {
                let (parts, body) = request.into_parts();
                let body = to_bytes(body, 1 << 20).await.unwrap();
                let request = Seen {
                    method: parts.method.to_string(),
                    target: parts.uri.to_string(),
                    headers: parts.headers,
                    body: String::from_utf8(body.to_vec()).unwrap(),
                };
                let number = {
                    let mut log = log.lock().unwrap();
                    log.push(request.clone());
                    log.len() - 1
                };
                let Answer { status, headers, body } = answer(&host, number, &request).into();
                let mut response = body.into_response();
                *response.status_mut() = status.try_into().unwrap();
                for (name, value) in headers {
                    response.headers_mut().insert(name, value.parse().unwrap());
                }
                response
            }
        });
        let task = tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self { base, seen, task }
    }

    /// A server with one answer to everything.
    pub async fn fixed(status: u16, body: impl Into<String>) -> Self {
        let body = body.into();
        Self::start(move |_, _, _| (status, body.clone())).await
    }

    /// The requests so far.
    pub fn seen(&self) -> Vec<Seen> {
        self.seen.lock().unwrap().clone()
    }

    /// The latest request.
    pub fn last(&self) -> Seen {
        self.seen().pop().expect("a request arrived")
    }

    pub fn chat(&self) -> ChatClient {
        self.chat_with(ClientOptions::default())
    }

    /// A client that retries twice, at once.
    pub fn chat_with(&self, mut client_options: ClientOptions) -> ChatClient {
        client_options.retry = RetryOptions::fixed(FixedRetryOptions {
            delay: Duration::milliseconds(1),
            max_retries: 2,
            ..Default::default()
        });
        let mut options = ChatClientOptions::default();
        options.client_options = client_options;
        let credential = CommunicationTokenCredential::new(JWT).unwrap();
        ChatClient::new(&self.base, credential, Some(options)).unwrap()
    }

    pub fn thread(&self) -> ChatThreadClient {
        self.chat().chat_thread_client("19:t@thread.v2")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
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
