use super::{
    sample::{Message, ThreadClient, options},
    server::{Server, raw},
};
use crate::runtime::{
    call::Call,
    namespace::in_namespace,
    pipeline::{Operation, Service},
};
use azure_core::{
    http::{
        ClientOptions, Context, InstrumentationOptions, Method, Request, StatusCode,
        policies::{Policy, PolicyResult},
    },
    tracing::*,
};
use futures::TryStreamExt;
use std::{
    borrow::Cow,
    sync::{Arc, Mutex},
};

const GET: Operation = Operation {
    name: "Client.get",
    method: Method::Get,
    path: "/things",
    content_type: None,
    success: &[200],
    names: &[],
};

fn service(endpoint: &str, api_version: Option<&str>) -> azure_core::Result<Arc<Service>> {
    Service::new(endpoint, api_version, None, options())
}

#[test]
fn an_endpoint_is_the_url_of_a_service() {
    for good in ["https://a.example", "http://a.example:1/base/", " https://a.example "] {
        assert!(service(good, None).is_ok(), "{good}");
    }
    let endpoint = service("https://a.example/", None).unwrap().endpoint().clone();
    assert_eq!(endpoint.as_str(), "https://a.example/");
    for bad in [
        "",
        "a.example",
        "/base",
        "ftp://a.example",
        "mailto:a@b.example",
        "https://",
        "https://user@a.example",
        "https://user:SECRET@a.example",
        "https://a.example/?key=SECRET",
        "https://a.example/#SECRET",
    ] {
        let error = service(bad, None).unwrap_err();
        assert!(error.to_string().starts_with("the endpoint"), "{bad}: {error}");
        assert!(!format!("{error:?}").contains("SECRET"), "{bad}: {error:?}");
    }
}

#[test]
fn path_parameters_are_one_segment_each() {
    let service = service("https://a.example/base/", None).unwrap();
    let path = |template, parameters: &[&str]| service.path(template, parameters);
    for (parameter, segment) in [
        ("19:T/a b@thread.v2", "19%3AT%2Fa%20b%40thread.v2"),
        ("é%3A?#", "%C3%A9%253A%3F%23"),
        ("-._~", "-._~"),
        ("...", "..."),
        ("{b}", "%7Bb%7D"),
        ("\\", "%5C"),
    ] {
        let path = path("/x/{a}/:add", &[parameter]).unwrap();
        assert_eq!(path, format!("/base/x/{segment}/:add"));
        assert_eq!(
            service.url(&path, String::new(), &Context::new()).path(),
            path,
            "a URL leaves it as it is"
        );
    }
    assert_eq!(path("/{a}/x/{b}", &["1", "2"]).unwrap(), "/base/1/x/2");
    assert_eq!(path("/x", &[]).unwrap(), "/base/x");
    for (bad, message) in [
        ("", "b is empty"),
        (".", "b is \".\", which a URL cannot contain"),
        ("..", "b is \"..\", which a URL cannot contain"),
    ] {
        let error = path("/x/{a}/{b}", &["1", bad]).unwrap_err();
        assert_eq!(error.to_string(), message);
    }
}

#[test]
fn the_api_version_is_in_each_query_if_there_is_one() {
    let url = |api_version, query: &str| {
        let service = service("https://a.example", api_version).unwrap();
        service.url("/x", query.to_owned(), &Context::new()).to_string()
    };
    assert_eq!(url(None, ""), "https://a.example/x");
    assert_eq!(url(None, "a=b"), "https://a.example/x?a=b");
    assert_eq!(url(Some("1 2"), ""), "https://a.example/x?api-version=1%202");
    assert_eq!(url(Some("1"), "a=b"), "https://a.example/x?a=b&api-version=1");
}

#[test]
fn an_operation_may_have_no_api_version() {
    let service = service("https://a.example", Some("1")).unwrap();
    let mut call = Call::new(&service, &GET, &[], ());
    call.without_api_version();
    call.context(Context::new());
    let parts = call.without_body();
    assert_eq!(parts.url().unwrap().as_str(), "https://a.example/things");
    let link = service.link_url("https://a.example/next", &parts.context).unwrap();
    assert_eq!(link.as_str(), "https://a.example/next");
}

