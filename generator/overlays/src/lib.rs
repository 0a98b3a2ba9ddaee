//! Cuts the overlays of `templates/src/runtime` into items, and finds what each item needs.
//!
//! The generator's build script calls [`embed`], so the generator has the overlays built in and
//! never parses them: it follows the edges of a table. A generated crate gets only the items and
//! methods that it uses. The steps:
//!
//! 1. `split` cuts a file into units: imports, items, and the members of `impl`s and traits.
//! 2. `mentions` collects the names in the tokens of a unit.
//! 3. `link` resolves these names to units: the edges of the graph.
//! 4. `table` writes the graph as Rust constants, for `generator/src/templates/table.rs`.
//!
//! A method is part of a crate if its type is, and if some code there has a call of this name. This
//! needs no type inference. A name that two types share can keep a method that nothing calls, which
//! rustc then reports in the tests of the generated crates: rename one of them.

mod link;
mod mentions;
mod split;
mod table;
#[cfg(test)]
mod tests;

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

/// Writes the table of everything in the folder `templates` to the file `out`, and returns the
/// files that it depends on.
///
/// # Errors
/// Fails if a file cannot be read or written.
///
/// # Panics
/// Panics if an overlay is not Rust.
pub fn embed(templates: &Path, out: &Path) -> io::Result<Vec<PathBuf>> {
    let mut overlays = texts(&templates.join("src/runtime"))?;
    overlays.remove("mod.rs");
    let extensions = texts(&templates.join("extensions"))?;
    let linked = link::link(
        overlays.iter().map(|(path, text)| split::split(&module(path), text)).collect(),
        extensions.iter().map(|(path, text)| split::extension(&module(path), text)).collect(),
    );
    let surroundings = ["crate", "stand_alone"].map(|folder| texts(&templates.join(folder)));
    let [package, stand_alone] = surroundings;
    fs::write(out, table::table(&linked, &package?, &stand_alone?))?;
    Ok(["src/runtime", "extensions", "crate", "stand_alone"]
        .map(|folder| templates.join(folder))
        .to_vec())
}

/// The module of an overlay: `folder::overlay` of `folder/overlay.rs`.
fn module(path: &str) -> String {
    path.trim_end_matches(".rs").replace('/', "::")
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
