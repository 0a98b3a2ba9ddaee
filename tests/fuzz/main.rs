//! Fuzzing on stable Rust: no input causes a panic, and accepted input is written as it was read.
//!
//! `cargo test` checks the same few cases each time. `tests/fuzz/run` checks millions from another
//! seed. Add a test of its own for each input that fails.

mod budget;
mod descriptions;
mod events;
mod models;
mod mutation;
mod regressions;
mod responses;
mod texts;
