//! Cookies of requests.

use crate::runtime::{
    call::Call,
    pipeline::push_pair,
    query::{QueryValue, Text},
};

/// Sets cookies on a call.
pub(crate) trait Cookies {
    /// Sets a cookie. Replaces an earlier value. All cookies share one header (RFC 6265).
    fn cookie(&mut self, name: &'static str, value: impl QueryValue);
}

impl<B> Cookies for Call<B> {
    fn cookie(&mut self, name: &'static str, value: impl QueryValue) {
        self.change_header("cookie", |known| with(known, name, &value.to_query()?));
    }
}

/// Returns the known cookies with this one added or replaced. Percent-encodes the characters that a
/// cookie cannot contain.
fn with(known: Option<Text>, name: &str, value: &str) -> Text {
    let (mut start, mut cookie) = (String::new(), String::new());
    push_pair(&mut start, name, "");
    push_pair(&mut cookie, name, value);
    let known = known.unwrap_or(Ok(String::new()))?;
    let others = known.split("; ").filter(|it| !it.is_empty() && !it.starts_with(&start));
    Ok(others.chain([cookie.as_str()]).collect::<Vec<_>>().join("; "))
}
