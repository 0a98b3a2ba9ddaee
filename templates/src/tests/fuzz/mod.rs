//! Properties of the overlays that `acs-chat` does not use. `tests/fuzz` has the properties of that
//! crate; both have the same number of cases.

#[path = "../../../../tests/fuzz/budget.rs"]
mod budget;
#[path = "../../../../tests/support/canned.rs"]
#[allow(dead_code, reason = "other tests use the rest")]
mod canned;
#[path = "../../../../tests/fuzz/mutation.rs"]
mod mutation;

mod encodings;
mod headers;
mod operations;
mod parts;
mod xml;
