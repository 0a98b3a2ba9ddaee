//! Generates a Rust crate from the descriptions of REST APIs.
//!
//! The [`guide`] is for users of the program `cargo codegen`. This page is for programs that use the
//! library, and for those who change the generator.
//!
//! There are five phases. Each is a module that uses only the [`model`] and earlier phases:
//!
//! 1. [`read`] parses files and normalizes them to OpenAPI 3.0 documents.
//! 2. [`lower`] turns documents into a [`model::description::Api`], the meaning of a description.
//!    Later phases do not know OpenAPI.
//! 3. [`resolve`] combines the [`Sdk`] (`sdk.yaml`) and the APIs into a
//!    [`model::package::Package`], in which every name and type is decided.
//! 4. [`render`] turns the package into tokens.
//! 5. [`mod@write`] formats tokens, adds overlays and templates, and writes or compares files.
//!
//! A phase collects its problems. The run stops after a phase that found some, and writes no file.
//!
//! Two modules are beside the phases: [`diff`] compares two descriptions, and [`import`] updates a
//! description from its source.
//!
//! # How to add
//!
//! - **A feature of OpenAPI**: add a field to [`model::description`] and read it in [`lower`].
//!   Decide its Rust in [`resolve`], with a field in [`model::package`], and write its tokens in
//!   [`render`]. Add a case to `tests/cases/descriptions`.
//! - **Code that generated crates share**: write an overlay, `templates/src/runtime/x.rs`, and name
//!   its items in [`render`] with `imports.item("crate::runtime::x", "Item")`. A crate gets the
//!   items and methods of overlays that it uses.
//! - **A type or a method for one API**: write an overlay or an extension, and list it in
//!   `sdk.yaml`.
//! - **A setting of `sdk.yaml`**: add a field to [`sdk`], use it in [`resolve`], and let
//!   `resolve/check` report values without an effect.

pub mod build_script;
pub mod diagnostics;
pub mod diff;
pub mod guide;
pub mod import;
pub mod lower;
pub mod model;
pub mod read;
pub mod render;
pub mod resolve;
pub mod sdk;
pub mod templates;
pub mod write;

use diagnostics::{Diagnostic, Diagnostics, Location, Problem};
use model::{description::Api, package::Package};
use read::{Documents, Files, Source};
use sdk::Sdk;
use templates::Templates;
use write::File;

/// Generates the crate of the `sdk.yaml` at `sdk_path`.
///
/// # Errors
/// Returns the problems of the first phase that finds some.
pub fn generate(
    files: &dyn Files,
    sdk_path: &str,
    templates: &Templates,
) -> Result<Vec<File>, Diagnostics> {
    let Described { mut sdk, source, mut inputs, mut apis } = describe_sdk(files, sdk_path)?;
    for module in &mut sdk.modules {
        module.description = read::beside(sdk_path, &module.description);
    }
    let package = inputs.resolve(&sdk, sdk_path, Some(&source), &mut apis)?;
    Ok(write::assemble(&package, sdk_path, templates))
}

/// Generates a stand-alone crate from the description at `path`.
///
/// # Errors
/// Returns the problems of the first phase that finds some.
pub fn generate_stand_alone(
    files: &dyn Files,
    path: &str,
    crate_name: &str,
    templates: &Templates,
) -> Result<Vec<File>, Diagnostics> {
    generate_without_sdk(files, path, crate_name, StandAlone::default(), templates)
        .map(|(files, _)| files)
}

/// What an enum does with a value that its description does not list. The description of an enum can
/// say so itself, in `x-ms-enum`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Enums {
    /// It keeps the value.
    #[default]
    Open,
    /// It refuses the value.
    Closed,
}

/// How to generate a crate without an `sdk.yaml`.
#[derive(Clone, Copy, Debug, Default)]
pub struct StandAlone {
    pub enums: Enums,
    /// Leaves out what the generator cannot express.
    pub allow_unsupported: bool,
}

/// Generates a stand-alone crate as [`generate_stand_alone`] does, with these options. Also returns
/// the problems of the parts that are left out, which the crate's README lists.
///
/// # Errors
/// Returns the problems of the first phase that finds some.
pub fn generate_without_sdk(
    files: &dyn Files,
    path: &str,
    crate_name: &str,
    options: StandAlone,
    templates: &Templates,
) -> Result<(Vec<File>, Diagnostics), Diagnostics> {
    let mut inputs = Inputs::new(options.allow_unsupported);
    inputs.add(files, path);
    let mut apis = inputs.finish()?;
    let file = file_name(path);
    let mut sdk = resolve::stand_alone(&apis[0], file, crate_name);
    sdk.package.closed_enums = options.enums == Enums::Closed;
    let package = inputs.resolve(&sdk, path, None, &mut apis)?;
    let about = write::About {
        source: file,
        version: &apis[0].version,
        left_out: &inputs.unsupported.left_out(),
    };
    Ok((write::assemble_stand_alone(&package, &about, templates), inputs.unsupported))
}

