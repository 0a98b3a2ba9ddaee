//! Values that have no JSON type of their own, such as timestamps and bytes. A type `E` names an
//! encoding. These values, and options, arrays and maps of them, implement `Encoded<E>`.

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, Visitor},
};
use std::{collections::HashMap, fmt, marker::PhantomData};

pub(crate) trait Encoded<E>: Sized {
    fn encode<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;
    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
}

/// `codec!(E)` defines the functions for serde's `with`, with the encoding `E`.
macro_rules! codec {
    ($form:ident) => {
        pub(crate) fn serialize<T, S>(value: &T, serializer: S) -> Result<S::Ok, S::Error>
        where
            T: Encoded<$form>,
            S: Serializer,
        {
            value.encode(serializer)
        }

        pub(crate) fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
        where
            T: Encoded<$form>,
            D: Deserializer<'de>,
        {
            T::decode(deserializer)
        }
    };
}

pub(crate) use codec;

/// Serializes a borrowed value with the encoding `E`.
pub(crate) struct Out<'a, E, T>(pub &'a T, pub PhantomData<E>);

impl<E, T: Encoded<E>> Serialize for Out<'_, E, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.encode(serializer)
    }
}

/// Deserializes a value with the encoding `E`.
pub(crate) struct In<E, T>(pub T, PhantomData<E>);

impl<'de, E, T: Encoded<E>> Deserialize<'de> for In<E, T> {
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
        Ok(Option::deserialize(deserializer)?.map(|value: In<E, T>| value.0))
    }
}

/// Reads `null` as an empty array.
impl<E, T: Encoded<E>> Encoded<E> for Vec<T> {
    fn encode<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter().map(|value| Out(value, PhantomData)))
    }

    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let values: Option<Vec<In<E, T>>> = Option::deserialize(deserializer)?;
        Ok(values.into_iter().flatten().map(|value| value.0).collect())
    }
}

/// Reads `null` as an empty map.
impl<E, T: Encoded<E>> Encoded<E> for HashMap<String, T> {
    fn encode<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter().map(|(key, value)| (key, Out(value, PhantomData))))
    }

    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let values: Option<HashMap<String, In<E, T>>> = Option::deserialize(deserializer)?;
        Ok(values.into_iter().flatten().map(|(key, value)| (key, value.0)).collect())
    }
}

/// Reads a value from a borrowed string. An error does not show the string.
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
