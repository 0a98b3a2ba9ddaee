use super::{multipart::FORM, sample::options, server::Server};
use crate::runtime::{
    call::{Call, nothing},
    form::Form,
    pipeline::Service,
};

#[tokio::test]
async fn fields_are_pairs_and_the_last_value_wins() {
    let server = Server::fixed(204, "").await;
    let service = Service::new(&server.base, None, None, options()).unwrap();
    let mut call = Call::new(&service, &FORM, &[], Form::default());
    call.body.field("a b", "1");
    call.body.each("list", ["x&y", "é"]);
    call.body.json("json", crate::runtime::parameter::AsJson([1]));
    call.body.field("a b", "c=d");
    nothing(call.prepare()).await.unwrap();
    nothing(Call::new(&service, &FORM, &[], Form::default()).prepare()).await.unwrap();
    let [seen, empty] = &server.seen()[..] else { panic!() };
    assert_eq!(seen.header("content-type"), "application/x-www-form-urlencoded");
    assert_eq!(seen.body, "list=x%26y&list=%C3%A9&json=%5B1%5D&a%20b=c%3Dd");
    assert_eq!((&*empty.body, empty.header("content-type")), ("", ""));
    let mut call = Call::new(&service, &FORM, &[], Form::default());
    call.body.field("size", f32::INFINITY);
    let error = nothing(call.prepare()).await.unwrap_err();
    assert_eq!(error.to_string(), "size is not a finite number");
}
