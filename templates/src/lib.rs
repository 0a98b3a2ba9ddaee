//! The hand-written parts of the generated crates: ordinary Rust, compiled and tested here.
//!
//! The generator copies `runtime/x.rs` to `src/runtime/x.rs` of each crate that uses it. It copies
//! neither this file nor `tests`. An overlay never names a generated type. It names items of other
//! overlays by their full path, such as `crate::runtime::call::Call`, because the generator reads
//! these paths to decide which overlays to copy.
#![forbid(unsafe_code)]
#![warn(missing_docs, missing_debug_implementations)]
#![cfg_attr(
    not(test),
    allow(
        dead_code,
        unused_macros,
        unused_imports,
        reason = "the generated crates use all these items"
    )
)]

mod runtime;

/// Extensions need generated models. `models` imitates the ones that the tests need.
#[cfg(test)]
#[path = "../extensions/failures.rs"]
mod failures;
#[cfg(test)]
#[path = "tests/models.rs"]
mod models;

#[cfg(test)]
mod tests;
