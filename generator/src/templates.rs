//! The hand-written parts of generated crates, as text.

use crate::{diagnostics::Problem, model::source::Place, sdk::Sdk};
use std::{collections::BTreeMap, fs, io, path::Path};

/// The contents of the folder `templates`.
#[derive(Clone, Debug, Default)]
pub struct Templates {
    /// Overlays, by their modules: `call`, `folder::overlay`.
    pub overlays: BTreeMap<String, String>,
    /// Overlays that extend generated types, by their names.
    pub extensions: BTreeMap<String, String>,
    /// What stands around the sources of the crate of `sdk.yaml`, by path.
    pub package: BTreeMap<String, String>,
    /// The same for crates from a description alone.
    pub stand_alone: BTreeMap<String, String>,
}

/// The modules of the package `templates` that are no overlays.
const NOT_OVERLAYS: &[&str] = &["lib", "tests"];

impl Templates {
    /// Reads the folder.
    ///
    /// # Errors
    /// When it cannot be read, or a file in it is not text.
    pub fn load(folder: &Path) -> io::Result<Self> {
        let module = |path: String| path.trim_end_matches(".rs").replace('/', "::");
        let mut overlays = texts(&folder.join("src"))?;
        overlays.retain(|path, _| {
            let first = path.split(['/', '.']).next().unwrap_or_default();
            !NOT_OVERLAYS.contains(&first)
        });
        Ok(Self {
            overlays: overlays.into_iter().map(|(path, text)| (module(path), text)).collect(),
            extensions: texts(&folder.join("extensions"))?
                .into_iter()
                .map(|(path, text)| (module(path), text))
                .collect(),
            package: texts(&folder.join("crate"))?,
            stand_alone: texts(&folder.join("stand_alone"))?,
        })
    }
}

impl Templates {
    /// The entries of an `sdk.yaml` for overlays and extensions that there are not.
    pub fn missing(&self, sdk: &Sdk, root: &Place) -> Vec<Problem> {
        let overlay = |place: Place, module: &str| {
            let known = self.overlays.contains_key(module);
            (!known).then(|| Problem::new(place, format!("there is no overlay {module:?}")))
        };
        let shown = sdk.overlays.keys();
        let shown = shown.filter_map(|it| overlay(root.child("overlays").child(it), it));
        let types = sdk.modules.iter().enumerate().flat_map(|(index, module)| {
            let place = root.child("modules").child(index).child("types");
            module.types.iter().map(move |(name, entry)| (place.child(name), entry))
        });
        let types = types.filter_map(|(place, entry)| {
            let (module, _) = entry.overlay.as_ref()?.rsplit_once("::")?;
            overlay(place.child("overlay"), module)
        });
        let extensions = sdk.modules.iter().enumerate().flat_map(|(index, module)| {
            let place = root.child("modules").child(index).child("extensions");
            module.extensions.iter().enumerate().filter_map(move |(index, name)| {
                let known = self.extensions.contains_key(name);
                let message = || format!("there is no extension {name:?}");
                (!known).then(|| Problem::new(place.child(index), message()))
            })
        });
        shown.chain(types).chain(extensions).collect()
    }
}

/// The files below a folder, by their paths with `/`.
fn texts(folder: &Path) -> io::Result<BTreeMap<String, String>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_dir() {
            let inner = texts(&entry.path())?;
            found.extend(inner.into_iter().map(|(path, text)| (format!("{name}/{path}"), text)));
        } else {
            found.insert(name, fs::read_to_string(entry.path())?);
        }
    }
    Ok(found)
}
