use crate::runtime::{
    integer_enum::{integer_enum, no_integer_of},
    query::QueryValue,
};
use azure_core::Error;
use serde_json::{from_value, json, to_value};

#[derive(Clone, Copy, Debug, PartialEq)]
enum Floor {
    Cellar,
    Ground,
}

impl Floor {
    fn value(&self) -> i64 {
        match self {
            Self::Cellar => -1,
            Self::Ground => 0,
        }
    }
}

impl TryFrom<i64> for Floor {
    type Error = Error;

    fn try_from(value: i64) -> Result<Self, Error> {
        match value {
            -1 => Ok(Self::Cellar),
            0 => Ok(Self::Ground),
            _ => Err(no_integer_of("Floor")),
        }
    }
}

integer_enum!(Floor);

#[test]
fn integers_are_read_and_written() {
    for (floor, value) in [(Floor::Cellar, -1), (Floor::Ground, 0)] {
        assert_eq!(to_value(floor).unwrap(), json!(value));
        assert_eq!(from_value::<Floor>(json!(value)).unwrap(), floor);
        assert_eq!(floor.to_string(), value.to_string());
        assert_eq!(floor.to_query(), Ok(value.to_string()));
    }
}

#[test]
fn the_error_for_another_value_does_not_show_it() {
    for json in [json!(7123), json!(18446744073709551615_u64), json!(0.7123), json!("7123")] {
        let error = from_value::<Floor>(json).unwrap_err().to_string();
        assert_eq!(error, "invalid value: value, expected a known integer");
    }
}
