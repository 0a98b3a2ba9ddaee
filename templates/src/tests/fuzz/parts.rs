//! Bodies of forms.

use super::{budget::fuzz, mutation::text};
use crate::runtime::{
    body::{Content, SerializedBody},
    form::Form,
    multipart::{File, Multipart},
    pipeline::Operation,
};
use azure_core::{Bytes, http::Method};
use proptest::prelude::*;

const FORM: Operation = Operation {
    name: "Client.form",
    method: Method::Post,
    path: "/",
    content_type: None,
    success: &[],
    names: &[],
};

/// Texts that could end a line, a header, a part or a pair.
const TEXTS: &[&str] =
    &["\r\n", "\r\n\r\n", "\"", "--", "\r\n--", "; filename=", "%22", "&", "=", "+", "é", ""];

/// The header lines of a part, and its content.
type Part = (Vec<String>, Vec<u8>);

#[test]
fn a_multipart_body_has_the_parts_that_were_set() {
    let texts = || proptest::collection::vec(text(TEXTS), 0..4).prop_map(|texts| texts.concat());
    let values = (texts(), texts(), texts(), any::<Vec<u8>>(), any::<bool>());
    fuzz("multipart bodies", 1_500, values, |(field, name, content_type, bytes, same)| {
        let bytes = if same { field.clone().into_bytes() } else { bytes };
        let file = File::new(bytes.clone()).file_name(&*name).content_type(&*content_type);
        let mut form = Multipart::default();
        form.field("field", field.clone());
        form.files("file", [file]);
        let has_control = content_type.bytes().any(|it| !matches!(it, b'\t' | b' '..=b'~'));
        match form.write(&FORM) {
            Err(error) => assert!(has_control, "{error}"),
            Ok(written) => {
                assert!(!has_control, "{content_type:?} was sent");
                let parts = parts(written.expect("there are parts"));
                let disposition = "Content-Disposition: form-data; name=\"field\"".to_owned();
                assert_eq!(parts[0], (vec![disposition], field.into_bytes()));
                let (head, content) = &parts[1];
                assert_eq!((parts.len(), head.len(), content), (2, 2, &bytes));
                assert_eq!(head[0].matches('"').count(), 4, "{}", head[0]);
                assert_eq!(head[1], format!("Content-Type: {content_type}"));
            }
        }
    });
}

/// Reads a multipart body (RFC 2046, section 5.1).
fn parts((body, content_type): SerializedBody) -> Vec<Part> {
    let boundary = content_type.rsplit_once("boundary=").expect("there is a boundary").1;
    let body = Bytes::from(&body);
    let end = format!("--{boundary}--\r\n");
    let body = body.strip_suffix(end.as_bytes()).expect("the body ends");
    let delimiter = format!("--{boundary}\r\n");
    let mut parts = Vec::new();
    let mut rest = body.strip_prefix(delimiter.as_bytes()).expect("the body begins");
    let delimiter = format!("\r\n{delimiter}");
    loop {
        let next = find(rest, delimiter.as_bytes());
        let part = next.map_or_else(|| rest.strip_suffix(b"\r\n"), |at| Some(&rest[..at]));
        let part = part.expect("the part ends with a line");
        let at = find(part, b"\r\n\r\n").expect("the part has a head");
        let head = std::str::from_utf8(&part[..at]).expect("the head is text");
        parts.push((head.split("\r\n").map(str::to_owned).collect(), part[at + 4..].to_vec()));
        match next {
            Some(at) => rest = &rest[at + delimiter.len()..],
            None => return parts,
        }
    }
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

#[test]
fn a_form_has_the_pairs_that_were_set() {
    let values = proptest::collection::vec(prop_oneof![text(TEXTS), any::<String>()], 1..4);
    fuzz("forms", 1_000, values, |values| {
        let mut form = Form::default();
        form.each("a&b=c", values.clone());
        let (body, _) = form.write(&FORM).expect("texts can be sent").expect("there is a body");
        let body = Bytes::from(&body);
        let pairs = azure_core::http::Url::parse("https://a.example").map(|mut url| {
            url.set_query(Some(std::str::from_utf8(&body).expect("the form is text")));
            url.query_pairs().into_owned().collect::<Vec<_>>()
        });
        let expected: Vec<_> = values.into_iter().map(|it| ("a&b=c".to_owned(), it)).collect();
        assert_eq!(pairs.expect("the URL is good"), expected);
    });
}
