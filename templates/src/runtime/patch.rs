//! Fields of a JSON merge patch (RFC 7396).

use crate::runtime::encoded::{Decoded, Encoded};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::{
    collections::{BTreeMap, HashMap},
    fmt,
};

/// The change of one field by a merge patch: leave it, remove it, or set it.
///
/// Setters take a plain value too, because it converts with `into()`. A patch of a map changes only
/// the keys that it contains. Its values may be patches:
/// `[("color", Patch::from("red")), ("size", Patch::Null)]` sets one key and removes another.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Patch<T> {
    /// Leaves the field unchanged: sends nothing.
    #[default]
    Absent,
    /// Removes the value: sends `null`.
    Null,
    /// Sets the field to this value.
    Value(T),
}

impl<T> Patch<T> {
    /// Returns `true` if the field stays unchanged.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Converts the value, if there is one.
    pub fn map<U>(self, convert: impl FnOnce(T) -> U) -> Patch<U> {
        match self {
            Self::Absent => Patch::Absent,
            Self::Null => Patch::Null,
            Self::Value(value) => Patch::Value(convert(value)),
        }
    }
}

impl<T> From<T> for Patch<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

impl From<&str> for Patch<String> {
    fn from(value: &str) -> Self {
        Self::Value(value.to_owned())
    }
}

/// Collects keys with values, or with patches.
impl<K, P, V> FromIterator<(K, P)> for Patch<HashMap<String, Option<V>>>
where
    K: Into<String>,
    P: Into<Patch<V>>,
{
    fn from_iter<I: IntoIterator<Item = (K, P)>>(pairs: I) -> Self {
        let pairs = pairs.into_iter().filter_map(|(key, patch)| match patch.into() {
            Patch::Absent => None,
            Patch::Null => Some((key.into(), None)),
            Patch::Value(value) => Some((key.into(), Some(value))),
        });
        Self::Value(pairs.collect())
    }
}

macro_rules! from_pairs {
    ($([$($parameter:tt)*] $pairs:ty;)*) => {$(
        impl<K, P, V, $($parameter)*> From<$pairs> for Patch<HashMap<String, Option<V>>>
        where
            K: Into<String>,
            P: Into<Patch<V>>,
        {
            fn from(pairs: $pairs) -> Self {
                pairs.into_iter().collect()
            }
        }
    )*};
}

from_pairs! {
    [const N: usize] [(K, P); N];
    [] Vec<(K, P)>;
    [] BTreeMap<K, P>;
    [H] HashMap<K, P, H>;
}

/// Hides the value.
impl<T> fmt::Debug for Patch<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Absent => "Absent",
            Self::Null => "Null",
            Self::Value(_) => "Value(..)",
        })
    }
}

/// Fields skip [`Patch::Absent`] with `skip_serializing_if`.
impl<T: Serialize> Serialize for Patch<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Absent | Self::Null => serializer.serialize_none(),
            Self::Value(value) => value.serialize(serializer),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Patch<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::deserialize(deserializer)?.map_or(Self::Null, Self::Value))
    }
}

impl<E, T: Encoded<E>> Encoded<E> for Patch<T> {
    fn encode<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Absent | Self::Null => serializer.serialize_none(),
            Self::Value(value) => value.encode(serializer),
        }
    }

    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value: Option<Decoded<E, T>> = Option::deserialize(deserializer)?;
        Ok(value.map_or(Self::Null, |value| Self::Value(value.0)))
    }
}
