//! The command line of the generator.

mod diff_command;
mod report;

use clap::{Parser, Subcommand};
use generator::{
    generate, generate_stand_alone,
    import::import,
    output::{self, File},
    read::Disk,
    templates::Templates,
};
use report::{Done, Failure, Report};
use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

/// Writes the crate of `spec/sdk.yaml` into `generated/`, or what a command says.
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
    /// Shows how `generated/` differs from what would be written, if it does.
    Check {
        #[command(flatten)]
        report: Report,
    },
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
        #[command(flatten)]
        report: Report,
    },
    /// Says what a change of a description means for users of the crate, and for its version.
    Diff(diff_command::Diff),
    Import(Import),
}

/// Writes a description, with all that it refers to in other files, as OpenAPI 3.0 in YAML.
///
/// Where FILE is there already, only what means something else changes. It keeps its own words
/// (titles, summaries, descriptions, examples), its comments, its order and its `$ref`s to other
/// files and to shared parameters and responses. What is gone from the source is removed.
///
/// `# new: describe` then stands above what is new: it has the words of the source. `# changed:
/// check the words` stands above what has words of its own and changed. Remove these comments when
/// it is done.
#[derive(clap::Args)]
struct Import {
    /// The description: Swagger 2.0 or OpenAPI 3.0 (YAML, JSON).
    source: PathBuf,
    /// The file to write or to bring up to date; `-` for the standard output.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    #[command(flatten)]
    report: Report,
}

fn main() -> ExitCode {
    let Arguments { command, report } = Arguments::parse();
    match command {
        None => report.say(&write()),
        Some(Command::Check { report }) => report.say(&check()),
        Some(Command::Generate { spec, out, crate_name, report }) => {
            report.say(&write_stand_alone(&spec, &out, crate_name))
        }
        Some(Command::Diff(diff)) => diff.run(),
        Some(Command::Import(Import { source, out, report })) => {
            report.say(&write_import(&source, &out))
        }
    }
}

fn write() -> Result<Done, Failure> {
    output::write(&workspace().join("generated"), &package()?)?;
    Ok(Done::Good)
}

fn write_import(source: &Path, out: &Path) -> Result<Done, Failure> {
    let source = source.to_string_lossy();
    if out.as_os_str() == "-" {
        return Ok(Done::Text(import(&Disk, &source, None)?));
    }
    let text = import(&Disk, &source, Some(&out.to_string_lossy()))?;
    output::replace(out, &text)?;
    Ok(Done::Good)
}

fn check() -> Result<Done, Failure> {
    let stale = output::check(&workspace().join("generated"), &package()?)?;
    Ok(if stale.is_empty() { Done::Good } else { Done::Stale(stale) })
}

fn write_stand_alone(spec: &Path, out: &Path, crate_name: Option<String>) -> Result<Done, Failure> {
    let name = crate_name.unwrap_or_else(|| name_of(out));
    if !is_crate_name(&name) {
        let help = "letters, digits, - and _, a letter first: give one with --crate-name";
        return Err(Failure::Run(format!("{name:?} is no name of a crate ({help})")));
    }
    let files = generate_stand_alone(&Disk, &spec.to_string_lossy(), &name, &templates()?)?;
    let foreign = output::foreign(out, &files);
    if !foreign.is_empty() {
        let listed = foreign.join(", ");
        return Err(Failure::Run(format!(
            "{} has files that were not generated: {listed}; nothing was written",
            out.display()
        )));
    }
    output::write(out, &files)?;
    Ok(Done::Good)
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
