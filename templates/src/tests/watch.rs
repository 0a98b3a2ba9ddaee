//! Streams of changes, on a paused clock and without a network.

use super::sample::{ListMessages, Message, ThreadClient};
use crate::runtime::{
    continuation::Continuation,
    page::Page,
    pager::Pages,
    watch::{Watch, Watched},
};
use async_trait::async_trait;
use azure_core::{
    Result,
    error::{Error, ErrorKind},
    http::{
        AsyncRawResponse, ClientOptions, HttpClient, Request, RetryOptions, StatusCode, Transport,
        headers::Headers,
    },
    time::Duration,
};
use futures::{FutureExt, StreamExt};
use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
};
use tokio::time::{Instant, advance};

/// Answers with these statuses and lists in order, and then repeats the last one.
#[derive(Debug)]
struct Answers {
    answers: Mutex<VecDeque<(u16, String)>>,
    asked: Mutex<Vec<(Instant, String)>>,
}

#[async_trait]
impl HttpClient for Answers {
    async fn execute_request(&self, request: &Request) -> Result<AsyncRawResponse> {
        let target = request.url().query().unwrap_or_default().to_owned();
        self.asked.lock().unwrap().push((Instant::now(), target));
        let mut answers = self.answers.lock().unwrap();
        let first = answers.pop_front().unwrap();
        if answers.is_empty() {
            answers.push_back(first.clone());
        }
        let (status, body) = first;
        Ok(AsyncRawResponse::from_bytes(StatusCode::from(status), Headers::new(), body))
    }
}

