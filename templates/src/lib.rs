//! The hand-written parts of the generated crates: ordinary Rust, compiled and tested here.
//!
//! The generator copies `X.rs` to `src/X.rs` of the crates that use it, and
//! `communication/Y.rs` to `src/communication/Y.rs`. This file is not copied, and neither is
//! `tests`. An overlay names no generated type; what one needs of another it names by its path
//! from the crate, `crate::runtime::call::Call`, by which the generator sees what to copy with it.
#![forbid(unsafe_code)]
#![warn(missing_docs, missing_debug_implementations)]
#![cfg_attr(
    not(test),
    allow(
        dead_code,
        unused_macros,
        unused_imports,
        reason = "all of it is for the generated crates"
    )
)]

mod runtime;

/// Extensions need generated models: in their tests, imitations of them.
#[cfg(test)]
#[path = "../extensions/failures.rs"]
mod failures;
#[cfg(test)]
#[path = "tests/models.rs"]
mod models;

#[cfg(test)]
mod tests;
