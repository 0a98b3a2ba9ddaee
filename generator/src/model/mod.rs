//! The models: plain data between the phases.
//!
//! [`description`] is the meaning of a description, in any dialect. [`package`] is the crate to
//! write, with every decision made. [`wire`] has the types that both share, and [`source`] the
//! places of problems.

pub mod description;
pub mod package;
pub mod source;
pub mod wire;
