//! The signature with which a holder of the access key signs a request to the Identity API.

use crate::clock::Timestamp;
use base64::{Engine, engine::general_purpose::STANDARD};
use ring::{digest, hmac};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The parts of a request that the signature covers, each as it arrived.
#[derive(Debug)]
pub(crate) struct SignedRequest<'a> {
    pub method: &'a str,
    /// Path and query, with every escape as the client wrote it.
    pub target: &'a str,
    pub host: &'a str,
    pub date: &'a str,
    pub content_hash: &'a str,
    pub body: &'a [u8],
}

const SIGNED_HEADERS: &str = "x-ms-date;host;x-ms-content-sha256";

/// How far the date of a request may be off. An old request cannot be sent again much later.
const TOLERANCE: Duration = Duration::from_secs(15 * 60);

/// Checks what stands in the `Authorization` header behind `HMAC-SHA256`.
pub(crate) fn verify(
    key: &[u8],
    request: &SignedRequest<'_>,
    parameters: &str,
    now: Timestamp,
) -> Result<(), &'static str> {
    let signature = parameters
        .strip_prefix("SignedHeaders=")
        .and_then(|rest| rest.strip_prefix(SIGNED_HEADERS))
        .and_then(|rest| rest.strip_prefix("&Signature="))
        .ok_or("The request has to sign x-ms-date;host;x-ms-content-sha256.")?;
    let signature = STANDARD.decode(signature).map_err(|_| "The signature is not base64.")?;

    let date = httpdate::parse_http_date(request.date).map_err(|_| "x-ms-date is not a date.")?;
    if distance(date, now) > TOLERANCE {
        return Err("x-ms-date is too far from the time of the service.");
    }
    let hash = STANDARD.encode(digest::digest(&digest::SHA256, request.body));
    if hash != request.content_hash {
        return Err("x-ms-content-sha256 is not the hash of the body.");
    }
    let SignedRequest { method, target, host, date, .. } = request;
    let signed = format!("{method}\n{target}\n{date};{host};{hash}");
    hmac::verify(&hmac::Key::new(hmac::HMAC_SHA256, key), signed.as_bytes(), &signature)
        .map_err(|_| "The signature does not match.")
}

fn distance(date: SystemTime, now: Timestamp) -> Duration {
    let millis = u64::try_from(now.millis()).unwrap_or(0);
    let now = UNIX_EPOCH + Duration::from_millis(millis);
    now.duration_since(date).unwrap_or_else(|earlier| earlier.duration())
}
