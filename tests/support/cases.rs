//! The cases of the generator's tests: each is a folder with a description and its other files.

use generator::{
    diagnostics::Diagnostics,
    generate, generate_stand_alone,
    read::{Disk, Source},
    sdk::{Sdk, SdkModule},
    templates::Templates,
    write::File,
};
use insta::Settings;
use std::{
    collections::BTreeMap,
    fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    sync::LazyLock,
};

/// A folder with a description, or with an `sdk.yaml` and its descriptions.
#[derive(Clone, Debug)]
pub struct Case {
    /// The name of the folder and of the generated crate.
    pub name: String,
    /// All files except snapshots, by their paths in the folder.
    pub files: BTreeMap<String, String>,
}

impl Case {
    /// The cases in a folder of `cases/`, by name.
    pub fn all(folder: &str) -> Vec<Self> {
        let folder = path(folder);
        let mut names: Vec<String> = names(&folder);
        names.sort();
        let cases = names.into_iter().map(|name| {
            let mut files = texts(&folder.join(&name));
            files.retain(|path, _| !path.contains(".snap"));
            Self { name, files }
        });
        cases.collect()
    }

    /// The path of the file from which the crate is generated.
    pub fn entry(&self) -> &str {
        let has = |path: &&str| self.files.contains_key(*path);
        let entries = ["sdk.yaml", "description.yaml", "description.json"];
        entries.into_iter().find(has).unwrap_or_default()
    }

    /// The paths of the descriptions that the crate is generated from.
    pub fn descriptions(&self) -> Vec<String> {
        match self.entry() {
            "sdk.yaml" => self.modules().into_iter().map(|module| module.description).collect(),
            entry => vec![entry.to_owned()],
        }
    }

    /// Generates the crate.
    ///
    /// # Errors
    /// Returns the problems of the case.
    pub fn generate(&self) -> Result<Vec<File>, Diagnostics> {
        match self.entry() {
            "sdk.yaml" => generate(&self.files, "sdk.yaml", &self.templates()),
            entry => generate_stand_alone(&self.files, entry, &self.name, &TEMPLATES),
        }
    }

    /// The templates of this repository. A crate of an `sdk.yaml` gets the manifest of a
    /// stand-alone crate.
    fn templates(&self) -> Templates {
        let mut templates = TEMPLATES.clone();
        let filled =
            |text: &str| text.replace("{{name}}", &self.name).replace("{{title}}", "A case");
        templates.package =
            templates.stand_alone.iter().map(|(path, text)| (path.clone(), filled(text))).collect();
        for feature in self.modules().into_iter().filter_map(|module| module.feature) {
            let manifest = templates.package.entry("Cargo.toml".to_owned()).or_default();
            *manifest = manifest
                .replace("[features]\n", &format!("[features]\n{feature} = []\n"))
                .replace("default = [", &format!("default = [\"{feature}\", "));
        }
        templates
    }

    /// The modules of `sdk.yaml`; none if it cannot be read.
    fn modules(&self) -> Vec<SdkModule> {
        let unread = &mut Diagnostics::default();
        let source = Source::parse("sdk.yaml", &self.files["sdk.yaml"], "", unread);
        let sdk = source.and_then(|source| Sdk::read(&source, unread));
        sdk.map(|sdk| sdk.modules).unwrap_or_default()
    }
}

/// Runs `test` for every case in a folder.
///
/// # Panics
/// Panics after the last case, with the names of the cases that failed.
pub fn for_each_case(folder: &str, test: impl Fn(&Case)) {
    let cases = Case::all(folder);
    let fails = |case: &&Case| catch_unwind(AssertUnwindSafe(|| test(case))).is_err();
    let failed: Vec<&str> = cases.iter().filter(fails).map(|case| &*case.name).collect();
    assert!(failed.is_empty(), "failed, see above: {}", failed.join(", "));
}

/// Compares a text with the snapshot `name` beside the case.
pub fn assert_snapshot(folder: &str, case: &Case, name: &str, text: &str) {
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path(path(folder).join(&case.name));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

/// Checks that each snapshot in a folder has one of these names.
///
/// # Panics
/// Panics if a snapshot has another name.
pub fn assert_no_snapshot_is_left_over(folder: &str, names: &[&str]) {
    for case in Case::all(folder) {
        for file in self::names(&path(folder).join(&case.name)) {
            let snapshot = file.strip_suffix(".snap");
            let is_used = snapshot.is_none_or(|it| names.contains(&it));
            assert!(is_used, "no test compares {folder}/{}/{file}: remove it", case.name);
        }
    }
}

/// The path of a folder of cases.
fn path(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("cases").join(folder)
}

/// The root of the workspace.
pub fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The files around the sources of generated crates.
pub static TEMPLATES: LazyLock<Templates> = LazyLock::new(Templates::default);

/// The texts of the files below a folder, by their relative paths with `/`.
pub fn texts(folder: &Path) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    for name in names(folder) {
        let path = folder.join(&name);
        if path.is_dir() {
            let inner = self::texts(&path).into_iter();
            texts.extend(inner.map(|(path, text)| (format!("{name}/{path}"), text)));
        } else {
            let text = fs::read_to_string(&path);
            texts.insert(name, text.unwrap_or_else(|error| panic!("{}: {error}", path.display())));
        }
    }
    texts
}

fn names(folder: &Path) -> Vec<String> {
    let entries =
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let names = entries.map(|entry| {
        let name = entry.expect("the folder can be listed").file_name();
        name.into_string().expect("names are UTF-8")
    });
    names.collect()
}

/// The files of a workspace, by their paths relative to its root.
#[derive(Clone, Debug)]
pub struct Workspace(pub PathBuf);

impl generator::read::Files for Workspace {
    fn text(&self, path: &str) -> std::io::Result<String> {
        Disk.text(&self.0.join(path).to_string_lossy())
    }
}
