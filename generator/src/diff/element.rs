//! Elements: the parts of a description that are compared, each with the facets that can change.

use crate::model::source::Place;
use serde::Serialize;

/// How a change affects the version of the generated crate, according to semantic versioning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Code that uses the crate compiles as before, and there is nothing new to use.
    Patch,
    /// There is something new to use, and everything else stays.
    Minor,
    /// Code that uses the crate may no longer compile, or may mean something else.
    Major,
}

/// The kind of an [`Element`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// The description as a whole.
    Description,
    /// A group of operations: a client in Rust.
    Client,
    Operation,
    Parameter,
    Body,
    Response,
    /// A body of a response that callers can ask for instead.
    Alternative,
    /// A header of a successful response.
    Header,
    Type,
    Property,
    /// A value of an enum.
    Value,
    /// A variant of a union.
    Variant,
}

/// A part of a description that users of the crate can see, or that is sent for them.
#[derive(Clone, Debug)]
pub struct Element {
    pub kind: Kind,
    /// The name in the description.
    pub name: String,
    pub place: Place,
    /// How the element appears in Rust, for people: ``method `BooksClient::list` ``. Empty if it
    /// does not.
    pub rust: String,
    /// The level of adding the element.
    pub added: Level,
    /// The level of removing the element.
    pub removed: Level,
    /// The position among the arguments of its parent's function, if the element is an argument.
    pub argument: Option<usize>,
    pub facets: Vec<Facet>,
    pub children: Vec<Element>,
}

/// One property of an element that can change.
#[derive(Clone, Debug, PartialEq)]
pub struct Facet {
    pub aspect: Aspect,
    /// The value in the description; `None` if there is none.
    pub said: Option<String>,
    /// The level of a change that does not reach Rust.
    pub said_level: Level,
    /// The value in Rust; `None` if there is none.
    pub rust: Option<String>,
    /// The level of a change in Rust, or of a loss. A gain is minor at most.
    pub rust_level: Level,
}

/// The subject of a [`Facet`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Aspect {
    /// The name in Rust, and the client name in the description.
    Name,
    /// Titles and descriptions.
    Words,
    Deprecated,
    /// The value of `api-version`.
    ApiVersion,
    Endpoint,
    /// The default of the endpoint, if there is one.
    DefaultEndpoint,
    Security,
    /// The constructors with other credentials.
    Alternatives,
    /// `true` if users can bring an authorization policy.
    Policy,
    /// The path parameters that a client holds.
    Held,
    Method,
    Path,
    /// The order of a function's arguments.
    Order,
    /// The value that a call returns.
    Output,
    Paging,
    /// Where the final result of a long-running operation is.
    LongRunning,
    /// `true` if a response means success.
    Success,
    /// The location of a parameter.
    Location,
    /// How a value is written.
    Style,
    /// The only value of a parameter.
    Constant,
    Required,
    Nullable,
    ReadOnly,
    WriteOnly,
    Type,
    Constraints,
    /// The media type of a body.
    Format,
    /// How a value is written in XML.
    Xml,
    /// The headers of an error response.
    Headers,
    /// The kind of thing that the element is. If it changes, the parts cannot be compared.
    Kind,
    Default,
    AdditionalProperties,
    Extensible,
    /// The value of a cast to a number.
    Number,
    /// How a value shows its type.
    Discriminator,
    /// `true` if a value converts into a union by `into()`.
    Converts,
    /// `true` if a value converts into a merge patch by `into()`.
    Patched,
    /// How callers make a value of the type.
    Made,
    /// `true` if error responses have the type as their body.
    Error,
}

impl Element {
    /// An element without facets and children. Adding it is minor, and removing it is major.
    pub fn new(kind: Kind, name: impl Into<String>, place: &Place, rust: String) -> Self {
        Self {
            kind,
            name: name.into(),
            place: place.clone(),
            rust,
            added: Level::Minor,
            removed: Level::Major,
            argument: None,
            facets: Vec::new(),
            children: Vec::new(),
        }
    }

    pub fn facet(&self, aspect: Aspect) -> Option<&Facet> {
        self.facets.iter().find(|it| it.aspect == aspect)
    }
}

impl Facet {
    /// A facet of the description that has no counterpart in Rust.
    pub fn said(aspect: Aspect, said: impl Into<Option<String>>) -> Self {
        Self {
            aspect,
            said: said.into(),
            said_level: Level::Patch,
            rust: None,
            rust_level: Level::Major,
        }
    }

    /// A facet for a fact that is stated or not.
    pub fn flag(aspect: Aspect, is_said: bool, said: &str) -> Self {
        Self::said(aspect, is_said.then(|| said.to_owned()))
    }

    /// Sets the value in Rust, which code that uses the crate depends on.
    pub fn rust(self, rust: impl Into<Option<String>>) -> Self {
        Self { rust: rust.into(), ..self }
    }

    /// Sets the level of a change in Rust; by default it is major.
    pub fn rust_is(self, rust_level: Level) -> Self {
        Self { rust_level, ..self }
    }

    /// Sets the level of a change in the description; by default it is a patch.
    pub fn said_is(self, said_level: Level) -> Self {
        Self { said_level, ..self }
    }
}
