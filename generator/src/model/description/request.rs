//! What a description says of requests: where they go, who may send them, and what they carry.

use super::{Constraints, Place, Type};
use crate::model::wire::{BodyFormat, ParameterLocation, ParameterStyle};

/// The address of a service.
#[derive(Clone, Debug, PartialEq)]
pub struct Endpoint {
    /// The URL, with its variables in braces: `{endpoint}`, `https://{region}.example.com/v1`.
    pub url: String,
    /// The variables, in the order of the description.
    pub variables: Vec<EndpointVariable>,
}

/// A part of an [`Endpoint`] that differs from resource to resource.
#[derive(Clone, Debug, PartialEq)]
pub struct EndpointVariable {
    pub name: String,
    pub docs: Option<String>,
    pub default: Option<String>,
    /// The values that it can have; empty where any will do.
    pub values: Vec<String>,
}

/// What authorizes a request, all of it together; nothing, where there is nothing in it.
pub type Requirement = Vec<Security>;

/// A part of what authorizes a request.
#[derive(Clone, Debug, PartialEq)]
pub enum Security {
    /// `Authorization: Basic` with a name and a password (RFC 7617).
    Basic,
    /// `Authorization: Bearer` with a token for these OAuth 2.0 scopes.
    Bearer { scopes: Vec<String> },
    /// A key in a header, a query parameter or a cookie of this name.
    Key { location: ParameterLocation, name: String },
}

/// A value that a request carries: outside of its body, or as a field of a form.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// The name on the wire.
    pub name: String,
    /// The name that the description wants in clients (`x-ms-client-name`).
    pub client_name: Option<String>,
    pub place: Place,
    pub docs: Option<String>,
    pub deprecated: bool,
    pub location: ParameterLocation,
    pub required: bool,
    pub ty: Type,
    /// How the value is written, where that is not simply its text.
    pub form: Option<ParameterStyle>,
    /// The only value, as text. It is sent without asking.
    pub constant: Option<String>,
    pub constraints: Constraints,
}

/// The body of a request.
#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    pub place: Place,
    pub docs: Option<String>,
    pub required: bool,
    pub format: BodyFormat,
    /// The media type, where that is not the one of the format.
    pub content_type: Option<String>,
    /// What it is. The fields of a form are [`Parameter`]s.
    pub ty: Type,
}
