use super::sample::{Added, Message, Sent};
use crate::runtime::wire::{decode, null_is_default};
use azure_core::{Value, error::ErrorKind};
use serde::Deserialize;
use std::collections::HashMap;

#[test]
fn null_means_an_absent_field() {
    for json in ["{}", r#"{"invalidParticipants":null}"#, r#"{"invalidParticipants":[]}"#] {
        assert!(decode::<Added>(json.as_bytes()).unwrap().invalid_participants.is_empty());
    }
    let added: Added = decode(br#"{"invalidParticipants":["a"]}"#).unwrap();
    assert_eq!(added.invalid_participants, ["a"]);
    assert!(decode::<Added>(br#"{"invalidParticipants":[null]}"#).is_err());
}

#[test]
fn a_null_in_a_map_is_left_out_unless_its_type_accepts_null() {
    #[derive(Debug, PartialEq, Deserialize)]
    struct Maps {
        #[serde(default, deserialize_with = "null_is_default")]
        texts: HashMap<String, String>,
        #[serde(default, deserialize_with = "null_is_default")]
        options: HashMap<String, Option<String>>,
        #[serde(default, deserialize_with = "null_is_default")]
        values: HashMap<String, Value>,
    }
    let map = r#"{"a":null,"b":"c"}"#;
    let json = format!(r#"{{"texts":{map},"options":{map},"values":{map}}}"#);
    let maps: Maps = decode(json.as_bytes()).unwrap();
    let from_value: Maps =
        serde_json::from_str::<Value>(&json).and_then(Maps::deserialize).unwrap();
    assert_eq!(maps, from_value);
    assert_eq!(maps.texts, HashMap::from([("b".into(), "c".into())]));
    assert_eq!(maps.options, HashMap::from([("a".into(), None), ("b".into(), Some("c".into()))]));
    let values = [("a".into(), Value::Null), ("b".into(), "c".into())];
    assert_eq!(maps.values, HashMap::from(values));
    assert!(problem::<Maps>(br#"{"texts":{"a":1}}"#).contains("expected a string"));
}

fn problem<T: for<'a> Deserialize<'a>>(json: &[u8]) -> String {
    let error = decode::<T>(json).map(drop).unwrap_err();
    assert_eq!(error.kind(), &ErrorKind::DataConversion);
    assert!(!format!("{error:?} {error}").contains("SECRET"), "{error:?}");
    error.to_string()
}

#[test]
fn errors_name_the_problem_and_quote_nothing() {
    let start = "the response is not a `Sent`: ";
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
    assert!(
        problem::<Message>(date)
            .starts_with("the response is not a `Message`: a bad value at line 1")
    );
    let map = problem::<HashMap<String, bool>>(br#"{"SECRET":"SECRET"}"#);
    let expected = "the response is not a `HashMap<String, bool>`: expected a boolean";
    assert!(map.starts_with(expected), "{map}");
    problem::<Sent>(b"{\"id\":\"\xff\"}");
}
