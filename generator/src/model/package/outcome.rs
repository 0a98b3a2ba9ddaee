//! What calls give.

use super::RustType;
use crate::model::wire::Status;

/// What awaiting a call gives.
#[derive(Clone, Debug)]
pub enum Output {
    Nothing,
    Model(RustType),
    /// The model, or nothing where the response has no body.
    Optional(RustType),
    /// Whether there is what was asked for.
    Exists,
    /// The body as it is, which is text.
    Text,
    /// The body as it comes in.
    Bytes,
    /// One of several, by the status of the response.
    ByStatus(StatusEnum),
    /// A list, by page and by item; `page` is the model of a page.
    List {
        page: String,
        item: RustType,
        /// The model of a whole page, where that says more than its items and a link.
        whole: Option<String>,
    },
    /// What an operation gives that goes on after its first response.
    LongRunning {
        result: Option<RustType>,
        final_state: FinalState,
    },
}

/// An enum of what the responses of one operation carry.
#[derive(Clone, Debug)]
pub struct StatusEnum {
    pub name: String,
    /// By status, `default` last.
    pub variants: Vec<StatusVariant>,
}

/// A response, as a variant of a [`StatusEnum`].
#[derive(Clone, Debug)]
pub struct StatusVariant {
    pub name: String,
    pub status: Status,
    pub docs: String,
    pub body: VariantBody,
}

/// What a [`StatusVariant`] carries.
#[derive(Clone, Debug)]
pub enum VariantBody {
    Nothing,
    Text,
    Json(RustType),
}

/// Where the result of a long-running operation is in the end.
#[derive(Clone, Copy, Debug)]
pub enum FinalState {
    /// The description does not say.
    Unsaid,
    /// The last status is the result.
    Status,
    /// It is in the last status.
    StatusResult,
    Location,
    OriginalUri,
    /// There is none.
    Nothing,
}

/// A struct of the headers of a response.
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
    pub form: HeaderFormat,
    /// Whether debug output shows it.
    pub debug: bool,
}

/// How a header is written.
#[derive(Clone, Copy, Debug)]
pub enum HeaderFormat {
    Boolean,
    Bytes,
    Number,
    Text,
    Time,
}
