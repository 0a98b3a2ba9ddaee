use crate::runtime::choice::choice;
use azure_core::Value;
use serde::{Deserialize, Serialize};
use serde_json::{from_value, json, to_value};

#[derive(Debug, PartialEq, Deserialize, Serialize)]
struct Box_ {
    lid: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    size: Option<i32>,
}

#[derive(Debug, PartialEq, Serialize)]
#[serde(untagged)]
enum Content {
    Integer(i32),
    Number(f64),
    Flag(bool),
    Text(String),
    List(Vec<Content>),
    Box(Box_),
    UnknownValue(Value),
}

choice!(
    Content,
    Integer = is_integer(),
    Number = is_number(),
    Flag = is_boolean(),
    Text = is_text(),
    List = is_array(),
    Box = has(&["lid"]),
);

#[test]
fn the_json_value_selects_the_variant() {
    let lid = Box_ { lid: "x".to_owned(), size: Some(3) };
    for (json, content) in [
        (json!(7), Content::Integer(7)),
        (json!(1.5), Content::Number(1.5)),
        (json!(true), Content::Flag(true)),
        (json!("a"), Content::Text("a".to_owned())),
        (json!([1, "b"]), Content::List(vec![Content::Integer(1), Content::Text("b".to_owned())])),
        (json!({"lid": "x", "size": 3}), Content::Box(lid)),
        (json!({"size": 3}), Content::UnknownValue(json!({"size": 3}))),
        (json!(null), Content::UnknownValue(json!(null))),
    ] {
        assert_eq!(from_value::<Content>(json.clone()).unwrap(), content);
        assert_eq!(to_value(&content).unwrap(), json);
    }
}

#[test]
fn a_malformed_value_is_an_error() {
    for json in [json!({"lid": 7}), json!({"lid": "x", "size": "y"}), json!(i64::MAX)] {
        from_value::<Content>(json).unwrap_err();
    }
}
