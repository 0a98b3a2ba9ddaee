//! Comparisons with what others made.

mod upstream_descriptions;
