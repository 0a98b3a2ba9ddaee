//! `cargo codegen generate`.

use super::report::{Done, Failure, Report};
use clap::Args;
use generator::{
    Enums, StandAlone, generate_with_sdk, generate_without_sdk, read::Disk, templates::Templates,
    write,
};
use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

/// Writes a stand-alone crate from a description in OpenAPI 3 or Swagger 2.0 (YAML or JSON).
#[derive(Args)]
#[command(after_help = "\
Examples:
  cargo codegen generate --spec library.yaml --out library
  cargo codegen generate --spec library.yaml --out clients/rust --crate-name library
  cargo codegen generate --sdk sdk.yaml --out library")]
pub struct Generate {
    /// The description.
    #[arg(long, value_name = "FILE", required_unless_present = "sdk")]
    spec: Option<PathBuf>,
    /// An `sdk.yaml`, which lists the descriptions, and has the names and the fixes of the crate.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["spec", "crate_name", "closed_enums", "allow_unsupported"])]
    sdk: Option<PathBuf>,
    /// The folder of the crate.
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,
    /// The name of the crate. By default, the name of the folder.
    #[arg(long, value_name = "NAME")]
    crate_name: Option<String>,
    /// Leaves out operations that cannot be expressed, with warnings. A value that cannot be
    /// expressed stays JSON. The README of the crate lists both.
    #[arg(long)]
    allow_unsupported: bool,
    /// Lets enums refuse values that the description does not list.
    ///
    /// Without it, an enum keeps such a value, unless the description says that there are none
    /// (`x-ms-enum: { modelAsString: false }`).
    #[arg(long)]
    closed_enums: bool,
    #[command(flatten)]
    report: Report,
}

impl Generate {
    pub fn run(self) -> ExitCode {
        self.report.say(&self.write())
    }

    fn write(&self) -> Result<Done, Failure> {
        let templates = Templates::default();
        let Some(spec) = &self.spec else {
            let sdk = self.sdk.as_deref().unwrap_or(Path::new("")).to_string_lossy();
            write::create(&self.out, &generate_with_sdk(&Disk, &sdk, &templates)?)?;
            return Ok(Done::Good);
        };
        say_what_is_not_used(spec);
        let name = crate_name(self.crate_name.clone(), &self.out)?;
        let enums = if self.closed_enums { Enums::Closed } else { Enums::Open };
        let options = StandAlone { enums, allow_unsupported: self.allow_unsupported };
        let generated =
            generate_without_sdk(&Disk, &spec.to_string_lossy(), &name, options, &templates);
        let (files, unsupported) = generated.map_err(Failure::unsupported)?;
        write::create(&self.out, &files)?;
        Ok(if unsupported.is_empty() { Done::Good } else { Done::Partly(unsupported) })
    }
}

fn say_what_is_not_used(spec: &Path) {
    let sdk = spec.with_file_name("sdk.yaml");
    if sdk.exists() {
        let sdk = sdk.display();
        eprintln!("note: {sdk} is not used; to use it, replace --spec with `--sdk {sdk}`");
    }
}

/// Returns the name that was given, or that of the path, if it is one.
pub fn crate_name(given: Option<String>, path: &Path) -> Result<String, Failure> {
    let of_path = || path.file_name().map(|it| it.to_string_lossy().into_owned());
    let name = given.or_else(of_path).unwrap_or_else(|| "client".to_owned());
    match is_crate_name(&name) {
        true => Ok(name),
        false => Err(Failure::Run(format!(
            "{name:?} is not a valid crate name: begin with a letter, use letters, digits, `-` and \
             `_`, and pass the name with --crate-name"
        ))),
    }
}

fn is_crate_name(name: &str) -> bool {
    let is_word = |it: char| it.is_ascii_alphanumeric() || matches!(it, '-' | '_');
    name.starts_with(|it: char| it.is_ascii_alphabetic()) && name.chars().all(is_word)
}