/// Generates a stand-alone crate with the names and the fixes of the `sdk.yaml` at `sdk_path`.
///
/// # Errors
/// Returns the problems of the first phase that finds some.
pub fn generate_with_sdk(
    files: &dyn Files,
    sdk_path: &str,
    templates: &Templates,
) -> Result<Vec<File>, Diagnostics> {
    let Described { mut sdk, source, mut inputs, mut apis } = describe_sdk(files, sdk_path)?;
    if sdk.overlays.is_empty() {
        sdk.overlays = apis.iter().flat_map(resolve::overlays).collect();
    }
    let package = inputs.resolve(&sdk, sdk_path, Some(&source), &mut apis)?;
    let version = apis.first().map_or("", |api| &*api.version);
    let about = write::About { source: file_name(sdk_path), version, left_out: &[] };
    Ok(write::assemble_stand_alone(&package, &about, templates))
}

/// Writes a first `sdk.yaml` for the description at `path`: with it, [`generate_with_sdk`] generates
/// the crate that [`generate_stand_alone`] generates without it.
///
/// # Errors
/// Returns the problems of the first phase that finds some.
pub fn init(files: &dyn Files, path: &str, crate_name: &str) -> Result<String, Diagnostics> {
    let mut sdk = resolve::stand_alone(&describe(files, path)?, file_name(path), crate_name);
    sdk.overlays.clear();
    Ok(sdk::yaml(&sdk))
}

/// The name of a file without its folder, so that a crate does not depend on the location of its
/// description.
fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// Reads and lowers the description at `path`.
///
/// # Errors
/// Returns the problems of the first phase that finds some.
pub fn describe(files: &dyn Files, path: &str) -> Result<Api, Diagnostics> {
    let mut inputs = Inputs::default();
    inputs.add(files, path);
    Ok(inputs.finish()?.remove(0))
}

/// The descriptions of a crate in the first three phases.
#[derive(Default)]
struct Inputs {
    documents: Vec<Documents>,
    apis: Vec<Api>,
    diagnostics: Diagnostics,
    /// `true` if what the generator cannot express is left out.
    allow_unsupported: bool,
    /// The problems of the parts that are left out.
    unsupported: Diagnostics,
}

impl Inputs {
    fn new(allow_unsupported: bool) -> Self {
        Self { allow_unsupported, ..Self::default() }
    }

    fn add(&mut self, files: &dyn Files, path: &str) {
        let Some(documents) = read::read(files, path, &mut self.diagnostics) else { return };
        let mut problems = Vec::new();
        self.apis.push(match self.allow_unsupported {
            true => lower::lower_supported(&documents, &mut problems),
            false => lower::lower(&documents, &mut problems),
        });
        for problem in problems {
            documents.report(problem, &mut self.diagnostics);
        }
        if self.allow_unsupported {
            self.unsupported = self.diagnostics.take_unsupported();
        }
        self.documents.push(documents);
    }

    /// Returns the APIs, unless there are problems.
    fn finish(&mut self) -> Result<Vec<Api>, Diagnostics> {
        self.stop()?;
        Ok(std::mem::take(&mut self.apis))
    }

    /// Opens enums, and resolves the package. `source` is the text of `sdk.yaml`, if it is a file.
    fn resolve(
        &mut self,
        sdk: &Sdk,
        sdk_path: &str,
        source: Option<&Source>,
        apis: &mut [Api],
    ) -> Result<Package, Diagnostics> {
        resolve::open_enums(sdk, apis);
        let mut problems = Vec::new();
        let package = resolve::resolve(sdk, sdk_path, apis, &mut problems);
        for problem in problems {
            self.report(problem, source);
        }
        self.stop()?;
        Ok(package)
    }

    /// Adds the location of a problem, which is in a description or in `sdk.yaml`.
    fn report(&mut self, problem: Problem, sdk: Option<&Source>) {
        let described = self.documents.iter().find(|it| it.value(&problem.place).is_some());
        if let Some(documents) = described {
            return documents.report(problem, &mut self.diagnostics);
        }
        let location = match sdk {
            Some(source) => source.location(&problem.place.pointer, problem.part),
            // A stand-alone crate has no `sdk.yaml` file.
            None => Location::file(&*problem.place.file),
        };
        self.diagnostics.push(problem.at(location));
    }

    fn stop(&mut self) -> Result<(), Diagnostics> {
        match self.diagnostics.is_empty() {
            true => Ok(()),
            false => Err(std::mem::take(&mut self.diagnostics)),
        }
    }
}

/// An `sdk.yaml`, and the APIs of its modules.
struct Described {
    sdk: Sdk,
    source: Source,
    inputs: Inputs,
    apis: Vec<Api>,
}

/// Reads the `sdk.yaml` at `path`, and reads and lowers its descriptions.
fn describe_sdk(files: &dyn Files, path: &str) -> Result<Described, Diagnostics> {
    let mut inputs = Inputs::default();
    let read = read_sdk(files, path, &mut inputs.diagnostics);
    let Some((sdk, source)) = read else { return Err(inputs.diagnostics) };
    for module in &sdk.modules {
        inputs.add(files, &read::beside(path, &module.description));
    }
    let apis = inputs.finish()?;
    Ok(Described { sdk, source, inputs, apis })
}

fn read_sdk(files: &dyn Files, path: &str, diagnostics: &mut Diagnostics) -> Option<(Sdk, Source)> {
    match files.text(path) {
        Ok(text) => {
            let source = Source::parse(path, &text, sdk::BEGINNING, diagnostics)?;
            Sdk::read(&source, diagnostics).map(|sdk| (sdk, source))
        }
        Err(error) => {
            let message = format!("cannot be read: {error}");
            diagnostics.push(Diagnostic::new(Location::file(path), message));
            None
        }
    }
}
