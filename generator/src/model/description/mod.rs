//! What a description says.
//!
//! Two descriptions that mean the same have equal models once [`Api::without_docs`] has taken the
//! words away.

use super::{
    source::Place,
    wire::{EnumBase, JsonKind, Method, TimestampFormat},
};
pub use request::{Body, Endpoint, EndpointVariable, Parameter, Requirement, Security};
pub use response::{FinalState, LongRunning, Paging, RawFormat, Response, ResponseHeader};

mod request;
mod response;

/// An API, as one description and the files it refers to describe it.
#[derive(Clone, Debug, PartialEq)]
pub struct Api {
    /// `info.title`.
    pub title: String,
    /// `info.description`.
    pub docs: Option<String>,
    /// `info.version`: for an Azure service the value of `api-version`.
    pub version: String,
    /// Whether operations take an `api-version` query parameter. It is an option of the client and
    /// goes with every call, so it is no [`Parameter`].
    pub takes_api_version: bool,
    /// Where the service is.
    pub endpoint: Endpoint,
    /// How requests are authorized; any one of them is enough. Empty: not at all.
    pub security: Vec<Requirement>,
    /// In the order of the description.
    pub operations: Vec<Operation>,
    /// Types with a name, in the order of the description; those of other files follow in the
    /// order in which they are reached.
    pub types: Vec<TypeDefinition>,
}

/// One method of one path.
#[derive(Clone, Debug, PartialEq)]
pub struct Operation {
    /// `operationId`.
    pub id: String,
    pub place: Place,
    /// The summary, and the description below it where that says more.
    pub docs: Option<String>,
    pub deprecated: bool,
    pub method: Method,
    /// The path, with its parameters in braces.
    pub path: String,
    /// In the order of the description, those of the path's item first.
    pub parameters: Vec<Parameter>,
    pub body: Option<Body>,
    /// How its requests are authorized, where that is not as for the whole API.
    pub security: Option<Vec<Requirement>>,
    /// The responses that mean success, by status.
    pub success: Vec<Response>,
    /// The responses that mean failure, by status; `default` last.
    pub errors: Vec<Response>,
    /// Present when the operation lists something page by page.
    pub paging: Option<Paging>,
    /// Present when the operation goes on after its first response.
    pub long_running: Option<LongRunning>,
}

/// A type that has a name.
#[derive(Clone, Debug, PartialEq)]
pub struct TypeDefinition {
    /// The name in the description, or one made of where an inline schema stands.
    pub name: String,
    pub place: Place,
    pub docs: Option<String>,
    pub deprecated: bool,
    pub kind: TypeKind,
}

/// What a [`TypeDefinition`] defines.
#[derive(Clone, Debug, PartialEq)]
pub enum TypeKind {
    Struct(Struct),
    Enum(Enum),
    Union(Union),
    Choice(Choice),
}

/// An object with known properties.
#[derive(Clone, Debug, PartialEq)]
pub struct Struct {
    /// In the order of the description, those of `allOf` bases first, without the tags.
    pub properties: Vec<Property>,
    /// The type of all further properties, where the description allows them by name.
    pub additional_properties: Option<Type>,
    /// What tells that a value is one of this type, wherever it stands.
    pub tags: Vec<Tag>,
}

/// A property with one value: the discriminator of a union that a struct is a variant of.
#[derive(Clone, Debug, PartialEq)]
pub struct Tag {
    /// The name on the wire.
    pub property: String,
    pub value: String,
}

/// A property of an object.
#[derive(Clone, Debug, PartialEq)]
pub struct Property {
    /// The name on the wire.
    pub name: String,
    /// The name that the description wants in clients (`x-ms-client-name`).
    pub client_name: Option<String>,
    pub place: Place,
    pub docs: Option<String>,
    pub required: bool,
    /// Whether `null` is a value of it.
    pub nullable: bool,
    /// Whether only the service sets it.
    pub read_only: bool,
    /// Whether only callers set it, so that what the service gives does not have it.
    pub write_only: bool,
    pub ty: Type,
    pub constraints: Constraints,
}

/// A string or an integer with known values.
#[derive(Clone, Debug, PartialEq)]
pub struct Enum {
    pub base: EnumBase,
    pub values: Vec<EnumValue>,
    /// Whether there may be more values than are known (`modelAsString`).
    pub extensible: bool,
}

/// A value of an [`Enum`].
#[derive(Clone, Debug, PartialEq)]
pub struct EnumValue {
    /// The value on the wire; of an integer, its digits.
    pub value: String,
    /// The name that the description gives it, if any.
    pub name: Option<String>,
    pub docs: Option<String>,
}

/// Objects of which one property tells which of several types they are.
#[derive(Clone, Debug, PartialEq)]
pub struct Union {
    /// The property that tells, the discriminator.
    pub discriminator: String,
    pub variants: Vec<Variant>,
}

