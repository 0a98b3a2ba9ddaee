//! How requests and responses are written: plain types that both models share.

pub use xml::{XmlName, XmlNode, XmlObject, XmlProperty, XmlRoot, XmlShape};

mod xml;

use std::fmt;

/// An HTTP method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    Delete,
    Get,
    Head,
    Patch,
    Post,
    Put,
}

impl Method {
    /// The method as requests have it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Delete => "DELETE",
            Self::Get => "GET",
            Self::Head => "HEAD",
            Self::Patch => "PATCH",
            Self::Post => "POST",
            Self::Put => "PUT",
        }
    }
}

/// Where a request carries a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ParameterLocation {
    Cookie,
    /// A field of a body that is a form.
    Form,
    Header,
    Path,
    Query,
}

/// How a parameter's value is written when it is not simply its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterStyle {
    /// A file of a `multipart/form-data` body.
    File,
    /// JSON.
    Json,
    List(ListFormat),
    /// A map whose entries are headers. The name of the parameter is that with which theirs begin.
    Prefix,
    /// A value of any structure, as RFC 6570 expands it.
    Expanded(Expansion),
    /// Without percent-encoding: the caller has encoded the value, or uses reserved characters of
    /// URLs (`x-ms-skip-url-encoding`, `allowReserved`).
    Raw,
}

/// How a value of any structure is written (RFC 6570, and OpenAPI 3.0.3, "Style Values").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expansion {
    pub kind: ExpansionKind,
    pub explode: bool,
}

/// The kind of an [`Expansion`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExpansionKind {
    /// `name[key]=a`.
    DeepObject,
    /// `name=a,b`.
    Form,
    /// `.a.b`.
    Label,
    /// `;name=a,b`.
    Matrix,
    /// `a,b`.
    Simple,
}

/// How an array is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListFormat {
    Commas,
    /// Each item is a parameter of its own.
    Each,
    Pipes,
    Spaces,
    Tabs,
}

/// How a body is written. Where a description offers several formats, the first in this order is
/// chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BodyFormat {
    /// `application/json`.
    Json,
    /// `application/merge-patch+json` (RFC 7396): an absent field stays, a null one is removed.
    MergePatch,
    /// `multipart/form-data` (RFC 7578).
    Multipart,
    /// `application/x-www-form-urlencoded`.
    Form,
    /// XML of any media type.
    Xml,
    /// JSON Lines: each item of the array is a line.
    Lines,
    /// Bytes of any media type.
    Bytes,
    /// Text of any media type.
    Text,
}

impl BodyFormat {
    /// Returns `true` if the body is a form, whose fields are parameters.
    pub fn is_form(self) -> bool {
        matches!(self, Self::Form | Self::Multipart)
    }
}

/// The status codes that a response is for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    Code(u16),
    /// All codes that begin with this digit: `2XX`.
    Class(u16),
    /// All codes without a response of their own: `default`.
    Default,
}

impl fmt::Debug for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Code(code) => write!(f, "{code}"),
            Self::Class(digit) => write!(f, "{digit}XX"),
            Self::Default => write!(f, "default"),
        }
    }
}

/// The JSON type of an enum's values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EnumBase {
    Integer,
    Text,
}

/// The kind of a JSON value, or the property by which a choice recognizes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JsonKind {
    Array,
    Boolean,
    Integer,
    Number,
    /// An object that has these properties.
    Object(Vec<String>),
    Text,
}

/// How a point in time is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimestampFormat {
    /// `date-time`: `2026-01-31T12:00:00Z`.
    Rfc3339,
    /// `date-time-rfc1123` or `date-time-rfc7231`: `Sat, 31 Jan 2026 12:00:00 GMT`.
    Rfc1123,
    /// `unixtime`: seconds since 1970, a number.
    UnixTime,
}
