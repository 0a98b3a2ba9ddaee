//! The model: plain data between the phases.
//!
//! [`description`] is what a description says, in whatever version of OpenAPI it is written.
//! [`package`] is the crate to write, with every decision made. [`wire`] has the types that both share,
//! and [`source`] the places of problems. None of them knows tokens or openapiv3.

pub mod description;
pub mod package;
pub mod source;
pub mod wire;
