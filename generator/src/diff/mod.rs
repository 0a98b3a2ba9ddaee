//! The changes for users of the generated crate between two descriptions.
//!
//! 1. `surface` turns both descriptions into [`elements`](element::Element). They have the words of
//!    the description and the Rust that they become side by side.
//! 2. `pairs` matches the elements of both. `renames` guesses which elements have a new name.
//! 3. `compare` collects the changes, each with its [`Level`]. A difference in Rust is major, or
//!    minor if it only adds something. A difference in the description alone is a patch.
//!    `built` says what each does to clients that are built already.
//! 4. `text`, `markdown` and `json` write the [`Report`].

mod built;
mod compare;
pub mod element;
mod input;
mod json;
mod markdown;
mod pairs;
mod renames;
mod report;
mod surface;
mod text;

pub use element::Level;
pub use input::{Input, Naming, Options, diff};
pub use report::{AspectChange, Change, Report, Side, What};

/// How to write a [`Report`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Text,
    Markdown,
    Json,
}

impl Report {
    /// The report as text that ends with a newline.
    pub fn write(&self, format: Format) -> String {
        match format {
            Format::Text => text::text(self),
            Format::Markdown => markdown::markdown(self),
            Format::Json => json::json(self),
        }
    }
}
