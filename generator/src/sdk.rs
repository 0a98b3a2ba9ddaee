//! `sdk.yaml`: how descriptions become a crate.
//!
//! Knowledge of one API belongs in this file or in an overlay; the generator itself has none. For a
//! stand-alone crate, [`resolve::stand_alone`](crate::resolve::stand_alone) creates the [`Sdk`].

use crate::{
    diagnostics::{Diagnostic, Diagnostics, Part},
    model::source::{Place, tokens},
    read::{self, Source},
};
use indexmap::IndexMap;
use serde::Deserialize;
use serde_json::Value;

/// The whole file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sdk {
    #[serde(rename = "crate")]
    pub package: SdkPackage,
    /// The items that the root of the crate exports from overlays, by the overlay's module.
    #[serde(default)]
    pub overlays: IndexMap<String, Vec<String>>,
    pub modules: Vec<SdkModule>,
}

/// The crate.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SdkPackage {
    pub name: String,
    #[serde(default)]
    pub docs: String,
}

/// The module that one description becomes.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SdkModule {
    /// The description's file, relative to `sdk.yaml`.
    pub description: String,
    /// The name of the Rust module; without one, its items are in the root of the crate.
    pub name: Option<String>,
    /// The cargo feature that turns the module on.
    pub feature: Option<String>,
    #[serde(default)]
    pub docs: String,
    /// Files of `templates/extensions` that add to the module's types.
    #[serde(default)]
    pub extensions: Vec<String>,
    /// Settings of types, by the name in the description.
    #[serde(default)]
    pub types: IndexMap<String, SdkType>,
    /// The clients, by their names in Rust.
    #[serde(default)]
    pub clients: IndexMap<String, SdkClient>,
}

/// The settings of a type.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SdkType {
    /// The overlay type that replaces it: a path in the crate.
    pub overlay: Option<String>,
    /// Leaves the type out of `models`. Nothing public may refer to it.
    pub omit: bool,
    /// Names of fields, by wire name.
    pub fields: IndexMap<String, String>,
    /// Other types of string properties, by wire name: paths in the crate. Serde must read and
    /// write their values as strings.
    pub strings: IndexMap<String, String>,
    /// Properties that the service omits, although the description requires them.
    pub optional: Vec<String>,
    /// The properties that debug output shows, besides ids, enums, numbers and timestamps.
    pub debug: Vec<String>,
}

/// A client.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SdkClient {
    pub docs: String,
    /// The client whose method creates this one. Both share a pipeline.
    pub parent: Option<String>,
    /// The path parameters that the client holds, so that its calls do not ask for them.
    pub holds: Vec<String>,
    /// The namespace of its spans: the resource provider of the service.
    pub namespace: Option<String>,
    /// Replaces the security schemes of the description.
    pub credential: Option<SdkCredential>,
    /// Gives extensions a constructor that takes a policy, for other credentials.
    pub other_credentials: bool,
    /// Gives users a constructor that takes a policy.
    pub policies: bool,
    /// The operations that are methods of this client, by `operationId`.
    pub operations: IndexMap<String, SdkOperation>,
}

/// The credential that authorizes requests.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SdkCredential {
    /// The scopes of the tokens that a token credential is asked for.
    pub token_scopes: Vec<String>,
}

/// An operation.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SdkOperation {
    pub method: String,
    /// Sends an optional body even if none of its setters was called.
    pub always_body: bool,
    /// The name of the call's builder; by default, the method's name in upper camel case.
    pub call: Option<String>,
    /// Other words by which users search for the method in the docs.
    pub aliases: Vec<String>,
    /// Names of arguments and setters, by wire name. The whole body is `body`.
    pub names: IndexMap<String, String>,
    /// Headers that contain a new UUID unless the caller sets them.
    pub uuid_headers: Vec<String>,
    /// The result as JSON, by the property that must be empty. The call then sends nothing.
    pub answer_when_empty: IndexMap<String, String>,
    /// Values of enum properties that the call refuses before it sends anything.
    pub refuse: IndexMap<String, SdkRefusal>,
}

/// Values that a call refuses.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SdkRefusal {
    pub values: Vec<String>,
    /// The message of the error.
    pub message: String,
}

/// The beginning of the file, as a hint shows it.
pub const BEGINNING: &str = "crate: { name: ... }";

impl Sdk {
    /// Reads the file. Removes each wrong entry and tries again, to find the problems of all
    /// entries.
    pub fn read(source: &Source, diagnostics: &mut Diagnostics) -> Option<Self> {
        let mut value = source.value.clone();
        let mut left_out: Vec<Place> = Vec::new();
        loop {
            let error = match serde_path_to_error::deserialize(&value) {
                Ok(sdk) => return left_out.is_empty().then_some(sdk),
                Err(error) => error,
            };
            let pointer = read::pointer_of(error.path());
            // The error is about an entry that was removed, which is reported already.
            let here = Place::new(source.path.clone(), pointer.clone());
            if left_out.iter().any(|it| it.is_in(&here)) {
                return None;
            }
            let message = error.into_inner().to_string();
            let part = if message.starts_with("unknown field") { Part::Key } else { Part::Value };
            diagnostics.push(Diagnostic::new(source.location(&pointer, part), message));
            leave_out(&mut value, &pointer)?;
            left_out.push(here);
        }
    }
}

/// Removes an entry of a mapping. List items stay: removing one would renumber those after it.
fn leave_out(value: &mut Value, pointer: &str) -> Option<Value> {
    let (parent, _) = pointer.rsplit_once('/')?;
    let name = tokens(pointer).last()?;
    value.pointer_mut(parent)?.as_object_mut()?.shift_remove(&*name)
}
