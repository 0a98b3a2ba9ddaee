//! The commands, one file for each, and their reports.

pub mod completions;
pub mod diff;
pub mod generate;
pub mod import;
pub mod init;
pub mod man;
pub mod reference;
pub mod report;
pub mod workspace;
