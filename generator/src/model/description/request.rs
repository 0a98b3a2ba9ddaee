//! Requests: where they go, how they are authorized, and what they carry.

use super::{Constraints, Place, Type};
use crate::model::wire::{BodyFormat, ParameterLocation, ParameterStyle, XmlRoot};

/// The address of a service.
#[derive(Clone, Debug, PartialEq)]
pub struct Endpoint {
    /// The URL, with its variables in braces: `{endpoint}`, `https://{region}.example.com/v1`.
    pub url: String,
    /// The variables, in the order of the description.
    pub variables: Vec<EndpointVariable>,
}

/// A part of an [`Endpoint`] that users fill in.
#[derive(Clone, Debug, PartialEq)]
pub struct EndpointVariable {
    pub name: String,
    pub docs: Option<String>,
    pub default: Option<String>,
    /// The allowed values; empty if any value is allowed.
    pub values: Vec<String>,
}

/// The server of an operation, if it is not the [`Endpoint`].
#[derive(Clone, Debug, PartialEq)]
pub struct OwnServer {
    /// The URL as it is written, with its variables in braces.
    pub template: String,
    /// The URL with the defaults of its variables, if that is a complete URL.
    pub url: Option<String>,
}

/// One way to authorize a request. All parts are needed; an empty requirement needs nothing.
pub type Requirement = Vec<Security>;

/// A part of a [`Requirement`].
#[derive(Clone, Debug, PartialEq)]
pub enum Security {
    /// `Authorization: Basic` with a name and a password (RFC 7617).
    Basic,
    /// `Authorization` with another scheme of HTTP, followed by a key.
    Scheme(String),
    /// `Authorization: Bearer` with a token for these OAuth 2.0 scopes.
    Bearer { scopes: Vec<String> },
    /// A key in a header, a query parameter or a cookie of this name.
    Key { location: ParameterLocation, name: String },
}

/// A value that a request carries outside of its body, or as a field of a form.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// The name on the wire.
    pub name: String,
    /// The name that the description suggests for clients (`x-ms-client-name`).
    pub client_name: Option<String>,
    pub place: Place,
    pub docs: Option<String>,
    pub deprecated: bool,
    pub location: ParameterLocation,
    pub required: bool,
    pub ty: Type,
    /// How the value is written, if it is not simply its text.
    pub style: Option<ParameterStyle>,
    /// The only value, as text. Requests always carry it, and callers do not give it.
    pub constant: Option<String>,
    pub constraints: Constraints,
    /// The media type of a file in a form, if there is only one.
    pub media_type: Option<String>,
}

/// The body of a request.
#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    pub place: Place,
    pub docs: Option<String>,
    pub required: bool,
    pub format: BodyFormat,
    /// The media type, if it is not the one of the format.
    pub content_type: Option<String>,
    /// The type of the body. The fields of a form are [`Parameter`]s.
    pub ty: Type,
    /// How the body is written, if it is XML.
    pub xml: Option<XmlRoot>,
}
