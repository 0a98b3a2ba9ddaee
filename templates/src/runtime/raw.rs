//! Values in queries that are encoded already, or may use reserved characters.

use crate::runtime::{
    call::Call,
    pipeline::{NAME, RAW_PATH, push_encoded},
    query::QueryValue,
};
use percent_encoding::AsciiSet;

/// What a call can do that has such values.
pub(crate) trait RawQuery {
    /// Sets a query parameter, also if it is set already.
    fn query_raw(&mut self, name: &'static str, value: impl QueryValue);
}

impl<B> RawQuery for Call<B> {
    fn query_raw(&mut self, name: &'static str, value: impl QueryValue) {
        let pair = value.to_query().map(|value| {
            let mut pair = String::new();
            push_encoded(&mut pair, name, NAME);
            pair.push('=');
            push_encoded(&mut pair, &value, RAW_QUERY);
            pair
        });
        self.encoded_query(name, pair);
    }
}

/// What is reserved or encoded already stays as it is, as in a path; but one value must not become
/// two.
const RAW_QUERY: &AsciiSet =
    &RAW_PATH.remove(b'?').remove(b'[').remove(b']').remove(b'*').remove(b',').remove(b';');
