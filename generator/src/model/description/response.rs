//! What a description says of responses: what they carry, and what comes after them.

use super::{Place, Type};
use crate::model::wire::Status;

/// A response of an operation.
#[derive(Clone, Debug, PartialEq)]
pub struct Response {
    pub status: Status,
    pub docs: Option<String>,
    /// What its body is; `None` when it has none.
    pub body: Option<Type>,
    /// How the body is written when it is not JSON.
    pub format: Option<RawFormat>,
    /// Whether the body may be `null`.
    pub nullable: bool,
    /// The media type to ask for, where that is not `application/json`.
    pub media_type: Option<String>,
    pub headers: Vec<ResponseHeader>,
}

/// How a body is written that is not JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RawFormat {
    /// Bytes, of any media type.
    Bytes,
    /// Text in UTF-8.
    Text,
}

/// A header of a response. A value that is no single one is a text.
#[derive(Clone, Debug, PartialEq)]
pub struct ResponseHeader {
    /// The name on the wire.
    pub name: String,
    /// The name that the description wants in clients (`x-ms-client-name`).
    pub client_name: Option<String>,
    pub place: Place,
    pub docs: Option<String>,
    pub ty: Type,
}

/// How a list goes on (`x-ms-pageable`).
#[derive(Clone, Debug, PartialEq)]
pub struct Paging {
    /// The name of the struct that is a page.
    pub page: String,
    /// The property of a page that holds its items.
    pub items: String,
    /// The type of an item.
    pub item: Type,
    /// The property of a page that holds the link to the next one; `None` if there is only one page.
    pub next_link: Option<String>,
}

/// An operation that goes on after its first response (`x-ms-long-running-operation`).
#[derive(Clone, Debug, PartialEq)]
pub struct LongRunning {
    /// Where the result is in the end, as far as the description says it.
    pub final_state: Option<FinalState>,
    /// What the result is, where the description says it apart from the responses.
    pub result: Option<Type>,
}

/// Where the result of a [`LongRunning`] operation is (`final-state-via`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FinalState {
    AzureAsyncOperation,
    Location,
    OperationLocation,
    OriginalUri,
}
