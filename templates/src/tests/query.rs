use crate::runtime::query::QueryValue;
use azure_core::time::{OffsetDateTime, parse_rfc3339};

#[test]
fn values_are_written_as_services_read_them() {
    assert_eq!("a b".to_query().unwrap(), "a b");
    assert_eq!("a b".to_owned().to_query().unwrap(), "a b");
    assert_eq!(true.to_query().unwrap(), "true");
    assert_eq!((-3i32).to_query().unwrap(), "-3");
    assert_eq!(i64::MAX.to_query().unwrap(), "9223372036854775807");
    assert_eq!(0.5f32.to_query().unwrap(), "0.5");
    assert_eq!(1e3f64.to_query().unwrap(), "1000");
    for bad in [f64::NAN, f64::INFINITY] {
        assert!(bad.to_query().is_err());
    }
    assert!(f32::NEG_INFINITY.to_query().is_err());
}

#[test]
fn timestamps_are_written_in_utc() {
    for (time, text) in [
        ("2021-03-08T05:26:40Z", "2021-03-08T05:26:40Z"),
        ("2021-01-01T02:00:00.5+02:00", "2021-01-01T00:00:00.5Z"),
        ("2021-12-31T23:00:00-05:00", "2022-01-01T04:00:00Z"),
    ] {
        assert_eq!(parse_rfc3339(time).unwrap().to_query().unwrap(), text);
    }
    let late = parse_rfc3339("9999-12-31T23:59:59-01:00").unwrap();
    let early = OffsetDateTime::UNIX_EPOCH.replace_year(-1).unwrap();
    for bad in [late, early] {
        assert!(bad.to_query().is_err(), "{bad}");
    }
}
