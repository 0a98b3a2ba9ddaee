//! The examples of RFC 6570, section 3.2, and of OpenAPI's table of styles.

use crate::runtime::expansion::{Style, expand};
use serde_json::{Value, json};

fn expanded(style: Style, value: Value) -> [String; 2] {
    [false, true].map(|explode| expand(style, explode, "color", value.clone()).unwrap())
}

#[test]
fn every_style_has_its_form_for_scalars_lists_and_objects() {
    let list = || json!(["blue", "black"]);
    let object = || json!({ "G": 200, "R": true });
    let cases = [
        (
            Style::Simple,
            ["blue", "blue"],
            ["blue,black", "blue,black"],
            ["G,200,R,true", "G=200,R=true"],
        ),
        (
            Style::Label,
            [".blue", ".blue"],
            [".blue,black", ".blue.black"],
            [".G,200,R,true", ".G=200.R=true"],
        ),
        (
            Style::Matrix,
            [";color=blue", ";color=blue"],
            [";color=blue,black", ";color=blue;color=black"],
            [";color=G,200,R,true", ";G=200;R=true"],
        ),
        (
            Style::Form,
            ["color=blue", "color=blue"],
            ["color=blue,black", "color=blue&color=black"],
            ["color=G,200,R,true", "G=200&R=true"],
        ),
    ];
    for (style, of_scalar, of_list, of_object) in cases {
        assert_eq!(expanded(style, json!("blue")), of_scalar);
        assert_eq!(expanded(style, list()), of_list);
        assert_eq!(expanded(style, object()), of_object);
        assert_eq!(expanded(style, json!([])), ["", ""]);
        assert_eq!(expanded(style, json!({ "a": null })), ["", ""]);
        assert_eq!(expanded(style, json!(null)), ["", ""]);
    }
}

#[test]
fn a_deep_object_may_be_nested() {
    let value = json!({ "R": 100, "mix": { "with": "a&b" }, "tags": ["x", "y"], "none": null });
    let [text, _] = expanded(Style::DeepObject, value);
    assert_eq!(text, "color[R]=100&color[mix][with]=a%26b&color[tags][]=x&color[tags][]=y");
}

#[test]
fn values_cannot_be_mistaken_for_separators() {
    let value = json!(["a,b", "c/d;e=f"]);
    assert_eq!(expanded(Style::Simple, value.clone())[0], "a%2Cb,c%2Fd%3Be%3Df");
    assert_eq!(expanded(Style::Form, value.clone())[1], "color=a%2Cb&color=c%2Fd%3Be%3Df");
    assert_eq!(expanded(Style::Header, json!({ "a b": "c d" })), ["a b,c d", "a b=c d"]);
    assert_eq!(expanded(Style::Simple, json!([{ "a": 1 }]))[0], "%7B%22a%22%3A1%7D");
}