/// One type of a [`Union`].
#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    /// The value of the discriminator.
    pub value: String,
    /// The name of the struct, or of a union with another discriminator.
    pub type_name: String,
}

/// Values of one of several types that nothing but their form tells apart (`oneOf`).
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// In the order in which they are to be tried.
    pub variants: Vec<ChoiceVariant>,
}

/// One type of a [`Choice`].
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceVariant {
    pub form: JsonKind,
    pub ty: Type,
}

/// The type of a value.
#[derive(Clone, Debug, PartialEq)]
pub enum Type {
    Any,
    Boolean,
    /// Base64 in JSON (`format: byte`).
    Bytes,
    /// Base64 in the alphabet for URLs, in JSON (`format: base64url`).
    BytesUrl,
    Float32,
    Float64,
    Int32,
    Int64,
    UInt64,
    /// A string; the format is one that Rust has no type of its own for.
    String(Option<StringFormat>),
    Timestamp(TimestampFormat),
    Array(Box<Type>),
    /// An object whose property names are data.
    Map(Box<Type>),
    /// An item of an array, or a value of a map, that may be `null`.
    Nullable(Box<Type>),
    /// A [`TypeDefinition`], by name.
    Named(String),
}

/// What a string holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StringFormat {
    Uri,
    Uuid,
    /// A format of the description that means nothing to the generator (`password`, `date`, ...).
    Other(String),
}

/// What a value must satisfy. The service checks it; clients show it in their documentation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Constraints {
    pub minimum: Option<f64>,
    pub maximum: Option<f64>,
    /// Whether the minimum itself is no value.
    pub exclusive_minimum: bool,
    /// Whether the maximum itself is no value.
    pub exclusive_maximum: bool,
    pub min_length: Option<usize>,
    pub max_length: Option<usize>,
    pub min_items: Option<usize>,
    pub max_items: Option<usize>,
    /// A regular expression of ECMA 262.
    pub pattern: Option<String>,
    /// The only values, in JSON, of what is no [`Enum`].
    pub values: Vec<String>,
}

impl Type {
    /// The named type in this type, whether bare or as the item of arrays and maps.
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Named(name) => Some(name),
            Self::Array(item) | Self::Map(item) | Self::Nullable(item) => item.name(),
            _ => None,
        }
    }

    /// Whether there are values in it that JSON has no form of its own for.
    pub fn has_encoded(&self) -> bool {
        match self {
            Self::Bytes | Self::BytesUrl | Self::Timestamp(_) => true,
            Self::Array(item) | Self::Map(item) | Self::Nullable(item) => item.has_encoded(),
            _ => false,
        }
    }

    /// The type of what stands in JSON for it: a field says how its timestamps and bytes are
    /// written, and what is no field has nothing that says it.
    pub fn as_written(self) -> Self {
        match self {
            Self::Bytes | Self::BytesUrl => Self::String(None),
            Self::Timestamp(TimestampFormat::UnixTime) => Self::Int64,
            Self::Timestamp(_) => Self::String(None),
            Self::Array(item) => Self::Array(Box::new(item.as_written())),
            Self::Map(item) => Self::Map(Box::new(item.as_written())),
            Self::Nullable(item) => Self::Nullable(Box::new(item.as_written())),
            other => other,
        }
    }
}

impl Api {
    /// The same API without its words and places, ordered by name: equal for descriptions that
    /// mean the same.
    pub fn without_docs(mut self) -> Self {
        self.operations.sort_by(|a, b| a.id.cmp(&b.id));
        self.types.sort_by(|a, b| a.name.cmp(&b.name));
        self.title.clear();
        self.docs = None;
        for variable in &mut self.endpoint.variables {
            variable.docs = None;
        }
        for operation in &mut self.operations {
            operation.docs = None;
            operation.place = Place::default();
            for parameter in &mut operation.parameters {
                parameter.docs = None;
                parameter.place = Place::default();
            }
            if let Some(body) = &mut operation.body {
                body.docs = None;
                body.place = Place::default();
            }
            for response in operation.success.iter_mut().chain(&mut operation.errors) {
                response.docs = None;
                for header in &mut response.headers {
                    header.docs = None;
                    header.place = Place::default();
                }
            }
        }
        for ty in &mut self.types {
            ty.docs = None;
            ty.place = Place::default();
            match &mut ty.kind {
                TypeKind::Struct(it) => {
                    for property in &mut it.properties {
                        property.docs = None;
                        property.place = Place::default();
                    }
                }
                TypeKind::Enum(it) => it.values.iter_mut().for_each(|value| value.docs = None),
                TypeKind::Union(_) | TypeKind::Choice(_) => {}
            }
        }
        self
    }

    /// The type of this name.
    pub fn definition(&self, name: &str) -> Option<&TypeDefinition> {
        self.types.iter().find(|ty| ty.name == name)
    }
}
