//! `sdk.yaml`: how descriptions become a crate.
//!
//! Whatever is special about one API stands there or in an overlay, so that the generator knows
//! no API by name. A crate from a description alone gets the [`Sdk`] that
//! [`resolve::stand_alone`](crate::resolve::stand_alone) makes for it.

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
    /// What overlays show to the users of the crate: the overlay's module, and its public items.
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

/// What one description becomes.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SdkModule {
    /// The description's file, relative to `sdk.yaml`.
    pub description: String,
    /// The Rust module; the root of the crate where there is none.
    pub name: Option<String>,
    /// The cargo feature that turns the module on.
    pub feature: Option<String>,
    #[serde(default)]
    pub docs: String,
    /// Files of `templates/extensions` that add to the module's types.
    #[serde(default)]
    pub extensions: Vec<String>,
    /// What is special about types, by the name in the description.
    #[serde(default)]
    pub types: IndexMap<String, SdkType>,
    /// The clients, by their names in Rust.
    pub clients: IndexMap<String, SdkClient>,
}

/// What is special about a type.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SdkType {
    /// The overlay type that stands in its place: a path in the crate.
    pub overlay: Option<String>,
    /// Leaves the type out: nothing that users see refers to it.
    pub omit: bool,
    /// Names of fields, by the name on the wire.
    pub fields: IndexMap<String, String>,
    /// The properties that debug output shows, besides ids, enums, numbers and timestamps.
    pub debug: Vec<String>,
}

/// A client.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SdkClient {
    pub docs: String,
    /// The client that makes this one, and shares its pipeline with it.
    pub parent: Option<String>,
    /// The path parameters that the client holds, so that its calls do not ask for them.
    pub holds: Vec<String>,
    /// Replaces what the security schemes of the description say.
    pub credential: Option<SdkCredential>,
    /// Whether an extension makes such clients with other credentials.
    pub other_credentials: bool,
    /// Whether users make such clients with policies of their own.
    pub policies: bool,
    /// The operations that are methods of this client, by `operationId`.
    pub operations: IndexMap<String, SdkOperation>,
}

/// What authorizes requests.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SdkCredential {
    /// A token credential that is asked for a token of these scopes.
    pub token_scopes: Vec<String>,
}

/// An operation.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SdkOperation {
    pub method: String,
    /// Sends a body that may be left out also when nothing of it is set.
    pub always_body: bool,
    /// The name of the call's builder; the method's name in upper camel case where there is none.
    pub call: Option<String>,
    /// Names of arguments and setters, by the name on the wire; the whole body is `body`.
    pub names: IndexMap<String, String>,
    /// Headers that get a new UUID when the caller sets none.
    pub uuid_headers: Vec<String>,
    /// The answer, in JSON, that is given without asking when this property is empty.
    pub answer_when_empty: IndexMap<String, String>,
    /// Values of enum properties that are refused before anything is sent.
    pub refuse: IndexMap<String, SdkRefusal>,
}

/// Values that a call does not take.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SdkRefusal {
    pub values: Vec<String>,
    /// What the caller is told.
    pub message: String,
}

/// What the file begins with.
pub const BEGINNING: &str = "crate: { name: ... }";

impl Sdk {
    /// Reads the file. What is wrong in one entry is left out to look for more in the others.
    pub fn read(source: &Source, diagnostics: &mut Diagnostics) -> Option<Self> {
        let mut value = source.value.clone();
        let mut left_out: Vec<Place> = Vec::new();
        loop {
            let error = match serde_path_to_error::deserialize(&value) {
                Ok(sdk) => return left_out.is_empty().then_some(sdk),
                Err(error) => error,
            };
            let pointer = read::pointer_of(error.path());
            // It lacks what has been left out of it.
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

/// Removes an entry of a mapping; an item of a list must stay, for those behind it count from it.
fn leave_out(value: &mut Value, pointer: &str) -> Option<Value> {
    let (parent, _) = pointer.rsplit_once('/')?;
    let name = tokens(pointer).last()?;
    value.pointer_mut(parent)?.as_object_mut()?.shift_remove(&*name)
}
