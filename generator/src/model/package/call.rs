//! Calls: the methods of clients and the builders that they return.

use super::{
    Encoding, HeadersModel, InputType, Lint, OtherOutput, Output, ParameterSetter, RustType,
    SegmentEncoding, Storage, StructModel,
};
use crate::model::wire::{Method, ParameterLocation};

/// A method of a client, and the builder that it returns.
#[derive(Clone, Debug)]
pub struct Call {
    pub method: String,
    /// The builder.
    pub name: String,
    /// The docs of the method, with those of its arguments.
    pub docs: String,
    pub deprecated: bool,
    /// Other words by which users search for the method.
    pub aliases: Vec<String>,
    /// The lints of the method.
    pub lints: Vec<Lint>,
    /// The `operationId`.
    pub operation_id: String,
    pub operation: Operation,
    /// The values of the path's parameters, in the order of the path.
    pub path_values: Vec<PathValue>,
    /// The media types of `Accept`, if there are others than JSON.
    pub accept: Option<String>,
    /// The arguments of the method, in order.
    pub arguments: Vec<Argument>,
    pub variables: Variables,
    /// The setters of the builder.
    pub setters: Vec<Setter>,
    /// The other methods of the builder, in order.
    pub builder_methods: Vec<BuilderMethod>,
    /// The parameters with a single value.
    pub constants: Vec<ConstantParameter>,
    /// `true` if it does not take the `api-version` of its client.
    pub without_api_version: bool,
    /// The server that it is sent to, if it is not the endpoint.
    pub server: Option<CallServer>,
    /// The credentials that authorize it, by the names of their arguments; `None` means all.
    pub authorized_by: Option<Vec<String>>,
    pub body: CallBody,
    pub output: Output,
    pub others: Vec<OtherOutput>,
    /// The lints of the builder's methods, whose types contain that of the result.
    pub builder_lints: Vec<Lint>,
    /// The headers of its response.
    pub headers: Option<HeadersModel>,
    /// The headers that get a new UUID unless the caller sets them.
    pub uuid_headers: Vec<String>,
    pub answer: Option<Answer>,
    /// The name of the shapes of its bodies, if they are in XML.
    pub xml: Option<String>,
}

/// The names of the method's variables. They differ from those of the arguments.
#[derive(Clone, Debug)]
pub struct Variables {
    pub path: String,
    pub body: String,
    pub call: String,
}

/// The server of a call. It gets the credentials only if the client has the described endpoint.
#[derive(Clone, Debug)]
pub struct CallServer {
    /// The URL, for docs.
    pub template: String,
    /// The URL, if the description has a complete one.
    pub url: Option<String>,
    /// The endpoint of the description, if it is a complete URL.
    pub endpoint: Option<String>,
}

/// A method of a builder that is not a setter of the operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BuilderMethod {
    AllowDuplicates,
    AllowLinksTo,
    Context,
    Items,
    Pages,
    PollEvery,
    Poller,
    Prefetch,
    Response,
    Resume,
    ResumePoller,
    Send,
    /// Only calls with a server of their own have it.
    Server,
    WithResponse,
}

impl BuilderMethod {
    /// The methods that any call may have.
    pub const ALL: [Self; 13] = [
        Self::AllowDuplicates,
        Self::AllowLinksTo,
        Self::Context,
        Self::Items,
        Self::Pages,
        Self::PollEvery,
        Self::Poller,
        Self::Prefetch,
        Self::Response,
        Self::Resume,
        Self::ResumePoller,
        Self::Send,
        Self::WithResponse,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::AllowDuplicates => "allow_duplicates",
            Self::AllowLinksTo => "allow_links_to",
            Self::Context => "context",
            Self::Items => "items",
            Self::Pages => "pages",
            Self::PollEvery => "poll_every",
            Self::Poller => "poller",
            Self::Prefetch => "prefetch",
            Self::Response => "response",
            Self::Resume => "resume",
            Self::ResumePoller => "resume_poller",
            Self::Send => "send",
            Self::Server => "server",
            Self::WithResponse => "with_response",
        }
    }
}

