//! Calls are values that become futures: small, sendable, and gone when they are dropped.

use acs_chat::{ChatClient, ChatThreadClient, models::*};
use async_trait::async_trait;
use azure_core::{
    http::{
        ClientOptions, Context, InstrumentationOptions, Request,
        policies::{Policy, PolicyResult},
        request::options::ClientRequestId,
    },
    tracing::*,
};
use futures::{FutureExt, StreamExt, TryStreamExt, future::join_all};
use std::{
    borrow::Cow,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};
use tests::{
    operations::{IDS, OPERATIONS, WORDS},
    server::{Answer, Server, eventually},
};

/// In bytes. malloc is slow above one kilobyte, of which it needs a few bytes itself.
const SMALL: usize = 1024 - 16;

#[tokio::test]
async fn the_future_of_every_call_is_small() {
    let server = Server::fixed(200, "").await;
    for operation in OPERATIONS {
        let size = (operation.call)(&server.chat(), IDS).size;
        assert!(size <= SMALL, "{}: {size} bytes", operation.name);
        assert_eq!(size == 0, operation.is_list());
    }
    // What is set is not kept in the future, but on the heap.
    let participants = vec![ChatParticipant::new("8:acs:a_b").display_name(WORDS); 100];
    let call = server.chat().create_chat_thread("x".repeat(10_000)).participants(participants);
    let future = call.metadata([("a", "b")]).into_future();
    assert!(size_of_val(&*future) <= SMALL);
}

/// A server that never answers, and counts the requests whose clients have not hung up.
async fn silent() -> (Server, Arc<AtomicUsize>) {
    struct Open(Arc<AtomicUsize>);
    impl Drop for Open {
        fn drop(&mut self) {
            self.0.fetch_sub(1, Ordering::SeqCst);
        }
    }
    let open = Arc::new(AtomicUsize::default());
    let count = open.clone();
    let server = Server::start_slow(move |_, _, _| {
        count.fetch_add(1, Ordering::SeqCst);
        let guard = Open(count.clone());
        async move {
            let _guard = guard;
            std::future::pending::<Answer>().await
        }
    })
    .await;
    (server, open)
}

#[tokio::test]
async fn a_call_that_is_dropped_is_taken_back() {
    let (server, open) = silent().await;
    for (number, operation) in OPERATIONS.into_iter().enumerate() {
        let call = (operation.call)(&server.chat(), IDS);
        let task = tokio::spawn(call.awaited);
        server.arrived(number + 1).await;
        assert_eq!(open.load(Ordering::SeqCst), 1, "{}", operation.name);
        task.abort();
        assert!(task.await.unwrap_err().is_cancelled());
        eventually("the connection is closed", || open.load(Ordering::SeqCst) == 0).await;
    }
    assert_eq!(server.seen().len(), OPERATIONS.len(), "nothing was sent again");
}

#[tokio::test]
async fn a_call_in_a_timeout_ends_with_it() {
    let (server, open) = silent().await;
    let thread = server.thread();
    let short = Duration::from_millis(50);
    assert!(tokio::time::timeout(short, thread.send_message("x")).await.is_err());
    assert!(tokio::time::timeout(short, thread.get_message("m").response()).await.is_err());
    let mut items = thread.list_messages().items();
    assert!(tokio::time::timeout(short, items.next()).await.is_err());
    // The request of a stream goes on when it is polled again.
    server.arrived(3).await;
    assert!(items.next().now_or_never().is_none());
    assert_eq!((server.seen().len(), open.load(Ordering::SeqCst)), (3, 1));
    drop(items);
    eventually("the connections are closed", || open.load(Ordering::SeqCst) == 0).await;
    assert_eq!(server.seen().len(), 3);
}

