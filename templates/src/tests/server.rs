//! The [fake server](fake_server) of all tests, and what only these tests need of it.

#[path = "../../../tests/support/fake_server.rs"]
#[allow(dead_code, reason = "other tests use the rest")]
mod fake_server;

pub use fake_server::{Seen, Server};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

/// The status, the headers and the body of a response.
pub type Scripted = (u16, &'static [(&'static str, &'static str)], &'static str);

impl Server {
    /// Sends `answers` one after the other. Replaces `{base}` with the base address.
    pub async fn script(answers: &'static [Scripted]) -> Self {
        Self::start(|base, number, _| {
            let (status, headers, body) = answers[number.min(answers.len() - 1)];
            let filled = |text: &str| text.replace("{base}", base);
            let headers = headers.iter().map(|(name, value)| (*name, filled(value)));
            (status, headers.collect(), filled(body))
        })
        .await
    }

    /// The paths and the queries of the requests so far.
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
            skip_request(&mut stream).await;
            stream.write_all(answer.as_bytes()).await.unwrap();
        }
    });
    base
}

/// Reads the head of a request.
pub async fn skip_request(stream: &mut TcpStream) {
    let mut request = Vec::new();
    while !request.ends_with(b"\r\n\r\n") {
        request.push(stream.read_u8().await.unwrap());
    }
}
