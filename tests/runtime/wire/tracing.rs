//! Spans of calls and pages for distributed tracing.

use azure_core::{
    http::{ClientOptions, Context, InstrumentationOptions, Request},
    tracing::*,
};
use futures::TryStreamExt;
use std::{
    borrow::Cow,
    sync::{Arc, Mutex},
};
use tests::server::{Server, pages, retrying};

type Log = Arc<Mutex<Vec<String>>>;
#[derive(Debug, Clone)]
struct Recorder(Log);
struct Recorded;
impl TracerProvider for Recorder {
    fn get_tracer(
        &self,
        namespace: Option<&'static str>,
        _: &'static str,
        _: Option<&'static str>,
    ) -> Arc<dyn Tracer> {
        assert_eq!(namespace, Some("Microsoft.Communication"), "not the name of the crate");
        Arc::new(self.clone())
    }
}
impl Tracer for Recorder {
    fn start_span(
        &self,
        name: Cow<'static, str>,
        kind: SpanKind,
        _: Vec<Attribute>,
    ) -> Arc<dyn Span> {
        self.0.lock().unwrap().push(format!("{name} {kind:?}"));
        Arc::new(Recorded)
    }
    fn start_span_with_parent(
        &self,
        name: Cow<'static, str>,
        kind: SpanKind,
        _: Vec<Attribute>,
        _: Arc<dyn Span>,
    ) -> Arc<dyn Span> {
        self.0.lock().unwrap().push(format!("  {name} {kind:?}"));
        Arc::new(Recorded)
    }
    fn namespace(&self) -> Option<&'static str> {
        Some("Microsoft.Communication")
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

#[tokio::test]
async fn calls_have_spans() {
    let server = Server::start(pages(2)).await;
    let log = Log::default();
    let chat = server.chat_with(ClientOptions {
        instrumentation: InstrumentationOptions {
            tracer_provider: Some(Arc::new(Recorder(log.clone()))),
        },
        ..retrying()
    });
    let thread = chat.chat_thread_client("t");
    thread.list_messages().items().try_collect::<Vec<_>>().await.unwrap();
    assert_eq!(
        *log.lock().unwrap(),
        [
            "ChatThreadClient.list_messages Internal",
            "  GET Client",
            "ChatThreadClient.list_messages Internal",
            "  GET Client"
        ]
    );
    assert_eq!(server.seen()[0].header("traceparent"), "00-1");
}
