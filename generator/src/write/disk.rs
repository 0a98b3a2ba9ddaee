//! Files on the disk: written, or compared with what would be written.

use super::{File, MARK};
use similar::TextDiff;
use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

/// How a file on the disk differs from what would be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stale {
    pub path: String,
    /// A unified diff, from what is there to what should be.
    pub diff: String,
}

/// Writes the files into `folder`, and removes generated files that are not among them. Files
/// that are right already are not touched.
///
/// # Errors
/// Returns an error if a file cannot be written. No file is replaced before all new contents are on
/// the disk.
pub fn write(folder: &Path, files: &[File]) -> io::Result<()> {
    put(folder, files)?;
    for path in left_over(folder, files)? {
        let path = folder.join(path);
        if is_generated(&path) {
            fs::remove_file(&path)?;
            // Fails, as it should, for a folder that has something in it.
            let folders = path.ancestors().skip(1).take_while(|it| *it != folder);
            folders.take_while(|it| fs::remove_dir(it).is_ok()).for_each(drop);
        }
    }
    Ok(())
}

/// Writes one file, unless it is right already.
///
/// # Errors
/// Returns an error if the file cannot be written. It then has its old contents.
pub fn replace(path: &Path, contents: &str) -> io::Result<()> {
    let name = path.file_name().ok_or(io::ErrorKind::InvalidFilename)?;
    let file = File { path: name.to_string_lossy().into_owned(), contents: contents.to_owned() };
    put(path.parent().unwrap_or(Path::new("")), &[file])
}

/// Writes the files into `folder`. Nothing is replaced before all new contents are on the disk.
fn put(folder: &Path, files: &[File]) -> io::Result<()> {
    let mut new: Vec<(PathBuf, PathBuf)> = Vec::new();
    let written = files.iter().try_for_each(|file| {
        let path = folder.join(&file.path);
        let beside = folder.join(format!("{}.new", file.path));
        let named =
            |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", path.display()));
        if fs::read(&path).is_ok_and(|old| old == file.contents.as_bytes()) {
            return Ok(());
        }
        fs::create_dir_all(path.parent().unwrap_or(folder)).map_err(named)?;
        new.push((beside.clone(), path.clone()));
        fs::write(beside, &file.contents).map_err(named)
    });
    if let Err(error) = written {
        for (new, _) in new {
            fs::remove_file(new).ok();
        }
        return Err(error);
    }
    for (new, path) in new {
        fs::rename(new, path)?;
    }
    Ok(())
}

/// Which of the files are there and were written by somebody else.
pub fn foreign(folder: &Path, files: &[File]) -> Vec<String> {
    let paths = files.iter().map(|file| file.path.clone());
    let is_foreign = |path: &String| {
        let path = folder.join(path);
        path.exists() && !is_generated(&path)
    };
    paths.filter(is_foreign).collect()
}

/// Which files in `folder` are not as they would be written; empty when all are.
///
/// # Errors
/// Returns an error if the folder cannot be read.
pub fn check(folder: &Path, files: &[File]) -> io::Result<Vec<Stale>> {
    let mut stale = Vec::new();
    for file in files {
        let old = fs::read_to_string(folder.join(&file.path)).unwrap_or_default();
        if old != file.contents {
            stale.push(Stale {
                path: file.path.clone(),
                diff: diff(&file.path, &old, &file.contents),
            });
        }
    }
    for path in left_over(folder, files)? {
        let old = fs::read_to_string(folder.join(&path)).unwrap_or_default();
        stale.push(Stale { diff: diff(&path, &old, ""), path });
    }
    Ok(stale)
}

fn diff(path: &str, old: &str, new: &str) -> String {
    let diff = TextDiff::from_lines(old, new);
    diff.unified_diff().header(&format!("a/{path}"), &format!("b/{path}")).to_string()
}

/// The files below the folder that are not among these. What cargo and git make is none of ours.
fn left_over(folder: &Path, files: &[File]) -> io::Result<Vec<String>> {
    let known: BTreeSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    let mut found = Vec::new();
    walk(folder, "", &mut found)?;
    found.retain(|path| !known.contains(path.as_str()));
    found.sort();
    Ok(found)
}

fn walk(folder: &Path, prefix: &str, found: &mut Vec<String>) -> io::Result<()> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') || (prefix.is_empty() && matches!(&*name, "target" | "Cargo.lock"))
        {
            continue;
        }
        let path = format!("{prefix}{name}");
        if entry.file_type()?.is_dir() {
            walk(&entry.path(), &format!("{path}/"), found)?;
        } else {
            found.push(path);
        }
    }
    Ok(())
}

fn is_generated(path: &Path) -> bool {
    fs::read_to_string(path)
        .is_ok_and(|text| text.lines().next().is_some_and(|it| it.contains(MARK)))
}
