//! Runs the program. It works on the workspace around its folder, so it runs in a copy of this one.

use std::{
    path::{Path, PathBuf},
    process::{Command, Output},
    sync::{Mutex, MutexGuard, OnceLock, PoisonError},
};
use tests::scratch::{Scratch, remove, write};

const NAME: &str = "cargo-codegen";

/// The program in a copy of the workspace, for one test at a time.
pub struct Program {
    scratch: &'static Scratch,
    _guard: MutexGuard<'static, ()>,
}

/// The result of a run.
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Program {
    /// Builds the program, copies `spec/`, and generates the crate.
    pub fn start() -> Self {
        static BUILT: OnceLock<Scratch> = OnceLock::new();
        static GUARD: Mutex<()> = Mutex::new(());
        let guard = GUARD.lock().unwrap_or_else(PoisonError::into_inner);
        let scratch = BUILT.get_or_init(|| {
            let scratch = Scratch::new(env!("CARGO_TARGET_TMPDIR"), "command-line", &["generator"]);
            scratch.copy("generator");
            scratch.copy("templates");
            scratch.cargo_succeeds(&["build", "--quiet", "--package", "generator"], &[]);
            scratch
        });
        scratch.copy("spec");
        remove(&scratch.folder.join("generated"));
        let program = Self { scratch, _guard: guard };
        let written = program.run(&[]);
        assert_eq!((written.code, &*written.err), (0, ""));
        program
    }

    /// Runs the program in a folder of the workspace.
    pub fn run(&self, arguments: &[&str]) -> Run {
        self.run_in(&self.scratch.folder.join("spec"), arguments)
    }

    /// The folder of the program.
    pub fn folder(&self) -> PathBuf {
        let program = self.scratch.program(NAME);
        program.parent().expect("it is in a folder").to_owned()
    }

    pub fn run_in(&self, folder: &Path, arguments: &[&str]) -> Run {
        let mut command = Command::new(self.scratch.program(NAME));
        command.args(arguments).current_dir(folder);
        let Output { status, stdout, stderr } = command.output().expect("the program can be run");
        let text = |bytes| String::from_utf8(bytes).expect("it prints UTF-8");
        Run { code: status.code().unwrap_or(-1), out: text(stdout), err: text(stderr) }
    }

    /// The copy of the workspace.
    pub fn workspace(&self) -> &Path {
        &self.scratch.folder
    }

    /// The path of a file of the generated crate.
    pub fn generated(&self, path: &str) -> PathBuf {
        self.scratch.folder.join("generated").join(path)
    }

    /// Returns a path outside the workspace that does not exist.
    pub fn outside(&self, name: &str) -> String {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("outside").join(name);
        remove(&path);
        path.to_string_lossy().into_owned()
    }

    /// Writes a file outside the workspace.
    pub fn file(&self, name: &str, text: &str) -> String {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("outside-files").join(name);
        write(&path, text);
        path.to_string_lossy().into_owned()
    }
}
