//! The hand-written parts of generated crates. The build script builds them into the generator.

mod graph;
mod table;

pub use graph::Uses;
#[cfg(test)]
pub use table::{Edges, Rule};
pub use table::{Extension, Import, OVERLAYS, Overlay, UNITS, Unit};

use std::collections::BTreeMap;

/// The files around the sources of a crate, by path.
#[derive(Clone, Debug)]
pub struct Templates {
    /// For the crate of an `sdk.yaml`.
    pub package: BTreeMap<String, String>,
    /// For a stand-alone crate.
    pub stand_alone: BTreeMap<String, String>,
}

impl Default for Templates {
    fn default() -> Self {
        let texts = |files: &[(&str, &str)]| {
            files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
        };
        Self { package: texts(table::PACKAGE), stand_alone: texts(table::STAND_ALONE) }
    }
}

/// The overlay with this path below `crate::runtime`.
pub fn overlay(module: &str) -> Option<&'static Overlay> {
    OVERLAYS.iter().find(|overlay| overlay.module == module)
}

/// The extension of this name.
pub fn extension(name: &str) -> Option<&'static Extension> {
    table::EXTENSIONS.iter().find(|extension| extension.name == name)
}
