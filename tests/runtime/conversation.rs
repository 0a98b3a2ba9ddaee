//! Long conversations and failures, on the emulator.

mod at_once;
mod cuts;
mod following;
mod listing;
mod many_sends;
mod method_examples;
mod nothing_twice;
mod process;
mod resuming;
mod storms;
mod timeouts;
mod two_users;
pub mod world;
