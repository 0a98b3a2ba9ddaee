//! Streams of changes, on a service without a network and a clock that waits for nothing.

mod attachments;
mod changes;
mod checkpoints;
mod failures;
mod pace;
mod service;
mod threads;
