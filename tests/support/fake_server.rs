//! An HTTP server on a loopback address that answers as a test wants and records the requests.

use azure_core::Bytes;
use futures::{StreamExt, stream};
use http_body_util::{BodyExt, Full, StreamBody, combinators::BoxBody};
use hyper::{
    HeaderMap, Request, Response,
    body::{Frame, Incoming},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::TokioIo;
use std::{
    io,
    sync::{Arc, Mutex},
    time::Duration,
};
use tokio::{
    net::TcpListener,
    task::{JoinHandle, JoinSet},
};

/// A request as it arrived.
#[derive(Clone, Debug)]
pub struct Seen {
    pub method: String,
    /// The path and the query, as they were sent.
    pub target: String,
    pub headers: HeaderMap,
    pub body: String,
}

impl Seen {
    /// The value of a header, or an empty string.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap()
    }
}

/// A response.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(&'static str, String)>,
    pub body: Vec<u8>,
    /// The time before the response.
    pub delay: Duration,
    pub cut: Option<Cut>,
}

/// The place at which the server closes the connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    BeforeResponse,
    InBody,
}

impl<T: Into<String>> From<(u16, T)> for Answer {
    fn from((status, body): (u16, T)) -> Self {
        // Retries do not wait.
        (status, vec![("retry-after", "0".to_owned())], body).into()
    }
}

impl<T: Into<String>> From<(u16, Vec<(&'static str, String)>, T)> for Answer {
    fn from((status, headers, body): (u16, Vec<(&'static str, String)>, T)) -> Self {
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
    /// `answer` gets the base address, the number of the request from 0, and the request.
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

    /// Gives the same answer to each request.
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
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
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
