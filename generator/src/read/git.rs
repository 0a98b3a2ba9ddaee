//! Files of a git revision.

use super::{files::Files, reference};
use std::{io, process::Command};

/// The files of a revision of the repository that contains the working directory.
///
/// Paths begin with the revision and a colon, as if it were a folder: `HEAD~1:/spec/api.yaml`. So
/// relative `$ref`s stay inside the revision, and every location shows it.
#[derive(Clone, Debug)]
pub struct Revision {
    root: String,
    tree: String,
}

impl Revision {
    /// Splits `text` into the revision and the path in it, as git does: `HEAD~1:spec/api.yaml`. A
    /// path that begins with `./` is relative to the working directory. `None` if `text` names no
    /// revision.
    ///
    /// # Errors
    /// Returns an error with git's message if there is no git, no repository, or no such revision.
    pub fn parse(text: &str) -> io::Result<Option<(Self, String)>> {
        let Some((name, path)) = text.split_once(':') else { return Ok(None) };
        // `C:\api.yaml` is a path on Windows.
        if name.len() < 2 {
            return Ok(None);
        }
        let object = format!("{name}^{{tree}}");
        let tree =
            git(&["rev-parse", "--verify", "--end-of-options", &object]).map_err(|error| {
                io::Error::other(format!("cannot find the revision {name:?} of {text:?}: {error}"))
            })?;
        let (root, tree) = (format!("{name}:/"), tree.trim().to_owned());
        let path = match path.starts_with("./") || path.starts_with("../") {
            true => format!("{}{path}", git(&["rev-parse", "--show-prefix"])?.trim_end()),
            false => path.to_owned(),
        };
        let path = reference::normalized(&format!("{root}{path}"));
        Ok(Some((Self { root, tree }, path)))
    }

    /// Git's name for the file or folder.
    fn object(&self, path: &str) -> Option<String> {
        let inner = format!("{path}/");
        let inner = inner.strip_prefix(&self.root)?;
        Some(format!("{}:{}", self.tree, inner.trim_end_matches('/')))
    }
}

impl Files for Revision {
    fn text(&self, path: &str) -> io::Result<String> {
        let object = self.object(path).ok_or(io::ErrorKind::NotFound)?;
        // Tells a missing file from one that cannot be read.
        if git(&["cat-file", "-e", &object]).is_err() {
            return Err(io::ErrorKind::NotFound.into());
        }
        git(&["cat-file", "blob", &object])
    }

    fn names(&self, directory: &str) -> Vec<String> {
        let object = self.object(directory);
        let listed = object.map(|it| git(&["ls-tree", "--name-only", "-z", &it]));
        let listed = listed.and_then(Result::ok).unwrap_or_default();
        listed.split_terminator('\0').map(str::to_owned).collect()
    }
}

/// The output of git.
fn git(arguments: &[&str]) -> io::Result<String> {
    let output = Command::new("git")
        .args(arguments)
        .output()
        .map_err(|error| io::Error::new(error.kind(), format!("cannot run git: {error}")))?;
    if !output.status.success() {
        return Err(io::Error::other(String::from_utf8_lossy(&output.stderr).trim()));
    }
    String::from_utf8(output.stdout)
        .map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}
