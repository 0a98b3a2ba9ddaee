//! The meaning of a description.
//!
//! Two descriptions with the same meaning have equal models after [`Api::without_docs`].

use super::{
    source::Place,
    wire::{EnumBase, JsonKind, Method, TimestampFormat, XmlObject},
};
pub use request::{Body, Endpoint, EndpointVariable, OwnServer, Parameter, Requirement, Security};
pub use response::{
    FinalState, LongRunning, OtherBody, Paging, RawFormat, Response, ResponseHeader,
};

mod request;
mod response;

/// The API of one description, including the files that it refers to.
#[derive(Clone, Debug, PartialEq)]
pub struct Api {
    /// `info.title`.
    pub title: String,
    /// `info.description`.
    pub docs: Option<String>,
    /// `info.version`: for an Azure service the value of `api-version`.
    pub version: String,
    /// `true` if operations take an `api-version` query parameter. It is an option of the client,
    /// so it is not a [`Parameter`].
    pub takes_api_version: bool,
    /// The address of the service.
    pub endpoint: Endpoint,
    /// How requests are authorized. Any one of the requirements is enough; if there are none,
    /// requests need no authorization.
    pub security: Vec<Requirement>,
    /// In the order of the description.
    pub operations: Vec<Operation>,
    /// The named types in the order of the description, then those of other files in the order in
    /// which they are reached.
    pub types: Vec<TypeDefinition>,
    /// How structs are written in bodies of XML.
    pub xml_objects: Vec<XmlObject>,
}

/// One method of one path.
#[derive(Clone, Debug, PartialEq)]
pub struct Operation {
    /// `operationId`.
    pub id: String,
    pub place: Place,
    /// The summary, and below it the description unless that begins with the summary.
    pub docs: Option<String>,
    pub deprecated: bool,
    pub method: Method,
    /// The path, with its parameters in braces.
    pub path: String,
    /// Present if it is sent to another server than the endpoint.
    pub server: Option<OwnServer>,
    /// `true` if it takes the `api-version` of the client.
    pub takes_api_version: bool,
    /// In the order of the description. The parameters of the path item come first.
    pub parameters: Vec<Parameter>,
    pub body: Option<Body>,
    /// How its requests are authorized, if not as for the whole API.
    pub security: Option<Vec<Requirement>>,
    /// The responses that mean success, by status.
    pub success: Vec<Response>,
    /// The responses that mean failure, by status; `default` last.
    pub errors: Vec<Response>,
    /// Present if the operation lists something page by page.
    pub paging: Option<Paging>,
    /// Present if the operation continues after its first response.
    pub long_running: Option<LongRunning>,
}

/// A named type.
#[derive(Clone, Debug, PartialEq)]
pub struct TypeDefinition {
    /// The name in the description. An inline schema is named after its use.
    pub name: String,
    pub place: Place,
    pub docs: Option<String>,
    pub deprecated: bool,
    pub kind: TypeKind,
}

/// The kind of a [`TypeDefinition`].
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
    /// In the order of the description, those of `allOf` bases first. Tags are not included.
    pub properties: Vec<Property>,
    /// The type of all other properties, if the description allows them by name.
    pub additional_properties: Option<Type>,
    /// The discriminators that mark every value of this type.
    pub tags: Vec<Tag>,
}

/// A property with one value: the discriminator of a union that the struct is a variant of.
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
    /// The name that the description suggests for clients (`x-ms-client-name`).
    pub client_name: Option<String>,
    pub place: Place,
    pub docs: Option<String>,
    pub required: bool,
    /// `true` if `null` is one of its values.
    pub nullable: bool,
    /// `true` if only the service sets it.
    pub read_only: bool,
    /// `true` if only callers set it, so that responses do not have it.
    pub write_only: bool,
    pub ty: Type,
    pub constraints: Constraints,
}

/// A string or an integer with known values.
#[derive(Clone, Debug, PartialEq)]
pub struct Enum {
    pub base: EnumBase,
    pub values: Vec<EnumValue>,
    /// `true` if the service may use values that are not listed.
    pub extensible: bool,
    /// `true` if the description does not say which values the service may use: there is no
    /// `x-ms-enum`.
    pub plain: bool,
}

/// A value of an [`Enum`].
#[derive(Clone, Debug, PartialEq)]
pub struct EnumValue {
    /// The value on the wire. An integer is written in digits.
    pub value: String,
    /// The name that the description gives to the value.
    pub name: Option<String>,
    pub docs: Option<String>,
}

/// Objects of several types, which one property distinguishes.
#[derive(Clone, Debug, PartialEq)]
pub struct Union {
    /// The name of that property.
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
    /// `true` if the type does not declare the discriminator. The union writes it.
    pub is_marked: bool,
}

/// Values of several types without a discriminator (`oneOf`, `anyOf`). Their JSON distinguishes
/// them.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// In the order in which they must be tried.
    pub variants: Vec<ChoiceVariant>,
}

/// One type of a [`Choice`].
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceVariant {
    pub kind: JsonKind,
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
    /// A string, with a format that has no type in Rust.
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

/// The format of a string.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StringFormat {
    Uri,
    Uuid,
    /// A format without a meaning for the generator (`password`, `date`, ...).
    Other(String),
}

/// Limits for a value. The service enforces them; clients only document them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Constraints {
    pub minimum: Option<f64>,
    pub maximum: Option<f64>,
    /// `true` if the value must be greater than the minimum.
    pub exclusive_minimum: bool,
    /// `true` if the value must be less than the maximum.
    pub exclusive_maximum: bool,
    pub min_length: Option<usize>,
    pub max_length: Option<usize>,
    pub min_items: Option<usize>,
    pub max_items: Option<usize>,
    /// A regular expression of ECMA 262.
    pub pattern: Option<String>,
    /// The allowed values, as JSON, of a type that is not an [`Enum`].
    pub values: Vec<String>,
}

impl Type {
    /// The name of the named type, bare or inside arrays and maps.
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Named(name) => Some(name),
            Self::Array(item) | Self::Map(item) | Self::Nullable(item) => item.name(),
            _ => None,
        }
    }

    /// Returns `true` if its values need an encoding in JSON: timestamps and bytes do.
    pub fn has_encoded(&self) -> bool {
        match self {
            Self::Bytes | Self::BytesUrl | Self::Timestamp(_) => true,
            Self::Array(item) | Self::Map(item) | Self::Nullable(item) => item.has_encoded(),
            _ => false,
        }
    }

    /// The type of the JSON value itself: the string or number that encodes a timestamp or bytes.
    /// Only fields have attributes that name an encoding.
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
    /// Removes words and places, and sorts by name. The results are equal for descriptions with the
    /// same meaning.
    pub fn without_docs(mut self) -> Self {
        self.operations.sort_by(|a, b| a.id.cmp(&b.id));
        self.types.sort_by(|a, b| a.name.cmp(&b.name));
        self.xml_objects.sort_by(|a, b| a.name.cmp(&b.name));
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

    /// The type with this name.
    pub fn definition(&self, name: &str) -> Option<&TypeDefinition> {
        self.types.iter().find(|ty| ty.name == name)
    }
}
