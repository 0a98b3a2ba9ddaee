//! The crate to write, with every decision made: Rust names, types, derives, and what a call's
//! arguments and setters are.
//!
//! Docs are Markdown that rustdoc takes as it is, not wrapped yet.

use super::wire::{
    BodyFormat, EnumBase, JsonKind, Method, ParameterLocation, ParameterStyle, TimestampFormat,
};
pub use outcome::{
    FinalState, HeaderField, HeaderFormat, HeadersModel, Output, StatusEnum, StatusVariant,
    VariantBody,
};

mod outcome;

/// A crate.
#[derive(Clone, Debug, Default)]
pub struct Package {
    /// The name on crates.io.
    pub name: String,
    pub docs: String,
    /// The parts of the crate, each generated from one description.
    pub modules: Vec<Module>,
    /// What overlays give to the users of the crate, at its root.
    pub exports: Vec<Export>,
}

/// What users of the crate see of one overlay.
#[derive(Clone, Debug)]
pub struct Export {
    /// The overlay's module, as `folder::overlay`.
    pub module: String,
    pub items: Vec<String>,
}

/// What one description becomes.
#[derive(Clone, Debug)]
pub struct Module {
    /// The Rust module; `None` is the root of the crate.
    pub name: Option<String>,
    /// The cargo feature that turns it on, if it is optional.
    pub feature: Option<String>,
    pub docs: String,
    /// The file of the description, as the header of generated files shows it.
    pub source: String,
    /// Files of `templates/extensions`, by name, that add to the module's types.
    pub extensions: Vec<String>,
    pub clients: Vec<Client>,
    pub models: Vec<Model>,
}

impl Module {
    /// The folder of the module's files in the crate.
    pub fn folder(&self) -> String {
        self.name.as_ref().map_or("src".to_owned(), |name| format!("src/{name}"))
    }
}

/// A struct whose methods are calls.
#[derive(Clone, Debug)]
pub struct Client {
    pub name: String,
    /// The Rust module that it stands in.
    pub module: String,
    pub docs: String,
    pub origin: Origin,
    /// The path parameters that it holds.
    pub held: Vec<HeldParameter>,
    /// The clients that are made from it.
    pub children: Vec<Child>,
    pub calls: Vec<Call>,
}

/// How a client is made.
#[derive(Clone, Debug)]
pub enum Origin {
    /// From an endpoint and a credential.
    New(Constructor),
    /// By a method of another client, with which it shares a pipeline.
    Parent,
}

/// What a client is made of.
#[derive(Clone, Debug)]
pub struct Constructor {
    /// The default of the client's option; `None` where the API knows no `api-version`.
    pub api_version: Option<String>,
    /// The URL of the description, when it is one that can be used as it is.
    pub default_endpoint: Option<String>,
    /// What the endpoint is.
    pub endpoint_docs: String,
    pub credentials: Vec<Credential>,
    /// Whether there are calls that not all of the credentials authorize.
    pub selective: bool,
    /// Who else makes such clients, with a policy that authorizes.
    pub with_policy: Option<Visibility>,
}

/// Who sees something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visibility {
    /// The extensions of the module.
    Extensions,
    Users,
}

/// Something that authorizes the requests of a client.
#[derive(Clone, Debug, PartialEq)]
pub struct Credential {
    /// The argument of the constructor that it is.
    pub argument: String,
    pub kind: CredentialKind,
}

/// What a [`Credential`] is.
#[derive(Clone, Debug, PartialEq)]
pub enum CredentialKind {
    /// A name and a password.
    Basic,
    /// An `azure_core` `TokenCredential`.
    Token { scopes: Vec<String> },
    /// A key in a header, a query parameter or a cookie of this name.
    Key { location: ParameterLocation, name: String },
}

/// A path parameter that a client holds.
#[derive(Clone, Debug)]
pub struct HeldParameter {
    pub name: String,
    /// The name in the paths of the description.
    pub wire_name: String,
    pub docs: String,
}

/// A method that makes a client from its parent.
#[derive(Clone, Debug)]
pub struct Child {
    pub method: String,
    pub client: String,
    /// The Rust module of the child.
    pub module: String,
    pub held: Vec<HeldParameter>,
}

