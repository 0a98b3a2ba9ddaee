use crate::runtime::tag::tag;
use serde::{Deserialize, Serialize};
use serde_json::{Value, from_value, json, to_value};
use std::collections::BTreeMap;

tag!(Kind, "dog");

#[derive(Debug, PartialEq, Deserialize, Serialize)]
struct Dog {
    #[serde(default)]
    kind: Kind,
    #[serde(flatten)]
    more: BTreeMap<String, Value>,
}

#[test]
fn a_tag_is_always_written_and_never_among_other_properties() {
    for json in [json!({"kind": "dog", "a": 1}), json!({"a": 1}), json!({"kind": [2], "a": 1})] {
        let dog: Dog = from_value(json).unwrap();
        assert_eq!(dog.more, BTreeMap::from([("a".to_owned(), json!(1))]));
        assert_eq!(to_value(&dog).unwrap(), json!({"kind": "dog", "a": 1}));
    }
}
