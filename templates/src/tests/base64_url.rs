use crate::runtime::{base64_url::Base64UrlText, query::QueryValue};
use serde::{Deserialize, Serialize};
use serde_json::{from_value, json, to_value};

#[derive(Debug, Deserialize, Serialize)]
struct Plate {
    #[serde(with = "crate::runtime::base64_url")]
    image: Vec<u8>,
}

#[test]
fn the_alphabet_is_safe_in_urls() {
    let plate: Plate = from_value(json!({"image": "-_8"})).unwrap();
    assert_eq!(plate.image, [0xfb, 0xff]);
    assert_eq!(to_value(&plate).unwrap(), json!({"image": "-_8"}));
    assert_eq!(Base64UrlText(vec![0xfb, 0xff]).to_query().unwrap(), "-_8");
    from_value::<Plate>(json!({"image": "+/8"})).unwrap_err();
}
