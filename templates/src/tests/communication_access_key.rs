use crate::runtime::communication::access_key::{AccessKey, ConnectionString, Signature};
use azure_core::{
    base64,
    http::{Context, Method, Request, Url, policies::Policy},
    stream::{BytesStream, SeekableStream},
    time::parse_rfc3339,
};

const KEY: &str = "0123456789abcdef";

fn key() -> std::sync::Arc<AccessKey> {
    AccessKey::new("http://127.0.0.1:18932", &base64::encode(KEY).into()).unwrap()
}

/// Recorded from an official client.
#[test]
fn a_request_is_signed_like_those_of_official_clients() {
    let url =
        "http://127.0.0.1:18932/identities/8%3Aacs%3Ar_u1/:issueAccessToken?api-version=2023-10-01";
    let url = Url::parse(url).unwrap();
    let time = parse_rfc3339("2026-11-23T08:40:58+02:00").unwrap();
    let Signature { date, content_hash, authorization } =
        key().sign(Method::Post, &url, br#"{"scopes": ["chat"]}"#, time);
    assert_eq!(date, "Mon, 23 Nov 2026 06:40:58 GMT");
    assert_eq!(content_hash, "sZHRO4JkAmw3HcI1PyxrC5twHvkHIWjyMLVIkauXKRA=");
    assert_eq!(
        authorization,
        "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256\
         &Signature=HvsyOmavEmA+EZxBzRMyml7qGp5154i9yC844rzN0jo="
    );
    let empty = key().sign(Method::Delete, &url, b"", time);
    assert_eq!(empty.content_hash, "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
}

#[test]
fn a_connection_string_is_read_in_any_order_and_case() {
    for text in [
        "endpoint=https://a.example/;accesskey=a2V5PT0=",
        "AccessKey=a2V5PT0=;Endpoint=https://a.example",
        "tag=x;endpoint=https://a.example;;tag;accesskey=a2V5PT0=;entitypath=y",
        " ENDPOINT = https://a.example// ; ACCESSKEY = a2V5PT0= ; ",
    ] {
        let it = ConnectionString::parse(text).unwrap();
        assert_eq!(it.endpoint, "https://a.example");
        assert_eq!(it.access_key.secret(), "a2V5PT0=", "split at the first =");
        assert!(!format!("{it:?}").contains("a2V5"));
    }
    let it = ConnectionString::parse("endpoint=http://127.0.0.1:1;accesskey=eA==").unwrap();
    assert_eq!(it.endpoint, "http://127.0.0.1:1", "the scheme is kept");
}

#[test]
fn the_error_for_a_bad_key_or_connection_string_shows_neither() {
    for text in [
        "",
        "SECRET",
        "endpoint=https://a.example",
        "accesskey=SECRET",
        "endpoint=;accesskey=SECRET",
        "endpoint=https://a.example;accesskey=",
        "endpoint=https://a.example;accesskey=SECRET;accesskey=SECRET",
        "endpoint=https://a.example;access-key=SECRET",
        "endpoint=https://a.exampleaccesskey=SECRET;accesskey=eA==",
        "endpoint=https://a.exampleACCESSKEYSECRET;accesskey=eA==",
        "endpoint=https://a.example=SECRET;accesskey=eA==",
        "endpoint=https://a.example+SECRET;accesskey=eA==",
        "endpoint=https://a.example/accesskey=SECRET;accesskey=eA==",
        "endpoint=https://a.example/SECRET;accesskey=eA==",
        "endpoint=https://a.example?accesskey=SECRET;accesskey=eA==",
        "endpoint=https://a.example#SECRET;accesskey=eA==",
        "endpoint=https://SECRET@a.example;accesskey=eA==",
        "endpoint=https://user:SECRET@a.example;accesskey=eA==",
    ] {
        let error = ConnectionString::parse(text).unwrap_err();
        assert!(!format!("{error} {error:?}").contains("SECRET"), "{error:?}");
    }
    let long = "S".repeat(84);
    let text = format!("endpoint=https://a.example{long};accesskey=eA==");
    assert!(ConnectionString::parse(&text).is_err(), "a key of 84 letters in the host");
    for bad in ["", "SECRET!", "=SECRET"] {
        let error = AccessKey::new("https://a.example", &bad.to_owned().into()).unwrap_err();
        assert!(!format!("{error} {error:?}").contains("SECRET"), "{error:?}");
    }
    assert!(AccessKey::new("http://a.example", &base64::encode(KEY).into()).is_err());
    assert!(!format!("{:?}", key()).contains(KEY));
}

#[tokio::test]
async fn a_streamed_body_is_refused() {
    let mut request = Request::new("http://127.0.0.1:18932/".parse().unwrap(), Method::Post);
    let body: Box<dyn SeekableStream> = Box::new(BytesStream::new("body"));
    request.set_body(body);
    let error = key().send(&Context::new(), &mut request, &[]).await.unwrap_err();
    assert!(error.to_string().contains("stream"), "{error}");
}
