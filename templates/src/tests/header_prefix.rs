use super::sample::options;
use crate::runtime::{
    call::Call,
    header_prefix::HeaderPrefix,
    pipeline::{Operation, Service},
};
use azure_core::http::{Method, Request};

const PUT: Operation = Operation {
    name: "Client.put",
    method: Method::Put,
    path: "/",
    content_type: None,
    success: &[],
    names: &[],
};

fn request(change: impl FnOnce(&mut Call)) -> azure_core::Result<Request> {
    let service = Service::new("https://a.example", None, None, options()).unwrap();
    let mut call = Call::new(&service, &PUT, &[], ());
    change(&mut call);
    call.prepare().request
}

#[test]
fn each_value_is_a_header_and_replaces_earlier_ones() {
    let request = request(|call| {
        call.header("x-meta-fixed", "f");
        call.headers_with("x-meta-", [("Old", "1")]);
        call.headers_with("x-tag-", [("T", "t")]);
        call.headers_with("x-meta-", [("New", "2"), ("b", "")]);
    });
    let headers = request.unwrap().headers().clone();
    let value = |name: &'static str| headers.get_optional_string(&name.into());
    let values = ["x-meta-fixed", "x-meta-old", "x-tag-t", "x-meta-new", "x-meta-b"].map(value);
    let values = values.map(|it| it.unwrap_or("none".to_owned()));
    assert_eq!(values, ["f", "none", "t", "2", ""]);
}

#[test]
fn a_name_or_a_value_that_no_header_can_have_is_refused() {
    for (name, value) in [("", "v"), ("a b", "v"), ("a:", "v"), ("a", "v\r\nx: y")] {
        assert!(request(|call| call.headers_with("x-", [(name, value)])).is_err(), "{name:?}");
    }
}
