//! The signature with which a holder of the access key signs a request to the Identity API.

use base64::{Engine, engine::general_purpose::STANDARD};
use ring::{digest, hmac};
use std::time::{Duration, SystemTime};

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

/// Checks the parameters that follow `HMAC-SHA256` in the `Authorization` header.
pub(crate) fn verify(
    key: &[u8],
    request: &SignedRequest<'_>,
    parameters: &str,
    now: SystemTime,
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

fn distance(date: SystemTime, now: SystemTime) -> Duration {
    now.duration_since(date).unwrap_or_else(|earlier| earlier.duration())
}

#[cfg(test)]
mod tests {
    use super::{SignedRequest, TOLERANCE, verify};
    use std::time::Duration;

    const KEY: &[u8] = b"0123456789abcdef";
    const PARAMETERS: &str = "SignedHeaders=x-ms-date;host;x-ms-content-sha256\
        &Signature=HvsyOmavEmA+EZxBzRMyml7qGp5154i9yC844rzN0jo=";
    const REQUEST: SignedRequest<'_> = SignedRequest {
        method: "POST",
        target: "/identities/8%3Aacs%3Ar_u1/:issueAccessToken?api-version=2023-10-01",
        host: "127.0.0.1:18932",
        date: "Mon, 23 Nov 2026 06:40:58 GMT",
        content_hash: "sZHRO4JkAmw3HcI1PyxrC5twHvkHIWjyMLVIkauXKRA=",
        body: br#"{"scopes": ["chat"]}"#,
    };

    #[test]
    fn the_signature_of_an_official_client_is_good_for_a_quarter_of_an_hour() {
        let date = httpdate::parse_http_date(REQUEST.date).unwrap();
        for now in [date - TOLERANCE, date, date + TOLERANCE] {
            assert_eq!(verify(KEY, &REQUEST, PARAMETERS, now), Ok(()));
        }
        let second = Duration::from_secs(1);
        for now in [date - TOLERANCE - second, date + TOLERANCE + second] {
            assert!(verify(KEY, &REQUEST, PARAMETERS, now).unwrap_err().contains("x-ms-date"));
        }
    }

    #[test]
    fn the_signature_covers_every_part_of_the_request() {
        let now = httpdate::parse_http_date(REQUEST.date).unwrap();
        let target = "/identities/8:acs:r_u1/:issueAccessToken?api-version=2023-10-01";
        let changed = [
            SignedRequest { method: "PUT", ..REQUEST },
            SignedRequest { target, ..REQUEST },
            SignedRequest { host: "127.0.0.1", ..REQUEST },
            SignedRequest { date: "Mon, 23 Nov 2026 06:40:59 GMT", ..REQUEST },
            SignedRequest { content_hash: "", ..REQUEST },
            SignedRequest { body: br#"{"scopes":["chat"]}"#, ..REQUEST },
        ];
        for request in changed {
            assert!(verify(KEY, &request, PARAMETERS, now).is_err(), "{request:?}");
        }
        assert!(verify(b"another key", &REQUEST, PARAMETERS, now).is_err());
        let fewer = PARAMETERS.replace(";host", "");
        assert!(verify(KEY, &REQUEST, &fewer, now).unwrap_err().contains("has to sign"));
    }
}
