//! The deliberate differences, listed in `deliberate.yaml`.

use crate::compare::{Difference, shown};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// The list, and the entries of it that were found so far.
pub struct Deliberate {
    entries: Vec<Entry>,
    found: BTreeSet<(usize, String)>,
}

/// A deliberate difference, in any step. `*` matches any text.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    /// The place, as the report shows it.
    at: String,
    /// The value of our client.
    ours: String,
    /// The values of the other clients, by their names.
    theirs: BTreeMap<String, String>,
    /// The only step in which the difference is deliberate.
    step: Option<String>,
    #[serde(rename = "why")]
    _why: String,
}

impl Deliberate {
    pub fn read(yaml: &str) -> Result<Self, serde_yaml::Error> {
        Ok(Self { entries: serde_yaml::from_str(yaml)?, found: BTreeSet::new() })
    }

    /// Returns `true` if the difference is deliberate. Marks all matching entries as found.
    pub fn covers(&mut self, client: &str, step: &str, difference: &Difference) -> bool {
        let matching = self.entries.iter().enumerate().filter(|(_, entry)| {
            let theirs = entry.theirs.get(client);
            theirs.is_some_and(|theirs| entry.matches(theirs, step, difference))
        });
        let found: Vec<_> = matching.map(|(index, _)| (index, client.to_owned())).collect();
        let covers = !found.is_empty();
        self.found.extend(found);
        covers
    }

    /// Entries that no longer match a difference of the client.
    pub fn unfound(&self, client: &str) -> Vec<String> {
        let entries = self.entries.iter().enumerate();
        entries
            .filter(|(_, entry)| entry.theirs.contains_key(client))
            .filter(|(index, _)| !self.found.contains(&(*index, client.to_owned())))
            .map(|(_, entry)| entry.at.clone())
            .collect()
    }
}

impl Entry {
    fn matches(&self, theirs: &str, step: &str, difference: &Difference) -> bool {
        self.step.as_deref().is_none_or(|pattern| is_like(step, pattern))
            && is_like(&difference.place, &self.at)
            && is_like(shown(difference.ours.as_ref()), &self.ours)
            && is_like(shown(difference.theirs.as_ref()), theirs)
    }
}

fn is_like(text: &str, pattern: &str) -> bool {
    match pattern.split_once('*') {
        None => text == pattern,
        Some((start, rest)) => text.strip_prefix(start).is_some_and(|text| {
            (0..=text.len()).filter_map(|end| text.get(end..)).any(|text| is_like(text, rest))
        }),
    }
}
