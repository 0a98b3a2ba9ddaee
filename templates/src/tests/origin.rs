use crate::runtime::origin::{check, endpoint, endpoint_for_secrets};
use azure_core::http::{Context, Url};

#[test]
fn secrets_go_to_https_or_loopback_only() {
    for good in [
        "https://a.example",
        "https://10.0.0.1:8443/base",
        "http://localhost:1",
        "http://LOCALHOST",
        "http://127.0.0.1:1",
        "http://127.1.2.3",
        "http://[::1]:1",
    ] {
        assert!(endpoint_for_secrets(good).is_ok(), "{good}");
    }
    for bad in [
        "http://a.example",
        "http://localhost.example",
        "http://127.0.0.1.evil.example",
        "http://10.0.0.1",
        "http://[::2]",
        "http://0.0.0.0",
        "ws://localhost",
        "x",
    ] {
        assert!(endpoint_for_secrets(bad).is_err(), "{bad}");
    }
    assert!(endpoint("http://a.example").is_ok(), "without a secret");
}

#[test]
fn an_origin_is_scheme_host_and_port() {
    let endpoint = Url::parse("https://a.example/base").unwrap();
    for (url, same) in [
        ("https://a.example/", true),
        ("https://A.example:443/x?y", true),
        ("http://a.example/", false),
        ("https://a.example:444/", false),
        ("https://b.a.example/", false),
        ("https://a.example.evil/", false),
        ("https://a.example@evil/", false),
        ("https://user@a.example/", false),
        ("https://:password@a.example/", false),
    ] {
        assert_eq!(
            check(&endpoint, &Url::parse(url).unwrap(), &Context::new()).is_ok(),
            same,
            "{url}"
        );
    }
}

#[test]
fn an_endpoint_with_the_rest_of_a_connection_string_is_refused_and_not_shown() {
    for text in [
        "https://a.example/;accesskey=c2VjcmV0",
        "https://a.example;accesskey=c2VjcmV0",
        "https://a.example/base;AccessKey=c2VjcmV0==/",
    ] {
        for error in [endpoint(text).unwrap_err(), endpoint_for_secrets(text).unwrap_err()] {
            assert!(error.to_string().contains("semicolon"), "{error}");
            assert!(!format!("{error} {error:?}").contains("c2VjcmV0"), "{error:?}");
        }
    }
}
