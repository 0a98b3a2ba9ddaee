//! Comparisons with the work of others. `interop/` and `semver/` are run by their scripts.

mod upstream_descriptions;
