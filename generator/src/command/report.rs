//! What the program says of a run, to people or to tools.

use clap::{Args, ValueEnum};
use generator::{diagnostics::Diagnostics, write::Stale};
use serde_json::json;
use std::{
    io::{self, Write},
    process::ExitCode,
};

/// How a command reports; every command that reads descriptions has it.
#[derive(Args, Clone, Copy)]
pub struct Report {
    /// How problems are reported: as text on stderr, or as one JSON document on stdout.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Text,
    Json,
}

/// How a run ended that did not break off.
pub enum Done {
    /// Everything is as it should be.
    Good,
    /// The text that was asked for, for stdout.
    Text(String),
    /// These files are not what would be written.
    Stale(Vec<Stale>),
}

/// What stops a run.
pub enum Failure {
    /// Something is wrong with what was read.
    Input(Diagnostics),
    /// Something is wrong with what was asked for, or with the disk.
    Run(String),
}

impl Report {
    /// For a command whose own result is JSON, or is not.
    pub fn of(is_json: bool) -> Self {
        Self { format: if is_json { Format::Json } else { Format::Text } }
    }

    /// Says how a run ended, and gives the exit code for that.
    ///
    /// A text that was asked for is printed as it is. Else JSON is an object with
    /// - `status`: `done`, `stale` or `failed`,
    /// - `problems`: see [`Diagnostics::to_json`],
    /// - `failure`: what else has stopped the run, or `null`,
    /// - `stale`: a list of `file` and `diff`, which is a unified one.
    pub fn say(self, outcome: &Result<Done, Failure>) -> ExitCode {
        match self.format {
            Format::Text => say_as_text(outcome),
            Format::Json => say_as_json(outcome),
        }
        match outcome {
            Ok(Done::Good | Done::Text(_)) => ExitCode::SUCCESS,
            Ok(Done::Stale(_)) => ExitCode::FAILURE,
            Err(_) => ExitCode::from(2),
        }
    }
}

fn say_as_text(outcome: &Result<Done, Failure>) {
    match outcome {
        Ok(Done::Good) => {}
        Ok(Done::Text(text)) => print(text),
        Ok(Done::Stale(files)) => {
            let diffs: String = files.iter().map(|it| &*it.diff).collect();
            print(&diffs);
            let cure = "run `cargo codegen`, and move away what nobody generated";
            eprintln!("generated/ is stale: {cure}");
        }
        Err(Failure::Input(diagnostics)) => {
            let count = match diagnostics.len() {
                1 => "1 problem".to_owned(),
                count => format!("{count} problems"),
            };
            // No colours where nobody sees them, or NO_COLOR is set.
            let drawn = match anstream::AutoStream::choice(&io::stderr()) {
                anstream::ColorChoice::Never => diagnostics.to_string(),
                _ => diagnostics.coloured(),
            };
            eprintln!("{drawn}\n{count}; nothing was written");
        }
        Err(Failure::Run(message)) => eprintln!("error: {message}"),
    }
}

fn say_as_json(outcome: &Result<Done, Failure>) {
    let mut report = json!({ "status": "done", "problems": [], "failure": null, "stale": [] });
    match outcome {
        Ok(Done::Good) => {}
        Ok(Done::Text(text)) => return print(text),
        Ok(Done::Stale(files)) => {
            let files = files.iter().map(|it| json!({ "file": it.path, "diff": it.diff }));
            report["status"] = "stale".into();
            report["stale"] = files.collect();
        }
        Err(failure) => {
            report["status"] = "failed".into();
            match failure {
                Failure::Input(diagnostics) => report["problems"] = diagnostics.to_json(),
                Failure::Run(message) => report["failure"] = message.clone().into(),
            }
        }
    }
    print(&format!("{report:#}\n"));
}

/// Whoever has read enough may close the pipe.
pub fn print(text: &str) {
    io::stdout().write_all(text.as_bytes()).ok();
}

impl From<Diagnostics> for Failure {
    fn from(diagnostics: Diagnostics) -> Self {
        Self::Input(diagnostics)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Run(error.to_string())
    }
}
