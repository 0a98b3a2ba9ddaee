//! Where files come from.

use std::{collections::BTreeMap, fs, io, path::Path};

/// Where files come from, so that reading can be tested, and `generate` can work in memory.
pub trait Files {
    /// The text of the file at `path`.
    ///
    /// # Errors
    ///
    /// Fails with [`io::ErrorKind::NotFound`] when there is no such file, and with
    /// [`io::ErrorKind::InvalidData`] when it is not UTF-8.
    fn text(&self, path: &str) -> io::Result<String>;

    /// The names of the files in `directory`, for "did you mean" where a file is missing. `""` is
    /// the directory that paths are relative to.
    fn names(&self, directory: &str) -> Vec<String> {
        let _ = directory;
        Vec::new()
    }
}

/// The files of the disk; paths are relative to the working directory.
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
        // The order of the disk differs from machine to machine.
        names.sort();
        names
    }
}

/// Files in memory, by their paths.
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
