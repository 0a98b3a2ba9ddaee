//! The command line of the generator.

mod diff_command;

use clap::{Parser, Subcommand};
use generator::{
    diagnostics::Diagnostics,
    generate, generate_stand_alone,
    output::{self, File},
    read::Disk,
    templates::Templates,
};
use std::{
    io,
    path::{Path, PathBuf},
    process::ExitCode,
};

/// Writes the crate of `spec/sdk.yaml` into `generated/`, or what a command says.
///
/// Exit codes: 0 done, 1 stale or denied, 2 bad input.
#[derive(Parser)]
#[command(name = "cargo codegen", version)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Shows how `generated/` differs from what would be written, if it does.
    Check,
    /// Writes a stand-alone crate from a description: OpenAPI 3.0 (YAML, JSON) or Swagger 2.0.
    Generate {
        /// The description.
        #[arg(long)]
        spec: PathBuf,
        /// The folder of the crate.
        #[arg(long)]
        out: PathBuf,
        /// The name of the crate; by default that of the folder.
        #[arg(long)]
        crate_name: Option<String>,
    },
    /// Says what a change of a description means for users of the crate, and for its version.
    Diff(diff_command::Diff),
}

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("{}", failure.0);
            ExitCode::from(2)
        }
    }
}

/// What stops a run, as the user reads it.
struct Failure(String);

fn run(command: Option<Command>) -> Result<ExitCode, Failure> {
    match command {
        None => {
            output::write(&workspace().join("generated"), &package()?)?;
            Ok(ExitCode::SUCCESS)
        }
        Some(Command::Check) => check(),
        Some(Command::Diff(diff)) => diff.run(),
        Some(Command::Generate { spec, out, crate_name }) => {
            let name = crate_name.unwrap_or_else(|| name_of(&out));
            if !is_crate_name(&name) {
                let help = "letters, digits, - and _, a letter first: give one with --crate-name";
                return Err(Failure(format!("error: {name:?} is no name of a crate ({help})")));
            }
            let spec = spec.to_string_lossy();
            let files = generate_stand_alone(&Disk, &spec, &name, &templates()?)?;
            let foreign = output::foreign(&out, &files);
            if !foreign.is_empty() {
                let listed = foreign.join(", ");
                return Err(Failure(format!(
                    "error: {} has files that were not generated: {listed}; nothing was written",
                    out.display()
                )));
            }
            output::write(&out, &files)?;
            Ok(ExitCode::SUCCESS)
        }
    }
}

fn check() -> Result<ExitCode, Failure> {
    let stale = output::check(&workspace().join("generated"), &package()?)?;
    for file in &stale {
        print!("{}", file.diff);
    }
    if stale.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    eprintln!("generated/ is stale: run `cargo codegen`, and move away what nobody generated");
    Ok(ExitCode::FAILURE)
}

/// The crate of `spec/sdk.yaml`, wherever in the workspace the command is given.
fn package() -> Result<Vec<File>, Failure> {
    std::env::set_current_dir(workspace())?;
    Ok(generate(&Disk, "spec/sdk.yaml", &templates()?)?)
}

fn templates() -> Result<Templates, Failure> {
    Ok(Templates::load(&workspace().join("templates"))?)
}

/// The workspace that this program was built in: `cargo codegen` builds it there.
fn workspace() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

fn name_of(folder: &Path) -> String {
    let name = folder.file_name().map(|it| it.to_string_lossy().into_owned());
    name.unwrap_or_else(|| "client".to_owned())
}

fn is_crate_name(name: &str) -> bool {
    let is_word = |it: char| it.is_ascii_alphanumeric() || matches!(it, '-' | '_');
    name.starts_with(|it: char| it.is_ascii_alphabetic()) && name.chars().all(is_word)
}

impl From<Diagnostics> for Failure {
    fn from(diagnostics: Diagnostics) -> Self {
        let count = match diagnostics.len() {
            1 => "1 problem".to_owned(),
            count => format!("{count} problems"),
        };
        Self(format!("{diagnostics}\n{count}; nothing was written"))
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self(format!("error: {error}"))
    }
}
