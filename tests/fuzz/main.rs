//! Fuzzing on stable Rust: whatever comes in, nothing panics, and what was accepted is kept.
//!
//! `cargo test` runs a short budget of the same cases each time. `tests/fuzz/run` runs millions, with
//! another seed. A failure becomes a test in `regressions.rs`.

mod budget;
mod descriptions;
mod models;
mod mutation;
mod regressions;
mod responses;
mod texts;
