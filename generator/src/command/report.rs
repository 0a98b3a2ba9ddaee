//! The report of a run, for people or for tools.

use clap::{Args, ValueEnum};
use generator::{diagnostics::Diagnostics, write::Stale};
use serde_json::json;
use std::{
    io::{self, Write},
    process::ExitCode,
};

/// The options of every command that reads descriptions.
#[derive(Args, Clone, Copy)]
pub struct Report {
    /// The format of problems: text on stderr, or one JSON document on stdout.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Text,
    Json,
}

/// The result of a run that had good input.
pub enum Done {
    /// Files are written or up to date.
    Good,
    /// Files are written, without the parts that have these problems.
    Partly(Diagnostics),
    /// A text to print on stdout.
    Text(String),
    /// These files are out of date.
    Stale(Vec<Stale>),
}

/// The reason why a run stopped.
pub enum Failure {
    /// The input has problems. The text says how to go on without their parts.
    Input(Diagnostics, Option<String>),
    /// The arguments are wrong, or a file could not be read or written.
    Run(String),
}

impl Report {
    /// The report of a command whose result is JSON or text.
    pub fn of(is_json: bool) -> Self {
        Self { format: if is_json { Format::Json } else { Format::Text } }
    }

    /// Reports the result of a run, and returns its exit code.
    ///
    /// A text is printed unchanged. Otherwise, the JSON is an object with
    /// - `status`: `done`, `stale` or `failed`,
    /// - `problems` and `warnings`: see [`Diagnostics::to_json`],
    /// - `failure`: another reason why the run stopped, or `null`,
    /// - `stale`: a list of objects with `file` and `diff`, a unified diff.
    pub fn say(self, outcome: &Result<Done, Failure>) -> ExitCode {
        match self.format {
            Format::Text => say_as_text(outcome),
            Format::Json => say_as_json(outcome),
        }
        match outcome {
            Ok(Done::Good | Done::Partly(_) | Done::Text(_)) => ExitCode::SUCCESS,
            Ok(Done::Stale(_)) => ExitCode::FAILURE,
            Err(_) => ExitCode::from(2),
        }
    }
}

fn say_as_text(outcome: &Result<Done, Failure>) {
    match outcome {
        Ok(Done::Good) => {}
        Ok(Done::Partly(unsupported)) => warn(unsupported),
        Ok(Done::Text(text)) => print(text),
        Ok(Done::Stale(files)) => {
            let diffs: String = files.iter().map(|it| &*it.diff).collect();
            print(&diffs);
            let cure = "run `cargo codegen`, and move away files that it did not write";
            eprintln!("generated/ is stale: {cure}");
        }
        Err(Failure::Input(diagnostics, cure)) => {
            let count = match diagnostics.len() {
                1 => "1 problem".to_owned(),
                count => format!("{count} problems"),
            };
            eprintln!("{}\n{count}; nothing was written", drawn(diagnostics));
            if let Some(cure) = cure {
                eprintln!("{cure}");
            }
        }
        Err(Failure::Run(message)) => eprintln!("error: {message}"),
    }
}

/// Shows the problems of the parts that were left out.
pub fn warn(unsupported: &Diagnostics) {
    if !unsupported.is_empty() {
        eprintln!("{}\n{}", drawn(unsupported), unsupported.summary());
    }
}

/// No colours if stderr is not a terminal, or if NO_COLOR is set.
fn drawn(diagnostics: &Diagnostics) -> String {
    match anstream::AutoStream::choice(&io::stderr()) {
        anstream::ColorChoice::Never => diagnostics.to_string(),
        _ => diagnostics.coloured(),
    }
}

fn say_as_json(outcome: &Result<Done, Failure>) {
    let mut report = json!({
        "status": "done", "problems": [], "warnings": [], "failure": null, "stale": [],
    });
    match outcome {
        Ok(Done::Good) => {}
        Ok(Done::Partly(unsupported)) => report["warnings"] = unsupported.to_json(),
        Ok(Done::Text(text)) => return print(text),
        Ok(Done::Stale(files)) => {
            let files = files.iter().map(|it| json!({ "file": it.path, "diff": it.diff }));
            report["status"] = "stale".into();
            report["stale"] = files.collect();
        }
        Err(failure) => {
            report["status"] = "failed".into();
            match failure {
                Failure::Input(diagnostics, _) => report["problems"] = diagnostics.to_json(),
                Failure::Run(message) => report["failure"] = message.clone().into(),
            }
        }
    }
    print(&format!("{report:#}\n"));
}

/// Ignores errors, because the reader of a pipe may close it early.
pub fn print(text: &str) {
    io::stdout().write_all(text.as_bytes()).ok();
}

impl Failure {
    /// The failure of a command that has `--allow-unsupported`.
    pub fn unsupported(diagnostics: Diagnostics) -> Self {
        let cure = diagnostics.cure();
        Self::Input(diagnostics, cure)
    }
}

impl From<Diagnostics> for Failure {
    fn from(diagnostics: Diagnostics) -> Self {
        Self::Input(diagnostics, None)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Run(error.to_string())
    }
}
