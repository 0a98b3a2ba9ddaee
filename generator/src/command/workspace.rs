//! Writes the crate of this workspace, or compares it with the generator's output.

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

/// Generates the crate of `spec/sdk.yaml`, from any folder of the workspace.
fn package() -> Result<Vec<File>, Failure> {
    std::env::set_current_dir(workspace())?;
    Ok(generate(&Disk, "spec/sdk.yaml", &Templates::default())?)
}

/// The workspace in which `cargo codegen` built this program.
fn workspace() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}
