//! A transport that returns canned responses and records the requests.

use azure_core::{
    Bytes, Result,
    http::{
        AsyncRawResponse, ClientOptions, HttpClient, Request, StatusCode, Transport,
        headers::{HeaderName, HeaderValue, Headers},
    },
};
use std::{
    fmt,
    sync::{Arc, Mutex},
};

/// A status, headers and a body.
pub type Answer<'a> = (u16, &'a [(&'a str, &'a str)], &'a str);

type Answering = dyn Fn(usize, &Request) -> AsyncRawResponse + Send + Sync;

/// The transport.
pub struct Canned {
    answer: Box<Answering>,
    asked: Mutex<Vec<Request>>,
}

impl Canned {
    /// Returns these answers in order. Panics if there are more requests.
    pub fn script(answers: &[Answer<'_>]) -> Arc<Self> {
        let answers: Vec<_> = answers.iter().map(response).map(Mutex::new).collect();
        Self::new(move |number, _| {
            let answer = answers.get(number).expect("the script has an answer");
            std::mem::replace(&mut *answer.lock().unwrap(), response(&(500, &[], "")))
        })
    }

    /// Computes each answer from the number of the request, beginning with 0, and the request.
    pub fn new(
        answer: impl Fn(usize, &Request) -> AsyncRawResponse + Send + Sync + 'static,
    ) -> Arc<Self> {
        Arc::new(Self { answer: Box::new(answer), asked: Mutex::default() })
    }

    /// Client options with this transport.
    pub fn options(self: &Arc<Self>) -> ClientOptions {
        ClientOptions { transport: Some(Transport::new(self.clone())), ..Default::default() }
    }

    /// The requests so far.
    pub fn asked(&self) -> Vec<Request> {
        self.asked.lock().unwrap().clone()
    }

    /// The requests so far: method, path and query, and body.
    pub fn lines(&self) -> Vec<String> {
        let asked = self.asked();
        let lines = asked.iter().map(|it| {
            let body = Bytes::from(it.body());
            let body = String::from_utf8_lossy(&body);
            format!("{} {} {body}", it.method(), it.path_and_query()).trim_end().to_owned()
        });
        lines.collect()
    }

    /// A header of the last request, or an empty string.
    pub fn header(&self, name: &'static str) -> String {
        let asked = self.asked();
        let headers = asked.last().expect("there was a request").headers();
        headers.get_optional_string(&HeaderName::from_static(name)).unwrap_or_default()
    }
}

/// Converts an answer to a response.
pub fn response((status, pairs, body): &Answer<'_>) -> AsyncRawResponse {
    let mut headers = Headers::new();
    for (name, value) in *pairs {
        headers.insert((*name).to_owned(), HeaderValue::from((*value).to_owned()));
    }
    AsyncRawResponse::from_bytes(StatusCode::from(*status), headers, (*body).to_owned())
}

#[async_trait::async_trait]
impl HttpClient for Canned {
    async fn execute_request(&self, request: &Request) -> Result<AsyncRawResponse> {
        let number = {
            let mut asked = self.asked.lock().unwrap();
            asked.push(request.clone());
            asked.len() - 1
        };
        Ok((self.answer)(number, request))
    }
}

impl fmt::Debug for Canned {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Canned").finish_non_exhaustive()
    }
}
