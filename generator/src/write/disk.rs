//! Writes files to the disk, or compares them.

use super::{File, MARK};
use similar::TextDiff;
use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

/// A file on the disk that is out of date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stale {
    pub path: String,
    /// A unified diff from the file on the disk to the generated one.
    pub diff: String,
}

/// Writes a crate into `folder` like [`write()`], but replaces no file of others.
///
/// # Errors
/// Returns an error if the folder has such a file, or if a file cannot be written.
pub fn create(folder: &Path, files: &[File]) -> io::Result<()> {
    let is_foreign = |path: &&str| {
        let path = folder.join(path);
        path.exists() && !is_generated(&path)
    };
    let foreign: Vec<&str> = files.iter().map(|file| &*file.path).filter(is_foreign).collect();
    if foreign.is_empty() {
        return write(folder, files);
    }
    Err(io::Error::new(
        io::ErrorKind::AlreadyExists,
        format!(
            "{} has files that the generator did not write: {}; nothing was written",
            folder.display(),
            foreign.join(", ")
        ),
    ))
}

/// Writes the files into `folder`, and removes other generated files. Files with the right contents
/// are not touched.
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
            // Removes empty folders only.
            let folders = path.ancestors().skip(1).take_while(|it| *it != folder);
            folders.take_while(|it| fs::remove_dir(it).is_ok()).for_each(drop);
        }
    }
    Ok(())
}

/// Writes one file, unless it has these contents already.
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

/// Compares the files in `folder` with these, and returns those that are out of date.
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

/// The other files below the folder. Ignores Cargo's and Git's own files.
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
