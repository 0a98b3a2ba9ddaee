//! A Cargo workspace that a test creates below `CARGO_TARGET_TMPDIR`.

use crate::cases::{texts, workspace};
use std::{
    collections::BTreeMap,
    env, fs,
    io::{self, ErrorKind, Write},
    path::{Path, PathBuf},
    process::{Command, Output},
};

/// The workspace. It uses this repository's Cargo.lock, needs no network, and keeps its build
/// output between runs.
#[derive(Clone, Debug)]
pub struct Scratch {
    pub folder: PathBuf,
    target: PathBuf,
}

impl Scratch {
    /// Creates the workspace `name` with these members; `tmp` is `CARGO_TARGET_TMPDIR`.
    pub fn new(tmp: &str, name: &str, members: &[&str]) -> Self {
        let folder = Path::new(tmp).join(name);
        let manifest = read(&workspace().join("Cargo.toml"));
        let manifest = manifest.lines().map(|line| match line.starts_with("members = ") {
            true => format!("members = {members:?}\n"),
            false => format!("{line}\n"),
        });
        write(&folder.join("Cargo.toml"), &manifest.collect::<String>());
        write(&folder.join("Cargo.lock"), &read(&workspace().join("Cargo.lock")));
        Self { folder, target: Path::new(tmp).join("target") }
    }

    /// Copies a folder of this repository, and removes all other files from the copy.
    pub fn copy(&self, folder: &str) {
        let texts = texts(&workspace().join(folder));
        let copy = self.folder.join(folder);
        for path in if copy.is_dir() { self::texts(&copy) } else { BTreeMap::new() }.keys() {
            if !texts.contains_key(path) {
                fs::remove_file(copy.join(path)).expect("the file can be removed");
            }
        }
        for (path, text) in texts {
            write(&copy.join(path), &text);
        }
    }

    /// Runs Cargo in the workspace with additional environment variables.
    pub fn cargo(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Output {
        // Cargo tells tests its own path.
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut command = Command::new(cargo);
        command.current_dir(&self.folder).args(arguments);
        command.env("CARGO_TARGET_DIR", &self.target).env("CARGO_NET_OFFLINE", "true");
        command.env("CARGO_TERM_COLOR", "never");
        command.envs(variables.iter().copied());
        command.output().expect("cargo can be run")
    }

    /// Runs Cargo and panics if it fails.
    pub fn cargo_succeeds(&self, arguments: &[&str], variables: &[(&str, &str)]) {
        let output = self.cargo(arguments, variables);
        let text = [output.stdout, output.stderr].concat();
        let text = String::from_utf8_lossy(&text);
        let folder = self.folder.display();
        assert!(output.status.success(), "cargo {} in {folder}:\n{text}", arguments.join(" "));
    }

    /// The path of a program that was built in the workspace.
    pub fn program(&self, name: &str) -> PathBuf {
        self.target.join("debug").join(format!("{name}{}", env::consts::EXE_SUFFIX))
    }
}

/// Reports that something is skipped. The test harness hides other output of tests that pass.
pub fn announce(text: &str) {
    writeln!(io::stderr(), "{text}").expect("there is a standard error");
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Writes a file if its content differs. Cargo rebuilds everything that depends on a newer file.
pub fn write(path: &Path, text: &str) {
    if fs::read(path).is_ok_and(|old| old == text.as_bytes()) {
        return;
    }
    fs::create_dir_all(path.parent().expect("it is in a folder")).expect("the folder can be made");
    fs::write(path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}

/// Removes a file or a folder with its contents, if it exists.
pub fn remove(path: &Path) {
    let removed = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
    match removed {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            panic!("{}: {error}", path.display())
        }
        _ => {}
    }
}
