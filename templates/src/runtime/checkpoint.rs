//! Positions in streams of changes.

use crate::runtime::{failure::refused, known::Known};
use azure_core::{
    Result,
    error::{Error, ErrorKind},
};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A position in a stream of changes. Resume the stream from it in this process, or, as text or
/// JSON, in another: no change is lost or repeated.
///
/// Treat the text as opaque. It contains ids but no secrets. A position belongs to what was watched:
/// resuming the stream of another thread is an error.
#[derive(Clone, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct Checkpoint {
    watched: String,
    known: Known,
}

/// The text of a checkpoint.
#[derive(Deserialize, Serialize)]
struct Text<W, K> {
    /// The version of the format.
    format: u32,
    watched: W,
    #[serde(flatten)]
    known: K,
}

const FORMAT: u32 = 1;

impl Checkpoint {
    pub(crate) fn new(watched: &str, known: Known) -> Self {
        Self { watched: watched.to_owned(), known }
    }

    /// # Errors
    /// Returns an error if something else was watched.
    pub(crate) fn known(self, watched: &str) -> Result<Known> {
        match self.watched == watched {
            true => Ok(self.known),
            false => Err(refused(format!(
                "the checkpoint belongs to {}, and this is {watched}",
                self.watched
            ))),
        }
    }
}

impl fmt::Display for Checkpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { watched, known } = self;
        let text = serde_json::to_string(&Text { format: FORMAT, watched, known });
        f.write_str(&text.map_err(|_| fmt::Error)?)
    }
}

/// Parses a text that [`Display`](fmt::Display) wrote.
///
/// # Errors
/// Returns an error for any other text, and for the text of a version of this crate with another
/// format.
impl FromStr for Checkpoint {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let error = |message| Error::with_message(ErrorKind::DataConversion, message);
        match serde_json::from_str(text) {
            Ok(Text { format: FORMAT, watched, known }) => Ok(Self { watched, known }),
            Ok(Text { .. }) => Err(error("the checkpoint has the format of another version")),
            Err(_) => Err(error("the text is not a checkpoint")),
        }
    }
}

impl TryFrom<String> for Checkpoint {
    type Error = Error;

    fn try_from(text: String) -> Result<Self> {
        text.parse()
    }
}

impl From<Checkpoint> for String {
    fn from(checkpoint: Checkpoint) -> Self {
        checkpoint.to_string()
    }
}

impl fmt::Debug for Checkpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Checkpoint").field("watched", &self.watched).finish_non_exhaustive()
    }
}
