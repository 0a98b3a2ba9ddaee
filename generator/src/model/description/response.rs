//! Responses: what they carry, and what follows them.

use super::{Place, Type};
use crate::model::wire::{Status, XmlShape};

/// A response of an operation.
#[derive(Clone, Debug, PartialEq)]
pub struct Response {
    pub status: Status,
    pub docs: Option<String>,
    /// The type of the body; `None` if there is no body.
    pub body: Option<Type>,
    /// How the body is written, if it is neither JSON nor XML with a model.
    pub format: Option<RawFormat>,
    /// How the body is written, if it is XML with a model.
    pub xml: Option<XmlShape>,
    /// `true` if the body may be `null`.
    pub nullable: bool,
    /// The media type to ask for, if it is not `application/json`.
    pub media_type: Option<String>,
    /// The bodies that callers can ask for instead, of different formats.
    pub others: Vec<OtherBody>,
    pub headers: Vec<ResponseHeader>,
}

/// A body that a [`Response`] may have instead of its first one.
#[derive(Clone, Debug, PartialEq)]
pub struct OtherBody {
    pub format: RawFormat,
    /// As in [`Response::body`].
    pub body: Type,
    /// The media types to ask for.
    pub media_types: Vec<String>,
}

/// How a body is written that is not JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RawFormat {
    /// Bytes, of any media type.
    Bytes,
    /// Server-sent events. The type of the body is that of the data of an event. A string is the
    /// data itself; the other types are JSON.
    Events,
    /// Lines of JSON. The type of the body is that of a line.
    Lines,
    /// Text in UTF-8.
    Text,
}

/// A header of a response. Headers that are arrays or objects are strings.
#[derive(Clone, Debug, PartialEq)]
pub struct ResponseHeader {
    /// The name on the wire.
    pub name: String,
    /// The name that the description suggests for clients (`x-ms-client-name`).
    pub client_name: Option<String>,
    pub place: Place,
    pub docs: Option<String>,
    pub ty: Type,
}

/// A list that comes page by page (`x-ms-pageable`).
#[derive(Clone, Debug, PartialEq)]
pub struct Paging {
    /// The name of the type of a page; `None` if it is an array, or not described.
    pub page: Option<String>,
    /// The property of a page that holds its items, after the properties that hold that one. Empty if
    /// the page is the array of its items.
    pub items: Vec<String>,
    /// `true` if no page is without that property.
    pub required: bool,
    /// The type of an item.
    pub item: Type,
    /// The property of a page that holds the link to the next one, like `items`. Empty if there is
    /// only one page.
    pub next_link: Vec<String>,
}

/// An operation that continues after its first response (`x-ms-long-running-operation`).
#[derive(Clone, Debug, PartialEq)]
pub struct LongRunning {
    /// Where the final result is, if the description says so.
    pub final_state: Option<FinalState>,
    /// The type of the final result, if the description states it apart from the responses.
    pub result: Option<Type>,
}

/// Where the final result of a [`LongRunning`] operation is (`final-state-via`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FinalState {
    AzureAsyncOperation,
    Location,
    OperationLocation,
    OriginalUri,
}
