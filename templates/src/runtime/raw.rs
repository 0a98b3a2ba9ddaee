//! Query parameters with reserved characters (`allowReserved`).

use crate::runtime::{
    call::Call,
    pipeline::{NAME, RAW_PATH, push_encoded},
    query::QueryValue,
};
use percent_encoding::AsciiSet;

/// Adds such parameters to a call.
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
        self.encoded_query(name, pair);
    }
}

/// Keeps reserved characters and percent signs, except those that would end the value.
const RAW_QUERY: &AsciiSet =
    &RAW_PATH.remove(b'?').remove(b'[').remove(b']').remove(b'*').remove(b',').remove(b';');
