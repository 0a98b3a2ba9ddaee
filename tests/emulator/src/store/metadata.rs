//! The names and values that clients attach to threads, messages and participants.

use crate::{
    bounded::{Weigh, leaf},
    failure::Failure,
    version::ApiVersion,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// The description allows 1 KB for all of them together. The emulator holds messages to it too,
/// because something has to bound them.
const LIMIT: usize = 1024;

/// `None` if none was ever sent: the service tells that from an empty object.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Metadata(Option<BTreeMap<String, String>>);

impl Metadata {
    /// Reads the `metadata` of a request, present or not.
    pub fn read(value: &Value) -> Result<Self, Failure> {
        let Some(entries) = value.as_object() else { return Ok(Self::default()) };
        let entry = |(name, value): (&String, &Value)| {
            (name.clone(), value.as_str().unwrap_or_default().to_owned())
        };
        Self(Some(entries.iter().map(entry).collect())).within_bounds()
    }

    /// Applies the `metadata` of a merge patch: `null` for a name removes it, `null` for all
    /// metadata removes all. The service also removes a name whose value is empty.
    pub fn patched(&self, patch: &Value) -> Result<Self, Failure> {
        let changes = match patch.get("metadata") {
            None => return Ok(self.clone()),
            Some(Value::Null) => return Ok(Self::default()),
            Some(changes) => changes,
        };
        let mut entries = self.0.clone().unwrap_or_default();
        for (name, value) in changes.as_object().into_iter().flatten() {
            match value.as_str() {
                Some(value) if !value.is_empty() => entries.insert(name.clone(), value.to_owned()),
                _ => entries.remove(name),
            };
        }
        Self(Some(entries)).within_bounds()
    }

    /// Adds itself to a JSON object.
    pub fn write(&self, object: &mut Value, version: ApiVersion) {
        if let Some(entries) = &self.0
            && (version.shows_unset_properties() || !entries.is_empty())
        {
            object["metadata"] =
                entries.iter().map(|(name, value)| (name.clone(), value.clone())).collect();
        }
    }

    fn within_bounds(self) -> Result<Self, Failure> {
        let entries = self.0.iter().flatten();
        let size: usize = entries.map(|(name, value)| name.len() + value.len()).sum();
        match size <= LIMIT {
            true => Ok(self),
            false => Err(Failure::bad_request("metadata", "The metadata is larger than 1 KB.")),
        }
    }
}

impl Weigh for Metadata {
    fn weight(&self) -> usize {
        // The first node of a map has room for eleven entries. Small texts take sixteen bytes.
        let node = 12 * size_of::<[String; 2]>();
        let entry = leaf::<String, String>() + 32;
        let entries = self.0.iter().flatten();
        let sizes = entries.map(|(name, value)| entry + name.len() + value.len());
        sizes.reduce(usize::saturating_add).map_or(0, |entries| node + entries)
    }
}
