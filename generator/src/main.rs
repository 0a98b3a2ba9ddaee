//! The command line of the generator.

mod command;

use clap::{CommandFactory, Parser, Subcommand};
use command::{
    completions::Completions, diff::Diff, generate::Generate, import::Import, init::Init, man::Man,
    reference::Reference, report::Report, workspace,
};
use mimalloc::MiMalloc;
use std::{env, ffi::OsString, process::ExitCode};

/// With the system's allocator, allocations take a quarter of the time: syntax trees are small
/// parts.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// Writes Rust clients from descriptions of REST APIs.
///
/// Without a command, writes the crate of `spec/sdk.yaml` into `generated/`, in this folder or in the
/// nearest folder above that has `spec/sdk.yaml`.
///
/// Exit codes: 0 done, 1 stale or denied, 2 bad input.
#[derive(Parser)]
#[command(
    name = "cargo-codegen",
    bin_name = "cargo codegen",
    version,
    args_conflicts_with_subcommands = true,
    after_help = EXAMPLES
)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    report: Report,
}

const EXAMPLES: &str = "\
Examples:
  cargo codegen generate --spec library.yaml --out library
  cargo codegen diff HEAD~1:library.yaml library.yaml
  cargo codegen init --spec library.yaml";

#[derive(Subcommand)]
enum Command {
    /// Fails if `generated/` is out of date, and shows the differences.
    Check {
        #[command(flatten)]
        report: Report,
    },
    Generate(Generate),
    Init(Init),
    /// Compares two descriptions: lists the changes for users of the crate, and the version they
    /// need.
    Diff(Diff),
    Import(Import),
    Reference(Reference),
    Completions(Completions),
    Man(Man),
}

fn main() -> ExitCode {
    let Arguments { command, report } = Arguments::parse_from(arguments());
    match command {
        None => report.say(&workspace::write()),
        Some(Command::Check { report }) => report.say(&workspace::check()),
        Some(Command::Generate(generate)) => generate.run(),
        Some(Command::Init(init)) => init.run(),
        Some(Command::Diff(diff)) => diff.run(),
        Some(Command::Import(import)) => import.run(),
        Some(Command::Reference(reference)) => reference.run(),
        Some(Command::Completions(completions)) => completions.run(Arguments::command()),
        Some(Command::Man(man)) => man.run(Arguments::command()),
    }
}

/// The arguments of the process. Cargo passes the name of a command, `codegen`, as the first of them.
fn arguments() -> Vec<OsString> {
    let mut arguments: Vec<OsString> = env::args_os().collect();
    if arguments.get(1).is_some_and(|first| first == "codegen") {
        arguments.remove(1);
    }
    arguments
}
