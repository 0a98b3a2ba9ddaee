//! `cargo codegen import`.

use super::report::{Done, Failure, Report};
use clap::Args;
use generator::{import::import, read::Disk, write};
use std::{path::PathBuf, process::ExitCode};

/// Writes a description, with all that it refers to in other files, as OpenAPI 3.0 in YAML.
///
/// Where FILE is there already, only what means something else changes. It keeps its own words
/// (titles, summaries, descriptions, examples), its comments, its order and its `$ref`s to other
/// files and to shared parameters and responses. What is gone from the source is removed.
///
/// `# new: describe` then stands above what is new: it has the words of the source. `# changed:
/// check the words` stands above what has words of its own and changed. Remove these comments when
/// it is done.
#[derive(Args)]
pub struct Import {
    /// The description: Swagger 2.0 or OpenAPI 3.0 (YAML, JSON).
    source: PathBuf,
    /// The file to write or to bring up to date; `-` for the standard output.
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
