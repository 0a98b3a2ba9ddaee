//! Tests of the generator. The folders beside this file are its input, with snapshots of its
//! output.

mod action;
mod bad_input;
mod build_script;
mod command_line;
mod descriptions;
mod determinism;
mod diffs;
mod guide;
mod import;
mod invariants;
mod program;
mod tool;
mod unsupported;