fn list(ids: &[usize], next: &str) -> (u16, String) {
    let items: Vec<_> = ids.iter().map(|id| Message::json(*id)).collect();
    (200, format!(r#"{{"value":[{}],"nextLink":"{next}"}}"#, items.join(",")))
}

/// Yields the messages that it has not seen, in the order of the list.
struct Messages {
    list: ListMessages,
    read: Vec<String>,
    changes: VecDeque<String>,
    seen: Vec<String>,
}

impl Watched for Messages {
    type Item = Message;
    type Change = String;

    fn pages(&self, from: Option<Continuation>) -> Pages<Message> {
        match from {
            Some(from) => self.list.clone().resume(from).pages(),
            None => self.list.clone().pages(),
        }
    }

    fn take(&mut self, page: Page<Message>, errors: &mut Vec<Error>) -> bool {
        for message in page {
            match &*message.id {
                "666" => errors.push(Error::with_message(ErrorKind::DataConversion, "666 is bad")),
                _ => self.read.push(message.id),
            }
        }
        !self.read.iter().any(|id| self.seen.contains(id))
    }

    fn start_over(&mut self) {
        self.read.clear();
    }

    fn finish(&mut self) -> bool {
        let new = self.read.drain(..).filter(|id| !self.seen.contains(id));
        self.changes.extend(new);
        !self.changes.is_empty()
    }

    fn next(&mut self) -> Option<String> {
        let id = self.changes.pop_front()?;
        self.seen.push(id.clone());
        Some(id)
    }

    fn end(&self, error: &Error) -> Option<String> {
        (error.http_status() == Some(StatusCode::Gone)).then(|| "gone".to_owned())
    }
}

fn watch(answers: impl IntoIterator<Item = (u16, String)>) -> (Watch<Messages>, Arc<Answers>) {
    let answers = Mutex::new(answers.into_iter().collect());
    let answers = Arc::new(Answers { answers, asked: Mutex::default() });
    let options = ClientOptions {
        transport: Some(Transport::new(answers.clone())),
        retry: RetryOptions::none(),
        ..ClientOptions::default()
    };
    let thread = ThreadClient::new("https://a.example", "t", options).unwrap();
    let list = thread.list_messages();
    let messages = Messages { list, read: Vec::new(), changes: VecDeque::new(), seen: Vec::new() };
    (Watch::new(messages, Duration::seconds(2)..=Duration::seconds(4), None), answers)
}

impl Answers {
    fn queries(&self) -> Vec<String> {
        let asked = self.asked.lock().unwrap();
        asked.iter().map(|(_, query)| query.split('&').next().unwrap().to_owned()).collect()
    }

    fn waits(&self) -> Vec<f64> {
        let asked = self.asked.lock().unwrap();
        asked.windows(2).map(|pair| (pair[1].0 - pair[0].0).as_secs_f64().round()).collect()
    }
}

#[tokio::test(start_paused = true)]
async fn a_list_is_read_again_for_as_many_pages_as_needed() {
    let (mut watch, answers) = watch([
        list(&[3, 2], "?page=1"),
        list(&[1], ""),
        list(&[5, 4, 3], "?page=1"),
        list(&[6, 5], "?page=1"),
    ]);
    for id in ["3", "2", "1", "5", "4", "6"] {
        assert_eq!(watch.next().await.unwrap().unwrap(), id);
    }
    assert_eq!(
        answers.queries(),
        ["api-version=2025-03-15", "page=1", "api-version=2025-03-15", "api-version=2025-03-15"]
    );
    assert_eq!(answers.waits(), [0.0, 2.0, 2.0]);
}

#[tokio::test(start_paused = true)]
async fn dropped_futures_lose_nothing() {
    let (mut watch, answers) = watch([list(&[1, 2], "?page=1"), list(&[3], ""), list(&[4, 3], "")]);
    let mut ids = Vec::new();
    while ids.len() < 4 {
        match watch.next().now_or_never() {
            Some(id) => ids.push(id.unwrap().unwrap()),
            None => advance(std::time::Duration::from_millis(10)).await,
        }
    }
    assert_eq!(ids, ["1", "2", "3", "4"]);
    assert_eq!(answers.queries().len(), 3);
}

#[tokio::test(start_paused = true)]
async fn after_an_error_the_reading_goes_on_or_starts_over() {
    let (mut watch, answers) = watch([
        list(&[1], "?page=1"),
        (500, String::new()),
        (400, String::new()),
        list(&[1], "?page=1"),
        list(&[2], ""),
    ]);
    for status in [Some(500), Some(400)] {
        let error = watch.next().await.unwrap().unwrap_err();
        assert_eq!(error.http_status().map(u16::from), status);
    }
    assert_eq!(watch.next().await.unwrap().unwrap(), "1");
    assert_eq!(watch.next().await.unwrap().unwrap(), "2");
    let first = "api-version=2025-03-15";
    assert_eq!(answers.queries(), [first, "page=1", "page=1", first, "page=1"]);
    assert_eq!(answers.waits(), [0.0, 4.0, 4.0, 0.0], "twice the shortest, at most 4");
}

/// Items that the list cannot decode, and one that the watch cannot use.
#[tokio::test(start_paused = true)]
async fn a_bad_item_is_an_error_once_and_hides_no_other() {
    let page = |first: &str, ids: &[usize], next: &str| {
        let (status, rest) = list(ids, next);
        (status, rest.replacen('[', &format!("[{first},"), 1))
    };
    let (mut watch, answers) = watch([
        page(r#"{"id":"a"}"#, &[3, 666], "?page=1"),
        page("7", &[2, 1], ""),
        page(r#"{"id":"a"}"#, &[4, 3, 666], ""),
        page(r#"{"id":"b"}"#, &[4, 3, 666], ""),
        list(&[5, 4], ""),
    ]);
    let mut seen = Vec::new();
    while seen.last().is_none_or(|last| last != "5") {
        seen.push(watch.next().await.unwrap().unwrap_or_else(|error| error.to_string()));
    }
    let missing = "ThreadClient.list_messages (200): `value[0]` is not a `Message`: missing field `createdOn`";
    let number =
        "ThreadClient.list_messages (200): `value[0]` is not a `Message`: expected struct Message";
    assert_eq!(seen, [missing, "666 is bad", number, "3", "2", "1", "4", missing, "5"]);
    assert_eq!(answers.waits(), [0.0, 2.0, 2.0, 3.0]);
}

#[tokio::test(start_paused = true)]
async fn a_last_change_ends_the_stream_and_so_does_a_refusal() {
    let (mut watch, answers) = watch([list(&[1], ""), (410, String::new())]);
    assert_eq!(watch.next().await.unwrap().unwrap(), "1");
    assert_eq!(watch.next().await.unwrap().unwrap(), "gone");
    assert!(watch.next().await.is_none() && watch.next().await.is_none());
    assert_eq!(answers.queries().len(), 2);

    let (watch, answers) = self::watch([list(&[1], "")]);
    let refusal = Error::with_message(ErrorKind::Other, "no");
    let every = Duration::ZERO..=Duration::ZERO;
    let mut refused = Watch::new(watch.watched, every, Some(refusal));
    assert_eq!(refused.next().await.unwrap().unwrap_err().to_string(), "no");
    assert!(refused.next().await.is_none());
    assert!(answers.queries().is_empty());
}
