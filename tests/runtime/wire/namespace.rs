//! The namespace of spans, which monitoring groups calls by.

use azure_core::{
    http::{ClientOptions, InstrumentationOptions},
    tracing::{Attribute, Span, SpanKind, Tracer, TracerProvider},
};
use std::{
    borrow::Cow,
    sync::{Arc, Mutex},
};
use tests::server::Server;

#[derive(Clone, Debug, Default)]
struct Namespaces(Arc<Mutex<Vec<Option<&'static str>>>>);

impl TracerProvider for Namespaces {
    fn get_tracer(
        &self,
        namespace: Option<&'static str>,
        _: &'static str,
        _: Option<&'static str>,
    ) -> Arc<dyn Tracer> {
        self.0.lock().unwrap().push(namespace);
        Arc::new(self.clone())
    }
}

impl Tracer for Namespaces {
    fn start_span(&self, _: Cow<'static, str>, _: SpanKind, _: Vec<Attribute>) -> Arc<dyn Span> {
        unreachable!("the test sends nothing")
    }

    fn start_span_with_parent(
        &self,
        _: Cow<'static, str>,
        _: SpanKind,
        _: Vec<Attribute>,
        _: Arc<dyn Span>,
    ) -> Arc<dyn Span> {
        unreachable!("the test sends nothing")
    }

    fn namespace(&self) -> Option<&'static str> {
        None
    }
}

#[tokio::test]
async fn spans_have_the_namespace_of_the_resource_provider() {
    let server = Server::fixed(200, "{}").await;
    let namespaces = Namespaces::default();
    let instrumentation =
        InstrumentationOptions { tracer_provider: Some(Arc::new(namespaces.clone())) };
    server.chat_with(ClientOptions { instrumentation, ..Default::default() });
    let asked = namespaces.0.lock().unwrap();
    assert!(!asked.is_empty());
    assert!(asked.iter().all(|it| *it == Some("Microsoft.Communication")), "{asked:?}");
}
