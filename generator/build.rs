//! Builds the overlays and templates into the generator.

use std::{env, io, path::Path};

fn main() -> io::Result<()> {
    let out = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    let folders =
        overlays::embed(Path::new("../templates"), &Path::new(&out).join("templates.rs"))?;
    for folder in folders {
        println!("cargo::rerun-if-changed={}", folder.display());
    }
    Ok(())
}
