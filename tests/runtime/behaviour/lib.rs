//! What crates of `fixtures` do. `tests/runtime/behaviour.rs` copies this package beside them.
#![cfg(test)]

mod canned;
mod responses;
