//! Which events a subscription gets.

use super::{
    EventSchema,
    event::{Event, PREFIX, TYPES},
};
use serde::{Deserialize, Serialize};

/// Which events a subscription gets, and in which schema. [`Filter::default`] is for all events in
/// the schema of Event Grid.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Filter {
    /// The envelope of the events.
    pub schema: EventSchema,
    /// The types of events, with or without `Microsoft.Communication.`; all of them if empty.
    pub types: Vec<String>,
    /// How the subject begins.
    pub subject_begins_with: String,
    /// How the subject ends.
    pub subject_ends_with: String,
}

/// The bytes that a part of a subject may have.
const SUBJECT_LIMIT: usize = 1024;

impl Filter {
    /// A filter for all events in a schema.
    pub fn new(schema: EventSchema) -> Self {
        Self { schema, ..Self::default() }
    }

    /// Limits the subscription to these types.
    pub fn types<T: Into<String>>(mut self, types: impl IntoIterator<Item = T>) -> Self {
        self.types = types.into_iter().map(Into::into).collect();
        self
    }

    /// Limits the subscription to subjects that begin with this text, for instance
    /// `thread/19:…@thread.v2/`.
    pub fn subject_begins_with(mut self, beginning: impl Into<String>) -> Self {
        self.subject_begins_with = beginning.into();
        self
    }

    /// Limits the subscription to subjects that end with this text, for instance `/recipient/` and a
    /// user.
    pub fn subject_ends_with(mut self, end: impl Into<String>) -> Self {
        self.subject_ends_with = end.into();
        self
    }

    /// Writes all types without their prefix. The error names a type that does not exist.
    pub(super) fn checked(mut self) -> Result<Self, String> {
        for name in &mut self.types {
            let short = name.strip_prefix(PREFIX).unwrap_or(name);
            let Some(known) = TYPES.iter().find(|known| **known == short) else {
                return Err(format!("{name} is not a type of a chat event"));
            };
            *name = (*known).to_owned();
        }
        self.types.sort();
        self.types.dedup();
        match self.subject_begins_with.len().max(self.subject_ends_with.len()) <= SUBJECT_LIMIT {
            true => Ok(self),
            false => Err("a part of a subject has 1,024 bytes at most".to_owned()),
        }
    }

    pub(super) fn includes(&self, event: &Event) -> bool {
        (self.types.is_empty() || self.types.iter().any(|own| own == event.kind))
            && event.subject.starts_with(&self.subject_begins_with)
            && event.subject.ends_with(&self.subject_ends_with)
    }
}
