//! Positions in lists.

use azure_core::{
    Result,
    error::{Error, ErrorKind},
    http::Url,
};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr, sync::Arc};

/// A position in a list. Resume the list from it in this process, or, as text or JSON, in another.
///
/// The position is the link to a page and a number of items to skip. A list that resumes from it
/// requests that page again, and skips the items that were yielded before. No item is lost or
/// repeated as long as the page stays the same.
///
/// A page changes when items enter, leave, or move within the list. On a list with the newest item
/// first, each new item moves the others down, so one item is yielded again. An item that has moved
/// to before the position, such as an edited message, is not yielded. To see such items, list again
/// from the start.
///
/// Treat the text as opaque. It contains ids but no secrets. A position belongs to one operation
/// and its path parameters: resuming another list is an error.
#[derive(Clone, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct Continuation {
    /// The method and the path of the list.
    pub(crate) list: Arc<str>,
    /// The URL of the page.
    pub(crate) link: String,
    /// The number of items to skip at the start of the page.
    pub(crate) skip: usize,
}

impl fmt::Display for Continuation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.skip, self.list, self.link)
    }
}

/// Parses a text that [`Display`](fmt::Display) wrote.
///
/// # Errors
/// Returns an error for any other text.
impl FromStr for Continuation {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let parse = || {
            let (skip, rest) = text.split_once(' ')?;
            let (method, rest) = rest.split_once(' ')?;
            let (path, link) = rest.split_once(' ')?;
            Url::parse(link).ok()?;
            let list = [method, " ", path].concat().into();
            Some(Self { list, link: link.to_owned(), skip: skip.parse().ok()? })
        };
        match parse() {
            Some(continuation) => Ok(continuation),
            None => Err(Error::with_message(
                ErrorKind::DataConversion,
                "the text is not a position in a list",
            )),
        }
    }
}

impl TryFrom<String> for Continuation {
    type Error = Error;

    fn try_from(text: String) -> Result<Self> {
        text.parse()
    }
}

impl From<Continuation> for String {
    fn from(continuation: Continuation) -> Self {
        continuation.to_string()
    }
}

impl fmt::Debug for Continuation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Continuation").field("skip", &self.skip).finish_non_exhaustive()
    }
}
