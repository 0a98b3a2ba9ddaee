//! The grammar of descriptions, as tables.
//!
//! Every walk through a description follows them: the check of a file, the conversion of Swagger
//! 2.0, the rewriting of `$ref`s, and [`import`](crate::import). So no walk confuses a property *named*
//! `$ref` or `example` with a `$ref` or an example.

pub(crate) mod openapi;
mod rules;
pub(super) mod swagger;

use serde_json::{Map, Value};

/// A kind of object in a description: an operation, a schema.
#[derive(Debug)]
pub(crate) struct Kind {
    /// The name with its article, for messages. Corresponding kinds of both dialects share a name.
    pub name: &'static str,
    pub dialect: Dialect,
    /// `true` if `{ $ref }` can take its place.
    pub referable: bool,
    /// The required fields, separated by spaces.
    pub required: &'static str,
    /// The fields that OpenAPI requires, but that real descriptions leave out: empty texts and
    /// mappings mean the same.
    pub assumed: &'static [(Shape, &'static str)],
    /// The shapes of the fields. Names with the same shape are separated by spaces. Fields that are
    /// not listed are ignored.
    pub fields: &'static [(Shape, &'static str)],
    /// A check that involves several fields.
    pub rule: Option<Rule>,
}

/// Checks an object and returns what is wrong with it.
pub(crate) type Rule = fn(&Map<String, Value>) -> Vec<Violation>;

/// A problem that a [`Rule`] finds, and the field that it is about, if there is one.
pub(crate) struct Violation {
    pub field: Option<&'static str>,
    pub message: String,
}

/// The dialects of descriptions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    OpenApi,
    Swagger,
}

/// The shape of a value.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Shape {
    /// Any value, such as an example, a default or an extension. A `$ref` in it is data.
    Data,
    Text,
    Choice(&'static [&'static str]),
    Flag,
    Number,
    /// An integer that is not negative.
    Count,
    Part(&'static Kind),
    /// A boolean or a part.
    FlagOrPart(&'static Kind),
    List(&'static Shape),
    Map(Names, &'static Shape),
}

/// The names of a mapping's entries.
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
        // Compares bytes, because this runs for every entry of a document.
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
    /// Returns `true` if the entry belongs to the mapping, and is not an extension.
    pub fn names_entry(self, name: &str) -> bool {
        match self {
            Self::Any => true,
            Self::Paths | Self::StatusCodes => !is_extension(name),
        }
    }

    /// The problem with the name of an entry.
    pub fn problem(self, name: &str) -> Option<String> {
        match self {
            Self::Any => None,
            Self::Paths if name.starts_with('/') => None,
            Self::Paths => Some(format!("the path {name:?} must begin with a slash")),
            Self::StatusCodes if is_status_code(name) => None,
            Self::StatusCodes => {
                Some(format!("{name:?} is not a status code, a range such as 4XX, or `default`"))
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
