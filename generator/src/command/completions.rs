//! `cargo codegen completions`.

use clap::{Args, Command};
use clap_complete::Shell;
use std::{io, process::ExitCode};

/// Prints the completions of a shell for `cargo-codegen`.
#[derive(Args)]
#[command(after_help = "\
Example:
  cargo codegen completions bash > ~/.local/share/bash-completion/completions/cargo-codegen")]
pub struct Completions {
    shell: Shell,
}

impl Completions {
    pub fn run(self, mut command: Command) -> ExitCode {
        // The shells complete the words after the name of a program.
        command = command.bin_name("cargo-codegen");
        clap_complete::generate(self.shell, &mut command, "cargo-codegen", &mut io::stdout());
        ExitCode::SUCCESS
    }
}
