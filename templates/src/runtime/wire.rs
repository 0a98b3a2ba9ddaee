//! JSON: how bodies are decoded, and what `null` means.

use azure_core::{
    Result, Value,
    error::{Error, ErrorKind},
};
use serde::{
    Deserialize, Deserializer,
    de::{self, DeserializeOwned, IntoDeserializer, Visitor, value::UnitDeserializer},
};
use serde_json::error::Category;
use std::{collections::HashMap, fmt, marker::PhantomData};

/// Decodes JSON, with errors that quote nothing of it.
///
/// From `&str`, serde_json checks UTF-8 once and not for each string, and lends strings to visitors.
pub(crate) fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T> {
    let text = std::str::from_utf8(body)?;
    serde_json::from_str(text).map_err(|error| misfit(&error))
}

/// An error of serde without the value that it quotes, which may be a token or a message.
fn misfit(error: &serde_json::Error) -> Error {
    let text = error.to_string();
    let problem = match error.classify() {
        // The other texts are those of serde_json, or name a field: they do not quote the JSON.
        Category::Data if !text.starts_with("missing field ") => {
            let expected = text.rsplit_once(", expected ").map(|(_, expected)| expected);
            let quotes = ["invalid type: ", "invalid value: ", "invalid length "];
            match expected.filter(|_| quotes.iter().any(|quote| text.starts_with(quote))) {
                Some(expected) => format!("expected {expected}"),
                None => {
                    format!("a bad value at line {} column {}", error.line(), error.column())
                }
            }
        }
        _ => text,
    };
    Error::with_message(
        ErrorKind::DataConversion,
        format!("the response is not what the description says: {problem}"),
    )
}

/// Decodes a JSON value whose type is known from its form.
pub(crate) fn fit<T: DeserializeOwned, E: de::Error>(value: Value) -> std::result::Result<T, E> {
    serde_json::from_value(value).map_err(E::custom)
}

/// Reads `null` as an empty collection, and leaves out the entries of a map that are `null` where
/// the type of its values has no such value.
pub(crate) fn null_is_default<'de, D, T>(deserializer: D) -> std::result::Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: NullIsDefault<'de>,
{
    Ok(Option::<T::Read>::deserialize(deserializer)?.map(T::from_read).unwrap_or_default())
}

/// A type whose fields [`null_is_default`] reads.
pub(crate) trait NullIsDefault<'de>: Default {
    type Read: Deserialize<'de>;
    fn from_read(read: Self::Read) -> Self;
}

impl<'de, T: Deserialize<'de>> NullIsDefault<'de> for Vec<T> {
    type Read = Self;

    fn from_read(read: Self) -> Self {
        read
    }
}

impl<'de, T: Deserialize<'de>> NullIsDefault<'de> for HashMap<String, T> {
    type Read = HashMap<String, Entry<T>>;

    fn from_read(read: Self::Read) -> Self {
        read.into_iter().filter_map(|(name, entry)| Some((name, entry.0?))).collect()
    }
}

/// A value, or `null` where `T` has no such value.
pub(crate) struct Entry<T>(Option<T>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Entry<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        deserializer.deserialize_option(EntryVisitor(PhantomData)).map(Self)
    }
}

struct EntryVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for EntryVisitor<T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_none<E: de::Error>(self) -> std::result::Result<Self::Value, E> {
        let null: UnitDeserializer<E> = IntoDeserializer::into_deserializer(());
        Ok(T::deserialize(null).ok())
    }

    fn visit_unit<E: de::Error>(self) -> std::result::Result<Self::Value, E> {
        self.visit_none()
    }

    fn visit_some<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> std::result::Result<Self::Value, D::Error> {
        T::deserialize(deserializer).map(Some)
    }
}
