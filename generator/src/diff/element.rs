//! What a comparison compares: a tree of elements, each with the facets that may change.

use crate::model::source::Place;
use serde::Serialize;

/// What a change asks of the version of the generated crate, as semantic versioning has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Code that uses the crate compiles as before, and there is nothing new to use.
    Patch,
    /// There is something new to use, and what was there stays.
    Minor,
    /// Code that uses the crate may no longer compile, or may mean something else.
    Major,
}

/// What an element is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// The description as a whole.
    Description,
    /// A group of operations, which is a client in Rust.
    Client,
    Operation,
    Parameter,
    Body,
    Response,
    /// A header of the responses that mean success.
    Header,
    Type,
    Property,
    /// A value of an enum.
    Value,
    /// A type of a union.
    Variant,
}

/// Something that a description has and that users of the crate can see, or that is sent for them.
#[derive(Clone, Debug)]
pub struct Element {
    pub kind: Kind,
    /// The name in the description.
    pub name: String,
    pub place: Place,
    /// What it is in Rust, for people: ``method `BooksClient::list` ``. Empty for what is nothing there.
    pub rust: String,
    /// What it means that there was none.
    pub added: Level,
    /// What it means that there is none any more.
    pub removed: Level,
    /// Which of the arguments of its parent's function it is, if it is one.
    pub argument: Option<usize>,
    pub facets: Vec<Facet>,
    pub children: Vec<Element>,
}

/// One thing that can be said of an element.
#[derive(Clone, Debug, PartialEq)]
pub struct Facet {
    pub aspect: Aspect,
    /// What the description says; `None` where it says nothing.
    pub said: Option<String>,
    /// What a change of that means, as far as it is none in Rust.
    pub said_level: Level,
    /// What it is in Rust; `None` where it is nothing.
    pub rust: Option<String>,
    /// What a change or a loss of that means. A gain is minor at most.
    pub rust_level: Level,
}

/// What a [`Facet`] is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Aspect {
    /// The name of the thing in Rust, and what the description says about it.
    Name,
    /// Titles and descriptions.
    Words,
    Deprecated,
    /// The version of the API that is asked for.
    ApiVersion,
    Endpoint,
    /// Whether there is an endpoint that users need not give.
    DefaultEndpoint,
    Security,
    /// Whether users may bring a policy that authorizes.
    Policy,
    /// The path parameters that a client holds.
    Held,
    Method,
    Path,
    /// The order of a function's arguments.
    Order,
    /// What a call gives.
    Output,
    Paging,
    /// How an operation goes on after its first response.
    LongRunning,
    /// Whether a response means success.
    Success,
    /// Where a parameter stands in a request.
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
    /// The headers of a response that means failure.
    Headers,
    /// What kind of thing it is. When this changes, the parts cannot be compared.
    Form,
    Default,
    AdditionalProperties,
    Extensible,
    /// What a value is when it is cast to a number.
    Number,
    /// What tells which type a value is of.
    Discriminator,
    /// Whether a value becomes one of a union by `into()`.
    Converts,
    /// Whether a value becomes one of a merge patch by `into()`.
    Patched,
}

impl Element {
    /// An element without facets and children, of which a new one is minor and a lost one major.
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
    /// What the description says; in Rust it is nothing but words, or something that is sent.
    pub fn said(aspect: Aspect, said: impl Into<Option<String>>) -> Self {
        Self {
            aspect,
            said: said.into(),
            said_level: Level::Patch,
            rust: None,
            rust_level: Level::Major,
        }
    }

    /// Whether the description says something.
    pub fn flag(aspect: Aspect, is_said: bool, said: &str) -> Self {
        Self::said(aspect, is_said.then(|| said.to_owned()))
    }

    /// What it is in Rust; code that uses the crate depends on it.
    pub fn rust(self, rust: impl Into<Option<String>>) -> Self {
        Self { rust: rust.into(), ..self }
    }

    /// What a change in Rust means, where it is not major.
    pub fn rust_is(self, rust_level: Level) -> Self {
        Self { rust_level, ..self }
    }

    /// What a change of what is said means, where it is more than a patch.
    pub fn said_is(self, said_level: Level) -> Self {
        Self { said_level, ..self }
    }
}
