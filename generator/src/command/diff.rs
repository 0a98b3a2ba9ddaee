//! `cargo codegen diff`.

use super::report::{Failure, Report, print};
use clap::{Args, ValueEnum};
use generator::{
    diff::{self, Format, Input, Level},
    read::{Disk, Files, Revision},
};
use std::{io, path::Path, process::ExitCode};

#[derive(Args)]
pub struct Diff {
    /// The description as it was: a file, or one of a git revision, as `HEAD~1:spec/api.yaml`.
    old: String,
    /// The description as it is.
    new: String,
    /// How to write the changes; json is for tools.
    #[arg(long, value_enum, default_value_t)]
    format: Output,
    /// Exits with 1 when the verdict is this or more.
    #[arg(long, value_enum)]
    deny: Option<Deny>,
    /// Does not look for an sdk.yaml beside the descriptions.
    #[arg(long)]
    stand_alone: bool,
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

/// A description, wherever its files are.
struct Source<'a> {
    name: &'a str,
    files: Box<dyn Files>,
    path: String,
}

impl Diff {
    /// Prints the changes, or what stands in the way of finding them.
    pub fn run(self) -> ExitCode {
        match self.compare() {
            Ok(changes) => {
                print(&changes.write(self.format()));
                if self.denies(changes.verdict) { ExitCode::FAILURE } else { ExitCode::SUCCESS }
            }
            Err(failure) => Report::of(self.format() == Format::Json).say(&Err(failure)),
        }
    }

    fn compare(&self) -> Result<diff::Report, Failure> {
        let [old, new] = [Source::find(&self.old)?, Source::find(&self.new)?];
        Ok(diff::diff(old.input(), new.input(), self.stand_alone)?)
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
    /// A file of the disk, if there is one of this name, or one of a revision.
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
