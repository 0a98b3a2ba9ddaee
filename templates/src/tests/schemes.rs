use super::{multipart::FORM, sample::options, server::Server};
use crate::runtime::{
    api_key::ApiKey,
    call::{Call, nothing},
    cookie::Cookies,
    pipeline::{AuthorizedBy, Service},
    schemes::Schemes,
};
use azure_core::{credentials::Secret, http::Context};
use std::sync::Arc;

fn service(server: &Server) -> Arc<Service> {
    let key = Secret::new("SECRET");
    let schemes = Schemes::new([
        ("key", ApiKey::header(&server.base, "x-key", &key).unwrap()),
        ("cookie", ApiKey::cookie(&server.base, "session", &key).unwrap()),
        ("user_name", ApiKey::basic(&server.base, "Aladdin", &Secret::new("open sesame")).unwrap()),
    ]);
    Service::new(&server.base, None, Some(schemes), options()).unwrap()
}

#[tokio::test]
async fn a_call_uses_the_credentials_that_it_names_even_with_a_context() {
    let server =
        Server::start(|_, number, _| (if number == 0 { 503 } else { 204 }, String::new())).await;
    let service = service(&server);
    let call = |names: Option<&'static [&'static str]>| {
        let mut call = Call::new(&service, &FORM, &[], ());
        call.cookie("turn", 1_i32);
        names.into_iter().for_each(|names| call.authorized_by(AuthorizedBy(names)));
        call.context(Context::new().with_value(7_u8));
        nothing(call.prepare())
    };
    call(None).await.unwrap();
    call(Some(&["key"])).await.unwrap();
    call(Some(&[])).await.unwrap();
    let basic = "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==";
    let seen = server.seen();
    let seen: Vec<_> = seen
        .iter()
        .map(|it| ["x-key", "cookie", "authorization"].map(|name| it.header(name)))
        .collect();
    let all = ["SECRET", "turn=1; session=SECRET", basic];
    assert_eq!(seen, [all, all, ["SECRET", "turn=1", ""], ["", "turn=1", ""]]);
}

#[test]
fn a_colon_would_end_a_user_name() {
    let error = ApiKey::basic("https://a.example", "a:b", &Secret::new("SECRET")).unwrap_err();
    assert_eq!(error.to_string(), "the user name contains a colon");
}
