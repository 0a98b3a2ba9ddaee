//! The generator: from the description of a REST API to a Rust crate.
//!
//! It works in five phases, each a module that knows only the [`model`] and what stands before it:
//!
//! 1. [`read`]: files become documents in OpenAPI 3.0 form, whatever form they are written in.
//! 2. [`lower`]: documents become a [`model::description::Api`]: what the description says. No later phase
//!    knows OpenAPI.
//! 3. [`resolve`]: the [`Sdk`] (`sdk.yaml`) and the APIs become a [`model::package::Package`]: the
//!    crate to write, with every name and type decided.
//! 4. [`render`]: the package becomes tokens, that look in the source like what they become.
//! 5. [`mod@write`]: tokens are formatted, overlays and templates join them, and files are written
//!    or compared.
//!
//! [`diff`] compares two descriptions by what they say and by what they become.
//! Beside them, [`import`] brings descriptions up to date from their sources; it needs [`read`] alone.
//!
//! Problems are collected and stop the run between phases, so that one run shows as many as can be
//! found, and nothing is written unless all of it is good.
//!
//! # How to add
//!
//! - *something that descriptions may say*: a field in [`model::description`], its reading in [`lower`],
//!   what it means for Rust in [`resolve`], and a fixture that shows it.
//! - *something that all crates do alike*: an overlay, ordinary code in `templates/src/runtime`; name it in
//!   what is rendered, and it comes along.
//! - *something that one API wants*: an entry of `sdk.yaml`, or an overlay that only it names.

pub mod diagnostics;
pub mod diff;
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

/// The crate that the `sdk.yaml` at `sdk_path` describes.
///
/// # Errors
/// Every problem of `sdk.yaml` and of the descriptions that can be found at once.
pub fn generate(
    files: &dyn Files,
    sdk_path: &str,
    templates: &Templates,
) -> Result<Vec<File>, Diagnostics> {
    let mut inputs = Inputs::default();
    let read = read_sdk(files, sdk_path, &mut inputs.diagnostics);
    let Some((mut sdk, source)) = read else { return Err(inputs.diagnostics) };
    for module in &mut sdk.modules {
        module.description = read::beside(sdk_path, &module.description);
        inputs.add(files, &module.description);
    }
    let apis = inputs.finish()?;
    let package = inputs.resolve(&sdk, sdk_path, Some(&source), &apis)?;
    Ok(write::assemble(&package, sdk_path, templates))
}

/// A crate from the description at `path` alone.
///
/// # Errors
/// Every problem of the description that can be found at once.
pub fn generate_stand_alone(
    files: &dyn Files,
    path: &str,
    crate_name: &str,
    templates: &Templates,
) -> Result<Vec<File>, Diagnostics> {
    let mut inputs = Inputs::default();
    inputs.add(files, path);
    let api = inputs.finish()?.remove(0);
    // The file alone: the crate must not depend on where its description lies.
    let file = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let sdk = resolve::stand_alone(&api, file, crate_name);
    let apis = [api];
    let package = inputs.resolve(&sdk, path, None, &apis)?;
    Ok(write::assemble_stand_alone(&package, file, &apis[0].version, templates))
}

/// What the description at `path` says.
///
/// # Errors
/// Every problem of the description that can be found at once.
pub fn describe(files: &dyn Files, path: &str) -> Result<Api, Diagnostics> {
    let mut inputs = Inputs::default();
    inputs.add(files, path);
    Ok(inputs.finish()?.remove(0))
}

/// The descriptions on their way through the first phases.
#[derive(Default)]
struct Inputs {
    documents: Vec<Documents>,
    apis: Vec<Api>,
    diagnostics: Diagnostics,
}

impl Inputs {
    fn add(&mut self, files: &dyn Files, path: &str) {
        let Some(documents) = read::read(files, path, &mut self.diagnostics) else { return };
        let mut problems = Vec::new();
        self.apis.push(lower::lower(&documents, &mut problems));
        for problem in problems {
            documents.report(problem, &mut self.diagnostics);
        }
        self.documents.push(documents);
    }

    /// What the descriptions say, if there is nothing wrong with them.
    fn finish(&mut self) -> Result<Vec<Api>, Diagnostics> {
        self.stop()?;
        Ok(std::mem::take(&mut self.apis))
    }

    /// `source` is `sdk.yaml`, if there is one.
    fn resolve(
        &mut self,
        sdk: &Sdk,
        sdk_path: &str,
        source: Option<&Source>,
        apis: &[Api],
    ) -> Result<Package, Diagnostics> {
        let mut problems = Vec::new();
        let package = resolve::resolve(sdk, sdk_path, apis, &mut problems);
        for problem in problems {
            self.report(problem, source);
        }
        self.stop()?;
        Ok(package)
    }

    /// A problem of `sdk.yaml` stands there, another in a description.
    fn report(&mut self, problem: Problem, sdk: Option<&Source>) {
        let described = self.documents.iter().find(|it| it.value(&problem.place).is_some());
        if let Some(documents) = described {
            return documents.report(problem, &mut self.diagnostics);
        }
        let location = match sdk {
            Some(source) => source.location(&problem.place.pointer, problem.part),
            // The place is one of an `sdk.yaml` that nobody wrote.
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
