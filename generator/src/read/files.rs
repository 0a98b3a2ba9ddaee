//! Sources of files.

use std::{collections::BTreeMap, fs, io, path::Path};

/// A source of files. Tests read from memory, and `diff` from a git revision.
pub trait Files {
    /// The text of the file at `path`.
    ///
    /// # Errors
    ///
    /// Returns [`io::ErrorKind::NotFound`] if there is no such file, and
    /// [`io::ErrorKind::InvalidData`] if it is not UTF-8.
    fn text(&self, path: &str) -> io::Result<String>;

    /// The names of the files in `directory`, to suggest one if a file is missing. Paths are
    /// relative to the directory `""`.
    fn names(&self, directory: &str) -> Vec<String> {
        let _ = directory;
        Vec::new()
    }
}

/// Files on disk. Paths are relative to the working directory.
#[derive(Clone, Copy, Debug)]
pub struct Disk;

impl Files for Disk {
    fn text(&self, path: &str) -> io::Result<String> {
        fs::read_to_string(path)
    }

    fn names(&self, directory: &str) -> Vec<String> {
        let directory = if directory.is_empty() { Path::new(".") } else { Path::new(directory) };
        let entries = fs::read_dir(directory).into_iter().flatten().flatten();
        let mut names: Vec<_> =
            entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
        // The order on disk differs from machine to machine.
        names.sort();
        names
    }
}

/// Files in memory, by path.
impl Files for BTreeMap<String, String> {
    fn text(&self, path: &str) -> io::Result<String> {
        self.get(path).cloned().ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn names(&self, directory: &str) -> Vec<String> {
        let paths = self.keys().map(|path| path.rsplit_once('/').unwrap_or(("", path)));
        let beside = paths.filter(|(parent, _)| *parent == directory);
        beside.map(|(_, name)| name.to_owned()).collect()
    }
}
