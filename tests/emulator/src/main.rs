//! The emulator as a program.

use acs_chat_emulator::{Emulator, EventSchema, Filter};
use base64::{Engine, engine::general_purpose::STANDARD};
use clap::{Parser, ValueEnum};
use mimalloc::MiMalloc;
use std::{
    error::Error,
    future::pending,
    io::{self, ErrorKind, IsTerminal, Write},
    net::IpAddr,
    path::PathBuf,
    process::ExitCode,
    time::Duration,
};
use tokio::time::sleep;

/// Azure Communication Services Chat and Identity in memory
#[derive(Parser)]
#[command(version, after_help = EXAMPLES)]
struct Arguments {
    /// The address to listen on; 0.0.0.0 lets other machines and containers in
    #[arg(long, value_name = "IP", default_value = "127.0.0.1")]
    host: IpAddr,
    /// The port to listen on; 0 means a free one
    #[arg(long, value_name = "PORT", default_value_t = 0)]
    port: u16,
    /// The access key, in base64; without it, the key of --data or a new one
    #[arg(long, value_name = "KEY")]
    access_key: Option<String>,
    /// Serves https; clients have to trust DIR/ca.pem, which the first start writes
    #[arg(long, value_name = "DIR")]
    tls: Option<PathBuf>,
    /// Keeps keys, users, threads, messages and webhooks in DIR for the next start
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Sends events to this http URL, as Azure Event Grid does; may be repeated
    #[arg(long, value_name = "URL")]
    webhook: Vec<String>,
    /// The schema of the events for --webhook
    #[arg(long, value_name = "SCHEMA", value_enum, default_value = "event-grid")]
    event_schema: Schema,
    /// Writes a line to standard error for every request
    #[arg(long)]
    log: bool,
}

/// A request makes a hundred small allocations, many of which another thread frees. That is where
/// mimalloc is fast.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

const EXAMPLES: &str = "\
The first line on standard output is the connection string. /__emulator/ is a web page that shows
what clients do; GET /health answers 200.

Examples:
  acs-chat-emulator --port 8080 --log
  acs-chat-emulator --port 8080 --access-key c2VjcmV0IGtleSBmb3IgdGVzdHM= --data ./chat
  acs-chat-emulator --port 8443 --tls ./certificates
  acs-chat-emulator --port 8080 --webhook http://localhost:7071/events
  acs-chat-emulator --host 0.0.0.0 --port 8080";

#[tokio::main]
async fn main() -> ExitCode {
    match run(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("acs-chat-emulator: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> Result<(), Box<dyn Error>> {
    if arguments.log {
        start_log();
    }
    // From here on a signal stops the emulator in order, however early it comes.
    let stopped = stop_signal()?;
    let mut emulator = start(&arguments).await?;
    // The reader of a pipe waits for the line, which would stay in a buffer.
    let mut output = io::stdout();
    writeln!(output, "{}", emulator.connection_string())?;
    output.flush()?;
    eprintln!("The emulator's page is at {}/__emulator/", emulator.endpoint());
    tokio::select! {
        () = stopped => {}
        wrong = subscribe(&emulator, &arguments) => return Err(wrong.into()),
    }
    emulator.stop().await;
    Ok(())
}

/// Subscribes the webhooks, except those that --data has from an earlier start. One that does not
/// answer yet is asked again: it may be waiting for the emulator's connection string. Ends only if an
/// argument is wrong.
async fn subscribe(emulator: &Emulator, arguments: &Arguments) -> io::Error {
    let filter = Filter::new(arguments.event_schema.into());
    let known = emulator.subscriptions();
    let is_known = |url: &&String| known.iter().any(|it| it.url == **url && it.filter == filter);
    for url in arguments.webhook.iter().filter(|url| !is_known(url)) {
        let mut told = String::new();
        loop {
            let error = match emulator.subscribe(url, filter.clone()).await {
                Ok(_) => break,
                Err(error) if error.kind() == ErrorKind::InvalidInput => return error,
                Err(error) => error.to_string(),
            };
            if error != told {
                eprintln!("acs-chat-emulator: --webhook: {error}; trying again every second");
                told = error;
            }
            sleep(Duration::from_secs(1)).await;
        }
    }
    pending().await
}

#[derive(Clone, Copy, ValueEnum)]
enum Schema {
    EventGrid,
    CloudEvents,
}

impl From<Schema> for EventSchema {
    fn from(schema: Schema) -> Self {
        match schema {
            Schema::EventGrid => Self::EventGrid,
            Schema::CloudEvents => Self::CloudEvents,
        }
    }
}

async fn start(arguments: &Arguments) -> Result<Emulator, Box<dyn Error>> {
    let mut builder = Emulator::builder().host(arguments.host).port(arguments.port);
    if let Some(key) = &arguments.access_key {
        // clap would quote the key in its message.
        let key = STANDARD.decode(key).map_err(|_| "the value of --access-key is not base64")?;
        builder = builder.access_key(key);
    }
    if let Some(folder) = &arguments.tls {
        builder = builder.tls_folder(folder);
    }
    if let Some(folder) = &arguments.data {
        builder = builder.data(folder);
    }
    builder.start().await.map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => format!(
            "port {} is taken by another program; choose another one with --port, or leave --port \
             out for a free one",
            arguments.port
        )
        .into(),
        _ => error.into(),
    })
}

fn start_log() {
    tracing_subscriber::fmt()
        .with_writer(io::stderr)
        .with_ansi(io::stderr().is_terminal())
        .with_target(false)
        .init();
}

/// Ends when the program is asked to stop: Ctrl-C in a terminal, SIGTERM from a supervisor.
#[cfg(unix)]
fn stop_signal() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut interrupt, mut terminate) =
        (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

#[cfg(windows)]
fn stop_signal() -> io::Result<impl Future<Output = ()>> {
    let mut ctrl_c = tokio::signal::windows::ctrl_c()?;
    Ok(async move {
        ctrl_c.recv().await;
    })
}