/// The constant with the facts about an operation.
#[derive(Clone, Debug)]
pub struct Operation {
    pub constant: String,
    /// The client and the method, as traces show them.
    pub name: String,
    pub method: Method,
    /// The path, with its parameters in braces by their names in Rust. `{+name}` is sent without
    /// percent-encoding, as in RFC 6570.
    pub path: String,
    pub content_type: Option<ContentType>,
    /// The status codes of success. A digit is the class of codes that begin with it. Empty means
    /// 2xx.
    pub success: Vec<u16>,
    /// The wire names and the Rust names of the parameters outside of the path, where they differ.
    pub names: Vec<(String, String)>,
}

/// The media type of a body.
#[derive(Clone, Debug)]
pub enum ContentType {
    Json,
    MergePatch,
    Other(String),
}

/// A value in the path of a call.
#[derive(Clone, Debug)]
pub enum PathValue {
    /// A parameter that the client holds, by the name of its getter.
    Held(String),
    /// The argument at this index.
    Argument(usize, SegmentEncoding),
}

/// An argument of a call's method.
#[derive(Clone, Debug)]
pub struct Argument {
    pub name: String,
    pub wire_name: String,
    pub ty: InputType,
    pub target: Target,
}

/// A method of a call's builder that sets an optional value.
#[derive(Clone, Debug)]
pub struct Setter {
    pub name: String,
    pub wire_name: String,
    pub docs: String,
    pub deprecated: bool,
    pub ty: InputType,
    pub target: Target,
    /// The values that fail the call before anything is sent.
    pub refusal: Option<Refusal>,
    pub lints: Vec<Lint>,
}

/// The destination of the value of an argument or a setter.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// A parameter of the path.
    Path,
    Parameter {
        location: ParameterLocation,
        setter: ParameterSetter,
        encoding: Encoding,
    },
    /// A field of the body.
    Field {
        name: String,
        storage: Storage,
        /// `true` if the argument has the field's name and its stored value.
        shorthand: bool,
    },
    /// The whole body.
    Body,
}

/// A parameter with a single value.
#[derive(Clone, Debug)]
pub struct ConstantParameter {
    pub wire_name: String,
    pub setter: ParameterSetter,
    pub value: String,
}

/// Values of an enum that a setter does not accept.
#[derive(Clone, Debug)]
pub struct Refusal {
    /// The name of the enum.
    pub ty: String,
    /// Its variants.
    pub variants: Vec<String>,
    /// The message of the error.
    pub message: String,
}

/// The body of a call.
#[derive(Clone, Debug)]
pub enum CallBody {
    None,
    /// A struct whose fields are arguments and setters.
    Fields(Box<BodyStruct>),
    /// A value, which is an argument if it is required, and otherwise a setter.
    Whole {
        ty: RustType,
        required: bool,
    },
    /// Bytes or text, in the same way.
    Raw {
        format: RawBody,
        required: bool,
    },
    /// JSON Lines, in the same way.
    Lines {
        /// A list.
        ty: RustType,
        required: bool,
    },
    /// A form whose fields are arguments and setters.
    Form {
        multipart: bool,
    },
}

/// A body that is not JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RawBody {
    Bytes,
    Text,
}

/// A struct that is the body of one call, private to the client's module.
#[derive(Clone, Debug)]
pub struct BodyStruct {
    pub name: String,
    /// The name in the description.
    pub wire_name: String,
    pub docs: String,
    pub model: StructModel,
    /// `true` if there is no body until a setter is called.
    pub optional: bool,
    /// How the method fills the fields that have no argument.
    pub rest: RestOfFields,
}

/// How a struct literal fills the fields that have no argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RestOfFields {
    /// The whole struct is its default.
    WholeDefault,
    /// Every field has an argument.
    None,
    Default,
    /// Field by field.
    Absent,
}

/// An answer that needs no request.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The field of the body that is empty.
    pub when_empty: String,
    /// The answer, in JSON.
    pub json: String,
}

impl Target {
    /// The location of the parameter, if it is one.
    pub fn location(&self) -> Option<ParameterLocation> {
        match self {
            Self::Path => Some(ParameterLocation::Path),
            Self::Parameter { location, .. } => Some(*location),
            Self::Field { .. } | Self::Body => None,
        }
    }
}
