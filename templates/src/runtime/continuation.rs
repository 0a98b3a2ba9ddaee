//! Positions in lists.

use azure_core::{
    Result,
    error::{Error, ErrorKind},
    http::Url,
};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A position in a list. Resume the list from it in this process, or, as text or JSON, in another.
///
/// Every item before this position has been yielded, and none after it. Within a page, the position
/// counts items from the start of the page, so it is exact as long as the service returns the same
/// page for the same link. The first page has no link of the service: its position moves when items
/// are added to the list.
///
/// Treat the text as opaque. It contains ids but no secrets. A list resumes only at the origin of
/// the endpoint.
#[derive(Clone, Default, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct Continuation {
    /// The URL of the page.
    pub(crate) link: String,
    /// How many items of the page to skip.
    pub(crate) skip: usize,
}

impl fmt::Display for Continuation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.skip, self.link)
    }
}

/// Parses a text that [`Display`](fmt::Display) wrote.
///
/// # Errors
/// Fails for any other text.
impl FromStr for Continuation {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let parts = text.split_once(' ').and_then(|(skip, link)| Some((skip.parse().ok()?, link)));
        match parts.filter(|(_, link)| Url::parse(link).is_ok()) {
            Some((skip, link)) => Ok(Self { link: link.to_owned(), skip }),
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
