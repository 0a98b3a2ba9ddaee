use crate::runtime::{union::union, wire::decode};
use azure_core::Value;
use serde::{Deserialize, Serialize};
use serde_json::{from_value, json, to_value};

#[derive(Debug, PartialEq, Deserialize, Serialize)]
#[serde(tag = "kind", rename = "days")]
struct Days {
    days: i32,
}

#[derive(Debug, PartialEq, Deserialize, Serialize)]
#[serde(tag = "kind", rename = "never")]
struct Never {}

#[derive(Debug, PartialEq, Serialize)]
#[serde(untagged)]
enum Policy {
    Days(Days),
    Never(Never),
    UnknownValue(Value),
}

union!(Policy, "kind", "days" = Days, "never" = Never);

#[test]
fn known_and_unknown_variants_round_trip() {
    for (json, policy) in [
        (json!({"kind": "days", "days": 3}), Policy::Days(Days { days: 3 })),
        (json!({"kind": "never"}), Policy::Never(Never {})),
    ] {
        assert_eq!(from_value::<Policy>(json.clone()).unwrap(), policy);
        assert_eq!(to_value(&policy).unwrap(), json);
    }
    for json in [
        json!({"kind": "lastMessage", "deep": {"er": [1, null]}}),
        json!({"days": 3}),
        json!({"kind": null}),
        json!({"kind": 1}),
        json!({}),
    ] {
        let policy: Policy = from_value(json.clone()).unwrap();
        assert_eq!(policy, Policy::UnknownValue(json.clone()));
        assert_eq!(to_value(&policy).unwrap(), json);
    }
}

#[test]
fn the_error_for_a_malformed_variant_quotes_nothing() {
    for (json, problem) in [
        (r#"{"kind":"days"}"#, "missing field `days`"),
        (r#"{"kind":"days","days":"SECRET"}"#, "expected i32"),
    ] {
        let error = decode::<Policy>(json.as_bytes()).unwrap_err();
        assert!(error.to_string().contains(problem), "{error}");
        assert!(!format!("{error:?}").contains("SECRET"), "{error:?}");
    }
}
