//! `cargo codegen import`.

use super::report::{Done, Failure, Report};
use clap::Args;
use generator::{import::import, read::Disk, write};
use std::{path::PathBuf, process::ExitCode};

/// Writes a description, and the parts of other files that it refers to, as OpenAPI 3.0 in YAML.
///
/// If FILE exists, only parts with another meaning change. The file keeps its own words (titles,
/// summaries, descriptions, examples), its comments, its order, and its `$ref`s to other files and
/// to shared parameters and responses. Parts that the source does not have are removed.
///
/// The comment `# new: describe` marks a new part, which has the words of the source. The comment
/// `# changed: check the words` marks a changed part, which has words of its own. Remove these
/// comments when you have checked the words.
#[derive(Args)]
#[command(after_help = "\
Examples:
  cargo codegen import swagger.json --out -
  cargo codegen import swagger.json --out spec/library.yaml")]
pub struct Import {
    /// The description: Swagger 2.0 or OpenAPI 3 (YAML, JSON).
    source: PathBuf,
    /// The file to write or update; `-` is the standard output.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    #[command(flatten)]
    report: Report,
}

impl Import {
    pub fn run(&self) -> ExitCode {
        self.report.say(&self.write())
    }

    fn write(&self) -> Result<Done, Failure> {
        let source = self.source.to_string_lossy();
        if self.out.as_os_str() == "-" {
            return Ok(Done::Text(import(&Disk, &source, None)?));
        }
        let text = import(&Disk, &source, Some(&self.out.to_string_lossy()))?;
        write::replace(&self.out, &text)?;
        Ok(Done::Good)
    }
}
