//! A client in another language: a program that reads one call per line and writes its outcome.

use crate::{
    play::{Driver, Outcome},
    scenario::Call,
};
use acs_chat_emulator::{ENTRA_TOKEN, Emulator};
use std::{io, path::Path, process::Stdio, time::Duration};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader, Lines},
    process::{Child, ChildStdin, ChildStdout, Command},
    time::timeout,
};

pub struct Program {
    calls: ChildStdin,
    outcomes: Lines<BufReader<ChildStdout>>,
    /// Killed when the driver is dropped.
    _child: Child,
}

/// The longest time for one call. Three attempts take a few seconds.
const PATIENCE: Duration = Duration::from_secs(60);

impl Program {
    /// Starts `command`, the program and its arguments separated by spaces. It trusts the certificate
    /// `ca`.
    pub fn start(command: &str, emulator: &Emulator, ca: &Path) -> io::Result<Self> {
        let mut words = command.split(' ');
        let mut child = Command::new(words.next().unwrap_or_default())
            .args(words)
            .env("COMMUNICATION_CONNECTION_STRING", emulator.connection_string())
            .env("ENTRA_TOKEN", ENTRA_TOKEN)
            .env("REQUESTS_CA_BUNDLE", ca)
            .env("NODE_EXTRA_CA_CERTS", ca)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()?;
        let pipe = |name| io::Error::other(format!("the program has no standard {name}"));
        let calls = child.stdin.take().ok_or_else(|| pipe("input"))?;
        let outcomes = child.stdout.take().ok_or_else(|| pipe("output"))?;
        Ok(Self { calls, outcomes: BufReader::new(outcomes).lines(), _child: child })
    }

    /// The operations of the client, by their names in the scenario.
    pub async fn operations(&mut self) -> io::Result<Vec<String>> {
        let call = Call { call: "operations".to_owned(), ..Call::default() };
        match self.ask(&call).await? {
            Outcome::Value(names) => Ok(serde_json::from_value(names)?),
            Outcome::Error { code, .. } => Err(io::Error::other(code.unwrap_or_default())),
        }
    }

    async fn ask(&mut self, call: &Call) -> io::Result<Outcome> {
        let line = serde_json::to_string(call)? + "\n";
        self.calls.write_all(line.as_bytes()).await?;
        let answer = timeout(PATIENCE, self.outcomes.next_line()).await??;
        Ok(serde_json::from_str(&answer.ok_or(io::ErrorKind::UnexpectedEof)?)?)
    }
}

#[async_trait::async_trait]
impl Driver for Program {
    async fn outcome(&mut self, call: &Call) -> Outcome {
        self.ask(call)
            .await
            .unwrap_or_else(|error| Outcome::failure(format_args!("the driver failed: {error}")))
    }
}
