//! The generated crates: what they send, and what callers see.

mod behaviour;
mod conversation;
mod faults;
mod readme;
mod wire;
