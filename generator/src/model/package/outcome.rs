//! The results of calls.

use super::RustType;
use crate::model::wire::Status;

/// The value that an awaited call resolves to.
#[derive(Clone, Debug)]
pub enum Output {
    Nothing,
    Model(RustType),
    /// The model, or nothing where the response has no body.
    Optional(RustType),
    /// `true` if the resource exists.
    Exists,
    /// The body, as text.
    Text,
    /// The body, as a stream of bytes.
    Bytes,
    /// The body, as a stream of its items.
    Stream {
        format: StreamFormat,
        item: RustType,
    },
    /// A variant for each status.
    ByStatus(StatusEnum),
    /// A list, by page and by item.
    List(Box<List>),
    /// The result of a long-running operation.
    LongRunning {
        result: Option<RustType>,
        final_state: FinalState,
    },
}

/// A list.
#[derive(Clone, Debug)]
pub struct List {
    pub item: RustType,
    /// The property of a page with its items, after those that hold it. Empty if the page is the
    /// array.
    pub items: Vec<String>,
    /// `true` if a page without that property is an error.
    pub required: bool,
    /// The property with the link to the next page, after those that hold it. Empty if there is none.
    pub next_link: Vec<String>,
    /// The long-running operation that gives the first page.
    pub begun: Option<Begun>,
}

/// A long-running operation whose result is the first page of a list.
#[derive(Clone, Debug)]
pub struct Begun {
    pub page: RustType,
    pub final_state: FinalState,
}

/// How a stream of items is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StreamFormat {
    /// Server-sent events with JSON as their data.
    Events,
    /// Server-sent events with text as their data.
    TextEvents,
    /// JSON lines.
    Lines,
}

/// A method of a builder that asks for another body than the one which the awaited call gives.
#[derive(Clone, Debug)]
pub struct OtherOutput {
    pub method: &'static str,
    /// [`Output::Bytes`] or [`Output::Stream`].
    pub output: Output,
    pub media_types: Vec<String>,
}

/// An enum with a variant for each response of an operation.
#[derive(Clone, Debug)]
pub struct StatusEnum {
    pub name: String,
    /// By status, `default` last.
    pub variants: Vec<StatusVariant>,
    /// `true` if there is a variant for `default`, which any status matches.
    pub has_default: bool,
}

/// A variant of a [`StatusEnum`].
#[derive(Clone, Debug)]
pub struct StatusVariant {
    pub name: String,
    pub status: Status,
    pub docs: String,
    pub body: VariantBody,
}

/// The value of a [`StatusVariant`].
#[derive(Clone, Debug)]
pub enum VariantBody {
    Nothing,
    /// The whole body: a stream of it could not be compared or cloned.
    Bytes,
    Text,
    Json {
        ty: RustType,
        /// `true` if the variant holds a `Box` of the type.
        boxed: bool,
        /// `true` if debug output shows it.
        debug: bool,
    },
}

/// Where the result of a long-running operation is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FinalState {
    /// The description does not say.
    Unspecified,
    /// The last status response is the result.
    Status,
    /// A property of the last status response.
    StatusResult,
    Location,
    OriginalUri,
    /// There is no result.
    Nothing,
}

/// A struct of a response's headers.
#[derive(Clone, Debug)]
pub struct HeadersModel {
    pub name: String,
    pub fields: Vec<HeaderField>,
}

/// A header of a response.
#[derive(Clone, Debug)]
pub struct HeaderField {
    pub name: String,
    pub wire_name: String,
    pub docs: String,
    pub ty: RustType,
    pub format: HeaderFormat,
    /// `true` if debug output shows it.
    pub debug: bool,
}

/// How a header's value is read.
#[derive(Clone, Copy, Debug)]
pub enum HeaderFormat {
    Boolean,
    Bytes,
    Number,
    /// The headers whose names begin with the wire name.
    Prefix,
    Text,
    Time,
    UnixTime,
}