/// A method of a client, and the builder that it returns.
#[derive(Clone, Debug)]
pub struct Call {
    pub method: String,
    /// The builder.
    pub name: String,
    pub constant: String,
    pub docs: String,
    pub deprecated: bool,
    pub http_method: Method,
    pub path: String,
    /// The values of the path's parameters, in the order of the path.
    pub path_values: Vec<PathValue>,
    /// The status codes that mean success; a digit stands for all that begin with it, and none at
    /// all for 2xx.
    pub success: Vec<u16>,
    /// What to ask for where that is not JSON: media types as in `Accept`.
    pub accept: Option<String>,
    /// The arguments of the method, in order.
    pub arguments: Vec<Argument>,
    /// What may be set before the call is awaited.
    pub setters: Vec<Setter>,
    /// The parameters that have one value only.
    pub constants: Vec<ConstantParameter>,
    /// The credentials that authorize it, by the names of their arguments; `None` is all.
    pub authorized_by: Option<Vec<String>>,
    pub body: CallBody,
    pub output: Output,
    /// The headers of its response.
    pub headers: Option<HeadersModel>,
    /// The headers that get a new UUID when the caller sets none.
    pub uuid_headers: Vec<String>,
    pub answer: Option<Answer>,
}

/// A value in the path of a call.
#[derive(Clone, Debug)]
pub enum PathValue {
    /// A parameter that the client holds, by the name of its field.
    Held(String),
    /// An argument of the method.
    Argument { name: String, ty: RustType, form: Option<ParameterStyle> },
}

/// An argument of a call's method.
#[derive(Clone, Debug)]
pub struct Argument {
    pub name: String,
    pub wire_name: String,
    pub docs: String,
    pub ty: RustType,
    pub target: Target,
}

/// A parameter that is sent without asking.
#[derive(Clone, Debug)]
pub struct ConstantParameter {
    pub wire_name: String,
    pub location: ParameterLocation,
    pub value: String,
}

/// A method of a call's builder.
#[derive(Clone, Debug)]
pub struct Setter {
    pub name: String,
    pub wire_name: String,
    pub docs: String,
    pub deprecated: bool,
    pub ty: RustType,
    pub target: Target,
    /// The values that are refused before anything is sent.
    pub refused: Option<Refusal>,
}

/// What an argument or a setter puts its value into.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    Parameter {
        location: ParameterLocation,
        form: Option<ParameterStyle>,
    },
    /// A field of a body whose fields are arguments and setters.
    Field {
        name: String,
        presence: Presence,
        boxed: bool,
    },
    /// The whole body.
    Body,
}

/// Values of an enum that a setter does not take.
#[derive(Clone, Debug)]
pub struct Refusal {
    /// The enum.
    pub ty: String,
    /// Its variants.
    pub variants: Vec<String>,
    /// What the caller is told.
    pub message: String,
}

/// The body of a call.
#[derive(Clone, Debug)]
pub enum CallBody {
    None,
    /// The body's fields are arguments and setters; the struct is private to the client's module.
    Fields {
        model: Model,
        format: BodyFormat,
        content_type: Option<String>,
        /// Whether there is no body until something of it is set.
        optional: bool,
    },
    /// The body is one argument, or a setter where it may be left out.
    Whole {
        ty: RustType,
        required: bool,
        format: BodyFormat,
        content_type: Option<String>,
    },
    /// A form whose fields are arguments and setters.
    Form {
        multipart: bool,
    },
}

/// An answer that is known without asking the service.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The field of the body that is empty.
    pub when_empty: String,
    /// The answer, in JSON.
    pub json: String,
}

/// A type of `models`.
#[derive(Clone, Debug)]
pub struct Model {
    pub name: String,
    /// The name in the description.
    pub wire_name: String,
    pub docs: String,
    pub deprecated: bool,
    pub kind: ModelKind,
}

/// What a [`Model`] is in Rust.
#[derive(Clone, Debug)]
pub enum ModelKind {
    Struct(StructModel),
    Enum(EnumModel),
    Union(UnionModel),
    Choice(ChoiceModel),
    /// One page of a list, which only the pager sees.
    Page(PageModel),
}

/// A struct.
#[derive(Clone, Debug)]
pub struct StructModel {
    pub fields: Vec<Field>,
    /// Whether serde's `rename_all = "camelCase"` gives most fields their name on the wire.
    pub camel_case: bool,
    /// The field that takes all further properties, and their type.
    pub additional: Option<AdditionalProperties>,
    pub tags: StructTags,
    /// Whether it can be made without knowing anything.
    pub default: bool,
}

