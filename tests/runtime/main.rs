//! Tests of the generated crates: the requests that they send, and the results that callers see.

mod behaviour;
mod console;
mod conversation;
mod events;
mod faults;
mod guide;
mod readme;
mod watch;
mod wire;
