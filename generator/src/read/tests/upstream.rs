//! Microsoft's descriptions, if they are available.

use crate::{
    diagnostics::Diagnostics,
    read::{Disk, read},
};
use openapiv3::OpenAPI;
use std::{
    fs,
    path::{Path, PathBuf},
};

#[test]
fn every_stable_description_is_read() {
    let upstream = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/upstream");
    if !upstream.exists() {
        eprintln!("skipped: there is no {}", upstream.display());
        return;
    }
    let mut descriptions = Vec::new();
    find_descriptions(&upstream, &mut descriptions);
    assert!(!descriptions.is_empty());
    for path in descriptions {
        let mut diagnostics = Diagnostics::default();
        let documents = read(&Disk, path.to_str().unwrap(), &mut diagnostics);
        assert!(diagnostics.is_empty(), "{diagnostics}");
        for document in documents.as_ref().unwrap().iter() {
            serde_json::from_value::<OpenAPI>(document.root.clone()).unwrap();
        }
    }
}

fn find_descriptions(directory: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && path.file_name().is_none_or(|name| name != "examples") {
            find_descriptions(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "json") {
            found.push(path);
        }
    }
}