/// The properties of a struct that have one value, and how they are written.
#[derive(Clone, Debug, Default)]
pub enum StructTags {
    #[default]
    None,
    /// By serde: a property and its value.
    Serde { property: String, value: String },
    /// By fields of types of their own: serde writes only one, and does not keep it from the further
    /// properties.
    Fields(Vec<TagField>),
}

/// A field that is one value.
#[derive(Clone, Debug)]
pub struct TagField {
    pub name: String,
    pub wire_name: String,
    pub value: String,
    /// The name of its type.
    pub ty: String,
}

/// The field of a struct that takes the properties that have no field.
#[derive(Clone, Debug)]
pub struct AdditionalProperties {
    pub name: String,
    pub ty: RustType,
}

/// A field of a struct.
#[derive(Clone, Debug)]
pub struct Field {
    pub name: String,
    pub wire_name: String,
    /// Whether serde has to be told the name on the wire.
    pub rename: bool,
    pub docs: String,
    pub ty: RustType,
    pub presence: Presence,
    /// Whether it stands in a `Box`, because its type contains this struct.
    pub boxed: bool,
    /// Whether debug output shows it.
    pub debug: bool,
}

/// How a field is absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    Required,
    /// An `Option`, left out when it is `None`.
    Optional,
    /// An `Option`, `null` when it is `None`.
    Nullable,
    /// An array or a map, left out when it is empty.
    Collection,
    /// A field of a merge patch.
    Patch,
}

/// An enum of strings or integers.
#[derive(Clone, Debug)]
pub struct EnumModel {
    pub base: EnumBase,
    pub variants: Vec<EnumVariant>,
    pub extensible: bool,
}

/// A variant of an [`EnumModel`].
#[derive(Clone, Debug)]
pub struct EnumVariant {
    pub name: String,
    pub value: String,
    pub docs: String,
}

/// An enum of structs.
#[derive(Clone, Debug)]
pub struct UnionModel {
    /// The property that tells which.
    pub discriminator: String,
    pub variants: Vec<UnionVariant>,
    /// Whether it stands in a merge patch, so that a variant should go there as it is.
    pub patched: bool,
}

/// A variant of a [`UnionModel`].
#[derive(Clone, Debug)]
pub struct UnionVariant {
    pub name: String,
    pub value: String,
    pub docs: String,
    /// The struct, or the union with another discriminator.
    pub model: String,
    /// Whether that converts into the union: only in its first variant, where it has several.
    pub converts: bool,
}

/// An enum of types that the form of a value tells apart.
#[derive(Clone, Debug)]
pub struct ChoiceModel {
    pub variants: Vec<ChoiceVariant>,
}

/// A variant of a [`ChoiceModel`].
#[derive(Clone, Debug)]
pub struct ChoiceVariant {
    pub name: String,
    pub form: JsonKind,
    pub docs: String,
    pub ty: RustType,
    /// Whether debug output shows it.
    pub debug: bool,
}

/// One page of a list.
#[derive(Clone, Debug)]
pub struct PageModel {
    /// The name of the items' property on the wire.
    pub items: String,
    /// Whether a page must have that property.
    pub items_required: bool,
    pub item: RustType,
    /// The name of the property with the link to the next page on the wire.
    pub next_link: Option<String>,
}

/// A type in Rust.
#[derive(Clone, Debug, PartialEq)]
pub enum RustType {
    Any,
    Bool,
    Bytes,
    BytesUrl,
    F32,
    F64,
    I32,
    I64,
    U64,
    String,
    Timestamp(TimestampFormat),
    Vec(Box<RustType>),
    Map(Box<RustType>),
    /// `Option`, as an item of an array or the value of a map.
    Option(Box<RustType>),
    /// An enum of strings, of `models`.
    Enum {
        name: String,
        extensible: bool,
    },
    /// An enum of integers, of `models`.
    IntegerEnum(String),
    /// A struct of `models`.
    Struct(String),
    /// A union or a choice of `models`: its variants convert into it.
    Union(String),
    /// A type of an overlay, by its path in the crate.
    Overlay(String),
}
