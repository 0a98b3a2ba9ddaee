//! The model: plain data between the phases.
//!
//! [`api`] is what a description says, whatever form it was written in. [`package`] is the crate
//! to write, with every decision made. Neither has tokens, and neither knows openapiv3.

pub mod api;
pub mod outcome;
pub mod package;
pub mod request;
pub mod response;
pub mod source;
