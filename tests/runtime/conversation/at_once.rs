//! Retries that do not wait.

use azure_core::{
    http::{
        RetryOptions, StatusCode,
        headers::RETRY_AFTER,
        policies::{RetryHeaders, RetryPolicy},
    },
    time::Duration,
};
use std::sync::{Arc, LazyLock};

/// Retries up to this many times without a delay of its own. The policies of azure_core wait up to a
/// quarter of a second before each retry, which is too long for thousands of them. A `Retry-After` of
/// the service still counts.
pub fn at_once(retries: u32) -> RetryOptions {
    RetryOptions::custom(Arc::new(AtOnce { retries }))
}

#[derive(Debug)]
struct AtOnce {
    retries: u32,
}

impl RetryPolicy for AtOnce {
    fn is_expired(&self, _: Duration, retry_count: u32) -> bool {
        retry_count >= self.retries
    }

    fn retry_headers(&self) -> Option<&RetryHeaders> {
        static HEADERS: LazyLock<RetryHeaders> =
            LazyLock::new(|| RetryHeaders { retry_headers: vec![RETRY_AFTER] });
        Some(&HEADERS)
    }

    fn retry_status_codes(&self) -> &[StatusCode] {
        &[]
    }

    fn sleep_duration(&self, _: u32) -> Duration {
        Duration::ZERO
    }
}
