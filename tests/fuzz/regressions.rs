//! Inputs that failed a property once.

use acs_chat::{CommunicationIdentifier, identity::CommunicationIdentityClient, models};
use serde_json::{from_str, json, to_string};
use tests::cases::{Case, texts, workspace};

/// The name was accepted, and panicked when it was rendered.
#[test]
fn a_name_with_other_text_around_it_is_refused() {
    let spec = texts(&workspace().join("spec"));
    for name in ["\"\\nidentity\"", "\"identity \"", "\"/**/identity\"", "\"r#identity\""] {
        let mut files = spec.clone();
        let sdk = files["sdk.yaml"].replace("name: identity", &format!("name: {name}"));
        assert_ne!(sdk, files["sdk.yaml"]);
        files.insert("sdk.yaml".to_owned(), sdk);
        let case = Case { name: "spec".to_owned(), files };
        let problems = case.generate().expect_err(name).to_string();
        assert!(problems.contains("is not a valid name in Rust"), "{problems}");
    }
}

/// The time was read, and could not be written.
#[test]
fn a_time_after_the_year_9999_of_utc_is_not_read() {
    let item = |time: &str| json!({"id": "19:a", "topic": "t", "lastMessageReceivedOn": time});
    let read = |time: &str| from_str::<models::ChatThreadItem>(&item(time).to_string());
    assert!(read("9999-12-31T23:59:59.9999999-14:00").is_err());
    assert!(read("9999-12-31T23:59:59.9999999Z").is_ok());
}

/// The second key was used, and debug output showed the first one.
#[test]
fn a_connection_string_without_a_semicolon_after_the_endpoint_is_refused() {
    for text in [
        "endpoint=https://a.example/accesskey=c2VjcmV0;accesskey=b3RoZXI=",
        "endpoint=https://a.exampleaccesskey=c2VjcmV0;accesskey=b3RoZXI=",
    ] {
        let client = CommunicationIdentityClient::from_connection_string(text, None);
        let error = client.expect_err(text);
        assert!(error.to_string().contains("semicolon"), "{error}");
    }
}

/// It was written as `{"rawId":""}`, which is not read.
#[test]
fn an_identifier_with_an_empty_raw_id_is_not_written() {
    let error = to_string(&CommunicationIdentifier::from("")).expect_err("it is empty");
    assert_eq!(error.to_string(), "raw_id is empty");
}
