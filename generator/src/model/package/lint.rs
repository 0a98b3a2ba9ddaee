//! Lints that the names and types of a description violate.

/// A clippy lint that an item is exempt from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lint {
    ShouldImplementTrait,
    TooManyArguments,
    TypeComplexity,
}
