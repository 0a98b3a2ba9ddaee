use crate::runtime::response_headers::{boolean, bytes, number, prefixed, text, time, unix_time};
use azure_core::{
    Error, Result,
    error::ErrorKind,
    http::headers::{FromHeaders, Headers},
    time::{OffsetDateTime, parse_rfc3339},
};

#[derive(Clone, Debug, PartialEq)]
struct JobHeaders {
    etag: Option<String>,
    attempts: Option<i32>,
    cached: Option<bool>,
    changed: Option<OffsetDateTime>,
    digest: Option<Vec<u8>>,
}

impl FromHeaders for JobHeaders {
    type Error = Error;

    fn header_names() -> &'static [&'static str] {
        &["ETag", "x-attempts", "x-cached", "Last-Modified", "Content-MD5"]
    }

    fn from_headers(headers: &Headers) -> Result<Option<Self>> {
        Ok(Some(Self {
            etag: text(headers, "ETag")?,
            attempts: number(headers, "x-attempts")?,
            cached: boolean(headers, "x-cached")?,
            changed: time(headers, "Last-Modified")?,
            digest: bytes(headers, "Content-MD5")?,
        }))
    }
}

fn headers(pairs: &[(&'static str, &'static str)]) -> Headers {
    let mut headers = Headers::new();
    for (name, value) in pairs {
        headers.insert(*name, *value);
    }
    headers
}

#[test]
fn headers_are_values() {
    let epoch = parse_rfc3339("1994-11-06T08:49:37Z").ok();
    for time in ["Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37Z"] {
        let headers = headers(&[
            ("etag", "\"a\""),
            ("x-attempts", "3"),
            ("x-cached", "True"),
            ("last-modified", time),
            ("content-md5", "AQI="),
        ]);
        let expected = JobHeaders {
            etag: Some("\"a\"".to_owned()),
            attempts: Some(3),
            cached: Some(true),
            changed: epoch,
            digest: Some(vec![1, 2]),
        };
        assert_eq!(headers.get::<JobHeaders>().unwrap(), expected);
    }
}

#[test]
fn any_of_them_may_be_absent() {
    let none = headers(&[]).get::<JobHeaders>().unwrap();
    assert_eq!((none.etag, none.attempts, none.changed), (None, None, None));
}

#[test]
fn an_error_names_the_header_and_does_not_show_it() {
    for (name, shown) in [
        ("x-attempts", "x-attempts"),
        ("x-cached", "x-cached"),
        ("last-modified", "Last-Modified"),
        ("content-md5", "Content-MD5"),
    ] {
        let error = headers(&[(name, "SE CRET")]).get::<JobHeaders>().unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::DataConversion);
        assert!(error.to_string().contains(shown), "{error}");
        assert!(!format!("{error:?}").contains("SE CRET"), "{error:?}");
    }
}

#[test]
fn headers_may_begin_alike_or_be_seconds() {
    let headers = headers(&[("x-meta-a", "1"), ("x-meta-b-c", "2"), ("x-met", "3"), ("at", "60")]);
    let map = prefixed(&headers, "X-Meta-").unwrap().unwrap();
    assert_eq!((map.len(), &*map["a"], &*map["b-c"]), (2, "1", "2"));
    assert_eq!(prefixed(&headers, "x-other-").unwrap(), None);
    assert_eq!(unix_time(&headers, "at").unwrap(), OffsetDateTime::from_unix_timestamp(60).ok());
    assert_eq!(unix_time(&headers, "absent").unwrap(), None);
    assert!(unix_time(&self::headers(&[("at", "SECRET")]), "at").is_err());
}
