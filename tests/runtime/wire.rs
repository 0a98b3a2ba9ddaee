//! What calls of the generated crate send, and what callers see of what comes back.

mod arguments;
mod calls;
mod errors;
mod examples;
mod identity;
mod lists;
mod logs;
mod models;
mod operations;
mod proxies;
mod retries;
mod tracing;
