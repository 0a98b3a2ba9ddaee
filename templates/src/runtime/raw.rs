//! Query values that are already encoded or contain reserved characters.

use crate::runtime::{
    call::Call,
    pipeline::{NAME, RAW_PATH, push_encoded},
    query::QueryValue,
};
use percent_encoding::AsciiSet;

/// Sets such values on a call.
pub(crate) trait RawQuery {
    /// Sets a query parameter. Replaces an earlier value.
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
        self.pairs(name, pair);
    }
}

/// Keeps reserved characters and percent signs, as in a path. Encodes the characters that would
/// split one value into two.
const RAW_QUERY: &AsciiSet =
    &RAW_PATH.remove(b'?').remove(b'[').remove(b']').remove(b'*').remove(b',').remove(b';');
