//! Code that several tests use.

pub mod canned;
pub mod cases;
pub mod examples;
pub mod fake_server;
pub mod model_text;
pub mod scratch;
pub mod server;
