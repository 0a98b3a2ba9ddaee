//! Writes the crate of a workspace, or compares it with the generator's output.

use super::report::{Done, Failure};
use generator::{
    generate,
    read::Disk,
    templates::Templates,
    write::{self, File},
};
use std::{
    env,
    path::{Path, PathBuf},
};

pub fn write() -> Result<Done, Failure> {
    let workspace = enter_workspace()?;
    write::write(&workspace.join("generated"), &package()?)?;
    Ok(Done::Good)
}

pub fn check() -> Result<Done, Failure> {
    let workspace = enter_workspace()?;
    let stale = write::check(&workspace.join("generated"), &package()?)?;
    Ok(if stale.is_empty() { Done::Good } else { Done::Stale(stale) })
}

const SDK: &str = "spec/sdk.yaml";

/// Goes to the nearest folder that has [`SDK`]: the current one, or one above it.
fn enter_workspace() -> Result<PathBuf, Failure> {
    let current = env::current_dir()?;
    let Some(workspace) = current.ancestors().find(|folder| folder.join(SDK).is_file()) else {
        return Err(Failure::Run(format!(
            "there is no {SDK} in {} or in a folder above it; `cargo codegen generate` writes a crate \
             from a description, without this file",
            current.display()
        )));
    };
    env::set_current_dir(workspace)?;
    Ok(Path::to_owned(workspace))
}

fn package() -> Result<Vec<File>, Failure> {
    Ok(generate(&Disk, SDK, &Templates::default())?)
}
