//! Where pages have their items and their links.

use crate::runtime::page::{Layout, Parts, read};
use azure_core::Result;

fn layout(items: &'static [&'static str], next_link: &'static [&'static str]) -> Layout {
    Layout { items, required: false, next_link }
}

fn parts(body: &str, layout: &Layout) -> Result<(Vec<u8>, usize, Option<String>)> {
    let Parts { items, bad_items, next_link } = read(body.as_bytes(), layout, |it: u8| it)?;
    Ok((items, bad_items.len(), next_link))
}

#[test]
fn items_and_links_may_be_in_other_objects() {
    let one = layout(&["data", "pets"], &["data", "next"]);
    let body = r#"{"pets":[9],"next":"x","data":{"a":{"pets":[8]},"next":"l","pets":[1,2]}}"#;
    assert_eq!(parts(body, &one).unwrap(), (vec![1, 2], 0, Some("l".to_owned())));
    let two = layout(&["data", "pets"], &["more", "next"]);
    let body = r#"{"more":{"next":"l","pets":7},"data":{"pets":[1,"b",3],"next":7}}"#;
    assert_eq!(parts(body, &two).unwrap(), (vec![1, 3], 1, Some("l".to_owned())));
    let escaped = r#"{"d\u0061ta":{"p\u0065ts":[1]}}"#;
    assert_eq!(parts(escaped, &two).unwrap(), (vec![1], 0, None));
    for empty in ["{}", "null", r#"{"data":null,"more":null}"#, r#"{"data":{"pets":null}}"#] {
        assert_eq!(parts(empty, &two).unwrap(), (vec![], 0, None), "{empty}");
    }
    for wrong in [r#"{"data":[]}"#, r#"{"data":{"pets":{}}}"#, r#"{"more":"l"}"#, "[]", ""] {
        assert!(parts(wrong, &two).is_err(), "{wrong}");
    }
}

#[test]
fn a_page_may_be_the_array_of_its_items() {
    let bare = layout(&[], &[]);
    assert_eq!(parts("[1,2]", &bare).unwrap(), (vec![1, 2], 0, None));
    assert_eq!(parts("[1,-2]", &bare).unwrap(), (vec![1], 1, None));
    let bad = read(b"[true]", &bare, |it: u8| it).unwrap().bad_items;
    assert_eq!(bad[0].to_string(), "`[0]` is not a `u8`: expected u8");
    assert!(parts("{}", &bare).is_err());
}

#[test]
fn required_items_may_not_be_absent() {
    let required = Layout { required: true, ..layout(&["data", "pets"], &[]) };
    for absent in ["{}", r#"{"data":{}}"#, r#"{"data":{"pets":null}}"#] {
        let error = parts(absent, &required).unwrap_err().to_string();
        assert_eq!(error, "the response is not a `Page<u8>`: missing field `pets`");
    }
}
