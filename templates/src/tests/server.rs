//! An HTTP server on a loopback address that records its requests.

use axum::{Router, body::to_bytes, extract::Request, http::HeaderMap, response::IntoResponse};
use std::sync::{Arc, Mutex};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};

#[derive(Clone, Debug)]
pub struct Seen {
    pub method: String,
    pub target: String,
    pub headers: HeaderMap,
    pub body: String,
}

impl Seen {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap()
    }
}

pub struct Server {
    pub base: String,
    seen: Arc<Mutex<Vec<Seen>>>,
}

/// The status, the headers and the body of a response.
pub type Scripted = (u16, &'static [(&'static str, &'static str)], &'static str);

impl Server {
    /// `answer` gets the base address, the number of the request, and its target.
    pub async fn start(
        answer: impl Fn(&str, usize, &str) -> (u16, String) + Send + Sync + 'static,
    ) -> Self {
        Self::with_headers(move |base, number, target| {
            let (status, body) = answer(base, number, target);
            (status, vec![("retry-after", "0".to_owned())], body)
        })
        .await
    }

    /// Chooses the response by the content of the request.
    pub async fn with_seen(
        answer: impl Fn(&Seen) -> (u16, String) + Send + Sync + 'static,
    ) -> Self {
        Self::answering(move |_, _, seen| {
            let (status, body) = answer(seen);
            (status, vec![("retry-after", "0".to_owned())], body)
        })
        .await
    }

    /// Sends `answers` one after the other. Replaces `{base}` with the base address.
    pub async fn script(answers: &'static [Scripted]) -> Self {
        Self::with_headers(|base, number, _| {
            let (status, headers, body) = answers[number.min(answers.len() - 1)];
            let filled = |text: &str| text.replace("{base}", base);
            let headers = headers.iter().map(|(name, value)| (*name, filled(value)));
            (status, headers.collect(), filled(body))
        })
        .await
    }

    /// Like [`start`](Self::start), with headers.
    pub async fn with_headers(
        answer: impl Fn(&str, usize, &str) -> (u16, Vec<(&'static str, String)>, String)
        + Send
        + Sync
        + 'static,
    ) -> Self {
        Self::answering(move |base, number, seen| answer(base, number, &seen.target)).await
    }

    async fn answering(
        answer: impl Fn(&str, usize, &Seen) -> (u16, Vec<(&'static str, String)>, String)
        + Send
        + Sync
        + 'static,
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
                let seen = Seen {
                    method: parts.method.to_string(),
                    target: parts.uri.to_string(),
                    headers: parts.headers,
                    body: String::from_utf8(body.to_vec()).unwrap(),
                };
                let number = {
                    let mut log = log.lock().unwrap();
                    log.push(seen.clone());
                    log.len() - 1
                };
                let (status, headers, body) = answer(&host, number, &seen);
                let mut response = body.into_response();
                *response.status_mut() = axum::http::StatusCode::from_u16(status).unwrap();
                for (name, value) in headers {
                    response.headers_mut().insert(name, value.parse().unwrap());
                }
                response
            }
        });
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { base, seen }
    }

    pub async fn fixed(status: u16, body: &'static str) -> Self {
        Self::start(move |_, _, _| (status, body.to_owned())).await
    }

    pub fn seen(&self) -> Vec<Seen> {
        self.seen.lock().unwrap().clone()
    }

    pub fn targets(&self) -> Vec<String> {
        self.seen().into_iter().map(|seen| seen.target).collect()
    }
}

/// Writes one of `answers`, raw bytes, to each connection and closes it.
pub async fn raw(answers: &'static [&'static str]) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        for answer in answers {
            let (mut stream, _) = listener.accept().await.unwrap();
            let mut request = Vec::new();
            while !request.ends_with(b"\r\n\r\n") {
                request.push(stream.read_u8().await.unwrap());
            }
            stream.write_all(answer.as_bytes()).await.unwrap();
        }
    });
    base
}
