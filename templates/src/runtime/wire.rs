//! JSON: how bodies are decoded, and what `null` means.

use azure_core::{
    Result, Value,
    error::{Error, ErrorKind},
};
use serde::{
    Deserialize, Deserializer,
    de::{self, DeserializeOwned, IntoDeserializer, MapAccess, Visitor, value::UnitDeserializer},
};
use serde_json::error::Category;
use std::{any::type_name, collections::HashMap, fmt, marker::PhantomData};

/// Decodes JSON. An error names the type, and does not quote the JSON.
pub(crate) fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T> {
    decode_as(body, type_name::<T>())
}

/// Decodes JSON. An error has another name of the type.
///
/// From a `&str`, serde_json need not check each string for UTF-8, and visitors can borrow strings.
pub(crate) fn decode_as<T: DeserializeOwned>(body: &[u8], name: &str) -> Result<T> {
    let text = std::str::from_utf8(body)?;
    serde_json::from_str(text).map_err(|error| decode_error(&error, name))
}

pub(crate) fn decode_error(error: &serde_json::Error, name: &str) -> Error {
    let (problem, name) = (problem(error), without_paths(name));
    Error::with_message(
        ErrorKind::DataConversion,
        format!("the response is not a `{name}`: {problem}"),
    )
}

/// The name of a type, such as `Vec<Message>`, without the paths to it.
pub(crate) fn without_paths(name: &str) -> String {
    let parts = name.split_inclusive(['<', '>', '(', ')', '[', ']', ',', ' ']);
    parts.map(|part| part.rsplit("::").next().unwrap_or(part)).collect()
}

/// The message of an error of serde without the quoted value, which may be a token or a message.
pub(crate) fn problem(error: &serde_json::Error) -> String {
    let text = error.to_string();
    match error.classify() {
        // The other texts are those of serde_json, or name a field: they do not quote the JSON.
        Category::Data if !text.starts_with("missing field ") => {
            let expected = text.rsplit_once(", expected ").map(|(_, expected)| expected);
            let quotes = ["invalid type: ", "invalid value: ", "invalid length "];
            match expected.filter(|_| quotes.iter().any(|quote| text.starts_with(quote))) {
                Some(expected) => format!("expected {expected}"),
                // A `Value` has no lines.
                None if error.line() == 0 => "a bad value".to_owned(),
                None => {
                    format!("a bad value at line {} column {}", error.line(), error.column())
                }
            }
        }
        _ => text,
    }
}

/// Decodes a JSON value as the variant that it selects.
pub(crate) fn decode_variant<T: DeserializeOwned, E: de::Error>(
    value: Value,
) -> std::result::Result<T, E> {
    serde_json::from_value(value).map_err(E::custom)
}

/// Reads `null` as an empty collection. Leaves out the `null` entries of a map, unless the type of
/// its values accepts `null`.
pub(crate) fn null_is_default<'de, D, T>(deserializer: D) -> std::result::Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Collection<'de>,
{
    Ok(Option::<Read<T>>::deserialize(deserializer)?.map(|read| read.0).unwrap_or_default())
}

/// A type that [`null_is_default`] reads.
pub(crate) trait Collection<'de>: Default {
    fn read<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error>;
}

impl<'de, T: Deserialize<'de>> Collection<'de> for Vec<T> {
    fn read<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }
}

impl<'de, T: Deserialize<'de>> Collection<'de> for HashMap<String, T> {
    fn read<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        deserializer.deserialize_map(MapVisitor(PhantomData))
    }
}

struct Read<T>(T);

impl<'de, T: Collection<'de>> Deserialize<'de> for Read<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        T::read(deserializer).map(Self)
    }
}

struct MapVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for MapVisitor<T> {
    type Value = HashMap<String, T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(
        self,
        mut map: A,
    ) -> std::result::Result<Self::Value, A::Error> {
        let mut entries = HashMap::new();
        while let Some(name) = map.next_key()? {
            match map.next_value::<Option<T>>()? {
                Some(value) => drop(entries.insert(name, value)),
                // Some types accept `null`.
                None => {
                    let null: UnitDeserializer<A::Error> = IntoDeserializer::into_deserializer(());
                    T::deserialize(null).ok().map(|value| entries.insert(name, value));
                }
            }
        }
        Ok(entries)
    }
}
