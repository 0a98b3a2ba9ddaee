//! Inputs that once failed.
