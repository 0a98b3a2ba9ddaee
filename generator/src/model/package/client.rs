//! Clients and how they are created.

use super::{Call, Lint};
use crate::model::wire::ParameterLocation;

/// A struct whose methods are calls.
#[derive(Clone, Debug)]
pub struct Client {
    pub name: String,
    /// The Rust module that defines it.
    pub module: String,
    pub docs: String,
    pub origin: Origin,
    /// The path parameters that it holds.
    pub held: Vec<HeldParameter>,
    /// The clients that its methods create.
    pub children: Vec<Child>,
    pub calls: Vec<Call>,
}

/// How a client is created.
#[derive(Clone, Debug)]
pub enum Origin {
    /// From an endpoint and credentials.
    New(Constructor),
    /// By a method of another client, with which it shares a pipeline.
    Parent,
}

/// The constructor of a client.
#[derive(Clone, Debug)]
pub struct Constructor {
    pub docs: String,
    /// The name of the struct of its options.
    pub options: String,
    /// The default of the option `api_version`; `None` for an API without versions.
    pub api_version: Option<String>,
    /// The URL of the description, if it is a complete URL.
    pub default_endpoint: Option<String>,
    /// `true` if calls have bodies in XML.
    pub has_xml: bool,
    /// The namespace of its spans.
    pub namespace: Option<String>,
    pub credentials: Vec<Credential>,
    /// `true` if each call names the credentials that it needs.
    pub by_scheme: bool,
    /// The constructors with other credentials that authorize the same calls.
    pub alternatives: Vec<Alternative>,
    pub lints: Vec<Lint>,
    /// Who else can create such clients, with a policy that authorizes requests.
    pub with_policy: Option<Visibility>,
}

/// A constructor with other credentials than those of `new`.
#[derive(Clone, Debug)]
pub struct Alternative {
    pub method: String,
    pub docs: String,
    pub credentials: Vec<Credential>,
    /// The name that each of its credentials has in calls.
    pub scheme: Option<String>,
    pub lints: Vec<Lint>,
}

/// Who can use an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visibility {
    /// The extensions of the module.
    Extensions,
    Users,
}

/// A credential that authorizes the requests of a client.
#[derive(Clone, Debug, PartialEq)]
pub struct Credential {
    /// The argument of the constructor.
    pub argument: String,
    pub kind: CredentialKind,
}

/// The kind of a [`Credential`].
#[derive(Clone, Debug, PartialEq)]
pub enum CredentialKind {
    /// A name and a password.
    Basic,
    /// An `azure_core` `TokenCredential`.
    Token { scopes: Vec<String> },
    /// A key in the header `Authorization`, after the name of this scheme.
    Scheme(String),
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

/// A method of a client that creates another.
#[derive(Clone, Debug)]
pub struct Child {
    pub method: String,
    pub client: String,
    pub docs: String,
    pub held: Vec<HeldParameter>,
}
