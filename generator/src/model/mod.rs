//! The model: plain data between the phases.
//!
//! [`description`] is what a description says, whatever form it was written in. [`package`] is the crate
//! to write, with every decision made. Neither has tokens, and neither knows openapiv3.

pub mod description;
pub mod package;
pub mod source;
