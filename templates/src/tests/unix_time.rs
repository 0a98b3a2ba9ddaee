use azure_core::time::OffsetDateTime;
use serde::{Deserialize, Serialize};
use serde_json::{from_value, json, to_value};

#[derive(Debug, Deserialize, Serialize)]
struct Door {
    #[serde(with = "crate::runtime::unix_time")]
    opened: OffsetDateTime,
    #[serde(with = "crate::runtime::unix_time")]
    shut: Vec<Option<OffsetDateTime>>,
}

#[test]
fn seconds_since_1970_are_read_and_written() {
    let json = json!({"opened": 1_769_860_800, "shut": [-1, null]});
    let door: Door = from_value(json.clone()).unwrap();
    assert_eq!(door.opened.unix_timestamp(), 1_769_860_800);
    assert_eq!(to_value(&door).unwrap(), json);
}

#[test]
fn invalid_times_are_errors() {
    for opened in [json!(i64::MAX), json!("1"), json!(null)] {
        from_value::<Door>(json!({"opened": opened, "shut": []})).unwrap_err();
    }
}
