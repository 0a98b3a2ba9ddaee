//! A transport that answers without a network, and remembers what it was asked.

use azure_core::{
    Bytes, Result,
    http::{
        AsyncRawResponse, ClientOptions, HttpClient, Request, StatusCode, Transport,
        headers::{HeaderName, Headers},
    },
};
use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
};

/// A status, headers and a body.
pub type Answer = (u16, &'static [(&'static str, &'static str)], &'static str);

/// The answers that are left, and the requests so far.
#[derive(Debug)]
pub struct Canned {
    answers: Mutex<VecDeque<Answer>>,
    asked: Mutex<Vec<Request>>,
}

impl Canned {
    pub fn new(answers: &[Answer]) -> Arc<Self> {
        let answers = Mutex::new(answers.iter().copied().collect());
        Arc::new(Self { answers, asked: Mutex::default() })
    }

    pub fn options(self: &Arc<Self>) -> ClientOptions {
        ClientOptions { transport: Some(Transport::new(self.clone())), ..Default::default() }
    }

    /// The requests: method, path and query, and body.
    pub fn asked(&self) -> Vec<String> {
        let asked = self.asked.lock().unwrap();
        let lines = asked.iter().map(|it| {
            let body = Bytes::from(it.body());
            let body = str::from_utf8(&body).unwrap();
            format!("{} {} {body}", it.method(), it.path_and_query()).trim_end().to_owned()
        });
        lines.collect()
    }

    /// A header of the last request.
    pub fn header(&self, name: &'static str) -> String {
        let asked = self.asked.lock().unwrap();
        let headers = asked.last().unwrap().headers();
        headers.get_optional_string(&HeaderName::from_static(name)).unwrap_or_default()
    }
}

#[async_trait::async_trait]
impl HttpClient for Canned {
    async fn execute_request(&self, request: &Request) -> Result<AsyncRawResponse> {
        self.asked.lock().unwrap().push(request.clone());
        let (status, pairs, body) = self.answers.lock().unwrap().pop_front().expect("an answer");
        let mut headers = Headers::new();
        for (name, value) in pairs {
            headers.insert(*name, *value);
        }
        Ok(AsyncRawResponse::from_bytes(StatusCode::from(status), headers, body))
    }
}
