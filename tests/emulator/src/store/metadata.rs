//! The names and values that clients attach to threads, messages and participants.

use crate::failure::Failure;
use serde_json::Value;
use std::collections::BTreeMap;

/// The description allows 1 KB for all of them together. The emulator holds messages to it too,
/// because something has to bound them.
const LIMIT: usize = 1024;

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Metadata(BTreeMap<String, String>);

impl Metadata {
    /// Reads the `metadata` of a request, absent or not.
    pub fn read(value: &Value) -> Result<Self, Failure> {
        Self::default().patched(value)
    }

    /// Applies a merge patch: `null` for a name removes it, `null` for all of it removes all.
    pub fn patched(&self, patch: &Value) -> Result<Self, Failure> {
        let mut metadata = self.clone();
        for (name, value) in patch.as_object().into_iter().flatten() {
            match value.as_str() {
                Some(value) => metadata.0.insert(name.clone(), value.to_owned()),
                None => metadata.0.remove(name),
            };
        }
        let size: usize = metadata.0.iter().map(|(name, value)| name.len() + value.len()).sum();
        match size <= LIMIT {
            true => Ok(metadata),
            false => Err(Failure::bad_request("metadata", "The metadata is larger than 1 KB.")),
        }
    }

    /// Adds itself to a JSON object, unless it is empty.
    pub fn write(&self, object: &mut Value) {
        if !self.0.is_empty() {
            object["metadata"] =
                self.0.iter().map(|(name, value)| (name.clone(), value.clone())).collect();
        }
    }
}

/// What a merge patch does with the `metadata` of something.
pub(super) fn patch(metadata: &Metadata, patch: &Value) -> Result<Metadata, Failure> {
    match patch.get("metadata") {
        None => Ok(metadata.clone()),
        Some(Value::Null) => Ok(Metadata::default()),
        Some(changes) => metadata.patched(changes),
    }
}
