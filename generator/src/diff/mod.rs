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
mod json;
mod markdown;
mod pairs;
mod renames;
mod report;
mod surface;
mod text;

pub use element::Level;
pub use report::{AspectChange, Change, Report, Side, What};

use crate::{
    model::{api::Api, package::Module, source::Place},
    read::Documents,
};

/// A description that is compared.
#[derive(Clone, Copy)]
pub struct Described<'a> {
    /// What it is called by who asked: a path, or a path in a revision.
    pub name: &'a str,
    pub documents: &'a Documents,
    pub api: &'a Api,
    /// The module of the stand-alone crate.
    pub module: &'a Module,
}

/// How to write a [`Report`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Text,
    Markdown,
    Json,
}

/// What has changed between two descriptions.
pub fn diff(old: Described, new: Described) -> Report {
    let elements = |it: Described| {
        let root = Place::root(it.documents.entry().path.clone());
        surface::elements(it.api, it.module, &root)
    };
    let changes = compare::compare((&old, &elements(old)), (&new, &elements(new)));
    Report::new(old.name, new.name, changes)
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
