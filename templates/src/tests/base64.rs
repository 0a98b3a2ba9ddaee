use crate::runtime::{base64, patch::Patch};
use serde::{Deserialize, Serialize};
use serde_json::{from_value, json, to_value};
use std::collections::HashMap;

#[derive(Debug, Deserialize, Serialize)]
struct Files {
    #[serde(with = "base64")]
    one: Vec<u8>,
    #[serde(default, with = "base64", skip_serializing_if = "Option::is_none")]
    maybe: Option<Vec<u8>>,
    #[serde(default, with = "base64", skip_serializing_if = "Vec::is_empty")]
    many: Vec<Vec<u8>>,
    #[serde(default, with = "base64", skip_serializing_if = "HashMap::is_empty")]
    map: HashMap<String, Vec<u8>>,
    #[serde(default, with = "base64", skip_serializing_if = "Patch::is_absent")]
    patch: Patch<Vec<u8>>,
}

#[test]
fn bytes_can_be_in_options_arrays_maps_and_patches() {
    let json = json!({
        "one": "+/8=", "maybe": "", "many": ["AA==", ""], "map": {"k": "AAEC"}, "patch": "AA==",
    });
    let files: Files = from_value(json.clone()).unwrap();
    assert_eq!(files.one, [0xfb, 0xff]);
    assert_eq!(files.many, [vec![0], vec![]]);
    assert_eq!(files.patch, Patch::Value(vec![0]));
    assert_eq!(to_value(&files).unwrap(), json);
    let unpadded: Files = from_value(json!({"one": "+/8", "many": null})).unwrap();
    assert_eq!((unpadded.one, unpadded.maybe), (vec![0xfb, 0xff], None));
    for bad in [json!("*"), json!([1]), json!(null), json!("A")] {
        let error = from_value::<Files>(json!({"one": bad})).unwrap_err().to_string();
        assert!(error.contains("expected base64"), "{error}");
    }
}
