//! The hand-written parts of the generated crates: ordinary Rust, compiled and tested here.
//!
//! The generator copies `X.rs` to `src/X.rs` of the crates that use it, and
//! `communication/Y.rs` to `src/communication/Y.rs`. This file is not copied, and neither is
//! `tests`. An overlay names no generated type; what one needs of another it names by its path
//! from the crate, `crate::call::Call`, by which the generator sees what to copy with it.
#![forbid(unsafe_code)]
#![warn(missing_docs, missing_debug_implementations)]
#![cfg_attr(
    not(test),
    allow(
        dead_code,
        unused_macros,
        unused_imports,
        reason = "all of it is for the generated crates"
    )
)]

mod api_key;
mod base64;
mod base64_url;
mod bearer;
mod body;
mod call;
mod choice;
mod closed_enum;
mod download;
mod encoded;
mod failure;
mod form;
mod header;
mod integer_enum;
mod long_running;
mod multipart;
mod origin;
mod outcome;
mod pager;
mod parameter;
mod patch;
mod pipeline;
mod poller;
mod query;
mod response_headers;
mod rfc1123;
mod schemes;
mod string_enum;
mod tag;
mod timestamp;
mod union;
mod unix_time;
mod wire;

mod communication {
    pub(crate) mod access_key;
    pub(crate) mod credential;
    pub(crate) mod entra;
    pub(crate) mod error;
    pub(crate) mod identifier;
    pub(crate) mod identifier_json;
    pub(crate) mod identifier_kinds;
    pub(crate) mod refresh;
}

/// Extensions need generated models: in their tests, imitations of them.
#[cfg(test)]
#[path = "../extensions/failures.rs"]
mod failures;
#[cfg(test)]
#[path = "tests/models.rs"]
mod models;

#[cfg(test)]
mod tests;
