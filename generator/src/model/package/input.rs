//! The inputs of calls and constructors, and how they are stored and sent.

use super::RustType;

/// The type of an argument or a setter. It determines how the value is converted.
#[derive(Clone, Debug, PartialEq)]
pub enum InputType {
    /// The type itself.
    Plain(RustType),
    /// `impl Into<T>`.
    Into(RustType),
    /// `impl Into<azure_core::http::Body>`.
    IntoBody,
    /// `impl AsRef<str>`.
    AsRefStr,
    /// `impl IntoIterator` of items.
    Items(Box<InputType>),
    /// `impl IntoIterator` of pairs of a name and a value.
    Entries(Box<InputType>),
}

/// How a field stores an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Storage {
    /// As it is.
    Direct,
    Boxed,
    Some,
    SomeBoxed,
    /// In a box inside of the `Option` or `Patch` that is the input.
    MapBoxed,
}

/// The method of a call that sets a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ParameterSetter {
    Cookie,
    Header,
    /// A header that an expansion has written.
    HeaderExpanded,
    /// Headers whose names begin alike.
    HeaderPrefix,
    Query,
    /// One query parameter for each item.
    QueryEach,
    /// Query parameters that an expansion has written.
    QueryExpanded,
    /// A query parameter without percent-encoding.
    QueryRaw,
    FormField,
    /// One field of a form for each item.
    FormEach,
    FormJson,
    /// A file of a form. The media type is that of files without one.
    FormFile(Option<String>),
    FormFiles(Option<String>),
}

/// How the value of a parameter becomes text.
#[derive(Clone, Debug, PartialEq)]
pub enum Encoding {
    /// The value's own text.
    Display,
    /// The string that the value refers to.
    AsRef,
    /// The name of an enum's variant on the wire.
    AsStr,
    UnixTime,
    HttpDate,
    Base64,
    Base64Url,
    /// JSON of this type.
    Json(RustType),
    /// A value of any structure, in a style of the overlay `expansion`.
    Expanded {
        style: &'static str,
        explode: bool,
        name: String,
        ty: RustType,
    },
    /// The items of an array, each encoded.
    Each(Box<Encoding>),
    /// The items of an array, each encoded, with a separator.
    Joined {
        separator: &'static str,
        item: Box<Encoding>,
    },
}

/// How the value of a path parameter becomes a segment of the path.
#[derive(Clone, Debug, PartialEq)]
pub enum SegmentEncoding {
    AsRef,
    AsStr,
    ToString,
    /// In the way of other parameters.
    Encoded(Encoding),
    /// By an expansion.
    Expanded(Encoding),
}
