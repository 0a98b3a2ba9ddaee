use super::{sample::options, server::Server};
use crate::runtime::{
    call::{Call, model},
    pipeline::{Operation, Service},
    xml::{
        policy::translated,
        read::to_json,
        shape::{Bodies, Object, Property, Root, Shape},
        write::to_xml,
    },
};
use azure_core::{Result, Value, http::Method};
use serde_json::json;

static TAG: Object = Object {
    properties: &[
        Property::attribute("id", Shape::Number),
        Property::content("label", Shape::Text),
    ],
    other: None,
};

static BOOK: Object = Object {
    properties: &[
        Property::attribute("language", Shape::Token).named("xml:lang"),
        Property::element("title", Shape::Text).named("Title"),
        Property::element("pages", Shape::Number),
        Property::element("lent", Shape::Boolean),
        Property::element("due", Shape::Token).named("l:due").declaring("xmlns:l", "urn:loans"),
        Property::element("tags", Shape::List("tag", &Shape::Object(&TAG))),
        Property::elements("authors", Shape::Text).named("author"),
        Property::element("notes", Shape::Map(&Shape::Text)),
        Property::element("sequel", Shape::Object(&BOOK)),
    ],
    other: Some(Shape::Text),
};

pub const ROOT: Root =
    Root { name: "book", namespace: Some(("xmlns", "urn:books")), shape: Shape::Object(&BOOK) };

fn book() -> Value {
    json!({
        "language": "en", "title": " a < b & \"c\" \n", "pages": 12, "lent": false,
        "due": "2026-01-31", "tags": [{ "id": 1, "label": "x" }, { "id": 2, "label": "" }],
        "authors": ["Ada", "Bob"], "notes": { "a.b": "1", "c": "" },
        "sequel": { "title": "", "authors": [], "pages": 1.5 }, "other": "o",
    })
}

pub const DOCUMENT: &str = r#"<?xml version="1.0" encoding="utf-8"?><book xmlns="urn:books" xml:lang="en"><Title> a &lt; b &amp; &quot;c&quot; &#10;</Title><pages>12</pages><lent>false</lent><l:due xmlns:l="urn:loans">2026-01-31</l:due><tags><tag id="1">x</tag><tag id="2"/></tags><author>Ada</author><author>Bob</author><notes><a.b>1</a.b><c/></notes><sequel><Title/><pages>1.5</pages></sequel><other>o</other></book>"#;

fn read(document: &str) -> Option<Value> {
    to_json(document, ROOT.shape)
}

#[test]
fn every_shape_is_written() {
    assert_eq!(to_xml(&book(), &ROOT).unwrap(), DOCUMENT);
}

#[test]
fn every_shape_is_read() {
    assert_eq!(read(DOCUMENT), Some(book()));
}

#[test]
fn what_does_not_matter_may_differ() {
    let document = "\u{feff}<?xml version='1.0'?><!DOCTYPE b><!-- c -->
        <x:b xmlns:x='urn:books' x:lang='en' unknown='1'>
          <unknown><deep/></unknown>
          <author><![CDATA[<Ada>]]></author>
          <pages> +7 </pages><lent>1</lent>
          <author>B&#111;&#x62;</author>
          <tags> <any id='3'>l</any> </tags>
          <y:due xmlns:y='urn:loans'/><Title xsi:nil='true' xmlns:xsi='urn:xsi'/>
        </x:b><?end?>";
    let expected = json!({
        "language": "en", "authors": ["<Ada>", "Bob"], "pages": 7, "lent": true, "due": null,
        "tags": [{ "id": 3, "label": "l" }], "title": null,
    });
    let mut found = read(document).unwrap();
    assert_eq!(found.as_object_mut().unwrap().remove("unknown"), Some("".into()));
    assert_eq!(found, expected);
}

