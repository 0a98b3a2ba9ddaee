//! Headers whose names begin alike (`x-ms-header-collection-prefix`).

use crate::runtime::call::Call;
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
            let value = match is_token(&name) {
                true => Ok(value.into()),
                false => Err("is not the name of a header"),
            };
            headers.push((format!("{prefix}{}", name.to_ascii_lowercase()).into(), value));
        }
    }
}

/// Returns `true` for a token (RFC 9110, section 5.6.2).
fn is_token(text: &str) -> bool {
    let is_token = |it: u8| it.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&it);
    !text.is_empty() && text.bytes().all(is_token)
}
