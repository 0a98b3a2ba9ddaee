//! The generated crates: what they send, and what callers see.

mod behaviour;
mod conversation;
mod readme;
mod wire;
