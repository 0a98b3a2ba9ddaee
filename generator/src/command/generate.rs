//! `cargo codegen generate`.

use super::report::{Done, Failure, Report};
use clap::Args;
use generator::{
    generate_stand_alone, generate_supported, read::Disk, templates::Templates, write,
};
use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

/// Writes a stand-alone crate from a description in OpenAPI 3 or Swagger 2.0 (YAML or JSON).
#[derive(Args)]
pub struct Generate {
    /// The description.
    #[arg(long)]
    spec: PathBuf,
    /// The folder of the crate.
    #[arg(long)]
    out: PathBuf,
    /// The name of the crate. By default, the name of the folder.
    #[arg(long)]
    crate_name: Option<String>,
    /// Leaves out operations that cannot be expressed, with warnings. A value that cannot be
    /// expressed stays JSON. The README of the crate lists both.
    #[arg(long)]
    allow_unsupported: bool,
    #[command(flatten)]
    report: Report,
}

impl Generate {
    pub fn run(self) -> ExitCode {
        let name = self.crate_name.unwrap_or_else(|| name_of(&self.out));
        self.report.say(&write(&self.spec, &self.out, &name, self.allow_unsupported))
    }
}

fn write(spec: &Path, out: &Path, name: &str, allow_unsupported: bool) -> Result<Done, Failure> {
    if !is_crate_name(name) {
        return Err(Failure::Run(format!(
            "{name:?} is not a valid crate name: begin with a letter, use letters, digits, `-` and \
             `_`, and pass the name with --crate-name"
        )));
    }
    let (spec, templates) = (spec.to_string_lossy(), Templates::default());
    if allow_unsupported {
        let (files, unsupported) = generate_supported(&Disk, &spec, name, &templates)?;
        write::create(out, &files)?;
        return Ok(Done::Partly(unsupported));
    }
    let files = generate_stand_alone(&Disk, &spec, name, &templates);
    write::create(out, &files.map_err(Failure::unsupported)?)?;
    Ok(Done::Good)
}

fn name_of(folder: &Path) -> String {
    let name = folder.file_name().map(|it| it.to_string_lossy().into_owned());
    name.unwrap_or_else(|| "client".to_owned())
}

fn is_crate_name(name: &str) -> bool {
    let is_word = |it: char| it.is_ascii_alphanumeric() || matches!(it, '-' | '_');
    name.starts_with(|it: char| it.is_ascii_alphabetic()) && name.chars().all(is_word)
}
