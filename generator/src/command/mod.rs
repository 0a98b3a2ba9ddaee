//! The commands, one file for each, and their reports.

pub mod diff;
pub mod generate;
pub mod import;
pub mod report;
pub mod workspace;
