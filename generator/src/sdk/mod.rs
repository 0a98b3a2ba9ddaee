//! `sdk.yaml`: how descriptions become a crate.
//!
//! Knowledge of one API belongs in this file or in an overlay; the generator itself has none. For a
//! stand-alone crate, [`resolve::stand_alone`](crate::resolve::stand_alone) creates the [`Sdk`].

mod init;
mod read;
pub mod reference;

pub use init::yaml;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

/// The whole file.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sdk {
    /// The crate.
    ///
    /// ```yaml
    /// crate: { name: library }
    /// ```
    #[serde(rename = "crate")]
    pub package: SdkPackage,
    /// The items that the root of the crate exports from overlays, by the overlay's module. Without
    /// it, a stand-alone crate exports the items that its calls return.
    ///
    /// ```yaml
    /// overlays: { pager: [Items, Pages] }
    /// ```
    #[serde(default, skip_serializing_if = "is_default")]
    pub overlays: IndexMap<String, Vec<String>>,
    /// The descriptions, each of which becomes a module.
    ///
    /// ```yaml
    /// modules: [{ description: library.yaml }]
    /// ```
    pub modules: Vec<SdkModule>,
}

/// The crate: `crate`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SdkPackage {
    /// The name of the crate.
    ///
    /// ```yaml
    /// name: library
    /// ```
    pub name: String,
    /// The version of the crate, for the manifest. Without it, the version is 0.1.0.
    ///
    /// ```yaml
    /// version: 1.2.0
    /// ```
    #[serde(default, skip_serializing_if = "is_default")]
    pub version: Option<String>,
    /// What the crate is for, in a few words. A stand-alone crate has them in its README and in its
    /// manifest.
    ///
    /// ```yaml
    /// docs: The library of the town
    /// ```
    #[serde(default, skip_serializing_if = "is_default")]
    pub docs: String,
    /// The address of the source code, for the manifest.
    ///
    /// ```yaml
    /// repository: https://github.com/town/library-client
    /// ```
    #[serde(default, skip_serializing_if = "is_default")]
    pub repository: Option<String>,
    /// The address of the home page, for the manifest.
    ///
    /// ```yaml
    /// homepage: https://library.example/developers
    /// ```
    #[serde(default, skip_serializing_if = "is_default")]
    pub homepage: Option<String>,
    /// The address of the documentation, for the manifest.
    ///
    /// ```yaml
    /// documentation: https://docs.rs/library
    /// ```
    #[serde(default, skip_serializing_if = "is_default")]
    pub documentation: Option<String>,
    /// Lets enums refuse values that the description does not list. Without it, an enum keeps such a
    /// value, unless its `x-ms-enum` says that there are none.
    ///
    /// ```yaml
    /// closed_enums: true
    /// ```
    #[serde(default, skip_serializing_if = "is_default")]
    pub closed_enums: bool,
    /// Gives `new` and setters to the types that no request contains, too: for tests of your own
    /// that make many of them. Without it, such a type is read from JSON.
    ///
    /// ```yaml
    /// constructors_for_all: true
    /// ```
    #[serde(default, skip_serializing_if = "is_default")]
    pub constructors_for_all: bool,
    /// Gives docs to all public items, and lets the compiler check that. Items that the description
    /// says nothing about then have docs that restate their names.
    ///
    /// ```yaml
    /// docs_for_all: true
    /// ```
    #[serde(default, skip_serializing_if = "is_default")]
    pub docs_for_all: bool,
}

/// The module that one description becomes: an item of `modules`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SdkModule {
    /// The description's file, relative to `sdk.yaml`.
    ///
    /// ```yaml
    /// description: library.yaml
    /// ```
    pub description: String,
    /// The name of the Rust module; without one, its items are in the root of the crate.
    ///
    /// ```yaml
    /// name: loans
    /// ```
    #[serde(default, skip_serializing_if = "is_default")]
    pub name: Option<String>,
    /// The cargo feature that turns the module on.
    ///
    /// ```yaml
    /// feature: loans
    /// ```
    #[serde(default, skip_serializing_if = "is_default")]
    pub feature: Option<String>,
    /// The documentation of the Rust module, in Markdown.
    ///
    /// ```yaml
    /// docs: Lends books.
    /// ```
    #[serde(default, skip_serializing_if = "is_default")]
    pub docs: String,
    /// Files of the generator's `templates/extensions` that add to the module's types.
    ///
    /// ```yaml
    /// extensions: [typing]
    /// ```
    #[serde(default, skip_serializing_if = "is_default")]
    pub extensions: Vec<String>,
    /// Settings of types, by the name in the description.
    ///
    /// ```yaml
    /// types: { Book: { optional: [isbn] } }
    /// ```
    #[serde(default, skip_serializing_if = "is_default")]
    pub types: IndexMap<String, SdkType>,
    /// The clients, by their names in Rust.
    ///
    /// ```yaml
    /// clients: { BooksClient: { operations: { Books_Get: { method: get } } } }
    /// ```
    #[serde(default, skip_serializing_if = "is_default")]
    pub clients: IndexMap<String, SdkClient>,
}

