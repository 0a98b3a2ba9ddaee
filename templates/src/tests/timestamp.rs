use crate::runtime::{patch::Patch, timestamp, wire::decode};
use azure_core::time::{OffsetDateTime, parse_rfc3339};
use serde::{Deserialize, Serialize};
use serde_json::{Value, from_value, json, to_value};
use std::collections::HashMap;

#[derive(Debug, PartialEq, Deserialize, Serialize)]
struct Times {
    #[serde(with = "timestamp")]
    one: OffsetDateTime,
    #[serde(default, with = "timestamp", skip_serializing_if = "Option::is_none")]
    maybe: Option<OffsetDateTime>,
    #[serde(default, with = "timestamp", skip_serializing_if = "Vec::is_empty")]
    many: Vec<OffsetDateTime>,
    #[serde(default, with = "timestamp", skip_serializing_if = "HashMap::is_empty")]
    map: HashMap<String, OffsetDateTime>,
    #[serde(default, with = "timestamp", skip_serializing_if = "Patch::is_absent")]
    patch: Patch<OffsetDateTime>,
    #[serde(default, with = "timestamp", skip_serializing_if = "Vec::is_empty")]
    deep: Vec<HashMap<String, Option<OffsetDateTime>>>,
}

fn times(json: Value) -> serde_json::Result<Times> {
    from_value(json)
}

#[test]
fn timestamps_can_be_in_options_arrays_maps_and_patches() {
    let (a, b) = ("2021-03-08T05:26:40Z", "2021-03-08T05:26:40.1234567Z");
    let whole = json!({
        "one": a, "maybe": b, "many": [a, b], "map": {"k": a}, "patch": b,
        "deep": [{"k": a}, {"k": null}],
    });
    let read = times(whole.clone()).unwrap();
    assert_eq!(read.maybe, Some(parse_rfc3339(b).unwrap()));
    assert_eq!(to_value(&read).unwrap(), whole);

    let least = times(json!({"one": a})).unwrap();
    assert_eq!(to_value(&least).unwrap(), json!({"one": a}));
    assert_eq!(least.patch, Patch::Absent);

    let null = json!({"one": a, "maybe": null, "many": null, "map": null, "deep": null});
    assert_eq!(times(null).unwrap(), least, "null is absent");
    let removed = times(json!({"one": a, "patch": null})).unwrap();
    assert_eq!(removed.patch, Patch::Null, "but in a patch");
    assert_eq!(to_value(&removed).unwrap(), json!({"one": a, "patch": null}));
    assert!(
        times(json!({"one": null})).is_err() && times(json!({"one": a, "many": [null]})).is_err()
    );
}

#[test]
fn any_offset_and_up_to_nine_digits_are_read_and_utc_is_written() {
    for (read, written) in [
        ("2021-03-08T05:26:40Z", "2021-03-08T05:26:40Z"),
        ("2021-03-08T05:26:40+00:00", "2021-03-08T05:26:40Z"),
        ("2021-03-08T05:26:40.1+00:00", "2021-03-08T05:26:40.1Z"),
        ("2021-03-08T05:26:40.1234567Z", "2021-03-08T05:26:40.1234567Z"),
        ("2021-03-08T05:26:40.123456789Z", "2021-03-08T05:26:40.123456789Z"),
        ("2021-03-08T07:26:40.12+02:00", "2021-03-08T05:26:40.12Z"),
        ("2021-03-07T21:26:40-08:00", "2021-03-08T05:26:40Z"),
    ] {
        assert_eq!(to_value(times(json!({"one": read})).unwrap()).unwrap()["one"], written);
    }
    for bad in ["", "2021-03-08", "2021-03-08T05:26:40", "x"] {
        assert!(times(json!({"one": bad})).is_err(), "{bad}");
    }
}

#[test]
fn a_time_whose_year_in_utc_has_no_four_digits_is_not_read() {
    for bad in ["9999-12-31T23:59:59.9999999-14:00", "0000-01-01T00:00:00+14:00"] {
        let error = decode::<Times>(json!({"one": bad}).to_string().as_bytes()).unwrap_err();
        assert!(error.to_string().contains("a time in the years 0 to 9999 of UTC"), "{error}");
    }
    for good in ["9999-12-31T23:59:59.9999999Z", "0000-01-01T00:00:00Z"] {
        assert_eq!(to_value(times(json!({"one": good})).unwrap()).unwrap()["one"], good);
    }
}

#[test]
fn a_time_that_cannot_be_written_is_an_error() {
    let mut value = times(json!({"one": "2021-03-08T05:26:40Z"})).unwrap();
    value.one = parse_rfc3339("9999-12-31T23:59:59-01:00").unwrap();
    assert!(to_value(&value).is_err());
}
