use super::{sample::options, server::Server};
use crate::runtime::{
    base64::Base64Text,
    call::{Call, nothing},
    cookie::Cookies,
    parameter::{AsJson, Joined},
    pipeline::{Operation, Service},
    query::QueryValue,
    raw::RawQuery,
    rfc1123::HttpDate,
};
use azure_core::{Result, http::Method, time::parse_rfc3339};
use serde_json::json;
use std::sync::Arc;

static FIND: Operation = Operation {
    name: "Client.find",
    method: Method::Get,
    path: "/find/{+path}",
    content_type: None,
    success: &[],
    names: &[],
};

fn service(server: &Server) -> Arc<Service> {
    Service::new(&server.base, None, None, options()).unwrap()
}

async fn send(call: Call) -> Result<()> {
    nothing(call.prepare()).await
}

#[tokio::test]
async fn a_query_has_lists_json_and_what_is_encoded_already() {
    let server = Server::fixed(204, "").await;
    let mut call = Call::new(&service(&server), &FIND, &["a/b%20c:d"], ());
    call.query_param("joined", Joined("|", [1_i64, 2]));
    call.query_params("each", ["a&b", "c"].into_iter());
    call.query_params("none", Vec::<String>::new());
    call.query_param("json", AsJson(json!({"a": "b c"})));
    call.query_raw("raw", "x%20y/?z&d=e#f g");
    call.query_params("each", ["d", "e"]);
    send(call).await.unwrap();
    assert_eq!(
        server.targets(),
        ["/find/a/b%20c:d?joined=1%7C2&each=d&each=e&json=%7B%22a%22%3A%22b%20c%22%7D\
          &raw=x%20y/?z%26d%3De%23f%20g"]
    );
}

#[tokio::test]
async fn headers_have_dates_bytes_and_cookies() {
    let server = Server::fixed(204, "").await;
    let mut call = Call::new(&service(&server), &FIND, &["a"], ());
    let time = parse_rfc3339("1994-11-06T10:49:37+02:00").unwrap();
    call.header("If-Unmodified-Since", HttpDate(time));
    call.header("Content-MD5", Base64Text([255_u8, 254]));
    call.cookie("turn", 1_i32);
    call.cookie("session", "a;b c");
    call.cookie("turn", 2_i32);
    send(call).await.unwrap();
    let seen = &server.seen()[0];
    assert_eq!(seen.header("if-unmodified-since"), "Sun, 06 Nov 1994 08:49:37 GMT");
    assert_eq!(seen.header("content-md5"), "//4=");
    assert_eq!(seen.header("cookie"), "session=a%3Bb%20c; turn=2");
}

#[tokio::test]
async fn ambiguous_values_are_refused() {
    let server = Server::fixed(204, "").await;
    let service = service(&server);
    let refused = async |path: &str, set: &dyn Fn(&mut Call)| {
        let mut call = Call::new(&service, &FIND, &[path], ());
        set(&mut call);
        send(call).await.unwrap_err().to_string()
    };
    for path in ["", &f64::NAN.to_segment()] {
        assert_eq!(refused(path, &|_| ()).await, "path is empty");
    }
    let dots = "path has a segment \".\" or \"..\", which a URL cannot contain";
    for path in ["..", "a/../b", "a/%2E%2e", "./b", "a\\.."] {
        assert_eq!(refused(path, &|_| ()).await, dots, "{path}");
    }
    let error = refused("a", &|call| call.query_param("ids", Joined(",", ["a", "b,c"]))).await;
    assert_eq!(error, "ids has a value that contains the separator of the values");
    let error = refused("a", &|call| call.query_params("sizes", [1.0, f64::NAN])).await;
    assert_eq!(error, "sizes is not a finite number");
    let error = refused("a", &|call| call.header("x", "a\nb")).await;
    assert_eq!(error, "x has characters that a header cannot have");
    assert!(server.seen().is_empty());
}
