//! The emulator as a program.

use acs_chat_emulator::Emulator;
use base64::{Engine, engine::general_purpose::STANDARD};
use clap::Parser;
use std::{
    error::Error,
    io::{self, ErrorKind, IsTerminal, Write},
    net::IpAddr,
    path::PathBuf,
    process::ExitCode,
};

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
    /// Keeps keys, users, threads and messages in DIR for the next start
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Writes a line to standard error for every request
    #[arg(long)]
    log: bool,
}

const EXAMPLES: &str = "\
The first line on standard output is the connection string. /__emulator/ is a web page that shows
what clients do; GET /health answers 200.

Examples:
  acs-chat-emulator --port 8080 --log
  acs-chat-emulator --port 8080 --access-key c2VjcmV0IGtleSBmb3IgdGVzdHM= --data ./chat
  acs-chat-emulator --port 8443 --tls ./certificates
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
    stopped.await;
    emulator.stop().await;
    Ok(())
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
