//! The emulator as a program.

use acs_chat_emulator::Emulator;
use clap::Parser;
use std::{
    fs,
    io::{self, Write},
    path::PathBuf,
};

/// Azure Communication Services Chat and Identity in memory. The first line on standard output is
/// the connection string; Ctrl-C ends the program.
#[derive(Parser)]
#[command(name = "acs-chat-emulator", version)]
struct Arguments {
    /// The port to listen on; a free one without it
    #[arg(long, default_value_t = 0)]
    port: u16,
    /// Serves https, and writes the certificate to trust to DIR/ca.pem
    #[arg(long, value_name = "DIR")]
    tls: Option<PathBuf>,
}

#[tokio::main]
async fn main() -> io::Result<()> {
    let arguments = Arguments::parse();
    let mut builder = Emulator::builder().port(arguments.port);
    if arguments.tls.is_some() {
        builder = builder.tls();
    }
    let emulator = builder.start().await?;
    if let (Some(folder), Some(ca_pem)) = (&arguments.tls, emulator.ca_pem()) {
        fs::create_dir_all(folder)?;
        fs::write(folder.join("ca.pem"), ca_pem)?;
    }
    // Whoever waits for the line reads from a pipe, where it would stay in a buffer.
    let mut output = io::stdout();
    writeln!(output, "{}", emulator.connection_string())?;
    output.flush()?;
    tokio::signal::ctrl_c().await
}
