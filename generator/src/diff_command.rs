//! `cargo codegen diff`.

use crate::Failure;
use clap::{Args, ValueEnum};
use generator::{
    diff::{Format, Input, Level, diff},
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
struct Source {
    name: String,
    files: Box<dyn Files>,
    path: String,
}

impl Diff {
    pub fn run(self) -> Result<ExitCode, Failure> {
        let [old, new] = [Source::find(self.old)?, Source::find(self.new)?];
        let report = diff(old.input(), new.input(), self.stand_alone).map_err(|problems| {
            Failure(format!("{problems}\n{} in all; nothing was compared", problems.len()))
        })?;
        let format = match self.format {
            Output::Text => Format::Text,
            Output::Markdown => Format::Markdown,
            Output::Json => Format::Json,
        };
        print!("{}", report.write(format));
        let denied = match self.deny {
            Some(Deny::Major) => report.verdict >= Some(Level::Major),
            Some(Deny::Minor) => report.verdict >= Some(Level::Minor),
            None => false,
        };
        Ok(if denied { ExitCode::FAILURE } else { ExitCode::SUCCESS })
    }
}

impl Source {
    /// A file of the disk, if there is one of this name, or one of a revision.
    fn find(name: String) -> io::Result<Self> {
        if !Path::new(&name).exists()
            && let Some((revision, path)) = Revision::parse(&name)?
        {
            return Ok(Self { name, files: Box::new(revision), path });
        }
        Ok(Self { path: name.clone(), name, files: Box::new(Disk) })
    }

    fn input(&self) -> Input<'_> {
        Input { name: &self.name, files: &*self.files, path: &self.path }
    }
}