#[test]
fn raw_segments_and_optional_expansions_may_be_empty() {
    let service = service("https://a.example", None).unwrap();
    let path = |template, parameter| service.path(template, &[parameter]);
    assert_eq!(path("/{+scope}/books", "").unwrap(), "/books");
    assert_eq!(path("/{+scope}/books", "a/b").unwrap(), "/a/b/books");
    assert_eq!(path("/books{?part}", "").unwrap(), "/books");
    assert_eq!(path("/books{*part}", ";a=b%2Fc").unwrap(), "/books;a=b%2Fc");
    for (template, parameter) in [("/books/{*ids}", ""), ("/a{+scope}", ""), ("/{?part}", "..")] {
        path(template, parameter).unwrap_err();
    }
}

#[test]
fn a_link_gets_the_api_version_that_it_lacks() {
    let link = |api_version, rest: &str| {
        let service = service("https://a.example/base", api_version).unwrap();
        service.link_url(&format!("https://a.example{rest}"), &Context::new()).unwrap().to_string()
    };
    for (rest, whole) in [
        ("/x", "/x?api-version=1"),
        ("/x?a=%2F:@", "/x?a=%2F:@&api-version=1"),
        ("/x?api-version=0&a", "/x?api-version=0&a"),
        ("/x?a&Api-Version=0", "/x?a&Api-Version=0"),
        ("/x?api%2Dversion=0", "/x?api%2Dversion=0"),
        ("/x?my-api-version=0", "/x?my-api-version=0&api-version=1"),
    ] {
        assert_eq!(link(Some("1"), rest), format!("https://a.example{whole}"));
        assert_eq!(link(None, rest), format!("https://a.example{rest}"));
    }
}

#[test]
fn a_link_stays_at_the_origin_even_without_credentials() {
    let service = service("https://a.example/base", None).unwrap();
    assert!(service.link_url("https://a.example/elsewhere", &Context::new()).is_ok());
    for bad in ["https://b.example/base", "http://a.example/base", "https://a.example:1/", "/base"]
    {
        assert!(service.link_url(bad, &Context::new()).is_err(), "{bad}");
    }
}

#[tokio::test]
async fn without_described_statuses_any_2xx_is_success() {
    let message: &'static str = Message::json(1).leak();
    let server = Server::fixed(206, message).await;
    assert_eq!(server.thread().get_message("1").await.unwrap().id, "1");
    let error = server.thread().send_message("m").await.unwrap_err();
    assert_eq!(error.http_status(), Some(StatusCode::PartialContent), "but not here");
    let text = "the service has carried out the call, but its response cannot be used: the status \
                206 Partial Content is unexpected";
    assert_eq!(error.to_string(), text);
}

#[tokio::test]
async fn the_user_agent_names_the_crate() {
    let server = Server::fixed(204, "").await;
    server.thread().delete_message("1").await.unwrap();
    let agent = server.seen()[0].header("user-agent").to_owned();
    assert!(agent.starts_with("azsdk-rust-templates/0.1.0 "), "{agent}");
}

#[tokio::test]
async fn a_truncated_response_is_retried() {
    let base = raw(&[
        "HTTP/1.1 201 Created\r\ncontent-length: 10\r\n\r\n{\"id\"",
        "HTTP/1.1 201 Created\r\ncontent-length: 10\r\n\r\n{\"id\":\"7\"}",
    ])
    .await;
    let thread = ThreadClient::new(&base, "t", options()).unwrap();
    let sent = thread.send_message("m").allow_duplicates().await;
    assert_eq!(sent.unwrap().id, "7");
}

