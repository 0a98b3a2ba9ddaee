//! Prints the spans of OpenTelemetry: one for each call, and below it one for each request.
//!
//! Without `COMMUNICATION_CONNECTION_STRING`, it runs against an emulator in this process, which refuses
//! the first message once, so that a second request shows.
use acs_chat::{
    ChatClient, ChatClientOptions, CommunicationTokenCredential,
    identity::{CommunicationIdentityClient, models::CommunicationIdentityTokenScope},
};
use acs_chat_emulator::{Emulator, Fault, Rule};
use azure_core_opentelemetry::OpenTelemetryTracerProvider;
use opentelemetry_sdk::trace::SdkTracerProvider;
use std::{env, sync::Arc};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let emulator = Emulator::start().await?;
    let busy = Rule::new(Fault::too_many_requests("0"));
    emulator.faults().inject(busy.on("POST", "/chat/threads/*/messages").times(1));
    let connection_string = env::var("COMMUNICATION_CONNECTION_STRING")
        .unwrap_or_else(|_| emulator.connection_string());
    let identity = CommunicationIdentityClient::from_connection_string(&connection_string, None)?;
    let scopes = [CommunicationIdentityTokenScope::Chat];
    let (_, token) = identity.create_user_and_token(scopes).await?;

    // A service sends its spans to a collector instead, in batches: see `opentelemetry-otlp`.
    let exporter = opentelemetry_stdout::SpanExporter::default();
    let provider = SdkTracerProvider::builder().with_simple_exporter(exporter).build();
    let mut options = ChatClientOptions::default();
    options.client_options.instrumentation.tracer_provider =
        Some(OpenTelemetryTracerProvider::new(Arc::new(provider.clone())));
    let credential = CommunicationTokenCredential::new(token.token)?;
    let chat = ChatClient::new(identity.endpoint().as_str(), credential, Some(options))?;

    let thread = chat.create_thread_client("Release 2.4").await?;
    thread.send_message("hello world").await?;
    if let Err(error) = thread.get_message("0").await {
        eprintln!("there is no such message: {error}");
    }
    Ok(provider.shutdown()?)
}
