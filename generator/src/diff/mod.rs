//! What changes for users of the generated crate when its description does.
//!
//! 1. `surface` makes [`elements`](element::Element) of both descriptions: what each says, and what
//!    it becomes in the stand-alone crate, side by side.
//! 2. `pairs` finds which element of the old description is which of the new one; `renames` guesses
//!    about those whose names are in one of them only.
//! 3. `compare` collects the changes, each with its [`Level`]: what differs in Rust is major, or
//!    minor where it is only more; what differs nowhere but in the description is a patch.
//! 4. `text`, `markdown` and `json` write the [`Report`].

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
pub use input::{Input, diff};
pub use report::{AspectChange, Change, Report, Side, What};

/// How to write a [`Report`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Text,
    Markdown,
    Json,
}

impl Report {
    /// The report as text that ends with a new line.
    pub fn write(&self, format: Format) -> String {
        match format {
            Format::Text => text::text(self),
            Format::Markdown => markdown::markdown(self),
            Format::Json => json::json(self),
        }
    }
}
