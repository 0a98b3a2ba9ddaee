//! The crate of this workspace: writes it, or says how it differs from what would be written.

use super::report::{Done, Failure};
use generator::{
    generate,
    read::Disk,
    templates::Templates,
    write::{self, File},
};
use std::path::Path;

pub fn write() -> Result<Done, Failure> {
    write::write(&workspace().join("generated"), &package()?)?;
    Ok(Done::Good)
}

pub fn check() -> Result<Done, Failure> {
    let stale = write::check(&workspace().join("generated"), &package()?)?;
    Ok(if stale.is_empty() { Done::Good } else { Done::Stale(stale) })
}

/// The crate of `spec/sdk.yaml`, wherever in the workspace the command is given.
fn package() -> Result<Vec<File>, Failure> {
    std::env::set_current_dir(workspace())?;
    Ok(generate(&Disk, "spec/sdk.yaml", &Templates::default())?)
}

/// The workspace that this program was built in: `cargo codegen` builds it there.
fn workspace() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}
