//! Generates a crate whenever it is built, so that only its description is in the repository.
//!
//! The `main` of the build script, `build.rs`:
//!
//! ```no_run
//! generator::build_script::run("library.yaml");
//! ```
//!
//! The root of the crate, `src/lib.rs`, includes the code. Its paths begin with `crate::`, so it cannot
//! be in another module:
//!
//! ```ignore
//! include!(concat!(env!("OUT_DIR"), "/client/lib.rs"));
//! ```
//!
//! The crate needs the dependencies and features that `cargo codegen generate` writes into the
//! `Cargo.toml` of a crate for the same description, and this:
//!
//! ```toml
//! [build-dependencies]
//! generator = { git = "…", default-features = false }
//! ```
//!
//! Without its default feature `program`, the generator has fewer dependencies. The build uses no
//! network. It runs the generator again only if the description, or a file that it refers to, has
//! changed. For a crate that others read, or that changes seldom, committed code is better: people see
//! its changes in a review, and its users build no generator.

use crate::{
    Diagnostics, File, generate_stand_alone, generate_with_sdk,
    read::{Disk, Files},
    templates::Templates,
    write,
};
use std::{cell::RefCell, collections::BTreeSet, env, io, path::Path};

/// Generates the code into the folder `client` of `OUT_DIR`, from a description, or from an
/// `sdk.yaml` of this name. The path is relative to the crate.
///
/// # Panics
/// If the description has problems, as a build script does that fails. The message shows all of them.
pub fn run(path: &str) {
    let variable = |name| env::var(name).unwrap_or_else(|_| panic!("Cargo sets {name}"));
    let (out, package) = (variable("OUT_DIR"), variable("CARGO_PKG_NAME"));
    let read = Recorder { names: RefCell::default() };
    let files = generate(&read, path, &package);
    for name in read.names.into_inner() {
        println!("cargo::rerun-if-changed={name}");
    }
    let files = files.unwrap_or_else(|problems| panic!("{path} cannot be used:\n{problems}"));
    let folder = Path::new(&out).join("client");
    write::write(&folder, &sources(files))
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
}

fn generate(files: &dyn Files, path: &str, package: &str) -> Result<Vec<File>, Diagnostics> {
    match Path::new(path).file_name().is_some_and(|name| name == "sdk.yaml") {
        true => generate_with_sdk(files, path, &Templates::default()),
        false => generate_stand_alone(files, path, package, &Templates::default()),
    }
}

/// The files of the folder `src`.
fn sources(files: Vec<File>) -> Vec<File> {
    let sources = files.into_iter().filter_map(|File { path, contents }| {
        let path = path.strip_prefix("src/")?.to_owned();
        let contents = if path == "lib.rs" { included(&contents) } else { contents };
        Some(File { path, contents })
    });
    sources.collect()
}

/// The root of a crate without its attributes, which `include!` does not allow.
fn included(root: &str) -> String {
    root.split_inclusive('\n').filter(|line| !line.starts_with("#![")).collect()
}

/// The files of the disk. It notes which are read.
struct Recorder {
    names: RefCell<BTreeSet<String>>,
}

impl Files for Recorder {
    fn text(&self, path: &str) -> io::Result<String> {
        self.names.borrow_mut().insert(path.to_owned());
        Disk.text(path)
    }

    fn names(&self, directory: &str) -> Vec<String> {
        Disk.names(directory)
    }
}
