use crate::runtime::{
    integer_enum::{closed_integer_enum, integer_enum},
    query::QueryValue,
};
use serde_json::{from_value, json, to_value};

#[derive(Clone, Copy, Debug, PartialEq)]
enum Floor {
    Cellar,
    Ground,
}

closed_integer_enum!(Floor, -1 = Cellar, 0 = Ground);

#[test]
fn integers_are_read_and_written() {
    for (floor, value) in [(Floor::Cellar, -1), (Floor::Ground, 0)] {
        assert_eq!(to_value(floor).unwrap(), json!(value));
        assert_eq!(from_value::<Floor>(json!(value)).unwrap(), floor);
        assert_eq!(floor.to_string(), value.to_string());
        assert_eq!(floor.to_query(), Ok(value.to_string()));
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Size {
    One,
    UnknownValue(i64),
}

integer_enum!(Size, 1 = One);

#[test]
fn an_open_enum_keeps_other_values() {
    for (size, value) in [(Size::One, 1), (Size::UnknownValue(-7), -7)] {
        assert_eq!(from_value::<Size>(json!(value)).unwrap(), size);
        assert_eq!(to_value(size).unwrap(), json!(value));
    }
}

#[test]
fn the_error_for_another_value_does_not_show_it() {
    for json in [json!(7123), json!(18446744073709551615_u64), json!(0.7123), json!("7123")] {
        let error = from_value::<Floor>(json).unwrap_err().to_string();
        assert_eq!(error, "invalid value: value, expected a known integer");
    }
}
