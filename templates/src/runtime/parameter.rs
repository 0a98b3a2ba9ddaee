//! Parameters whose text does not follow from their type: joined values and JSON.

use crate::runtime::query::{QueryValue, Text};
use serde::Serialize;

/// Several values in one text, joined with a separator.
pub(crate) struct Joined<I>(pub &'static str, pub I);

impl<I: IntoIterator<Item: QueryValue>> QueryValue for Joined<I> {
    fn to_query(self) -> Text {
        let mut values = Vec::new();
        for value in self.1 {
            let value = value.to_query()?;
            if value.contains(self.0) {
                return Err("has a value that contains the separator of the values");
            }
            values.push(value);
        }
        Ok(values.join(self.0))
    }
}

/// A value that is written as JSON.
pub(crate) struct AsJson<T>(pub T);

impl<T: Serialize> QueryValue for AsJson<T> {
    fn to_query(self) -> Text {
        serde_json::to_string(&self.0).map_err(|_| "cannot be written as JSON")
    }
}
