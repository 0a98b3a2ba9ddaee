//! The descriptions to compare.

use super::{compare::compare, element::Element, report::Report, surface};
use crate::{
    Inputs,
    diagnostics::Diagnostics,
    model::{description::Api, package::Module, source::Place},
    read::{self, Documents, Files, Source},
    read_sdk, resolve,
    sdk::Sdk,
};

/// A description and its location.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    /// The name in the report.
    pub name: &'a str,
    pub files: &'a dyn Files,
    pub path: &'a str,
}

/// How to compare.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Ignores an `sdk.yaml` beside the descriptions.
    pub stand_alone: bool,
    /// Leaves out what the generator cannot express.
    pub allow_unsupported: bool,
}

/// Compares two descriptions: how the crate changes for its users when `old` becomes `new`.
///
/// If each description has an `sdk.yaml` beside it that lists it, names come from these files.
/// Otherwise, or if [`Options::stand_alone`] is set, the crates are stand-alone.
///
/// # Errors
/// Returns the problems of one of the descriptions.
pub fn diff(old: Input, new: Input, options: Options) -> Result<Report, Diagnostics> {
    let sdks = if options.stand_alone { None } else { Entry::find(old).zip(Entry::find(new)) };
    let (old_sdk, new_sdk) = sdks.unzip();
    let old_parts = Parts::read(old, old_sdk, options)?;
    let new_parts = Parts::read(new, new_sdk, options)?;
    let [old_elements, new_elements] = [old_parts.elements(), new_parts.elements()];
    let changes =
        compare((&old_parts.documents, &old_elements), (&new_parts.documents, &new_elements));
    let unsupported = [old_parts.unsupported, new_parts.unsupported];
    Ok(Report::new([old.name, new.name], changes, unsupported))
}

/// An `sdk.yaml`, reduced to one description.
struct Entry {
    path: String,
    sdk: Sdk,
    source: Source,
    /// The problems of the file, empty at first.
    diagnostics: Diagnostics,
}

impl Entry {
    fn find(input: Input) -> Option<Self> {
        let path = read::beside(input.path, "sdk.yaml");
        let mut diagnostics = Diagnostics::default();
        // An `sdk.yaml` that cannot be read may belong to an earlier generator, in an old revision.
        let (mut sdk, source) = read_sdk(input.files, &path, &mut diagnostics)?;
        let description = read::beside("", input.path);
        sdk.modules.retain(|it| read::beside(&path, &it.description) == description);
        (sdk.modules.len() == 1).then_some(Self { path, sdk, source, diagnostics })
    }
}

/// A description, and the module that it becomes.
struct Parts {
    documents: Documents,
    api: Api,
    module: Module,
    unsupported: Diagnostics,
}

impl Parts {
    fn read(input: Input, entry: Option<Entry>, options: Options) -> Result<Self, Diagnostics> {
        let mut inputs = match options.allow_unsupported {
            true => Inputs::of_supported(),
            false => Inputs::default(),
        };
        let entry = entry.map(|Entry { path, sdk, source, diagnostics }| {
            inputs.diagnostics = diagnostics;
            (path, sdk, Some(source))
        });
        inputs.add(input.files, input.path);
        let apis = [inputs.finish()?.remove(0)];
        let (path, sdk, source) = entry.unwrap_or_else(|| {
            let sdk = resolve::stand_alone(&apis[0], input.path, "client");
            (input.path.to_owned(), sdk, None)
        });
        let mut package = inputs.resolve(&sdk, &path, source.as_ref(), &apis)?;
        let [api] = apis;
        Ok(Self {
            documents: inputs.documents.remove(0),
            api,
            module: package.modules.remove(0),
            unsupported: inputs.unsupported,
        })
    }

    fn elements(&self) -> Element {
        let root = Place::root(self.documents.entry().path.clone());
        surface::elements(&self.api, &self.module, &root)
    }
}
