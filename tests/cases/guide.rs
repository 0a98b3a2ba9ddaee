//! The guide of the generator: its files are written, its commands run, and their output is compared
//! with the pages.

use super::program::Program;
use std::{env, fs, mem, path::PathBuf, process::Command};
use tests::{
    cases::{texts, workspace},
    scratch::{Scratch, remove, write},
};

/// The pages in their order. Each goes on in the folder of the one before.
const PAGES: [&str; 4] = ["start", "sdk", "changes", "overlays"];

/// It would build the generator in release mode.
const NOT_RUN: &str = "cargo install --locked --git … generator\n";

#[test]
fn the_guide_shows_what_happens() {
    let crates = ["story/library", "story/program"];
    let scratch = Scratch::new(env!("CARGO_TARGET_TMPDIR"), "guide", &crates);
    let story = Story { program: Program::start(), folder: scratch.folder.join("story") };
    remove(&story.folder);
    fs::create_dir_all(&story.folder).expect("the folder can be made");
    let pages = texts(&workspace().join("generator/guide"));
    assert_eq!(pages.len(), PAGES.len(), "{:?}", pages.keys());
    let modules = &texts(&workspace().join("generator/src"))["guide.rs"];
    for page in PAGES {
        let module =
            format!("#[doc = include_str!(\"../guide/{page}.md\")]\npub mod {page} {{}}\n");
        assert!(modules.contains(&module), "rustdoc does not show {page}.md");
        let mut printed = String::new();
        for (language, text) in blocks(&pages[&format!("{page}.md")]) {
            if language != "text" {
                assert_eq!(mem::take(&mut printed), "", "{page}.md has to show this");
            }
            match language {
                "sh" if text == NOT_RUN => {}
                "sh" => printed = story.run(&text),
                "text" => assert_shows(&text, &mem::take(&mut printed)),
                "diff" => story.apply(&text),
                _ => story.file(&text),
            }
        }
        assert_eq!(printed, "", "{page}.md has to show this");
        if page == "start" {
            let check = ["check", "--quiet", "--package", "program"];
            scratch.cargo_succeeds(&check, &[("RUSTFLAGS", "-Dwarnings")]);
        }
    }
}

/// The blocks of code of a page, with their languages.
fn blocks(page: &str) -> Vec<(&str, String)> {
    let mut blocks: Vec<(&str, String)> = Vec::new();
    let mut is_inside = false;
    for line in page.lines() {
        match line.strip_prefix("```") {
            Some(language) => {
                is_inside = !is_inside;
                blocks.extend(is_inside.then(|| (language, String::new())));
            }
            None if is_inside => {
                let (_, text) = blocks.last_mut().expect("a block has begun");
                text.extend([line, "\n"]);
            }
            None => {}
        }
    }
    blocks
}

/// Compares the output on a page with that of a command. A line with `…` is any number of lines.
#[track_caller]
fn assert_shows(shown: &str, printed: &str) {
    let parts: Vec<&str> = shown.split("…\n").collect();
    let (first, last) = (parts[0], parts[parts.len() - 1]);
    let mut rest = printed;
    for part in &parts {
        let found = rest.split_once(part);
        rest = found.unwrap_or_else(|| panic!("the page shows\n{part}\nin\n{printed}")).1;
    }
    let is_whole = parts.len() > 1 || shown == printed;
    assert!(
        is_whole && printed.starts_with(first) && printed.ends_with(last),
        "{shown}\n{printed}"
    );
}

/// The folder in which the story of the guide happens.
struct Story {
    program: Program,
    folder: PathBuf,
}

impl Story {
    /// Writes a file, whose path is in the comment on its first line. If it is a file of this
    /// repository, compares it.
    fn file(&self, text: &str) {
        let (line, contents) = text.split_once('\n').unwrap_or((text, ""));
        let path = line.strip_prefix("# ").or(line.strip_prefix("// "));
        let path = path.unwrap_or_else(|| panic!("no path: {text}"));
        match fs::read_to_string(workspace().join(path)) {
            Ok(file) => assert_shows(contents, &file),
            Err(_) => write(&self.folder.join(path), text),
        }
    }

    /// Applies a diff to the files.
    fn apply(&self, diff: &str) {
        write(&self.folder.join("../edit.diff"), diff);
        assert_eq!(self.run("git apply ../edit.diff\n"), "", "{diff}");
    }

    /// Runs commands, and returns what they print. A comment says the exit code if it is not 0.
    fn run(&self, commands: &str) -> String {
        let paths = env::var_os("PATH").expect("there is a PATH");
        let paths = [self.program.folder()].into_iter().chain(env::split_paths(&paths));
        let script = commands.replace("cargo codegen", "cargo-codegen");
        let output = Command::new("bash")
            .args(["-e", "-c", &format!("exec 2>&1\n{script}")])
            .current_dir(&self.folder)
            .env("PATH", env::join_paths(paths).expect("they are paths"))
            .env("LC_ALL", "C")
            // Git does not know that this is a folder of another repository.
            .env("GIT_CEILING_DIRECTORIES", workspace())
            .envs(["AUTHOR", "COMMITTER"].map(|who| (format!("GIT_{who}_NAME"), "Ann")))
            .envs(
                ["AUTHOR", "COMMITTER"].map(|who| (format!("GIT_{who}_EMAIL"), "ann@example.com")),
            )
            .output()
            .expect("bash can be run");
        let printed = String::from_utf8(output.stdout).expect("it prints UTF-8");
        let code = commands.trim_end().rsplit_once(" # exit code ").map_or("0", |(_, code)| code);
        let found = output.status.code().map(|code| code.to_string());
        assert_eq!(found.as_deref(), Some(code), "{commands}{printed}");
        printed
    }
}
