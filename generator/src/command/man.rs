//! `cargo codegen man`.

use clap::{Args, Command};
use std::{fs, path::PathBuf, process::ExitCode};

/// Writes the manual pages: `cargo-codegen.1`, and one for each command.
///
/// `cargo help codegen` shows the first if it is among the pages of `man`.
#[derive(Args)]
#[command(after_help = "\
Example:
  cargo codegen man --out ~/.local/share/man/man1")]
pub struct Man {
    /// The folder of the pages.
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,
}

impl Man {
    pub fn run(self, command: Command) -> ExitCode {
        let written = fs::create_dir_all(&self.out).and_then(|()| {
            clap_mangen::generate_to(command.version(env!("CARGO_PKG_VERSION")), &self.out)
        });
        match written {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("error: {}: {error}", self.out.display());
                ExitCode::from(2)
            }
        }
    }
}
