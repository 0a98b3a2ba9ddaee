//! A service whose messages and threads a test changes while they are watched.

use acs_chat::{ChatClient, ChatClientOptions, CommunicationTokenCredential, ThreadChange};
use azure_core::{
    Result,
    http::{AsyncRawResponse, ClientOptions, Request, RetryOptions},
};
use futures::{Stream, StreamExt};
use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
};
use tests::{
    canned::{Answer, Canned, response},
    server::JWT,
};
use tokio::time::{Duration, Instant, timeout};

pub const ENDPOINT: &str = "https://contoso.communication.azure.com";

/// Lists the items of a vector. The links between pages count items, so the pages shift when the
/// items move.
#[derive(Clone)]
pub struct Service {
    state: Arc<Mutex<State>>,
    canned: Arc<Canned>,
}

#[derive(Default)]
struct State {
    items: Vec<Item>,
    /// The answers to the next requests, instead of the items.
    answers: VecDeque<Option<AsyncRawResponse>>,
    /// Runs after the next request.
    then: Option<Then>,
    date: Option<&'static str>,
    times: Vec<Instant>,
}

type Then = Box<dyn FnOnce(&Service) + Send>;

/// A message or a thread.
#[derive(Clone)]
pub struct Item {
    pub version: u64,
    pub id: String,
    pub json: String,
}

impl Service {
    pub fn new(items: impl IntoIterator<Item = Item>) -> Self {
        let state = Arc::new(Mutex::new(State::default()));
        let cell: Arc<Mutex<Option<Self>>> = Arc::default();
        let this = cell.clone();
        let canned = Canned::new(move |_, request| {
            let this = this.lock().unwrap().clone().expect("requests come later");
            this.answer(request)
        });
        let service = Self { state, canned };
        *cell.lock().unwrap() = Some(service.clone());
        items.into_iter().for_each(|item| service.put(item));
        service
    }

    /// Adds an item or replaces it, and moves it to its place.
    pub fn put(&self, item: Item) {
        let mut state = self.state.lock().unwrap();
        state.items.retain(|known| known.id != item.id);
        state.items.push(item);
        // The order of equal versions is not defined.
        state.items.sort_by_key(|item| std::cmp::Reverse(item.version));
    }

    pub fn remove(&self, id: &str) {
        self.state.lock().unwrap().items.retain(|known| known.id != id);
    }

    /// Queues an answer. `None` is the answer with items.
    pub fn answer_next(&self, answer: Option<Answer<'_>>) {
        self.state.lock().unwrap().answers.push_back(answer.as_ref().map(response));
    }

    /// Does something after the next request was answered.
    pub fn then(&self, then: impl FnOnce(&Self) + Send + 'static) {
        self.state.lock().unwrap().then = Some(Box::new(then));
    }

    pub fn set_date(&self, date: &'static str) {
        self.state.lock().unwrap().date = Some(date);
    }

    /// A client that does not retry.
    pub fn chat(&self) -> ChatClient {
        let mut options = ChatClientOptions::default();
        options.client_options =
            ClientOptions { retry: RetryOptions::none(), ..self.canned.options() };
        let credential = CommunicationTokenCredential::new(JWT).unwrap();
        ChatClient::new(ENDPOINT, credential, Some(options)).unwrap()
    }

    pub fn thread(&self) -> acs_chat::ChatThreadClient {
        self.chat().chat_thread_client("19:t@thread.v2")
    }

    /// The queries of the requests since the last call.
    pub fn queries(&self) -> Vec<String> {
        let mut state = self.state.lock().unwrap();
        let new = state.times.len();
        state.times.clear();
        let asked = self.canned.asked();
        let queries = asked[asked.len() - new..].iter();
        queries.map(|it| it.url().query().unwrap_or_default().to_owned()).collect()
    }

    /// The times of all requests, unless [`queries`](Self::queries) was called.
    pub fn times(&self) -> Vec<Instant> {
        self.state.lock().unwrap().times.clone()
    }

    fn answer(&self, request: &Request) -> AsyncRawResponse {
        let mut state = self.state.lock().unwrap();
        state.times.push(Instant::now());
        let answer = state.answers.pop_front().flatten();
        let answer = answer.unwrap_or_else(|| state.page(request));
        let then = state.then.take();
        drop(state);
        if let Some(then) = then {
            then(self);
        }
        answer
    }
}

impl State {
    fn page(&self, request: &Request) -> AsyncRawResponse {
        let number = |wanted| {
            let pair = request.url().query_pairs().find(|(name, _)| name == wanted)?;
            pair.1.parse::<usize>().ok()
        };
        let (skip, size) = (number("skip").unwrap_or(0), number("maxPageSize").unwrap_or(100));
        let page: Vec<&str> =
            self.items.iter().skip(skip).take(size).map(|item| &*item.json).collect();
        let next = match skip + page.len() < self.items.len() {
            true => {
                format!(r#","nextLink":"{ENDPOINT}/x?skip={}&maxPageSize={size}""#, skip + size)
            }
            false => String::new(),
        };
        let date: Vec<_> = self.date.iter().map(|date| ("date", *date)).collect();
        response(&(200, &date, &format!(r#"{{"value":[{}]{next}}}"#, page.join(","))))
    }
}

/// A text message in this version.
pub fn text(id: u64, version: u64) -> Item {
    message(
        id,
        version,
        "text",
        if id == version { "" } else { r#","editedOn":"2026-01-01T00:00:00Z""# },
    )
}

pub fn deleted(id: u64, version: u64) -> Item {
    message(id, version, "text", r#","deletedOn":"2026-01-01T00:00:00Z""#)
}

pub fn message(id: u64, version: u64, kind: &str, more: &str) -> Item {
    let json = format!(
        r#"{{"id":"{id}","type":"{kind}","sequenceId":"1","version":"{version}","content":{{"message":"PRIVATE"}},"createdOn":"2026-01-01T00:00:00Z"{more}}}"#
    );
    Item { version, id: id.to_string(), json }
}

/// The items of a stream until it waits for more than a minute. Each wait is cut short many times.
pub async fn until_quiet<T>(
    stream: &mut (impl Stream<Item = Result<T>> + Unpin),
) -> Vec<Result<T>> {
    let mut items = Vec::new();
    let mut quiet = 0;
    while quiet < 600 {
        match timeout(Duration::from_millis(100), stream.next()).await {
            Ok(Some(item)) => {
                items.push(item);
                quiet = 0;
            }
            Ok(None) => break,
            Err(_) => quiet += 1,
        }
    }
    items
}

/// A change as `kind id@version`, and an error as its text.
pub fn shown(change: &Result<ThreadChange>) -> String {
    let change = match change {
        Ok(change) => change,
        Err(error) => return error.to_string(),
    };
    let kind = match change {
        ThreadChange::MessageReceived(_) => "received",
        ThreadChange::MessageEdited(_) => "edited",
        ThreadChange::MessageDeleted(_) => "deleted",
        ThreadChange::TopicUpdated(_) => "topic",
        ThreadChange::ParticipantsAdded(_) => "added",
        ThreadChange::ParticipantsRemoved(_) => "removed",
        ThreadChange::ThreadDeleted => "thread deleted",
        ThreadChange::ParticipationEnded => "participation ended",
        _ => "other",
    };
    match change.message() {
        Some(message) => format!("{kind} {}@{}", message.id, message.version),
        None => kind.to_owned(),
    }
}

/// The changes of a thread until it is quiet.
pub async fn changes(stream: &mut acs_chat::ThreadChanges) -> Vec<String> {
    until_quiet(stream).await.iter().map(shown).collect()
}
