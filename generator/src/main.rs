//! The command line of the generator.

mod command;

use clap::{Parser, Subcommand};
use command::{diff::Diff, generate::Generate, import::Import, report::Report, workspace};
use mimalloc::MiMalloc;
use std::process::ExitCode;

/// With the system's allocator, allocations take a quarter of the time: syntax trees are small
/// parts.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// Writes the crate of `spec/sdk.yaml` into `generated/`, or runs a command.
///
/// Exit codes: 0 done, 1 stale or denied, 2 bad input.
#[derive(Parser)]
#[command(name = "cargo codegen", version, args_conflicts_with_subcommands = true)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    report: Report,
}

#[derive(Subcommand)]
enum Command {
    /// Fails if `generated/` is out of date, and shows the differences.
    Check {
        #[command(flatten)]
        report: Report,
    },
    Generate(Generate),
    /// Compares two descriptions: lists the changes for users of the crate, and the version they
    /// need.
    Diff(Diff),
    Import(Import),
}

fn main() -> ExitCode {
    let Arguments { command, report } = Arguments::parse();
    match command {
        None => report.say(&workspace::write()),
        Some(Command::Check { report }) => report.say(&workspace::check()),
        Some(Command::Generate(generate)) => generate.run(),
        Some(Command::Diff(diff)) => diff.run(),
        Some(Command::Import(import)) => import.run(),
    }
}