#[test]
fn a_value_of_another_type_stays_a_string() {
    let found = read("<b><pages>many</pages><lent>maybe</lent></b>").unwrap();
    assert_eq!(found, json!({ "pages": "many", "lent": "maybe", "authors": [] }));
}

#[test]
fn only_one_well_formed_element_is_read() {
    let nested = |depth: usize| "<b>".repeat(depth) + &"</b>".repeat(depth);
    assert!(read(&nested(128)).is_some());
    let bad = ["", " ", "text", "{}", "<a>", "<a></b>", "</a>", "<a/><b/>", "<a/>text", "<a b=1/>"];
    let entities = ["<a>&unknown;</a>", "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>", "<a b='&e;'/>"];
    let deep = [nested(129), nested(1_000_000)];
    for document in bad.iter().chain(&entities).copied().chain(deep.iter().map(String::as_str)) {
        assert_eq!(read(document), None, "{document:.40}");
    }
}

#[test]
fn what_xml_cannot_contain_is_refused_without_the_text() {
    let error = to_xml(&json!({ "title": "SECRET\u{1}" }), &ROOT).unwrap_err().to_string();
    assert_eq!(error, "the body contains a character that XML cannot contain");
    for name in ["", "1", "a b", "a>", "a:b"] {
        let error = to_xml(&json!({ "notes": { name: "SECRET" } }), &ROOT).unwrap_err().to_string();
        assert_eq!(error, "the name of an entry cannot be the name of an XML element", "{name:?}");
    }
}

const SHELVE: Operation = Operation {
    name: "Library.shelve",
    method: Method::Put,
    path: "/book",
    content_type: Some("application/xml"),
    success: &[2],
    names: &[],
};

static SHELVED: Bodies = Bodies {
    request: Some(Root { name: "book", namespace: None, shape: Shape::Object(&BOOK) }),
    responses: &[
        (201, Shape::Object(&BOOK)),
        (4, Shape::Object(&TAG)),
        (0, Shape::Map(&Shape::Text)),
    ],
};

async fn shelve(server: &Server) -> Result<Value> {
    let service = Service::new(&server.base, None, translated(None), options())?;
    let mut call = Call::new(&service, &SHELVE, &[], json!({ "title": "T" }));
    call.tell(&SHELVED);
    model(call.prepare()).await
}

#[tokio::test]
async fn a_call_sends_and_receives_xml_in_each_attempt() {
    let server = Server::start(|_, number, _| match number {
        0 => (503, "<e/>".to_owned()),
        _ => (201, "<book><Title>U</Title></book>".to_owned()),
    });
    let server = server.await;
    assert_eq!(shelve(&server).await.unwrap(), json!({ "title": "U", "authors": [] }));
    let declaration = r#"<?xml version="1.0" encoding="utf-8"?>"#;
    for request in server.seen() {
        assert_eq!(request.body, format!("{declaration}<book><Title>T</Title></book>"));
        assert_eq!(request.header("content-type"), "application/xml");
    }
    assert_eq!(server.seen().len(), 2);
}

#[tokio::test]
async fn errors_are_translated_by_status() {
    for (status, body, text) in [
        (409, "<e id='7'>taken</e>", "409 Conflict"),
        (400, r#"{ "code": "Bad", "message": "no" }"#, "400 Bad: no"),
        (501, "<e><Code>Late</Code><Message>gone</Message></e>", "501 Late: gone"),
    ] {
        let server = Server::start(move |_, _, _| (status, body.to_owned())).await;
        assert_eq!(shelve(&server).await.unwrap_err().to_string(), text);
    }
}

#[tokio::test]
async fn a_response_that_is_not_xml_is_an_error() {
    let server = Server::start(|_, _, _| (201, "<book>SECRET".to_owned())).await;
    let error = shelve(&server).await.unwrap_err().to_string();
    assert_eq!(
        error,
        "Library.shelve (201): the response is not a `Value`: expected value at line 1 column 1"
    );
}
