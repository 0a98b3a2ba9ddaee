//! The crate to write, with every decision made: names, types, docs, derives, and how the inputs of
//! calls are passed and sent.
//!
//! Docs are Markdown that rustdoc accepts. They are not wrapped yet.

pub use call::{
    Answer, Argument, BodyStruct, BuilderMethod, Call, CallBody, CallServer, ConstantParameter,
    ContentType, Operation, PathValue, RawBody, Refusal, RestOfFields, Setter, Target, Variables,
};
pub use client::{
    Alternative, Child, Client, Constructor, Credential, CredentialKind, HeldParameter, Origin,
    Visibility,
};
pub use input::{Encoding, InputType, ParameterSetter, SegmentEncoding, Storage};
pub use lint::Lint;
pub use outcome::{
    Begun, FinalState, HeaderField, HeaderFormat, HeadersModel, List, OtherOutput, Output,
    StatusEnum, StatusVariant, StreamFormat, VariantBody,
};
pub use rust_type::{Codec, RustType};
pub use types::{
    Absent, AdditionalProperties, ChoiceModel, ChoiceVariant, Derive, EnumModel, EnumVariant,
    Field, FieldCodec, Model, ModelKind, StructConstructor, StructModel, StructTags, TagField,
    UnionModel, UnionVariant,
};
pub use xml::{Xml, XmlBodies};

mod call;
mod client;
mod input;
mod lint;
mod outcome;
mod rust_type;
mod types;
mod xml;

/// A crate.
#[derive(Clone, Debug, Default)]
pub struct Package {
    /// The name on crates.io.
    pub name: String,
    /// The version in the manifest, if `sdk.yaml` has one.
    pub version: Option<String>,
    pub docs: String,
    /// The web addresses in the manifest, by their keys.
    pub links: Vec<(&'static str, String)>,
    /// The parts of the crate, one for each description.
    pub modules: Vec<Module>,
    /// The items of overlays that the root of the crate exports.
    pub exports: Vec<Export>,
    /// `true` if every public item has docs.
    pub docs_for_all: bool,
    /// The sections about its use in the README of a stand-alone crate, in Markdown.
    pub usage: String,
}

/// The public items of an overlay or an extension.
#[derive(Clone, Debug)]
pub struct Export {
    /// The module of the overlay, as `folder::overlay`, or of the extension.
    pub module: String,
    pub items: Vec<String>,
}

/// The part of a crate that comes from one description.
#[derive(Clone, Debug)]
pub struct Module {
    /// The Rust module; `None` is the root of the crate.
    pub name: Option<String>,
    /// The cargo feature that enables the module, if it is optional.
    pub feature: Option<String>,
    pub docs: String,
    /// The file of the description, as the headers of generated files show it.
    pub source: String,
    /// The files in `templates/extensions` that add to the module's types, and their public items.
    pub extensions: Vec<Export>,
    pub models_docs: String,
    /// The docs of the module `calls`; `None` if there are no calls.
    pub calls_docs: Option<String>,
    pub clients: Vec<Client>,
    pub models: Vec<Model>,
    pub xml: Xml,
}

impl Module {
    /// The folder of the module's files in the crate.
    pub fn folder(&self) -> String {
        self.name.as_ref().map_or("src".to_owned(), |name| format!("src/{name}"))
    }
}
