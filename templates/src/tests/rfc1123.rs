use crate::runtime::{patch::Patch, rfc1123};
use azure_core::time::{OffsetDateTime, parse_rfc3339};
use serde::{Deserialize, Serialize};
use serde_json::{from_value, json, to_value};

#[derive(Debug, Deserialize, Serialize)]
struct Times {
    #[serde(with = "rfc1123")]
    one: OffsetDateTime,
    #[serde(default, with = "rfc1123", skip_serializing_if = "Option::is_none")]
    maybe: Option<OffsetDateTime>,
    #[serde(default, with = "rfc1123", skip_serializing_if = "Vec::is_empty")]
    many: Vec<OffsetDateTime>,
    #[serde(default, with = "rfc1123", skip_serializing_if = "Patch::is_absent")]
    patch: Patch<OffsetDateTime>,
}

#[test]
fn timestamps_can_be_in_options_arrays_maps_and_patches() {
    let text = "Sun, 06 Nov 1994 08:49:37 GMT";
    for json in [
        json!({"one": text}),
        json!({"one": text, "maybe": text, "many": [text, text], "patch": text}),
        json!({"one": text, "patch": null}),
    ] {
        let times: Times = from_value(json.clone()).unwrap();
        assert_eq!(times.one, parse_rfc3339("1994-11-06T08:49:37Z").unwrap());
        assert_eq!(to_value(&times).unwrap(), json);
    }
    let error = from_value::<Times>(json!({"one": "SECRET"})).unwrap_err().to_string();
    assert!(error.contains("an RFC 1123 timestamp") && !error.contains("SECRET"), "{error}");
}

#[test]
fn a_year_that_cannot_be_written_is_not_read() {
    from_value::<Times>(json!({"one": "Sun, 06 Nov -1994 08:49:37 GMT"})).unwrap_err();
    from_value::<Times>(json!({"one": "Sat, 01 Jan 0000 00:00:00 GMT"})).unwrap();
}

#[test]
fn timestamps_are_written_in_gmt() {
    let time = parse_rfc3339("1994-11-06T10:49:37.5+02:00").unwrap();
    assert_eq!(rfc1123::text(&time).unwrap(), "Sun, 06 Nov 1994 08:49:37 GMT");
    let late = parse_rfc3339("9999-12-31T23:59:59-01:00").unwrap();
    let early = time.replace_year(-1).unwrap();
    assert_eq!((rfc1123::text(&late), rfc1123::text(&early)), (None, None));
}
