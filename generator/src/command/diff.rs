//! `cargo codegen diff`.

use super::report::{Failure, Report, print, warn};
use clap::{Args, ValueEnum};
use generator::{
    Enums,
    diff::{self, Format, Input, Level, Naming},
    read::{Disk, Files, Revision},
};
use std::{io, path::Path, process::ExitCode};

#[derive(Args)]
#[command(after_help = "\
Examples:
  cargo codegen diff old.yaml new.yaml
  cargo codegen diff HEAD~1:spec/api.yaml spec/api.yaml --deny major
  cargo codegen diff origin/main:api.yaml api.yaml --format markdown")]
pub struct Diff {
    /// The old description: a file, or a file at a git revision, such as `HEAD~1:spec/api.yaml`.
    old: String,
    /// The new description.
    new: String,
    /// The format of the report; json is for tools.
    #[arg(long, value_enum, default_value_t)]
    format: Output,
    /// Exits with 1 if the verdict is this level or a higher one.
    #[arg(long, value_enum)]
    deny: Option<Deny>,
    /// Ignores an sdk.yaml beside the descriptions.
    #[arg(long)]
    stand_alone: bool,
    /// Leaves out operations that cannot be expressed, with warnings.
    #[arg(long)]
    allow_unsupported: bool,
    /// Compares crates that `generate --closed-enums` writes. Implies --stand-alone.
    #[arg(long)]
    closed_enums: bool,
}

#[derive(Clone, Copy, Default, ValueEnum)]
enum Output {
    #[default]
    Text,
    Markdown,
    Json,
}

#[derive(Clone, Copy, ValueEnum)]
enum Deny {
    Major,
    Minor,
}

/// A description on the disk or at a git revision.
struct Source<'a> {
    name: &'a str,
    files: Box<dyn Files>,
    path: String,
}

impl Diff {
    /// Prints the changes, or the problems of the descriptions.
    pub fn run(self) -> ExitCode {
        match self.compare() {
            Ok(changes) => {
                changes.unsupported.iter().for_each(warn);
                print(&changes.write(self.format()));
                if self.denies(changes.verdict) { ExitCode::FAILURE } else { ExitCode::SUCCESS }
            }
            Err(failure) => Report::of(self.format() == Format::Json).say(&Err(failure)),
        }
    }

    fn compare(&self) -> Result<diff::Report, Failure> {
        let [old, new] = [Source::find(&self.old)?, Source::find(&self.new)?];
        let naming = match (self.stand_alone, self.closed_enums) {
            (_, true) => Naming::StandAlone(Enums::Closed),
            (true, false) => Naming::StandAlone(Enums::Open),
            (false, false) => Naming::Found,
        };
        let options = diff::Options { naming, allow_unsupported: self.allow_unsupported };
        diff::diff(old.input(), new.input(), options).map_err(Failure::unsupported)
    }

    fn format(&self) -> Format {
        match self.format {
            Output::Text => Format::Text,
            Output::Markdown => Format::Markdown,
            Output::Json => Format::Json,
        }
    }

    fn denies(&self, verdict: Option<Level>) -> bool {
        match self.deny {
            Some(Deny::Major) => verdict >= Some(Level::Major),
            Some(Deny::Minor) => verdict >= Some(Level::Minor),
            None => false,
        }
    }
}

impl<'a> Source<'a> {
    /// Finds a file on the disk, or else at the revision in the name.
    fn find(name: &'a str) -> io::Result<Self> {
        if !Path::new(name).exists()
            && let Some((revision, path)) = Revision::parse(name)?
        {
            return Ok(Self { name, files: Box::new(revision), path });
        }
        Ok(Self { name, files: Box::new(Disk), path: name.to_owned() })
    }

    fn input(&self) -> Input<'_> {
        Input { name: self.name, files: &*self.files, path: &self.path }
    }
}
