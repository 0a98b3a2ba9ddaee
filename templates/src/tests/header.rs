use crate::runtime::header::{name, value};

#[test]
fn a_name_may_be_written_in_any_case() {
    assert_eq!(name("x-lower").as_str(), "x-lower");
    assert_eq!(name("X-Upper").as_str(), "x-upper");
}

#[test]
fn a_value_is_visible_ascii() {
    for good in ["", "a b\tc", "!~"] {
        assert_eq!(value("x", good.to_owned()).unwrap().as_str(), good);
    }
    for bad in ["a\r\nb", "\n", "\r", "\0", "\u{7f}", "é"] {
        let error = value("x", bad.to_owned()).unwrap_err();
        assert_eq!(error.to_string(), "x has characters that a header cannot have", "{bad:?}");
    }
}
