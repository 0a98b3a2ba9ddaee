//! `cargo codegen init`.

use super::{
    generate::crate_name,
    report::{Done, Failure, Report},
};
use clap::Args;
use generator::{init, read::Disk, write};
use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

/// Writes a first `sdk.yaml` beside a description, with the names that a crate has without it.
///
/// Edit the names, and generate the crate with `generate --sdk`.
#[derive(Args)]
#[command(after_help = "\
Examples:
  cargo codegen init --spec library.yaml
  cargo codegen generate --sdk sdk.yaml --out library")]
pub struct Init {
    /// The description.
    #[arg(long, value_name = "FILE")]
    spec: PathBuf,
    /// The name of the crate. By default, the name of the description without its ending.
    #[arg(long, value_name = "NAME")]
    crate_name: Option<String>,
    #[command(flatten)]
    report: Report,
}

impl Init {
    pub fn run(self) -> ExitCode {
        self.report.say(&write(&self.spec, self.crate_name))
    }
}

fn write(spec: &Path, name: Option<String>) -> Result<Done, Failure> {
    let name = crate_name(name, &spec.with_extension(""))?;
    let sdk = spec.with_file_name("sdk.yaml");
    if sdk.exists() {
        return Err(Failure::Run(format!("{} exists already", sdk.display())));
    }
    write::replace(&sdk, &init(&Disk, &spec.to_string_lossy(), &name)?)?;
    Ok(Done::Good)
}
