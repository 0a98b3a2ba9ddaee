//! Chat events of Event Grid: how they are read, and the webhook of the examples.

mod delivery;
mod emulated;
mod envelopes;
mod facts;
mod payloads;
mod webhook;
