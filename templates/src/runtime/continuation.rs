//! Positions in lists.

use azure_core::{
    Result,
    error::{Error, ErrorKind},
    http::Url,
};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr, sync::Arc};

/// A position in a list: its start, a place in the middle, or its end. Resume the list from it in
/// this process, or, as text or JSON, in another. A list that resumes from its end is empty.
///
/// The default is the start, of any list: store it before the first run, and each run can resume from
/// what is stored.
///
/// A place in the middle is the link to a page and a number of items to skip. A list that resumes
/// from it requests that page again, and skips the items that were yielded before. No item is lost
/// or repeated as long as the page stays the same.
///
/// A page changes when items enter, leave, or move within the list. On a list with the newest item
/// first, each new item moves the others down, so one item is yielded again. An item that has moved
/// to before the position, such as an edited message, is not yielded. To see such items, list again
/// from the start.
///
/// Treat the text as opaque. It contains ids but no secrets. A middle or an end belongs to one
/// operation and its path parameters: resuming another list is an error.
#[derive(Clone, Default, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct Continuation(pub(crate) Place);

#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub(crate) enum Place {
    #[default]
    Start,
    Middle {
        list: List,
        /// The URL of the page.
        link: String,
        /// The number of items to skip at the start of the page.
        skip: usize,
    },
    End(List),
}

/// The method and the path of a list.
type List = Arc<str>;

impl Continuation {
    /// Returns `true` at the start of a list, when no page has arrived.
    pub fn is_start(&self) -> bool {
        self.0 == Place::Start
    }

    /// Returns `true` at the end of a list, when its last item, or its last page, has been yielded.
    pub fn is_end(&self) -> bool {
        matches!(self.0, Place::End(_))
    }

    /// The list that the position belongs to. A start belongs to any list.
    pub(crate) fn list(&self) -> Option<&str> {
        match &self.0 {
            Place::Start => None,
            Place::Middle { list, .. } | Place::End(list) => Some(list),
        }
    }
}

impl fmt::Display for Continuation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Place::Start => f.write_str("start"),
            Place::Middle { list, link, skip } => write!(f, "{skip} {list} {link}"),
            Place::End(list) => write!(f, "end {list}"),
        }
    }
}

/// Parses a text that [`Display`](fmt::Display) wrote.
///
/// # Errors
/// Returns an error for any other text.
impl FromStr for Continuation {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        parse(text).map(Self).ok_or_else(|| {
            let text = "the text is not a position in a list";
            Error::with_message(ErrorKind::DataConversion, text)
        })
    }
}

fn parse(text: &str) -> Option<Place> {
    let mut words = text.splitn(4, ' ');
    let kind = words.next()?;
    let rest = (words.next(), words.next(), words.next());
    let list = |method: &str, path: &str| [method, " ", path].concat().into();
    match (kind, rest) {
        ("start", (None, None, None)) => Some(Place::Start),
        ("end", (Some(method), Some(path), None)) if path.starts_with('/') => {
            Some(Place::End(list(method, path)))
        }
        (skip, (Some(method), Some(path), Some(link))) => {
            Url::parse(link).ok()?;
            let (list, link) = (list(method, path), link.to_owned());
            Some(Place::Middle { list, link, skip: skip.parse().ok()? })
        }
        _ => None,
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
        match &self.0 {
            Place::Start => f.write_str("Continuation::Start"),
            Place::Middle { skip, .. } => {
                f.debug_struct("Continuation::Middle").field("skip", skip).finish_non_exhaustive()
            }
            Place::End(_) => f.write_str("Continuation::End"),
        }
    }
}
