//! The versions of items that are known.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The versions of items that were yielded. A version is a time in milliseconds.
///
/// Versions do not become visible exactly in their order: the service has many servers, and their
/// clocks differ. So the newest versions are remembered one by one, and each reading of the list goes
/// back to the oldest of them, the *floor*.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Deserialize, Serialize)]
pub(crate) struct Known {
    /// All versions below are known.
    pub floor: u64,
    /// All items whose first version is below are known. Lower than the floor while an item can have
    /// moved from an unread page of the list to one that was read.
    pub births: u64,
    /// The newest known version of each item, if it is not below both floors.
    pub versions: BTreeMap<String, u64>,
}

/// How much later than a higher version a version can become visible.
const WINDOW: u64 = 10_000;

impl Known {
    /// Everything before a time.
    pub fn before(time: u64) -> Self {
        Self { floor: time, births: time, versions: BTreeMap::new() }
    }

    /// How far the first reading of a list goes back, if this is the newest version.
    pub fn first_floor(newest: u64) -> u64 {
        newest.saturating_sub(WINDOW)
    }

    pub fn has_version(&self, version: u64, id: &str) -> bool {
        version < self.floor || self.versions.get(id).is_some_and(|known| version <= *known)
    }

    pub fn has_item(&self, first_version: u64, id: &str) -> bool {
        first_version < self.births || self.versions.contains_key(id)
    }

    /// Adds a version. All lower versions that were visible must be known.
    pub fn add(&mut self, version: u64, id: String) {
        self.versions.insert(id, version);
        self.floor = self.floor.max(Self::first_floor(version));
    }

    /// Forgets what is below the floor, after the newest items were read at one moment.
    pub fn settle(&mut self) {
        self.births = self.floor;
        self.versions.retain(|_, version| *version >= self.floor);
    }
}
