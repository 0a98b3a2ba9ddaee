//! JSON: bodies, and what `null` is.

use azure_core::{
    Result, Value,
    error::{Error, ErrorKind},
};
use serde::{
    Deserialize, Deserializer,
    de::{self, DeserializeOwned},
};
use serde_json::error::Category;

/// Decodes JSON. From `&str`, because serde_json then checks UTF-8 once and not for each string,
/// and lends strings to visitors.
#[allow(dead_code, reason = "a description may have models and no calls")]
pub(crate) fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T> {
    let text = std::str::from_utf8(body)?;
    serde_json::from_str(text).map_err(|error| misfit(&error))
}

/// An error of `serde` without the value that it quotes, which may be a token or somebody's words.
fn misfit(error: &serde_json::Error) -> Error {
    let text = error.to_string();
    let problem = match error.classify() {
        // Texts of serde_json, and names of fields: none of them quotes the JSON.
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

/// What a JSON value of a known form must be.
#[allow(dead_code, reason = "not every description has unions or choices")]
pub(crate) fn fit<T: DeserializeOwned, E: de::Error>(value: Value) -> std::result::Result<T, E> {
    serde_json::from_value(value).map_err(E::custom)
}

/// `null` is what an absent field is: the default.
#[allow(dead_code, reason = "not every description has optional arrays or maps")]
pub(crate) fn null_is_default<'de, D, T>(deserializer: D) -> std::result::Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de> + Default,
{
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}
