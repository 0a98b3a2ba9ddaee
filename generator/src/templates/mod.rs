//! The hand-written parts of generated crates. The build script builds them into the generator.

mod graph;
mod table;

pub use graph::Uses;
pub use table::{Extension, Import, OVERLAYS, Overlay, UNITS, Unit};

use crate::{diagnostics::Problem, model::source::Place, sdk::Sdk};
use std::collections::BTreeMap;

/// The files around the sources of a crate, by path.
#[derive(Clone, Debug)]
pub struct Templates {
    /// Those of the crate of an `sdk.yaml`.
    pub package: BTreeMap<String, String>,
    /// Those of a crate from a description alone.
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

/// Reports the entries of an `sdk.yaml` that name an unknown overlay, item or extension.
pub fn check(sdk: &Sdk, root: &Place) -> Vec<Problem> {
    let shown = sdk.overlays.iter().flat_map(|(module, items)| {
        let place = root.child("overlays").child(module);
        match overlay(module) {
            None => vec![Problem::new(place, format!("there is no overlay {module:?}"))],
            Some(overlay) => {
                let items = items.iter().enumerate().filter(|(_, item)| !shows(overlay, item));
                let problem = |(index, item): (usize, &String)| {
                    Problem::new(place.child(index), no_item(module, item))
                };
                items.map(problem).collect()
            }
        }
    });
    let types = sdk.modules.iter().enumerate().flat_map(|(index, module)| {
        let place = root.child("modules").child(index).child("types");
        module.types.iter().filter_map(move |(name, entry)| {
            let message = problem_of_type(entry.overlay.as_ref()?)?;
            Some(Problem::new(place.child(name).child("overlay"), message))
        })
    });
    let extensions = sdk.modules.iter().enumerate().flat_map(|(index, module)| {
        let place = root.child("modules").child(index).child("extensions");
        module.extensions.iter().enumerate().filter_map(move |(index, name)| {
            let message = || format!("there is no extension {name:?}");
            extension(name).is_none().then(|| Problem::new(place.child(index), message()))
        })
    });
    shown.chain(types).chain(extensions).collect()
}

/// What is wrong with the path of an overlay's type.
fn problem_of_type(path: &str) -> Option<String> {
    let Some((module, item)) = path.rsplit_once("::") else {
        return Some(format!("{path:?} is not a path such as `overlay::Type`"));
    };
    match overlay(module) {
        None => Some(format!("there is no overlay {module:?}")),
        Some(overlay) if shows(overlay, item) => None,
        Some(_) => Some(no_item(module, item)),
    }
}

fn shows(overlay: &Overlay, item: &str) -> bool {
    overlay.types.contains(&item) || overlay.re_exports.contains(&item)
}

fn no_item(module: &str, item: &str) -> String {
    format!("the overlay {module:?} has no public type {item:?}")
}