/// The settings of a type: a value of `types`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SdkType {
    /// The overlay type that replaces it: a path in the crate.
    ///
    /// ```yaml
    /// overlay: patch::Patch
    /// ```
    #[serde(skip_serializing_if = "is_default")]
    pub overlay: Option<String>,
    /// Leaves the type out of `models`. Nothing public may refer to it.
    ///
    /// ```yaml
    /// omit: true
    /// ```
    #[serde(skip_serializing_if = "is_default")]
    pub omit: bool,
    /// Names of fields, by wire name.
    ///
    /// ```yaml
    /// fields: { type: binding }
    /// ```
    #[serde(skip_serializing_if = "is_default")]
    pub fields: IndexMap<String, String>,
    /// Other types of string properties, by wire name: paths in the crate. Serde must read and
    /// write their values as strings.
    ///
    /// ```yaml
    /// strings: { binding: "crate::models::Binding" }
    /// ```
    #[serde(skip_serializing_if = "is_default")]
    pub strings: IndexMap<String, String>,
    /// Properties that the service omits, although the description requires them.
    ///
    /// ```yaml
    /// optional: [isbn]
    /// ```
    #[serde(skip_serializing_if = "is_default")]
    pub optional: Vec<String>,
    /// The properties that debug output shows, besides ids, enums, numbers and timestamps.
    ///
    /// ```yaml
    /// debug: [title]
    /// ```
    #[serde(skip_serializing_if = "is_default")]
    pub debug: Vec<String>,
}

/// A client: a value of `clients`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SdkClient {
    /// The documentation of the client, in Markdown.
    ///
    /// ```yaml
    /// docs: Finds and lends books.
    /// ```
    #[serde(skip_serializing_if = "is_default")]
    pub docs: String,
    /// The client whose method creates this one. Both share a pipeline.
    ///
    /// ```yaml
    /// parent: LibraryClient
    /// ```
    #[serde(skip_serializing_if = "is_default")]
    pub parent: Option<String>,
    /// The path parameters that the client holds, so that its calls do not ask for them.
    ///
    /// ```yaml
    /// holds: [bookId]
    /// ```
    #[serde(skip_serializing_if = "is_default")]
    pub holds: Vec<String>,
    /// The namespace of its spans: the resource provider of the service.
    ///
    /// ```yaml
    /// namespace: Library.Books
    /// ```
    #[serde(skip_serializing_if = "is_default")]
    pub namespace: Option<String>,
    /// Replaces the security schemes of the description.
    ///
    /// ```yaml
    /// credential: { token_scopes: ["https://library.example/.default"] }
    /// ```
    #[serde(skip_serializing_if = "is_default")]
    pub credential: Option<SdkCredential>,
    /// Gives extensions a constructor that takes a policy, for other credentials.
    ///
    /// ```yaml
    /// other_credentials: true
    /// ```
    #[serde(skip_serializing_if = "is_default")]
    pub other_credentials: bool,
    /// Gives users a constructor that takes a policy.
    ///
    /// ```yaml
    /// policies: true
    /// ```
    #[serde(skip_serializing_if = "is_default")]
    pub policies: bool,
    /// The operations that are methods of this client, by `operationId`.
    ///
    /// ```yaml
    /// operations: { Books_Get: { method: get } }
    /// ```
    #[serde(skip_serializing_if = "is_default")]
    pub operations: IndexMap<String, SdkOperation>,
}

/// The credential that authorizes requests: `credential`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SdkCredential {
    /// The scopes of the tokens that a token credential is asked for.
    ///
    /// ```yaml
    /// token_scopes: ["https://library.example/.default"]
    /// ```
    pub token_scopes: Vec<String>,
}

impl SdkPackage {
    /// The addresses, by their names here and in the manifest.
    pub fn links(&self) -> impl Iterator<Item = (&'static str, &String)> {
        let links = [
            ("repository", &self.repository),
            ("homepage", &self.homepage),
            ("documentation", &self.documentation),
        ];
        links.into_iter().filter_map(|(name, link)| Some((name, link.as_ref()?)))
    }
}

/// An operation: a value of `operations`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SdkOperation {
    /// The name of the method.
    ///
    /// ```yaml
    /// method: get
    /// ```
    pub method: String,
    /// Sends an optional body even if none of its setters was called.
    ///
    /// ```yaml
    /// always_body: true
    /// ```
    #[serde(skip_serializing_if = "is_default")]
    pub always_body: bool,
    /// The name of the call's builder; by default, the method's name in upper camel case.
    ///
    /// ```yaml
    /// call: GetBook
    /// ```
    #[serde(skip_serializing_if = "is_default")]
    pub call: Option<String>,
    /// Other words by which users search for the method in the docs.
    ///
    /// ```yaml
    /// aliases: [borrow]
    /// ```
    #[serde(skip_serializing_if = "is_default")]
    pub aliases: Vec<String>,
    /// Names of arguments and setters, by wire name. The whole body is `body`.
    ///
    /// ```yaml
    /// names: { body: book }
    /// ```
    #[serde(skip_serializing_if = "is_default")]
    pub names: IndexMap<String, String>,
    /// Headers that contain a new UUID unless the caller sets them.
    ///
    /// ```yaml
    /// uuid_headers: [repeatability-request-id]
    /// ```
    #[serde(skip_serializing_if = "is_default")]
    pub uuid_headers: Vec<String>,
    /// The result as JSON, by the property that must be empty. The call then sends nothing.
    ///
    /// ```yaml
    /// answer_when_empty: { books: "{}" }
    /// ```
    #[serde(skip_serializing_if = "is_default")]
    pub answer_when_empty: IndexMap<String, String>,
    /// Values of enum properties that the call refuses before it sends anything.
    ///
    /// ```yaml
    /// refuse: { binding: { values: [stone], message: "books of stone are not lent" } }
    /// ```
    #[serde(skip_serializing_if = "is_default")]
    pub refuse: IndexMap<String, SdkRefusal>,
}

/// Values that a call refuses: a value of `refuse`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SdkRefusal {
    /// The values.
    ///
    /// ```yaml
    /// values: [stone]
    /// ```
    pub values: Vec<String>,
    /// The message of the error.
    ///
    /// ```yaml
    /// message: books of stone are not lent
    /// ```
    pub message: String,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// The beginning of the file, as a hint shows it.
pub const BEGINNING: &str = "crate: { name: ... }";
