//! Tests of crates from `tests/cases/descriptions`. `tests/runtime/behaviour.rs` copies this package
//! beside those crates.
#![cfg(test)]

mod canned;
mod requests;
mod responses;
mod streams;
mod without_tokio;
