//! Streams of changes, on a service without a network and on a paused clock.

mod attachments;
mod changes;
mod checkpoints;
mod failures;
mod pace;
mod service;
mod threads;
