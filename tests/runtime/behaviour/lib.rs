//! Tests of crates from `tests/cases/descriptions`. `tests/runtime/behaviour.rs` copies this package
//! beside those crates.
#![cfg(test)]

mod canned;
mod lists;
mod requests;
mod responses;
mod streams;
mod without_tokio;
mod xml_bodies;
