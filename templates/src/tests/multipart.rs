use super::{sample::options, server::Server};
use crate::runtime::{
    call::{Call, nothing},
    multipart::{File, Multipart},
    parameter::AsJson,
    pipeline::{Operation, Service},
};
use azure_core::http::Method;

pub static FORM: Operation = Operation {
    name: "Client.form",
    method: Method::Post,
    path: "/forms",
    content_type: None,
    success: &[],
    names: &[],
};

#[tokio::test]
async fn parts_are_texts_json_and_files() {
    let server = Server::fixed(204, "").await;
    let service = Service::new(&server.base, None, None, options()).unwrap();
    let mut call = Call::new(&service, &FORM, &[], Multipart::default());
    call.body.field("title", "old");
    call.body.each("tags", ["a", "b"]);
    call.body.json("place", AsJson([1]));
    call.body.files("file", [File::from(*b"\r\n--x")]);
    call.body.files("more", [File::new("y").file_name("a\"\r\nb").content_type("text/plain")]);
    call.body.files_of("image", "image/png", [File::from("z")]);
    call.body.field("title", "new");
    nothing(call.prepare()).await.unwrap();
    let seen = &server.seen()[0];
    let boundary = seen.header("content-type").strip_prefix("multipart/form-data; boundary=");
    let boundary = boundary.unwrap();
    let parts = [
        "name=\"tags\"\r\n\r\na",
        "name=\"tags\"\r\n\r\nb",
        "name=\"place\"\r\nContent-Type: application/json\r\n\r\n[1]",
        "name=\"file\"; filename=\"file\"\r\nContent-Type: application/octet-stream\r\n\r\n\r\n--x",
        "name=\"more\"; filename=\"a%22%0D%0Ab\"\r\nContent-Type: text/plain\r\n\r\ny",
        "name=\"image\"; filename=\"image\"\r\nContent-Type: image/png\r\n\r\nz",
        "name=\"title\"\r\n\r\nnew",
    ];
    let head = "Content-Disposition: form-data; ";
    let parts = parts.map(|part| format!("--{boundary}\r\n{head}{part}\r\n"));
    assert_eq!(seen.body, format!("{}--{boundary}--\r\n", parts.concat()));
}

#[tokio::test]
async fn a_content_type_with_a_line_break_is_refused_and_bytes_are_not_shown() {
    let server = Server::fixed(204, "").await;
    let service = Service::new(&server.base, None, None, options()).unwrap();
    let file = File::new("SECRET").content_type("a\r\nb: c").file_name("SECRET");
    assert_eq!(format!("{file:?}"), "File { length: 6, .. }");
    let mut call = Call::new(&service, &FORM, &[], Multipart::default());
    call.body.files("file", [file]);
    let error = nothing(call.prepare()).await.unwrap_err();
    assert!(error.to_string().contains("content type"), "{error}");
    assert!(server.seen().is_empty());
}
