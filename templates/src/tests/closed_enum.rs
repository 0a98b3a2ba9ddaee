use crate::runtime::string_enum::closed_enum;
use azure_core::error::ErrorKind;
use serde_json::{from_str, from_value, to_string};

#[derive(Clone, Debug, PartialEq)]
enum Direction {
    Up,
    Down,
}

closed_enum!(Direction, "up" = Up, "down" = Down);

#[test]
fn values_round_trip() {
    for (text, value) in [("up", Direction::Up), ("down", Direction::Down)] {
        let json = format!("\"{text}\"");
        assert_eq!(from_str::<Direction>(&json).unwrap(), value);
        assert_eq!(from_value::<Direction>(text.into()).unwrap(), value);
        assert_eq!(to_string(&value).unwrap(), json);
        assert_eq!(text.parse::<Direction>().unwrap(), value);
        assert_eq!((value.as_ref(), value.to_string()), (text, text.to_owned()));
    }
}

#[test]
fn errors_do_not_show_other_values() {
    for bad in ["SECRET", "Up", ""] {
        let error = bad.parse::<Direction>().unwrap_err();
        assert_eq!(error.kind(), &ErrorKind::DataConversion);
        assert_eq!(error.to_string(), "the text is not a value of Direction");
        let error = from_value::<Direction>(bad.into()).unwrap_err().to_string();
        assert!(error.contains("expected a known value") && !error.contains("SECRET"), "{error}");
    }
    assert!(from_str::<Direction>("1").is_err() && from_str::<Direction>("null").is_err());
}
