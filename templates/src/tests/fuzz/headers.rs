//! Typed response headers.

use super::{
    budget::fuzz,
    mutation::{edited, edits, text},
};
use crate::runtime::response_headers::{boolean, bytes, number, time};
use azure_core::http::headers::Headers;

#[test]
fn headers_are_read_or_refused_and_never_shown() {
    let good = &[
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "1994-11-06T08:49:37.123Z",
        "AQIDBAUGBwg=",
        "-9223372036854775808",
        "18446744073709551616",
        "1e400",
        "NaN",
        "TRUE",
    ];
    let values = (text(good), edits());
    fuzz("response headers", 2_000, values, |(text, edits)| {
        for text in [edited(&text, &edits), text] {
            let mut headers = Headers::new();
            headers.insert("x-value", text.clone());
            let errors = [
                number::<i32>(&headers, "X-Value").err(),
                number::<f64>(&headers, "X-Value").err(),
                boolean(&headers, "X-Value").err(),
                time(&headers, "X-Value").err(),
                bytes(&headers, "X-Value").err(),
            ];
            for error in errors.into_iter().flatten() {
                // A short text may be part of the message.
                let shown = text.len() > 12 && error.to_string().contains(&text);
                assert!(!shown, "{error}");
            }
        }
    });
}