#[tokio::test]
async fn a_stream_that_is_dropped_takes_the_page_ahead_back() {
    let open = Arc::new(AtomicUsize::default());
    struct Open(Arc<AtomicUsize>);
    impl Drop for Open {
        fn drop(&mut self) {
            self.0.fetch_sub(1, Ordering::SeqCst);
        }
    }
    let count = open.clone();
    let server = Server::start_slow(move |base, number, _| {
        let page = format!(r#"{{"value":[{{"id":"1","topic":"x"}}],"nextLink":"{base}/next"}}"#);
        count.fetch_add(1, Ordering::SeqCst);
        let guard = Open(count.clone());
        async move {
            let _guard = guard;
            if number > 0 {
                std::future::pending::<()>().await;
            }
            Answer::from((200, page))
        }
    })
    .await;
    let mut items = server.chat().list_chat_threads().prefetch().items();
    assert_eq!(items.try_next().await.unwrap().unwrap().id, "1");
    server.arrived(2).await;
    assert_eq!(open.load(Ordering::SeqCst), 1);
    drop(items);
    eventually("the connection is closed", || open.load(Ordering::SeqCst) == 0).await;
    assert_eq!(server.seen().len(), 2);
}

#[test]
fn calls_go_from_thread_to_thread() {
    fn sendable<T: Send + 'static>(value: T) -> T {
        value
    }
    fn shared<T: Clone + Send + Sync + 'static>(_: &T) {}
    let runtime = || tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    let service = runtime();
    let server = service.block_on(Server::fixed(201, r#"{"id":"m"}"#));
    let (chat, thread): (ChatClient, ChatThreadClient) = (server.chat(), server.thread());
    shared(&chat);
    shared(&thread);
    // Made here, sent there: a call borrows nothing of its client.
    let calls: Vec<_> = (0..32)
        .map(|number| sendable(chat.chat_thread_client("t").send_message(number.to_string())))
        .collect();
    drop((chat, thread));
    let other = std::thread::spawn(move || {
        runtime().block_on(async {
            let tasks = calls.into_iter().map(|call| tokio::spawn(call.into_future()));
            join_all(tasks)
                .await
                .into_iter()
                .map(|sent| sent.unwrap().unwrap().id)
                .collect::<Vec<_>>()
        })
    });
    assert_eq!(other.join().unwrap(), vec!["m"; 32]);
    let mut sent: Vec<u32> = server
        .seen()
        .iter()
        .map(|seen| seen.json()["content"].as_str().unwrap().parse().unwrap())
        .collect();
    sent.sort_unstable();
    assert_eq!(sent, (0..32).collect::<Vec<_>>());
}

#[tokio::test]
async fn a_clone_is_a_call_of_its_own() {
    let server = Server::fixed(201, r#"{"id":"m"}"#).await;
    let call = server.thread().send_message("x").metadata([("a", "b")]);
    let other = call.clone().sender_display_name("B");
    call.await.unwrap();
    other.await.unwrap();
    let [first, second] = &*server.seen() else { panic!() };
    assert_eq!(first.body, r#"{"content":"x","metadata":{"a":"b"}}"#);
    assert_eq!(second.body, r#"{"content":"x","senderDisplayName":"B","metadata":{"a":"b"}}"#);
    let id = "x-ms-client-request-id";
    assert_ne!(first.header(id), second.header(id));
    // Only what the caller chose is the same for all clones.
    let create = server.chat().create_chat_thread("x");
    let chosen = create.clone().repeatability_request_id("mine");
    for call in [create.clone(), create, chosen.clone(), chosen] {
        call.response().await.unwrap();
    }
    let ids: Vec<_> = server.seen()[2..]
        .iter()
        .map(|seen| seen.header("repeatability-request-id").to_owned())
        .collect();
    assert_ne!(ids[0], ids[1]);
    assert_eq!(ids[2..], ["mine", "mine"]);
}

/// A policy that writes down what it sees of requests and of the context.
#[derive(Debug, Default)]
struct Witness(Mutex<Vec<String>>);

#[derive(Debug)]
struct Note(&'static str);

#[async_trait]
impl Policy for Witness {
    async fn send(
        &self,
        context: &Context,
        request: &mut Request,
        next: &[Arc<dyn Policy>],
    ) -> PolicyResult {
        let note = context.value::<Note>().map_or("", |note| note.0);
        let id = request.headers().get_optional_str(&"x-ms-client-request-id".into());
        let line = format!("{:?} {note} {}", request.method(), id.unwrap_or_default());
        self.0.lock().unwrap().push(line);
        next[0].send(context, request, &next[1..]).await
    }
}

#[tokio::test]
async fn policies_of_ones_own_see_every_request_with_its_context() {
    let server = Server::start(|base, number, _| match number {
        0 | 2 => (503, String::new()),
        1 => (200, format!(r#"{{"value":[],"nextLink":"{base}/next"}}"#)),
        _ => (200, r#"{"value":[]}"#.to_owned()),
    })
    .await;
    let (calls, tries) = (Arc::new(Witness::default()), Arc::new(Witness::default()));
    let chat = server.chat_with(ClientOptions {
        per_call_policies: vec![calls.clone()],
        per_try_policies: vec![tries.clone()],
        ..ClientOptions::default()
    });
    // The context is kept, also what it only borrows.
    let outer = Context::new().with_value(Note("note"));
    let context = outer.to_borrowed().with_value(ClientRequestId::new("id".to_owned()));
    let list = chat.list_chat_threads().context(context);
    drop(outer);
    list.pages().try_collect::<Vec<_>>().await.unwrap();
    assert_eq!(*calls.0.lock().unwrap(), ["Get note id"; 2], "one for each page");
    assert_eq!(*tries.0.lock().unwrap(), ["Get note id"; 4], "one for each try");
    assert!(server.seen().iter().all(|seen| seen.header("x-ms-client-request-id") == "id"));
}

#[tokio::test]
async fn every_operation_has_a_span_of_its_name_around_its_request() {
    for operation in OPERATIONS {
        let server = Server::fixed(operation.status, operation.answer).await;
        let log = Log::default();
        let provider: Arc<dyn TracerProvider> = Arc::new(Recorder(log.clone()));
        let chat = server.chat_with(ClientOptions {
            instrumentation: InstrumentationOptions { tracer_provider: Some(provider) },
            ..ClientOptions::default()
        });
        (operation.call)(&chat, IDS).awaited.await.unwrap();
        let spans =
            [format!("{} Internal []", operation.name), format!("  {} Client", operation.method)];
        let log = log.lock().unwrap().clone();
        assert_eq!(log.len(), 2, "{log:?}");
        assert!(log[0] == spans[0] && log[1].starts_with(&spans[1]), "{log:?}");
        assert!(!log.concat().contains(WORDS), "{log:?}");
        assert_eq!(server.last().header("traceparent"), "00-1", "{}", operation.name);
    }
}

type Log = Arc<Mutex<Vec<String>>>;
#[derive(Clone, Debug)]
struct Recorder(Log);
struct Recorded;
struct Guard;

impl TracerProvider for Recorder {
    fn get_tracer(
        &self,
        _: Option<&'static str>,
        _: &'static str,
        _: Option<&'static str>,
    ) -> Arc<dyn Tracer> {
        Arc::new(self.clone())
    }
}

impl Tracer for Recorder {
    fn start_span(
        &self,
        name: Cow<'static, str>,
        kind: SpanKind,
        attributes: Vec<Attribute>,
    ) -> Arc<dyn Span> {
        self.0.lock().unwrap().push(format!("{name} {kind:?} {attributes:?}"));
        Arc::new(Recorded)
    }

    fn start_span_with_parent(
        &self,
        name: Cow<'static, str>,
        kind: SpanKind,
        attributes: Vec<Attribute>,
        _: Arc<dyn Span>,
    ) -> Arc<dyn Span> {
        self.0.lock().unwrap().push(format!("  {name} {kind:?} {attributes:?}"));
        Arc::new(Recorded)
    }

    fn namespace(&self) -> Option<&'static str> {
        None
    }
}

impl AsAny for Recorded {
    fn as_any(&self) -> &dyn std::any::Any {
        self
    }
}

impl SpanGuard for Guard {
    fn end(self) {}
}

impl Span for Recorded {
    fn is_recording(&self) -> bool {
        true
    }

    fn span_id(&self) -> [u8; 8] {
        [0; 8]
    }

    fn end(&self) {}

    fn set_status(&self, _: SpanStatus) {}

    fn set_attribute(&self, _: &'static str, _: AttributeValue) {}

    fn record_error(&self, _: &dyn std::error::Error) {}

    fn set_current(&self, _: &Context) -> Box<dyn SpanGuard> {
        Box::new(Guard)
    }

    fn propagate_headers(&self, request: &mut Request) {
        request.insert_header("traceparent", "00-1");
    }
}
