//! What may stand where in a description, as tables.
//!
//! Several walks go by them: the one that checks a file and finds its `$ref`s, the one that rewrites
//! what Swagger 2.0 says otherwise, the one that gives every `$ref` its final form, and those of
//! [`import`](crate::import). None of them confuses a property *named* `$ref` or `example` with a `$ref` or an example.

pub(crate) mod openapi;
mod rules;
pub(super) mod swagger;

use serde_json::{Map, Value};

/// A kind of object in a description: an operation, a schema.
#[derive(Debug)]
pub(crate) struct Kind {
    /// With its article, as messages have it. One name for what corresponds in both forms.
    pub name: &'static str,
    pub dialect: Dialect,
    /// Whether `{ $ref }` may stand for it.
    pub referable: bool,
    /// The fields that it cannot do without, separated by spaces.
    pub required: &'static str,
    /// What stands in the fields; names with the same shape are separated by spaces. Fields that
    /// are not listed here are not looked at.
    pub fields: &'static [(Shape, &'static str)],
    /// What its fields demand of one another.
    pub rule: Option<Rule>,
}

/// Checks an object and returns, for each problem, the field that it is about (if there is one)
/// and what is wrong.
pub(crate) type Rule = fn(&Map<String, Value>) -> Vec<Violation>;

/// What a [`Rule`] finds.
pub(crate) struct Violation {
    pub field: Option<&'static str>,
    pub message: String,
}

/// The two forms of descriptions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    OpenApi,
    Swagger,
}

/// What a value must be.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Shape {
    /// Anything, unread: examples, defaults, extensions. A `$ref` in it is data.
    Data,
    Text,
    Choice(&'static [&'static str]),
    Flag,
    Number,
    /// A whole number that is not negative.
    Count,
    Part(&'static Kind),
    /// `true`, `false` or a part.
    FlagOrPart(&'static Kind),
    List(&'static Shape),
    Map(Names, &'static Shape),
}

/// The names that a mapping may have.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Names {
    Any,
    /// Paths, and extensions.
    Paths,
    /// Status codes, and extensions.
    StatusCodes,
}

impl Kind {
    /// The shape of the field `name`; `None` if the kind has no such field.
    pub fn field(&self, name: &str) -> Option<Shape> {
        // By bytes, because this is called for every entry of a document.
        let is_in =
            |names: &str| names.as_bytes().split(|it| *it == b' ').any(|it| it == name.as_bytes());
        self.fields.iter().find(|(_, names)| is_in(names)).map(|(shape, _)| *shape)
    }

    pub fn field_names(&self) -> impl Iterator<Item = &'static str> {
        self.fields.iter().flat_map(|(_, names)| names.split(' '))
    }

    pub fn required_fields(&self) -> impl Iterator<Item = &'static str> {
        self.required.split(' ').filter(|name| !name.is_empty())
    }

    /// The kind in another dialect that corresponds to this one.
    pub fn in_dialect(&'static self, dialect: Dialect) -> &'static Kind {
        if self.dialect == dialect {
            return self;
        }
        let kinds = match dialect {
            Dialect::OpenApi => openapi::REFERABLE,
            Dialect::Swagger => swagger::REFERABLE,
        };
        kinds.iter().copied().find(|kind| kind.name == self.name).unwrap_or(self)
    }
}

impl Names {
    /// Whether the entry has a name of its own, and is no extension of the mapping.
    pub fn names_entry(self, name: &str) -> bool {
        match self {
            Self::Any => true,
            Self::Paths | Self::StatusCodes => !is_extension(name),
        }
    }

    /// What is wrong with the name of an entry.
    pub fn problem(self, name: &str) -> Option<String> {
        match self {
            Self::Any => None,
            Self::Paths if name.starts_with('/') => None,
            Self::Paths => Some(format!("a path begins with a slash; {name:?} does not")),
            Self::StatusCodes if is_status_code(name) => None,
            Self::StatusCodes => {
                Some(format!("{name:?} is no status code, no range such as 4XX, and not `default`"))
            }
        }
    }
}

pub(super) fn is_extension(name: &str) -> bool {
    name.starts_with("x-")
}

fn is_status_code(name: &str) -> bool {
    match name.as_bytes() {
        b"default" => true,
        [b'1'..=b'5', b'X' | b'x', b'X' | b'x'] => true,
        [b'1'..=b'9', tens, ones] => tens.is_ascii_digit() && ones.is_ascii_digit(),
        _ => false,
    }
}
