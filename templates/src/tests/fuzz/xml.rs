//! Bodies in XML.

use super::{
    super::xml::{DOCUMENT, ROOT},
    budget::fuzz,
    mutation::{edited, edits, text},
};
use crate::runtime::xml::{read::to_json, write::to_xml};
use azure_core::Value;
use proptest::prelude::*;
use serde_json::json;

/// JSON without the properties that are absent in XML.
fn present(json: Value) -> Value {
    match json {
        Value::Object(members) => {
            let members = members.into_iter().filter(|(_, value)| !value.is_null());
            Value::Object(members.map(|(name, value)| (name, present(value))).collect())
        }
        Value::Array(items) => items.into_iter().map(present).collect(),
        other => other,
    }
}

#[test]
fn a_document_is_read_as_it_is_written_again_or_refused() {
    let documents = edits().prop_map(|edits| edited(DOCUMENT, &edits));
    fuzz("documents", 1_000, documents, |document| {
        let Some(json) = to_json(&document, ROOT.shape) else { return };
        let Ok(written) = to_xml(&json, &ROOT) else { return };
        let read = to_json(&written, ROOT.shape).unwrap_or_else(|| panic!("{written}"));
        assert_eq!(present(read), present(json), "{written}");
    });
}

#[test]
fn every_text_is_written_and_read_or_refused() {
    let texts = text(&["<a>", "&amp;", "]]>", "\r\n", "\u{0}", "\u{ffff}", " ", "\"'"]);
    fuzz("texts", 1_000, texts, |text| {
        let note = json!({ "n": text });
        let tag = json!([{ "id": 1, "label": text }]);
        let book = json!({ "title": text, "authors": [text], "notes": note, "tags": tag });
        let Ok(written) = to_xml(&book, &ROOT) else { return };
        assert_eq!(to_json(&written, ROOT.shape), Some(book), "{written}");
    });
}
