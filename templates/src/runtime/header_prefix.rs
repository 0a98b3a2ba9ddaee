//! Headers whose names begin alike (`x-ms-header-collection-prefix`).

use crate::runtime::{call::Call, header};
use std::borrow::Cow;

/// Adds such headers to a call.
pub(crate) trait HeaderPrefix {
    /// Sets a header for each value: `prefix` and the name of the value. Replaces earlier ones.
    fn headers_with(
        &mut self,
        prefix: &'static str,
        values: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    );
}

impl<B> HeaderPrefix for Call<B> {
    fn headers_with(
        &mut self,
        prefix: &'static str,
        values: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) {
        let headers = &mut self.parts.headers;
        headers.retain(|(name, _)| !matches!(name, Cow::Owned(it) if it.starts_with(prefix)));
        for (name, value) in values {
            let name = name.into();
            let is_name = !name.is_empty() && name.bytes().all(header::is_token_byte);
            let value = match is_name {
                true => Ok(value.into()),
                false => Err("is not the name of a header"),
            };
            headers.push((format!("{prefix}{}", name.to_ascii_lowercase()).into(), value));
        }
    }
}
