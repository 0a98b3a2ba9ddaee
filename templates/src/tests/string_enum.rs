use super::sample::MessageType;
use serde_json::{from_str, to_string};
use std::collections::HashSet;

#[test]
fn values_round_trip_known_or_not() {
    for (json, value) in [
        (r#""text""#, MessageType::Text),
        (r#""topicUpdated""#, MessageType::TopicUpdated),
        (r#""TEXT""#, MessageType::UnknownValue("TEXT".into())),
        (r#""adaptive\"Card""#, MessageType::UnknownValue("adaptive\"Card".into())),
        (r#""""#, MessageType::UnknownValue(String::new())),
    ] {
        assert_eq!(from_str::<MessageType>(json).unwrap(), value);
        assert_eq!(to_string(&value).unwrap(), json);
        assert_eq!(MessageType::from(value.to_string()), value);
        assert_eq!(value.as_ref(), value.as_str());
    }
    for bad in ["1", "null", "{}"] {
        let error = from_str::<MessageType>(bad).unwrap_err();
        assert!(error.to_string().contains("expected a string"), "{error}");
    }
    let set = HashSet::from([MessageType::Text, MessageType::from("text")]);
    assert_eq!(set.len(), 1);
}

#[test]
fn values_are_read_from_owned_strings() {
    let reader = br#""text""#.as_slice();
    assert_eq!(serde_json::from_reader::<_, MessageType>(reader).unwrap(), MessageType::Text);
    let value = serde_json::Value::from("text");
    assert_eq!(serde_json::from_value::<MessageType>(value).unwrap(), MessageType::Text);
}

#[test]
fn a_value_is_compared_with_text() {
    assert!(MessageType::Text == "text" && MessageType::Text == *"text");
    let unknown = MessageType::UnknownValue("card".to_owned());
    assert!(unknown == "card" && MessageType::Text != "card");
}
