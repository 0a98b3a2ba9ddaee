//! Bodies in XML.

use crate::canned::{Answer, Canned};
use azure_core::{
    http::{Context, RetryOptions},
    time::OffsetDateTime,
};
use futures::{TryStreamExt, executor::block_on};
use std::{collections::HashMap, sync::Arc};
use xml::{
    XmlClient, XmlClientOptions,
    models::{Book, Fault, Lang, Shelf, Tag},
};

fn client(answers: &[Answer<'static>]) -> (XmlClient, Arc<Canned>) {
    let canned = Canned::script(answers);
    let mut options = XmlClientOptions::default();
    options.client_options = canned.options();
    options.client_options.retry = RetryOptions::none();
    (XmlClient::new("https://test.example.com", Some(options)).unwrap(), canned)
}

fn shelf() -> Shelf {
    let mut shelf = Shelf::new(7, [Book::new().title("A < B").lang(Lang::En), Book::new()])
        .names(["x", ""])
        .counts([1, 2])
        .owner([("me", true)])
        .room("R")
        .upper(Shelf::new(8, []))
        .labels([Tag::new().label("l")]);
    shelf.additional_properties = HashMap::from([("more".to_owned(), "m".to_owned())]);
    shelf
}

const SHELF: &str = "<l:shelf xmlns:l=\"urn:library\" ID=\"7\">\
    <books><Book lang=\"en\">A &lt; B</Book><Book/></books><name>x</name><name/>\
    <all><all>1</all><all>2</all></all><owner><me>true</me></owner>\
    <r:room xmlns:r=\"urn:rooms\">R</r:room>\
    <l:shelf xmlns:l=\"urn:library\" ID=\"8\"><books/></l:shelf>\
    <Words><tag><label>l</label></tag></Words><more>m</more></l:shelf>";

#[test]
fn a_model_is_written_and_read_as_its_description_says() {
    let (client, canned) = client(&[(204, &[], ""), (204, &[], ""), (200, &[], SHELF)]);
    block_on(client.put_shelf(shelf()).into_future()).unwrap();
    let context = Context::new().with_value(1_u8);
    block_on(client.put_shelf(shelf()).context(context).into_future()).unwrap();
    let written = format!("PUT /shelf <?xml version=\"1.0\" encoding=\"utf-8\"?>{SHELF}");
    assert_eq!(canned.lines(), [written.clone(), written]);
    assert_eq!(canned.header("content-type"), "application/xml");
    // An empty text is not told from an absent one only where the text is the whole element.
    let mut expected = shelf();
    expected.books[1].title = Some(String::new());
    assert_eq!(block_on(client.get_shelf().into_future()).unwrap(), expected);
    assert_eq!(canned.header("accept"), "application/xml");
}

#[test]
fn a_list_has_pages_in_xml() {
    let first = "<BookPage><books>a<due>2026-01-31T12:00:00Z</due></books><books lang='xx'/>\
        <next>https://test.example.com/more</next></BookPage>";
    let (client, canned) = client(&[(200, &[], first), (200, &[], "<BookPage><next/></BookPage>")]);
    let books: Vec<Book> = block_on(client.list_books().items().try_collect()).unwrap();
    let due = OffsetDateTime::from_unix_timestamp(1_769_860_800).unwrap();
    let first = Book::new().title("a").due(due);
    assert_eq!(books, [first, Book::new().title("").lang(Lang::from("xx"))]);
    assert_eq!(canned.lines(), ["GET /books", "GET /more"]);
}

#[test]
fn an_array_may_be_a_body() {
    let (client, canned) = client(&[(200, &[], "<tags><tag><label>a</label></tag></tags>")]);
    let call = client.put_tags().body([Tag::new().label("b"), Tag::new()]);
    assert_eq!(block_on(call.into_future()).unwrap(), [Tag::new().label("a")]);
    let body = "<Tags><tag><label>b</label></tag><tag/></Tags>";
    let written = format!("PUT /tags <?xml version=\"1.0\" encoding=\"utf-8\"?>{body}");
    assert_eq!(canned.lines(), [written]);
}

#[test]
fn an_error_in_xml_has_its_code_its_message_and_its_model() {
    let fault = "<Fault><code>Full</code><message>no room</message></Fault>";
    let (client, _) = client(&[(409, &[], fault)]);
    let error = block_on(client.get_shelf().into_future()).unwrap_err();
    assert_eq!(error.to_string(), "409 Full: no room");
    let fault = Fault::of(&error).unwrap();
    assert_eq!((&*fault.code.unwrap(), &*fault.message.unwrap()), ("Full", "no room"));
}

#[test]
fn what_has_no_model_is_text() {
    let (client, canned) = client(&[(200, &[], "<Union/>"), (204, &[], "")]);
    assert_eq!(block_on(client.get_union().into_future()).unwrap(), "<Union/>");
    block_on(client.put_anything("<any/>").into_future()).unwrap();
    assert_eq!(canned.lines(), ["GET /unions", "PUT /unions <any/>"]);
}
