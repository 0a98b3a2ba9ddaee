//! The descriptions to compare.

use super::{compare::compare, element::Element, report::Report, surface};
use crate::{
    Enums, Inputs, StandAlone,
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
    pub naming: Naming,
    /// Leaves out what the generator cannot express.
    pub allow_unsupported: bool,
}

/// How the compared crates get their names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Naming {
    /// From the `sdk.yaml` beside each description, if it lists the description. Otherwise the crates
    /// are stand-alone, with open enums.
    #[default]
    Found,
    /// The crates are stand-alone.
    StandAlone(Enums),
}

/// Compares two descriptions: how the crate changes for its users when `old` becomes `new`.
///
/// # Errors
/// Returns the problems of one of the descriptions.
pub fn diff(old: Input, new: Input, options: Options) -> Result<Report, Diagnostics> {
    let (sdks, enums) = match options.naming {
        Naming::Found => (Entry::find(old).zip(Entry::find(new)), Enums::Open),
        Naming::StandAlone(enums) => (None, enums),
    };
    let (old_sdk, new_sdk) = sdks.unzip();
    let stand_alone = StandAlone { enums, allow_unsupported: options.allow_unsupported };
    let old_parts = Parts::read(old, old_sdk, stand_alone)?;
    let new_parts = Parts::read(new, new_sdk, stand_alone)?;
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
    fn read(input: Input, entry: Option<Entry>, options: StandAlone) -> Result<Self, Diagnostics> {
        let mut inputs = Inputs::new(options.allow_unsupported);
        let entry = entry.map(|Entry { path, sdk, source, diagnostics }| {
            inputs.diagnostics = diagnostics;
            (path, sdk, Some(source))
        });
        inputs.add(input.files, input.path);
        let mut apis = [inputs.finish()?.remove(0)];
        let (path, sdk, source) = entry.unwrap_or_else(|| {
            let mut sdk = resolve::stand_alone(&apis[0], input.path, "client");
            sdk.package.closed_enums = options.enums == Enums::Closed;
            (input.path.to_owned(), sdk, None)
        });
        let mut package = inputs.resolve(&sdk, &path, source.as_ref(), &mut apis)?;
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
