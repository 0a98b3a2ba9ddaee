//! `cargo codegen reference`.

use super::report::print;
use clap::Args;
use generator::sdk::reference::reference;
use std::process::ExitCode;

/// Prints the reference of `sdk.yaml` in Markdown, with an example of each setting.
#[derive(Args)]
pub struct Reference {}

impl Reference {
    pub fn run(self) -> ExitCode {
        print(&reference());
        ExitCode::SUCCESS
    }
}
