//! A value in a document, together with its place.

use crate::model::source::Place;
use serde_json::Value;

/// A value in a document.
///
/// A step from a node to one of its entries looks up one name. Looking up a [`Place`] walks its
/// whole JSON pointer.
#[derive(Clone, Debug)]
pub struct Node<'a> {
    pub place: Place,
    pub value: &'a Value,
}

impl<'a> Node<'a> {
    /// The entry `key` of a mapping.
    pub fn get(&self, key: &str) -> Option<Self> {
        Some(Self { value: self.value.get(key)?, place: self.place.child(key) })
    }

    pub fn has(&self, key: &str) -> bool {
        self.value.get(key).is_some()
    }

    /// The entry `key`, if it is a string.
    pub fn text(&self, key: &str) -> Option<&'a str> {
        self.value.get(key)?.as_str()
    }

    /// Returns `true` if the entry `key` is `true`.
    pub fn flag(&self, key: &str) -> bool {
        self.value.get(key).and_then(Value::as_bool).unwrap_or_default()
    }

    /// The list in the entry `key`, or an empty list.
    pub fn list(&self, key: &str) -> &'a [Value] {
        self.value.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
    }

    /// The items of the list in the entry `key`.
    pub fn items(&self, key: &str) -> impl Iterator<Item = Self> + use<'a> {
        let place = self.place.child(key);
        let items = self.list(key).iter().enumerate();
        items.map(move |(index, value)| Self { place: place.child(index), value })
    }

    /// The entries of the mapping in the entry `key`.
    pub fn entries(&self, key: &str) -> impl Iterator<Item = (&'a str, Self)> + use<'a> {
        self.get(key).into_iter().flat_map(Self::into_entries)
    }

    /// The entries of this mapping.
    pub fn into_entries(self) -> impl Iterator<Item = (&'a str, Self)> + use<'a> {
        let Self { place, value } = self;
        let entries = value.as_object().into_iter().flatten();
        entries.map(move |(key, value)| (key.as_str(), Self { place: place.child(key), value }))
    }

    /// Returns `true` if both are the same part of the same document.
    pub fn is(&self, other: &Self) -> bool {
        std::ptr::eq(self.value, other.value)
    }
}