#[test]
fn options_that_make_azure_core_panic_are_errors() {
    for (id, is_good) in [
        ("my-app", true),
        ("a", true),
        ("123456789012345678901234", true),
        ("1234567890123456789012345", false),
        ("my app", false),
        ("é", false),
        ("a\n", false),
    ] {
        let mut options = options();
        options.user_agent.application_id = Some(id.to_owned());
        let service = Service::new("https://a.example", None, None, options);
        assert_eq!(service.is_ok(), is_good, "{id:?}");
    }
}

#[tokio::test]
async fn policies_of_a_user_are_used() {
    #[derive(Debug)]
    struct Mark;
    #[async_trait::async_trait]
    impl Policy for Mark {
        async fn send(
            &self,
            context: &Context,
            request: &mut Request,
            next: &[Arc<dyn Policy>],
        ) -> PolicyResult {
            request.insert_header("x-mark", "1");
            next[0].send(context, request, &next[1..]).await
        }
    }
    let server = Server::fixed(204, "").await;
    let options = ClientOptions { per_call_policies: vec![Arc::new(Mark)], ..options() };
    server.thread_with("t", options).delete_message("1").await.unwrap();
    assert_eq!(server.seen()[0].header("x-mark"), "1");
}

#[tokio::test]
async fn calls_and_pages_have_spans() {
    let server = Server::start(|base, number, _| match number {
        0 => (200, format!(r#"{{"value":[],"nextLink":"{base}/x?page"}}"#)),
        1 => (200, r#"{"value":[]}"#.to_owned()),
        _ => (404, String::new()),
    })
    .await;
    let log = Log::default();
    let recorder = Recorder { log: log.clone(), namespace: None };
    let tracer_provider: Option<Arc<dyn TracerProvider>> = Some(Arc::new(recorder));
    let instrumentation = InstrumentationOptions { tracer_provider };
    let options = in_namespace("N", ClientOptions { instrumentation, ..options() });
    let thread = server.thread_with("t", options);
    thread.list_messages().items().try_collect::<Vec<_>>().await.unwrap();
    thread.delete_message("1").await.unwrap_err();
    assert_eq!(
        *log.lock().unwrap(),
        [
            "ThreadClient.list_messages Internal az.namespace=N",
            "  GET Client",
            "ThreadClient.list_messages Internal az.namespace=N",
            "  GET Client",
            "ThreadClient.delete_message Internal az.namespace=N",
            "  DELETE Client"
        ]
    );
    assert_eq!(server.seen()[0].header("traceparent"), "00-1");
}

type Log = Arc<Mutex<Vec<String>>>;
#[derive(Debug, Clone)]
struct Recorder {
    log: Log,
    namespace: Option<&'static str>,
}
struct Recorded;

impl TracerProvider for Recorder {
    fn get_tracer(
        &self,
        namespace: Option<&'static str>,
        name: &'static str,
        version: Option<&'static str>,
    ) -> Arc<dyn Tracer> {
        assert_eq!((name, version), ("templates", Some("0.1.0")));
        Arc::new(Self { log: self.log.clone(), namespace })
    }
}

impl Tracer for Recorder {
    fn start_span(
        &self,
        name: Cow<'static, str>,
        kind: SpanKind,
        attributes: Vec<Attribute>,
    ) -> Arc<dyn Span> {
        let mut line = format!("{name} {kind:?}");
        for Attribute { key, value } in attributes {
            let AttributeValue::String(value) = value else { panic!("{value:?}") };
            line.push_str(&format!(" {key}={value}"));
        }
        self.log.lock().unwrap().push(line);
        Arc::new(Recorded)
    }

    fn start_span_with_parent(
        &self,
        name: Cow<'static, str>,
        kind: SpanKind,
        _: Vec<Attribute>,
        _: Arc<dyn Span>,
    ) -> Arc<dyn Span> {
        self.log.lock().unwrap().push(format!("  {name} {kind:?}"));
        Arc::new(Recorded)
    }

    fn namespace(&self) -> Option<&'static str> {
        self.namespace
    }
}

impl AsAny for Recorded {
    fn as_any(&self) -> &dyn std::any::Any {
        self
    }
}

struct Guard;

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
