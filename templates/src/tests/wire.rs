use super::sample::{Added, Message, Sent};
use crate::runtime::wire::decode;
use azure_core::error::ErrorKind;
use serde::Deserialize;
use std::collections::HashMap;

#[test]
fn null_is_what_an_absent_field_is() {
    for json in ["{}", r#"{"invalidParticipants":null}"#, r#"{"invalidParticipants":[]}"#] {
        assert!(decode::<Added>(json.as_bytes()).unwrap().invalid_participants.is_empty());
    }
    let added: Added = decode(br#"{"invalidParticipants":["a"]}"#).unwrap();
    assert_eq!(added.invalid_participants, ["a"]);
    assert!(decode::<Added>(br#"{"invalidParticipants":[null]}"#).is_err());
}

fn problem<T: for<'a> Deserialize<'a>>(json: &[u8]) -> String {
    let error = decode::<T>(json).map(drop).unwrap_err();
    assert_eq!(error.kind(), &ErrorKind::DataConversion);
    assert!(!format!("{error:?} {error}").contains("SECRET"), "{error:?}");
    error.to_string()
}

#[test]
fn errors_tell_what_is_wrong_and_quote_nothing() {
    let start = "the response is not what the description says: ";
    for (json, expected) in [
        (r#"{}"#, "missing field `id` at line 1 column 2"),
        (r#"{"id":1}"#, "expected a string at line 1 column 7"),
        (r#"{"id":{"SECRET":1}}"#, "expected a string at line 1 column 6"),
        (r#""SECRET, expected SECRET""#, "expected struct Sent at line 1 column 25"),
        (r#"SECRET"#, "expected value at line 1 column 1"),
        ("", "EOF while parsing a value at line 1 column 0"),
        (r#"{"id":"1"} SECRET"#, "trailing characters at line 1 column 12"),
    ] {
        assert_eq!(problem::<Sent>(json.as_bytes()), format!("{start}{expected}"), "{json}");
    }
    let date = br#"{"id":"1","createdOn":"SECRET"}"#;
    assert!(problem::<Message>(date).starts_with(&format!("{start}a bad value at line 1")));
    assert!(problem::<HashMap<String, bool>>(br#"{"SECRET":"SECRET"}"#).contains("a boolean"));
    problem::<Sent>(b"{\"id\":\"\xff\"}");
}
