//! The requests of calls, and the results of responses, on a fake server.

mod arguments;
mod calls;
mod debug;
mod errors;
mod examples;
mod extremes;
mod identity;
mod lists;
mod logs;
mod models;
mod namespace;
mod operations;
mod proxies;
mod retries;
mod shortcuts;
mod tokens_over_http;
