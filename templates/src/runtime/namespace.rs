//! The namespace of spans: the resource provider of the service (`az.namespace`).

use azure_core::{
    http::ClientOptions,
    tracing::{Tracer, TracerProvider},
};
use std::sync::Arc;

/// Gives the tracers of a client this namespace.
pub(crate) fn in_namespace(namespace: &'static str, mut options: ClientOptions) -> ClientOptions {
    if let Some(provider) = options.instrumentation.tracer_provider.take() {
        let provider = Namespaced { namespace, provider };
        options.instrumentation.tracer_provider = Some(Arc::new(provider));
    }
    options
}

#[derive(Debug)]
struct Namespaced {
    namespace: &'static str,
    provider: Arc<dyn TracerProvider>,
}

impl TracerProvider for Namespaced {
    fn get_tracer(
        &self,
        _: Option<&'static str>,
        crate_name: &'static str,
        crate_version: Option<&'static str>,
    ) -> Arc<dyn Tracer> {
        self.provider.get_tracer(Some(self.namespace), crate_name, crate_version)
    }
}
