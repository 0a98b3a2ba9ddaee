//! Values that JSON represents in an encoding of their own: timestamps and bytes.

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, Visitor},
};
use std::{collections::HashMap, fmt, marker::PhantomData};

/// A value in the encoding `E`, or an array, a map or an `Option` of such values.
pub(crate) trait Encoded<E>: Sized {
    fn encode<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;
    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
}

/// Serializes a borrowed value in the encoding `E`.
pub(crate) struct AsEncoded<'a, E, T>(pub &'a T, pub PhantomData<E>);

impl<E, T: Encoded<E>> Serialize for AsEncoded<'_, E, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.encode(serializer)
    }
}

/// Deserializes a value from the encoding `E`.
pub(crate) struct Decoded<E, T>(pub T, PhantomData<E>);

impl<'de, E, T: Encoded<E>> Deserialize<'de> for Decoded<E, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::decode(deserializer).map(|value| Self(value, PhantomData))
    }
}

impl<E, T: Encoded<E>> Encoded<E> for Option<T> {
    fn encode<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Some(value) => value.encode(serializer),
            None => serializer.serialize_none(),
        }
    }

    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::deserialize(deserializer)?.map(|value: Decoded<E, T>| value.0))
    }
}

/// Reads `null` as an empty array.
impl<E, T: Encoded<E>> Encoded<E> for Vec<T> {
    fn encode<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter().map(|value| AsEncoded(value, PhantomData)))
    }

    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let values: Option<Vec<Decoded<E, T>>> = Option::deserialize(deserializer)?;
        Ok(values.into_iter().flatten().map(|value| value.0).collect())
    }
}

/// Reads `null` as an empty map.
impl<E, T: Encoded<E>> Encoded<E> for HashMap<String, T> {
    fn encode<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter().map(|(key, value)| (key, AsEncoded(value, PhantomData))))
    }

    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let values: Option<HashMap<String, Decoded<E, T>>> = Option::deserialize(deserializer)?;
        Ok(values.into_iter().flatten().map(|(key, value)| (key, value.0)).collect())
    }
}

/// Parses a value from a borrowed string. Errors do not show the string.
pub(crate) fn decode_text<'de, T, D: Deserializer<'de>>(
    deserializer: D,
    expected: &'static str,
    parse: fn(&str) -> Option<T>,
) -> Result<T, D::Error> {
    struct Text<T>(&'static str, fn(&str) -> Option<T>);

    impl<T> Visitor<'_> for Text<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(self.0)
        }

        fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
            (self.1)(text).ok_or_else(|| E::invalid_value(de::Unexpected::Other("text"), &self))
        }
    }

    deserializer.deserialize_str(Text(expected, parse))
}
